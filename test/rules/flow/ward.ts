/** The clinic's service desk for tests of the flow rules: staff, requests, and what is known of their fields. */
import type { System } from "../../../analyzer/model/system.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";
import type { OptionValue, Rule } from "../../../rules/kit/define-rule.ts";
import type { Finding, Preset } from "../../../rules/kit/finding.ts";
import { runRules } from "../../../rules/engine/run.ts";
import { entity, field, HEALTH, person, SECRET, snapshot, system, verdict } from "../tilleuls.ts";

export const staff = person(
  field("name"),
  field("email", { kind: "email" }),
  field("mobile_phone", { kind: "phone" }),
  field("health_restrictions", { kind: "text", freeText: "long" }),
  field("badge_pin", { kind: "encrypted", protection: "encrypted" }),
  field("login_hash", { kind: "hash", protection: "hashed" }),
);

export const request = entity(
  "UserRequest",
  [
    field("description", { kind: "text", freeText: "long" }),
    field("public_log", { kind: "log", freeText: "log", labels: { en: "Public log" } }),
    field("journal", { kind: "log", freeText: "log", labels: { fr: "Journal privé" } }),
  ],
  { role: "ticket" },
);

const TEXT = verdict({ personal: "may-contain", category: "communication-content" });

export const VERDICTS: Readonly<Record<string, Verdict>> = {
  "itop:Person.name": verdict({ category: "name" }),
  "itop:Person.email": verdict({ category: "email" }),
  "itop:Person.mobile_phone": verdict({ category: "phone" }),
  "itop:Person.health_restrictions": HEALTH,
  "itop:Person.login_hash": SECRET,
  "itop:UserRequest.description": TEXT,
  "itop:UserRequest.public_log": TEXT,
  "itop:UserRequest.journal": TEXT,
};

export interface WardParts extends Partial<System> {
  readonly verdicts?: Readonly<Record<string, Verdict>>;
}

/** Findings of one rule over the desk with these parts. */
export function findingsOf(
  rule: Rule,
  { verdicts = {}, ...parts }: WardParts,
  options: Readonly<Record<string, OptionValue>> = {},
  preset: Preset = "recommended",
): readonly Finding[] {
  const inputs = ["model", "sync", "templates", "rest-log"] as const;
  const desk = system([staff, request], { inputs, ...parts });
  const { findings } = runRules(snapshot({ systems: [desk], verdicts: { ...VERDICTS, ...verdicts } }), {
    rules: [rule],
    preset,
    overrides: { options: { [rule.meta.id]: options } },
  });
  return findings;
}
