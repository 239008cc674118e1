/** Data sources that run with more rights than they need, or as nobody in particular. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { labelOf } from "../kit/label.ts";
import type { Account, Entity, Movement, Role, System } from "../kit/facts.ts";
import { isActive, targetOf, writesAboutPeople } from "./sources.ts";

export default defineRule({
  meta: {
    id: "flow/sync-account-unrestricted",
    title: "Sync source not bound to a restricted account",
    family: "flow",
    severity: { minimal: "off", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(f)", "Art. 32(1)(b)", "Art. 32(4)"],
    basis: "vendor practice",
    systems: "iTop and others with run accounts",
    inputs: ["sync"],
    options: { maxSources: 5 },
    messages: {
      unbound: {
        what: "{source} is bound to no account, so that only administrators can run it",
        why: "What writes to {entity} has every right and cannot be attributed to one purpose (Art. 32).",
        fix: "Create a technical account with rights on {entity} only, and bind the source to it.",
      },
      privileged: {
        what: "{source} runs as an account that may do more than its work: {rights}",
        why: "Whoever gets hold of it reaches far more than {entity} (Art. 32).",
        fix: "Use a technical account with rights on {entity} only, without an administrator's role.",
      },
      personal: {
        what: "{source} runs as the account of a person",
        why: "Writes to {entity} look like that person's, and stop when the person leaves (Art. 32).",
        fix: "Create a technical account with rights on {entity} only.",
      },
      shared: {
        what: "{account} runs {count} sources with personal data: {sources}",
        why: "One account for everything cannot be limited to a purpose, nor its writes attributed to one (Art. 32).",
        fix: "Give each purpose an account of its own.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const active = system.movements.filter(
        (each) => isActive(each) && writesAboutPeople(context, system, each),
      );
      for (const movement of active) judge(context, system, movement);
      judgeShared(context, system, active);
    }
  },
});

function judge(context: RuleContext, system: System, movement: Movement): void {
  const { account: path, name, status, proof } = movement;
  const entity = targetOf(context, system, movement);
  const report = (messageId: string, rights = ""): void =>
    context.report({
      system: system.id,
      path: movement.path,
      location: proof.location,
      messageId,
      args: { source: name, entity: entity === undefined ? "its target" : labelOf(entity), rights },
      raise: status === "test" ? -2 : 0,
    });
  if (path === null) return report("unbound");
  const account = system.accounts.find((each) => each.path === path);
  if (account === undefined) return;
  if (account.kind === "human") return report("personal");
  const rights = tooMuch(context, system, account, entity);
  if (rights !== null) report("privileged", rights);
}

function tooMuch(
  context: RuleContext,
  system: System,
  { roles }: Account,
  target: Entity | undefined,
): string | null {
  const held = system.roles.filter(({ path }) => roles.includes(path));
  const admin = held.find(({ audience }) => audience === "admin");
  if (admin !== undefined) return `it holds ${admin.name}`;
  const related = new Set(target === undefined ? [] : [target.name, target.parent]);
  const others = held
    .flatMap((role) => bulkWritten(context, system, role))
    .filter((each) => !related.has(each));
  const count = new Set(others).size;
  return target === undefined || count === 0
    ? null
    : `it may write ${count === 1 ? "another entity" : `${count} other entities`} in bulk`;
}

/** Links come with the entities they join, and an abstract entity holds nothing. */
function bulkWritten(context: RuleContext, system: System, { grants }: Role): readonly string[] {
  return grants
    .filter(({ operation, effect }) => operation === "bulk-write" && effect === "allow")
    .map((grant) => grant.entity)
    .filter((name) => {
      const entity = context.entity(system, name);
      return entity !== undefined && !entity.abstract && !entity.isLink;
    });
}

function judgeShared(context: RuleContext, system: System, active: readonly Movement[]): void {
  for (const { path, proof } of system.accounts) {
    const sources = active.filter(({ account }) => account === path);
    if (sources.length < context.option<number>("maxSources")) continue;
    const account = path.slice(path.indexOf("/") + 1);
    const names = sources.map(({ name }) => name);
    context.report({
      system: system.id,
      path,
      location: proof.location,
      messageId: "shared",
      args: { account, count: names.length, sources: names },
      related: sources.map((each) => ({ role: "runs", path: each.path, location: each.proof.location })),
    });
  }
}
