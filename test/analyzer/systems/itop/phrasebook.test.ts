import { describe, expect, it } from "vitest";
import type { Role } from "../../../../analyzer/model/access.ts";
import type { Setting } from "../../../../analyzer/model/setting.ts";
import type { ExportData } from "../../../../analyzer/systems/itop/fragments.ts";
import { readQueries } from "../../../../analyzer/systems/itop/queries/queries.ts";
import { requestModel } from "./request-model.ts";
import { element } from "./xml-fixture.ts";

const location = { file: "exports/QueryOQL.json", line: 2, column: 1, endLine: 2, endColumn: 9 };

function query(fields: ExportData["fields"], id = "1"): ExportData {
  return { class: "QueryOQL", id, fields, location };
}

interface Around {
  readonly roles?: readonly Role[];
  readonly rootUrl?: Setting;
}

function read(exports: readonly ExportData[], { roles = [], rootUrl }: Around = {}) {
  const empty = element('<itop_design version="3.2"/>');
  return readQueries(empty, exports, { index: requestModel, system: "itop", roles, rootUrl });
}

const columns = (oql: string, fields: string) => {
  const { movements, queries } = read([query({ name: "Staff", oql, fields })]);
  expect(movements[0]?.map.map(({ to }) => to)).toEqual(queries[0]?.exported);
  return queries[0]?.exported;
};

describe("a query of the phrasebook", () => {
  it("is an export of what it names, to whoever runs it", () => {
    const { movements, parties } = read([
      query({
        name: "Staff of the ward",
        oql: "SELECT Person WHERE org_id = 4",
        fields: "first_name, email",
      }),
    ]);
    expect(movements).toMatchObject([
      {
        path: "itop:movement/phrasebook Staff of the ward",
        name: "Query Staff of the ward",
        kind: "export",
        basis: "definition",
        from: { kind: "entity", ref: "itop:Person" },
        to: { kind: "party", ref: "itop:party/Users of the query phrasebook" },
        map: [{ to: "itop:Person.email" }, { to: "itop:Person.first_name" }],
        mapOpen: null,
        transport: { tls: "unknown" },
      },
    ]);
    expect(parties).toMatchObject([{ path: movements[0]?.to.ref, kind: "team", audience: "unknown" }]);
  });

  it("names columns by alias and through references, and ids are none", () => {
    const oql =
      "SELECT p, t FROM Person AS p JOIN lnkPersonToTeam AS l ON l.person_id = p.id JOIN Team AS t ON l.team_id = t.id";
    expect(columns(oql, "name,t.email,p.manager_id->phone,p.org_id, id, ")).toEqual([
      "itop:Person.name",
      "itop:Person.org_id",
      "itop:Person.phone",
      "itop:Team.email",
    ]);
  });

  it("gives every query of a union the same columns", () => {
    expect(columns("SELECT Person UNION SELECT Team", "email")).toEqual([
      "itop:Person.email",
      "itop:Team.email",
    ]);
  });

  it("without a list gives out what can be written, and a name in place of each reference", () => {
    const given = columns("SELECT UserRequest", "");
    expect(given).toContain("itop:UserRequest.caller_id_friendlyname");
    expect(given).not.toContain("itop:UserRequest.caller_id");
    expect(columns("SELECT Person", "")).not.toContain("itop:Person.team_list");
    const { movements } = read([query({ name: "All", oql: "SELECT Person", fields: "" })]);
    expect(movements[0]?.map[0]?.proof.basis).toMatch(/names no fields/);
  });

  it("says which column its classes do not have, as far as that is a name", () => {
    const wrong = query({ name: "Staff", oql: "SELECT Person", fields: "email,shoe_size" });
    const odd = query(
      { name: "Odd", oql: "SELECT Person", fields: "email,Ines Holm <ines@care.example>" },
      "2",
    );
    expect(read([wrong, odd]).problems.map(({ kind, message }) => [kind, message])).toEqual([
      ["unresolved", 'The query "phrasebook Staff" gives out shoe_size, which its classes do not have.'],
      ["unresolved", expect.stringContaining("something that is no attribute")],
    ]);
  });

  it("that does not work gives nothing out", () => {
    const { movements, queries, parties, problems } = read([
      query({ name: "Old", oql: "SELECT Persn", fields: "x" }),
    ]);
    expect([movements, parties]).toEqual([[], []]);
    expect(queries[0]).toMatchObject({ valid: false, exported: [] });
    expect(problems).toHaveLength(1);
  });

  it("is told from another of its name by its id", () => {
    const { movements } = read(
      ["1", "2"].map((id) => query({ name: "Staff", oql: "SELECT Person", fields: "email" }, id)),
    );
    expect(movements.map(({ path }) => path)).toEqual([
      "itop:movement/phrasebook Staff #1",
      "itop:movement/phrasebook Staff #2",
    ]);
  });
});

describe("those who run the phrasebook", () => {
  const role = (audience: Role["audience"], entity = "Person"): Role => ({
    path: `itop:role/${audience}`,
    name: audience,
    audience,
    grants: [{ entity, operation: "bulk-read", effect: "allow", through: "group Staff" }],
    proof: { location: null, basis: "invented" },
  });
  const audience = (...roles: readonly Role[]) =>
    read([query({ name: "Staff", oql: "SELECT Person", fields: "email" })], { roles }).parties[0]?.audience;

  it("are inside when only roles inside may export the class", () => {
    expect(audience(role("internal"), role("admin"))).toBe("internal");
    expect(audience(role("internal"), role("end-user", "Ward"))).toBe("internal");
  });

  it("are unknown when others may, or nothing is known of rights", () => {
    expect(audience(role("internal"), role("end-user"))).toBe("unknown");
    expect(audience()).toBe("unknown");
  });

  it("read over HTTPS when the address of iTop says so", () => {
    const url = (value: string): Setting => ({
      path: "itop:setting/app_root_url",
      name: "app_root_url",
      value,
      default: "",
      isDefault: false,
      secret: "none",
      location,
      basis: null,
    });
    const transport = (value: string) =>
      read([query({ name: "Staff", oql: "SELECT Person", fields: "" })], { rootUrl: url(value) }).movements[0]
        ?.transport.tls;
    expect(transport("https://itsm.care.example/")).toBe("required");
    expect(transport("http://itsm.care.example/")).toBe("unknown");
  });
});
