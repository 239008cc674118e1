/** Every rule there is, in order of their ids. */
import expiredException from "./model/expired-exception.ts";
import invalidException from "./model/invalid-exception.ts";
import unresolvedReference from "./model/unresolved-reference.ts";
import unusedSuppression from "./model/unused-suppression.ts";
import secretInClear from "./storage/secret-in-clear.ts";
import specialCategoryInClear from "./storage/special-category-in-clear.ts";
import type { Rule } from "./kit/define-rule.ts";

export const CATALOGUE: readonly Rule[] = [
  expiredException,
  invalidException,
  unresolvedReference,
  unusedSuppression,
  secretInClear,
  specialCategoryInClear,
];
