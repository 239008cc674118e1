import { describe, expect, it } from "vitest";
import type { StoredQuery } from "../../../analyzer/model/query.ts";
import { buildGraph } from "../../../analyzer/graph/build.ts";
import { queriesReading } from "../../../analyzer/graph/queries-reading.ts";
import { hospital, itop, verdicts } from "./hospital.ts";

function query(name: string, parts: Partial<StoredQuery>): StoredQuery {
  return {
    path: `itop:query/${name}`,
    name,
    place: "menu",
    audience: "internal",
    entity: "Person",
    reads: ["Person"],
    fields: [],
    exported: [],
    valid: true,
    error: null,
    literals: [],
    note: null,
    proof: { location: null, basis: "invented" },
    ...parts,
  };
}

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

  it("are none for what is no field", () => {
    expect(uses("itop:Person", query("menu Ward", { fields: ["itop:Person.email"] }))).toEqual([]);
  });
});
