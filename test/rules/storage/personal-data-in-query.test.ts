import { describe, expect, it } from "vitest";
import type { StoredQuery } from "../../../analyzer/model/query.ts";
import { runRules } from "../../../rules/engine/run.ts";
import personalDataInQuery from "../../../rules/storage/personal-data-in-query.ts";
import { plainQuery } from "../../model-parts.ts";
import { at, snapshot, system } from "../tilleuls.ts";

const location = at(12);

function findings(literals: StoredQuery["literals"]) {
  const query = { ...plainQuery("itop", "menu Night shift"), literals, proof: { location, basis: null } };
  const clinic = snapshot({ systems: [system([], { queries: [query] })], verdicts: {} });
  return runRules(clinic, { rules: [personalDataInQuery], preset: "recommended" }).findings;
}

describe("storage/personal-data-in-query", () => {
  it("counts what it found by kind, one finding a query", () => {
    const found = findings([
      { kind: "email", count: 1 },
      { kind: "name", count: 3 },
    ]);
    expect(found.map(({ path, severity, message }) => [path, severity, message])).toEqual([
      [
        "itop:query/menu Night shift",
        "info",
        "The query “menu Night shift” holds 1 e-mail address and 3 names",
      ],
    ]);
  });

  it("keeps reports from quoting the line, which has the constant in it", () => {
    const [found] = findings([{ kind: "phone", count: 2 }]);
    expect(found?.evidence).toEqual([{ kind: "log-range", text: "2 telephone numbers", location }]);
  });

  it("is silent on a query that names nobody", () => {
    expect(findings([])).toEqual([]);
  });
});
