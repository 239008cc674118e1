import { describe, expect, it } from "vitest";
import { classifyEstate } from "../../../analyzer/classify/classify-estate.ts";
import type { FieldDecision } from "../../../analyzer/classify/decisions.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";
import { entity, field, system } from "./model-builder.ts";

const hospital = system([
  entity(
    "Contact",
    "subject",
    null,
    [
      field("name"),
      field("email", { kind: "email" }),
      field("friendlyname", { kind: "computed", implicit: true }),
    ],
    ["name"],
  ),
  entity(
    "Person",
    "subject",
    "Contact",
    [
      field("name", { declaredIn: "Contact" }),
      field("email", { kind: "email", declaredIn: "Contact" }),
      field("first_name"),
      field("ward_id", { kind: "reference", target: "Ward" }),
      field("ward_name", { kind: "copy", through: "ward_id", shows: "Ward.name" }),
      field("friendlyname", { kind: "computed", implicit: true }),
    ],
    ["first_name", "name"],
  ),
  entity(
    "Team",
    "organisation",
    "Contact",
    [field("name", { declaredIn: "Contact" }), field("friendlyname", { kind: "computed", implicit: true })],
    ["name"],
  ),
  entity("Ward", "site", null, [field("name")], ["name"]),
  entity(
    "Pump",
    "configuration-item",
    null,
    [
      field("name"),
      field("ward_id", { kind: "reference", target: "Ward" }),
      field("ward_name", { kind: "copy", through: "ward_id", shows: "Ward.name" }),
      field("keeper_id", { kind: "reference", target: "Person" }),
      field("keeper_name", { kind: "copy", through: "keeper_id", shows: "Person.friendlyname" }),
      field("team_id", { kind: "reference", target: "Team" }),
      field("team_name", { kind: "copy", through: "team_id", shows: "Team.friendlyname" }),
      field("remark", { kind: "text", freeText: "long" }),
      field("loop", { kind: "copy", through: "keeper_id", shows: "Pump.loop" }),
    ],
    ["name"],
  ),
]);

const verdicts = classifyEstate([hospital]);
const verdict = (path: string): Verdict => verdicts.get(`clinic:${path}`) as Verdict;
const said = (path: string): string => `${verdict(path).personal} ${verdict(path).category}`;

describe("an estate", () => {
  it("gets a verdict for every field", () => {
    const fields = hospital.entities.flatMap((each) => each.fields.map((one) => one.path));
    expect([...verdicts.keys()].sort()).toEqual(fields.sort());
  });

  it("judges an inherited field by the entity that has it", () => {
    expect(said("Person.name")).toBe("yes name");
    expect(said("Team.name")).toBe("no none");
  });

  it("makes a display name what its parts are", () => {
    expect(said("Person.friendlyname")).toBe("yes name");
    expect(said("Team.friendlyname")).toBe("no none");
  });

  it("lets copies follow the field they show and says so", () => {
    expect(said("Pump.keeper_name")).toBe("yes name");
    expect(verdict("Pump.keeper_name").evidence[0]).toMatchObject({
      signal: "copy",
      quote: "clinic:Person.friendlyname",
    });
    expect(said("Pump.team_name")).toBe("no none");
  });

  it("tells a person's place of work from the place of a device", () => {
    expect(said("Person.ward_id")).toBe("yes work-location");
    expect(said("Person.ward_name")).toBe("yes work-location");
    expect(said("Pump.ward_id")).toBe("no none");
    expect(said("Pump.ward_name")).toBe("no none");
  });

  it("takes a team that inherits from contacts for a group of people", () => {
    expect(said("Pump.team_id")).toBe("person-link org-unit");
  });

  it("suspects free text of things that people are assigned to", () => {
    expect(said("Pump.remark")).toBe("may-contain communication-content");
  });

  it("survives a copy of itself", () => {
    expect(verdict("Pump.loop")).toBeDefined();
  });
});

describe("decisions", () => {
  const reason = { by: "DPO office", on: "2025-02-11", reason: "the pumps' keepers are a shared role" };
  const decided = (path: string, decision: FieldDecision): Verdict =>
    classifyEstate([hospital], new Map([[`clinic:${path}`, decision]])).get(`clinic:${path}`) as Verdict;

  it("override the classifier and keep its evidence", () => {
    const verdict = decided("Pump.keeper_id", { personal: "no", ...reason });
    expect(verdict).toMatchObject({ personal: "no", category: "none", confidence: 1, decision: reason });
    expect(verdict.evidence.length).toBeGreaterThan(0);
  });

  it("bring the category's own meaning", () => {
    expect(decided("Pump.remark", { personal: "yes", category: "health", ...reason })).toMatchObject({
      category: "health",
      special: "art9",
      sensitivity: "art9",
    });
  });

  it("reach the copies of the decided field", () => {
    const all = classifyEstate(
      [hospital],
      new Map([["clinic:Person.friendlyname", { personal: "no", ...reason } as const]]),
    );
    expect(all.get("clinic:Pump.keeper_name")).toMatchObject({ personal: "no", decision: null });
  });
});
