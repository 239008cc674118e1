/** Passwords, tokens and keys that anyone who can read the record can use. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf, reasonsOf } from "../kit/evidence.ts";
import { ownFields, type Entity, type Field, type Store, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { CANDIDATE } from "../kit/standing.ts";
import { hasWords } from "../kit/words-of-name.ts";

/** Kinds that can hold a secret's characters; `token_count` and `pin_required` cannot. */
const READABLE_KINDS: ReadonlySet<Field["kind"]> = new Set(["string", "text", "clear-secret"]);

export default defineRule({
  meta: {
    id: "storage/secret-in-clear",
    title: "Password, token or key stored readable",
    family: "storage",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(f)", "Art. 32(1)(a)"],
    basis: "law",
    systems: "all",
    inputs: ["model"],
    options: {
      ignoreNames: ["token_type", "password_expiry", "password_policy", "key_name"],
      history: true,
      minConfidence: CANDIDATE,
    },
    messages: {
      found: {
        what: "{label} keeps a {secret} readable, as {type}",
        why: "Anyone with read access, an export or a backup can use it (Art. 32(1)(a)).",
        fix: "Use a one-way or an encrypted type, then replace the value: the old one has been readable.",
      },
      "found-with-history": {
        what: "{label} keeps a {secret} readable, as {type}, and change history keeps every former value",
        why: "Anyone with read access, an export or a backup can use it (Art. 32(1)(a)); a changed value stays in history.",
        fix: "Use a one-way or an encrypted type, stop tracking the field, replace the value and clear its history.",
      },
      history: {
        what: "Change history keeps former values of {label}, a {secret} stored as {type}",
        why: "Old values are collected where the protection of the field does not reach (Art. 5(1)(f), 32(1)(a)).",
        fix: "Stop tracking the field and clear its history.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const entity of system.entities) {
        for (const field of ownFields(entity)) judge(context, system, entity, field);
      }
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity, field: Field): void {
  const verdict = context.verdict(field);
  const secretByType = field.kind === "clear-secret" || field.protection === "clear-secret";
  const secretByVerdict =
    verdict.sensitivity === "secret" && verdict.confidence >= context.option<number>("minConfidence");
  if (!secretByType && !secretByVerdict) return;
  if (context.option<readonly string[]>("ignoreNames").some((name) => hasWords(field.name, name))) return;

  const guarded = field.protection === "encrypted" || field.protection === "hashed";
  const readable = !guarded && READABLE_KINDS.has(field.kind);
  const remembered =
    (readable || guarded) &&
    context.option<boolean>("history") &&
    field.history.tracked &&
    (field.history.keeps === "previous" || field.history.keeps === "old+new");
  if (!readable && !remembered) return;

  const stores = remembered ? historyStores(system, entity) : [];
  context.report({
    system: system.id,
    path: field.path,
    location: field.location,
    messageId: readable ? (remembered ? "found-with-history" : "found") : "history",
    args: {
      label: labelOf(field),
      secret: verdict.category === "secret-token" ? "token or key" : "credential",
      type: field.declaredType,
    },
    evidence: [definitionOf(field), ...reasonsOf(verdict)],
    // A former hash has to be guessed before it is of use.
    raise: !readable && field.protection === "hashed" ? -2 : 0,
    related: stores.map(({ path, proof }) => ({
      role: "keeps former values",
      path,
      location: proof.location,
    })),
  });
}

/** Stores that take up changes of the entity; one that says nothing of its entities takes all. */
function historyStores(system: System, entity: Entity): readonly Store[] {
  return system.stores.filter(
    ({ kind, active, of }) =>
      kind === "history" && active.state !== "off" && (of.length === 0 || of.includes(entity.name)),
  );
}
