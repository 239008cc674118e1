/** Whether somebody took a personal field on record: a decision, or a declared activity that covers it. */
import type { RuleContext } from "../kit/define-rule.ts";
import type { Field } from "../kit/facts.ts";

/**
 * An activity covers a field that it names among its elements, or that belongs to it while its declared categories
 * leave out nothing that was found.
 */
export function isDeclared(context: RuleContext, field: Field): boolean {
  if (context.verdict(field).decision !== null) return true;
  const { register } = context;
  if (register === null) return false;
  const named = Object.values(register.declarations?.register.activities ?? {}).flatMap(
    ({ elements }) => elements ?? [],
  );
  if (named.some((pattern) => names(pattern, field))) return true;
  return register.records.some(
    ({ elements, cells }) => cells["data-categories"].state === "declared" && elements.includes(field.path),
  );
}

/** Only a path down to the field counts: naming its whole entity says nothing of what is added to it later. */
function names(pattern: string, { path }: Field): boolean {
  if (!pattern.includes(".")) return false;
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
