/** Findings and rules for tests of the engine and the reporters. */
import type { RuleMeta, Rule, RuleContext } from "../../rules/kit/define-rule.ts";
import type { Finding } from "../../rules/kit/finding.ts";
import { at } from "./tilleuls.ts";

export function finding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: "storage/special-category-in-clear",
    messageId: "found",
    severity: "error",
    system: "itop",
    path: "itop:Person.health_restrictions",
    location: at(12),
    args: {},
    message: "Health restrictions holds health data in clear",
    why: "Such data need a condition of Art. 9(2).",
    fix: "Encrypt the field.",
    evidence: [],
    flow: [],
    related: [],
    certainty: "proved",
    articles: ["Art. 9(1)"],
    basis: "law",
    discriminator: "",
    fingerprint: "0123456789abcdef0123456789abcdef",
    suppressed: null,
    ...parts,
  };
}

export function rule(parts: Partial<RuleMeta> = {}, check: (context: RuleContext) => void = () => {}): Rule {
  return {
    meta: {
      id: "storage/personal-data-in-free-text",
      title: "Personal data placed in a free-text field",
      family: "storage",
      severity: { minimal: "info", recommended: "warning", strict: "error" },
      priority: "P0",
      articles: ["Art. 5(1)(c)"],
      basis: "vendor practice",
      systems: "all",
      inputs: ["model"],
      messages: { found: { what: "{label} is free text", why: "It cannot be located.", fix: "Move it." } },
      ...parts,
    },
    check,
  };
}

/** A rule that reports every field of the estate once. */
export function reportsEveryField(parts: Partial<RuleMeta> = {}): Rule {
  return rule(parts, (context) => {
    for (const system of context.systems) {
      for (const { path, name, location } of system.entities.flatMap(({ fields }) => fields)) {
        context.report({ system: system.id, path, location, args: { label: name } });
      }
    }
  });
}
