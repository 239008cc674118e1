/** Which kinds of input an iTop came with; a rule whose input is missing did not run. */
import type { InputKind } from "../../model/system.ts";
import type { Fragment } from "../adapter.ts";
import { dataOf } from "./fragments.ts";

/** Export classes by what they tell about. */
const BY_CLASS: readonly (readonly [pattern: RegExp, kind: InputKind])[] = [
  [/^Synchro(DataSource|Att)/, "sync"],
  [/^(Action|Trigger)/, "templates"],
  [/^User/, "accounts"],
  [/^URP_/, "rights"],
];

export interface InputHints {
  /** The built-in catalogue stands in for the model. */
  readonly catalogue: boolean;
  readonly forms: boolean;
  readonly rights: boolean;
  /** Code calls other systems. */
  readonly code: boolean;
}

export function inputsOf(fragments: readonly Fragment[], hints: InputHints): readonly InputKind[] {
  const kinds = new Set<InputKind>();
  if (hints.catalogue) kinds.add("catalogue").add("model");
  if (hints.forms) kinds.add("forms");
  if (hints.rights) kinds.add("rights");
  if (hints.code) kinds.add("code");
  for (const { class: name } of dataOf(fragments, "export")) {
    for (const [pattern, kind] of BY_CLASS) if (pattern.test(name)) kinds.add(kind);
  }
  return [...kinds].sort();
}
