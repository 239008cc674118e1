/** Fields that store again what a reference to a person already leads to: `caller_phone` beside `caller_id`. */
import type { RuleContext } from "../kit/define-rule.ts";
import { ownFields, type Category, type Entity, type Field, type System } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import { wordsOfName } from "../kit/words-of-name.ts";

export interface ContactCopy {
  readonly field: Field;
  readonly relation: Field;
  readonly category: Category;
}

const CONTACT: ReadonlySet<Category> = new Set(["name", "email", "phone", "employee-id", "username"]);

/** Words that say what a field holds, not of whom. */
const CONTENT_WORDS: ReadonlySet<string> = new Set(
  "first last given family full middle sur name surname firstname lastname email mail e address phone telephone tel mobile cell number no work employee personnel login user username id".split(
    " ",
  ),
);

/** A copy names the same person as the reference; a visitor's number beside the host is nobody's copy. */
export function copiesOf(context: RuleContext, system: System, entity: Entity): readonly ContactCopy[] {
  if (entity.role === "subject" || entity.role === "account") return [];
  const relations = entity.fields.filter(
    ({ kind, target }) =>
      kind === "reference" && target !== null && context.entity(system, target)?.role === "subject",
  );
  if (relations.length === 0) return [];
  return ownFields(entity).flatMap((field) => {
    const verdict = context.verdict(field);
    if (!isStored(field) || standingOf(verdict) !== "yes" || !CONTACT.has(verdict.category)) return [];
    const whose = qualifierOf(field);
    const relation = relations.find((each) => qualifierOf(each) === whose && whose !== "");
    return relation === undefined ? [] : [{ field, relation, category: verdict.category }];
  });
}

function isStored({ kind }: Field): boolean {
  return kind === "string" || kind === "text" || kind === "email" || kind === "phone";
}

/** `caller_email` and `caller_id` are both the caller's. */
function qualifierOf({ name }: Field): string {
  return wordsOfName(name)
    .filter((word) => !CONTENT_WORDS.has(word))
    .join("_");
}
