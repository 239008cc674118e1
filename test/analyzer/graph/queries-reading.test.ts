import { describe, expect, it } from "vitest";
import type { StoredQuery } from "../../../analyzer/model/query.ts";
import { buildGraph } from "../../../analyzer/graph/build.ts";
import { queriesReading } from "../../../analyzer/graph/queries-reading.ts";
import { plainQuery } from "../../model-parts.ts";
import { estateOf, hospital, itop, verdicts } from "./hospital.ts";
import { entity, field, system, verdict } from "./model-factory.ts";

const query = (name: string, parts: Partial<StoredQuery>): StoredQuery => ({
  ...plainQuery("itop", name),
  ...parts,
});

const uses = (path: string, ...queries: readonly StoredQuery[]) =>
  queriesReading([{ ...itop, queries }], buildGraph(hospital(), verdicts), path).map(
    ({ query: { name }, uses: how }) => `${name} ${how}`,
  );

describe("queries that use a field", () => {
  it("look at it or give it out; giving out is the more that is said", () => {
    const looking = query("menu Ward", { fields: ["itop:Person.email"] });
    const giving = query("phrasebook Staff", {
      fields: ["itop:Person.email"],
      exported: ["itop:Person.email"],
    });
    const other = query("menu Desk", { fields: ["itop:Person.phone"] });
    expect(uses("itop:Person.email", looking, giving, other)).toEqual([
      "menu Ward looks at it",
      "phrasebook Staff gives it out",
    ]);
  });

  it("are those of all names of a field that heirs share", () => {
    const fields = (owner: string) => [field(owner, "email", { kind: "email" })];
    const contact = entity("Contact", fields("Contact"), { abstract: true });
    const heirs = ["Person", "Team"].map((name) => entity(name, fields(name), { parent: "Contact" }));
    const queries = ["Contact", "Team"].map((name) =>
      query(`menu ${name}`, { fields: [`itop:${name}.email`] }),
    );
    const directory = system("itop", { entities: [contact, ...heirs], queries });
    const judged = new Map(
      ["Contact", "Person", "Team"].map((name) => [`itop:${name}.email`, verdict("yes", "email")]),
    );
    const graph = buildGraph(estateOf(directory), judged);
    const names = (path: string) =>
      queriesReading([directory], graph, path).map(({ query: { name } }) => name);
    expect(names("itop:Team.email")).toEqual(["menu Contact", "menu Team"]);
    expect(names("itop:Person.email")).toEqual(["menu Contact"]);
    expect(names("itop:Contact.email")).toEqual(["menu Contact", "menu Team"]);
  });

  it("are none for what is no field", () => {
    expect(uses("itop:Person", query("menu Ward", { fields: ["itop:Person.email"] }))).toEqual([]);
  });
});
