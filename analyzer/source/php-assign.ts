/** Follows helper variables: what `$aParams = array(…);` and `$aParams['key'] = …;` leave in them. */
import { MAX_PHP_NESTING } from "./php-literal.ts";
import type { PhpLiteralReader } from "./php-literal.ts";
import type { PhpAssignment } from "./php-statements.ts";
import { partsOf } from "./php-syntax.ts";
import type { PhpValue } from "./php-value.ts";

/** Name of the variable, without `$`, and the keys between it and the assigned value; `undefined` key for `[]`. */
function targetOf(
  assignment: PhpAssignment,
  literals: PhpLiteralReader,
): { readonly variable: string; readonly keys: readonly (PhpValue | undefined)[] } | undefined {
  const keys: (PhpValue | undefined)[] = [];
  let at = assignment.target;
  while (at.type === "subscript_expression") {
    const [base, key] = partsOf(at);
    if (base === undefined) return undefined;
    if (keys.length === MAX_PHP_NESTING) {
      literals.reportNesting(at);
      return undefined;
    }
    keys.push(key === undefined ? undefined : literals.read(key));
    at = base;
  }
  return at.type === "variable_name"
    ? { variable: literals.textOf(at).slice(1), keys: keys.reverse() }
    : undefined;
}

/** Records the assignment in the reader's scope; an assignment of something unknown forgets the variable. */
export function assign(assignment: PhpAssignment, literals: PhpLiteralReader): void {
  const target = targetOf(assignment, literals);
  if (target === undefined) return;
  const { value, tail, node } = assignment;
  const assigned =
    value !== null ? literals.read(value) : tail.length > 0 ? literals.array(node, tail) : undefined;
  if (assigned !== undefined) literals.scope.assign(target.variable, target.keys, assigned);
  else if (target.keys.length === 0) literals.scope.forget(target.variable);
}
