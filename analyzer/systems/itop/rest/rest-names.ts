/** Names a log may contribute to the model: class names and attribute codes, nothing that could be a value. */
import type { Verb } from "../../../model/operation.ts";

/** Longer names do not occur in iTop, whose columns end at 64 characters. */
export const MAX_NAME_LENGTH = 64;

/** Keys of a hostile or broken log can be values; only identifiers pass. */
export function isIdentifier(name: string): boolean {
  return name.length <= MAX_NAME_LENGTH && /^[A-Za-z_]\w*$/.test(name);
}

const VERBS: Readonly<Record<string, Verb>> = {
  "core/get": "read",
  "core/create": "create",
  "core/update": "update",
  "core/delete": "delete",
  "core/apply_stimulus": "stimulus",
  "core/get_related": "related",
  "core/check_credentials": "check-credentials",
  list_operations: "list",
};

/** Operations of extensions (`ext/…`) and misspelt ones are `other`. */
export function verbOf(operation: string): Verb {
  return Object.hasOwn(VERBS, operation) ? (VERBS[operation] as Verb) : "other";
}

/** `core/get`, `list_operations`; empty when the name could be anything. */
export function operationName(operation: string): string {
  return operation.length <= MAX_NAME_LENGTH && /^[a-z][\w-]*(?:\/[\w-]+)?$/i.test(operation)
    ? operation
    : "";
}
