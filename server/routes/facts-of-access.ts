/** What the model says of roles, accounts, views, queries, settings and claims. */
import type { Account, Role, StimulusGrant, View } from "../../analyzer/model/access.ts";
import type { Claim } from "../../analyzer/model/claim.ts";
import type { StoredQuery } from "../../analyzer/model/query.ts";
import type { Setting, SettingValue } from "../../analyzer/model/setting.ts";
import { fact, list, type Fact } from "./fact.ts";

export function roleFacts(role: Role): readonly Fact[] {
  const byOperation = new Map<string, string[]>();
  for (const { entity, operation, effect } of role.grants) {
    const name = effect === "allow" ? `May ${operation}` : `May not ${operation}`;
    byOperation.set(name, [...(byOperation.get(name) ?? []), entity]);
  }
  const steps = (effect: "allow" | "deny"): string =>
    list((role.stimuli ?? []).filter((each) => each.effect === effect).map(stepWords));
  return [
    ...fact("Audience", role.audience),
    ...[...byOperation.keys()].sort().flatMap((name) => fact(name, list(byOperation.get(name) ?? []))),
    ...fact("May move along its life cycle", steps("allow")),
    ...fact("May not move along its life cycle", steps("deny")),
  ];
}

function stepWords({ entity, stimulus }: StimulusGrant): string {
  return `${entity === "*" ? "any" : entity}: ${stimulus}`;
}

export function accountFacts(account: Account): readonly Fact[] {
  return [
    ...fact("Kind", account.kind),
    ...fact("Roles", list(account.roles)),
    ...fact("May call the programming interface", account.apiAccess ? "yes" : "no"),
    ...fact("Limited to organisations", account.orgScope),
    ...fact("Status", account.status),
    ...fact("Person", account.person),
  ];
}

export function viewFacts(view: View): readonly Fact[] {
  return [
    ...fact("Audience", view.audience),
    ...fact("Entity", view.entity),
    ...fact("Shows", list(view.fields.filter(({ shown }) => shown !== "hidden").map(({ field }) => field))),
    ...fact("Rows", view.scope),
  ];
}

export function queryFacts(query: StoredQuery): readonly Fact[] {
  const named = query.literals.map(({ kind, count }) => `${kind} (${count})`);
  return [
    ...fact("Place", query.place),
    ...fact("Audience", query.audience),
    ...fact("Selects", query.entity),
    ...fact("Reads", list(query.reads)),
    ...fact("Looks at", list(query.fields)),
    ...fact("Gives out", list(query.exported)),
    ...fact("Does not work", query.error),
    ...fact("Constants that name people", list(named)),
    ...fact("Note", query.note),
  ];
}

/** The value of a secret is not in the model, so it cannot be shown here. */
export function settingFacts(setting: Setting): readonly Fact[] {
  return [
    ...fact("Value", setting.secret === "none" ? valueWords(setting.value) : `a secret (${setting.secret})`),
    ...fact("Default", valueWords(setting.default)),
    ...fact("Is the default", setting.isDefault ? "yes" : "no"),
  ];
}

export function claimFacts(claim: Claim): readonly Fact[] {
  return [
    ...fact("Topic", claim.topic),
    ...fact("Says", claim.says),
    ...fact("Wording", claim.modality),
    ...fact("Quote", claim.quote),
    ...fact("Source", claim.source),
    ...fact("As of", claim.assertedOn),
    ...fact("Contradicted by", list(claim.conflictsWith)),
  ];
}

function valueWords(value: SettingValue): string {
  if (value === null) return "unknown";
  return typeof value === "object" ? list(value) : String(value);
}
