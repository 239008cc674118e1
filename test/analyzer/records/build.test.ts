import { describe, expect, it } from "vitest";
import { digestOf } from "../../../analyzer/records/digest.ts";
import { entity, field, verdict } from "../graph/model-factory.ts";
import { entities, hospital, verdicts } from "../graph/hospital.ts";
import { cellOf, recordOf, registerOf, registerOfEstate } from "./hospital-register.ts";

const badge = entity(
  "VisitorBadge",
  [field("VisitorBadge", "visitor_name"), field("VisitorBadge", "colour")],
  { origin: { by: "customer", module: "stclair-reception" } },
);
const withBadge = new Map(verdicts).set("itop:VisitorBadge.visitor_name", verdict("yes", "name"));
const badges = (yaml: string | null) => registerOf(yaml, { entities: [...entities, badge] }, withBadge);

describe("proposed activities", () => {
  it("come from what the estate holds, in order of their ids", () => {
    expect(registerOf().records.map(({ id }) => id)).toEqual([
      "ITSM-01",
      "ITSM-02",
      "ITSM-05",
      "ITSM-08",
      "ITSM-09",
      "ITSM-10",
    ]);
  });

  it("group tickets, people, messages, history, interface and synchronization apart", () => {
    const register = registerOf();
    expect(recordOf(register, "ITSM-01").elements).toContain("itop:UserRequest.description");
    expect(recordOf(register, "ITSM-01").elements).toContain("itop:store/Case log of UserRequest");
    expect(recordOf(register, "ITSM-02").elements).toContain("itop:Person.health_note");
    expect(recordOf(register, "ITSM-05").elements).toContain("itop:notification/New ticket");
    expect(recordOf(register, "ITSM-08").elements).toEqual(["itop:store/Change history"]);
    expect(recordOf(register, "ITSM-09").elements).toContain("itop:operation/rota reads staff");
    expect(recordOf(register, "ITSM-10").elements).toEqual([
      "itop:store/synchro_data_person_1",
      "itop:sync/HR employees",
    ]);
  });

  it("are proposed for an installed module that holds nothing personal yet", () => {
    const register = registerOf(null, { modules: ["itop-chatbot"] });
    const { cells, elements } = recordOf(register, "ITSM-20");
    expect(elements).toEqual([]);
    expect(cells.name.evidence.map(({ quote }) => quote)).toEqual(["module itop-chatbot"]);
  });

  it("are drafts of a controller until somebody says otherwise", () => {
    const { role, status } = recordOf(registerOf(), "ITSM-01");
    expect([role, status]).toEqual(["controller", "draft"]);
  });

  it("leave what no entry of the library knows in no activity, and list it", () => {
    const { gaps, coverage } = badges(null);
    expect(gaps.filter(({ kind }) => kind === "unassigned").map(({ says }) => says)).toEqual([
      "itop:VisitorBadge.visitor_name (Name) is in no activity.",
    ]);
    expect(coverage.of - coverage.assigned).toBe(1);
  });
});

describe("declared activities", () => {
  const yaml = "activities:\n  RECEPTION:\n    name: Badges of visitors\n    elements: [itop:VisitorBadge]\n";

  it("take the elements they name, before the library does", () => {
    const register = badges(yaml);
    expect(recordOf(register, "RECEPTION").elements).toEqual(["itop:VisitorBadge.visitor_name"]);
    expect(register.coverage.assigned).toBe(register.coverage.of);
  });

  it("take one field out of its class without the rest", () => {
    const register = registerOf("activities:\n  HEALTH:\n    elements: [itop:Person.health_note]\n");
    expect(recordOf(register, "HEALTH").elements).toEqual(["itop:Person.health_note"]);
    expect(recordOf(register, "ITSM-02").elements).not.toContain("itop:Person.health_note");
    expect(cellOf(register, "ITSM-02", "data-categories").value.join()).not.toContain("Health");
  });

  it("stand in the register even when nothing in the estate belongs to them", () => {
    const register = registerOf("activities:\n  PAPER:\n    name: Visitors' book\n");
    expect(recordOf(register, "PAPER").systems).toEqual([]);
  });
});

describe("found categories", () => {
  it("carry path, file, line, quote and the digest of what they say", () => {
    const { evidence, state } = cellOf(registerOf(), "ITSM-02", "data-categories");
    const phone = evidence.find(({ path }) => path === "itop:Person.mobile_phone");
    expect(state).toBe("inferred");
    expect(phone).toMatchObject({
      file: "datamodel.hospital.xml",
      line: 10,
      quote: "Person.mobile_phone: AttributeString",
      digest: digestOf("itop:Person.mobile_phone\nPerson.mobile_phone: AttributeString"),
    });
  });

  it("name special categories as such", () => {
    expect(cellOf(registerOf(), "ITSM-02", "data-categories").value).toContain(
      "Health (special category, Art. 9)",
    );
  });

  it("count the name of a person a ticket refers to", () => {
    const { value, evidence } = cellOf(registerOf(), "ITSM-01", "data-categories");
    expect(value).toContain("Name");
    expect(evidence.map(({ quote }) => quote)).toContain(
      "UserRequest.caller_id refers to Person: the name is shown",
    );
  });
});

describe("the register as a whole", () => {
  it("is the same for the same input", () => {
    expect(JSON.stringify(registerOf())).toBe(JSON.stringify(registerOf()));
  });

  it("gives a record a new digest when a field comes in, and none when a file only grew", () => {
    const digest = (more: Parameters<typeof registerOf>[1]): string | undefined =>
      recordOf(registerOf(null, more), "ITSM-02").evidenceDigest;
    const moved = entities.map((each) => ({
      ...each,
      fields: each.fields.map((one) => ({
        ...one,
        location: { file: "moved.xml", line: 99, column: 1, endLine: 99, endColumn: 2 },
      })),
    }));
    const fewer = entities.map((each) => ({
      ...each,
      fields: each.fields.filter(({ name }) => name !== "health_note"),
    }));
    expect(digest({ entities: moved })).toBe(digest({}));
    expect(digest({ entities: fewer })).not.toBe(digest({}));
  });

  it("is empty for an estate without systems, and asks for the controller", () => {
    const register = registerOfEstate({ ...hospital(), systems: [] });
    expect(register.records).toEqual([]);
    expect(register.gaps.map(({ column }) => column)).toEqual(["controller", "officer"]);
    expect(register.completeness).toEqual({ filled: 0, of: 1 });
  });
});
