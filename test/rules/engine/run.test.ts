import { describe, expect, it } from "vitest";
import { RuleDefect } from "../../../rules/engine/judge.ts";
import { runRules, type RunOptions } from "../../../rules/engine/run.ts";
import { CATALOGUE } from "../../../rules/catalogue.ts";
import type { Rule } from "../../../rules/kit/define-rule.ts";
import { reportsEveryField, rule } from "../findings.ts";
import { at, field, HEALTH, person, snapshot, system } from "../tilleuls.ts";

const CLINIC = snapshot({
  systems: [
    system([person(field("shoe_size", { location: at(9) }), field("badge", { location: at(5) }))]),
    system([], { id: "desk", inputs: ["config"] }),
  ],
});

function run(rules: readonly Rule[], options: Partial<RunOptions> = {}, clinic = CLINIC) {
  return runRules(clinic, { rules, preset: "recommended", ...options });
}

describe("a run", () => {
  it("sorts findings by system, path and rule, not by the order of the rules", () => {
    const rules = [reportsEveryField({ id: "storage/b" }), reportsEveryField({ id: "storage/a" })];
    const order = run(rules).findings.map(({ path, rule: id }) => `${path} ${id}`);
    expect(order).toEqual([
      "itop:Person.badge storage/a",
      "itop:Person.badge storage/b",
      "itop:Person.shoe_size storage/a",
      "itop:Person.shoe_size storage/b",
    ]);
    expect(run(rules.toReversed()).findings).toEqual(run(rules).findings);
  });

  it("gives each finding severity, text, articles and fingerprint", () => {
    expect(run([reportsEveryField()]).findings[0]).toMatchObject({
      severity: "warning",
      message: "badge is free text",
      articles: ["Art. 5(1)(c)"],
      certainty: "proved",
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      suppressed: null,
    });
  });

  it("counts by severity", () => {
    expect(run([reportsEveryField()], { preset: "strict" }).summary).toEqual({
      error: 2,
      warning: 0,
      info: 0,
      suppressed: 0,
    });
  });

  it("follows the configuration of single rules", () => {
    const overrides = { severity: { "storage/personal-data-in-free-text": "off" as const } };
    expect(run([reportsEveryField()], { overrides }).findings).toEqual([]);
  });

  it("hands rules their options, the configured before the default", () => {
    const asked: unknown[] = [];
    const curious = rule({ options: { minFields: 1, ignore: ["a"] } }, (context) => {
      asked.push(context.option("minFields"), context.option("ignore"));
    });
    run([curious], { overrides: { options: { [curious.meta.id]: { minFields: 3 } } } });
    expect(asked).toEqual([3, ["a"]]);
  });

  it("lists a rule without its inputs as not run, with the system and what is missing", () => {
    expect(run([reportsEveryField()]).notRun).toEqual([
      { rule: "storage/personal-data-in-free-text", system: "desk", missing: ["model"] },
    ]);
  });

  it("names the rule that throws", () => {
    const broken = rule({ id: "flow/weak-tls" }, () => {
      throw new TypeError("no such thing");
    });
    expect(() => run([broken])).toThrow(RuleDefect);
    expect(() => run([broken])).toThrow("rule flow/weak-tls failed: no such thing");
  });

  it("takes an option without default, or a message without argument, for a defect of the rule", () => {
    expect(() => run([rule({}, (context) => void context.option("minFeilds"))])).toThrow(RuleDefect);
    const silent = rule({}, (context) =>
      context.report({ system: "itop", path: "itop", location: null, args: {} }),
    );
    expect(() => run([silent])).toThrow('argument "label" is missing');
  });

  it("numbers what a rule reports twice, and says so", () => {
    const twice = rule({}, (context) => {
      for (const line of [8, 4]) {
        context.report({
          system: "itop",
          path: "itop:Person",
          location: at(line),
          args: { label: "Person" },
        });
      }
    });
    const { findings, repeats } = run([twice]);
    expect(findings.map(({ location, fingerprint }) => [location?.line, fingerprint.slice(32)])).toEqual([
      [4, ""],
      [8, "#2"],
    ]);
    expect(repeats).toMatchObject([{ rule: twice.meta.id, path: "itop:Person" }]);
  });

  it("gives rules about exceptions what became of them, last", () => {
    const clinic = snapshot({
      systems: [system([person(field("health_restrictions", { location: at(7) }))])],
      verdicts: { "itop:Person.health_restrictions": HEALTH },
    });
    const path = "itop:Person.health_restrictions";
    const entry = {
      system: "itop",
      rule: "storage/special-category-in-clear",
      path,
      reason: "todo",
      until: null,
      approver: null,
      ticket: null,
      match: { variant: null, discriminator: null },
      location: at(4, "exceptions.yaml"),
    };
    const { findings } = run(CATALOGUE, { exceptions: [entry] }, clinic);
    expect(findings.map(({ rule: id, suppressed }) => [id, suppressed])).toEqual([
      ["model/invalid-exception", null],
      ["storage/special-category-in-clear", null],
    ]);
  });

  it("does not call an exception unused when only some rules ran", () => {
    const entry = {
      system: "itop",
      rule: "storage/secret-in-clear",
      path: "itop:Person.gone",
      until: "2027-01-31",
      reason: "Kept until the vault is in use.",
      approver: "ciso",
      ticket: null,
      match: { variant: null, discriminator: null },
      location: at(4, "exceptions.yaml"),
    };
    const only = ["storage/secret-in-clear", "model/unused-suppression"];
    expect(run(CATALOGUE, { exceptions: [entry], only }).findings).toEqual([]);
    expect(run(CATALOGUE, { exceptions: [entry] }).findings).toMatchObject([
      { rule: "model/unused-suppression" },
    ]);
  });
});
