import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../../analyzer/workspace/snapshot.ts";
import { parseRulePage, type RuleExample } from "../../../rules/kit/rule-page.ts";
import { pageDefects, runExample } from "../../../rules/kit/rule-tester.ts";
import { CATALOGUE } from "../../../rules/catalogue.ts";
import { reportsEveryField, rule } from "../findings.ts";
import { at, field, HEALTH, person, snapshot, system } from "../tilleuls.ts";

/** Stands for the analysis: one field a line of `fields.txt`. */
function analyse(files: Readonly<Record<string, string>>): Promise<Snapshot> {
  const names = (files["fields.txt"] ?? "").split("\n").filter((name) => name !== "");
  const verdicts = Object.fromEntries(names.map((name) => [`itop:Person.${name}`, HEALTH]));
  const systems =
    names.length === 0
      ? []
      : [system([person(...names.map((name) => field(name, { location: at(1, "fields.txt") })))])];
  return Promise.resolve(snapshot({ systems, verdicts }));
}

function example(parts: Partial<RuleExample>): RuleExample {
  return { title: "", line: 1, files: {}, options: {}, expected: [], notRun: false, ...parts };
}

const EVERY = reportsEveryField();

describe("an example", () => {
  it("holds when exactly the expected findings are there", async () => {
    const expected = ["badge", "phone"].map((name) => ({ path: `itop:Person.${name}`, messageId: "found" }));
    const result = await runExample(
      EVERY,
      example({ files: { "fields.txt": "phone\nbadge\n" }, expected }),
      [EVERY],
      analyse,
    );
    expect(result.actual).toEqual(result.expected);
  });

  it("does not hold with a finding too many", async () => {
    const result = await runExample(EVERY, example({ files: { "fields.txt": "phone\n" } }), [EVERY], analyse);
    expect(result).toEqual({ expected: [], actual: ["itop:Person.phone [found]"] });
  });

  it("does not call a rule silent that did not run", async () => {
    const result = await runExample(EVERY, example({ files: { "fields.txt": "" } }), [EVERY], analyse);
    expect(result.actual).toEqual(["not run"]);
  });

  it("leaves out what is said of the standard model, unless it is expected", async () => {
    const standard = (): Promise<Snapshot> =>
      Promise.resolve(snapshot({ systems: [system([person(field("phone"))])] }));
    const expected = [{ path: "itop:Person.phone", messageId: "found" }];
    expect((await runExample(EVERY, example({}), [EVERY], standard)).actual).toEqual([]);
    expect((await runExample(EVERY, example({ expected }), [EVERY], standard)).actual).toEqual([
      "itop:Person.phone [found]",
    ]);
  });

  it("takes the exceptions that lie beside its files", async () => {
    const expired = CATALOGUE.find(({ meta }) => meta.id === "model/expired-exception") ?? EVERY;
    const files = {
      "fields.txt": "health_notes\n",
      "exceptions.yaml": `exceptions:
  itop:
    storage/special-category-in-clear:
      Person.health_notes: { reason: Needed by the duty physician., until: 2026-01-31, approver: officer }
`,
    };
    const result = await runExample(expired, example({ files }), CATALOGUE, analyse);
    expect(result.actual).toEqual(["itop:Person.health_notes [found]"]);
  });

  it("sets the options of its rule", async () => {
    const clear = CATALOGUE.find(({ meta }) => meta.id === "storage/special-category-in-clear") ?? EVERY;
    const files = { "fields.txt": "health_notes\n" };
    const result = await runExample(
      clear,
      example({ files, options: { minConfidence: 0.95 } }),
      CATALOGUE,
      analyse,
    );
    expect(result.actual).toEqual([]);
  });
});

describe("a page and its rule", () => {
  const page = parseRulePage("");

  it("must agree on the title", () => {
    expect(pageDefects(EVERY, { ...page, title: "Something else" }).join("\n")).toContain(
      'title is "Something else"',
    );
  });

  it("must agree on the variants, each of them shown", () => {
    const firesOn = [example({ expected: [{ path: "itop:Person", messageId: "mapped" }] })];
    const defects = pageDefects(rule(), { ...page, firesOn }).join("\n");
    expect(defects).toContain('no example shows the variant "found"');
    expect(defects).toContain('there is no variant "mapped"');
  });

  it("must agree on the options", () => {
    const firesOn = [example({ options: { minFeilds: 1 } })];
    expect(pageDefects(rule(), { ...page, firesOn }).join("\n")).toContain('no option "minFeilds"');
  });
});
