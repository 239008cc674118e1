/** What a PHP literal evaluates to, and how readers look into it. */
import type { Location } from "../model/location.ts";

/** Scalars, arrays (list or map in order), object creations, or an expression that is not a literal. */
export type PhpValue =
  | { readonly kind: "scalar"; readonly value: string | number | boolean | null; readonly location: Location }
  | PhpArray
  | {
      readonly kind: "new";
      readonly class: string;
      readonly args: readonly PhpValue[];
      readonly location: Location;
    }
  | { readonly kind: "expression"; readonly text: string; readonly location: Location };

/** Keys are as PHP stores them: `"7"` is 7, a missing key is one above the highest. A key may occur twice. */
export interface PhpArray {
  readonly kind: "array";
  readonly entries: readonly PhpEntry[];
  readonly location: Location;
}

export interface PhpEntry {
  readonly key: string | number;
  readonly value: PhpValue;
}

/** The value under a key of an array; of a key given twice, PHP keeps the last. */
export function entry(value: PhpValue | null | undefined, key: string | number): PhpValue | undefined {
  if (value?.kind !== "array") return undefined;
  return value.entries.findLast((each) => each.key === key)?.value;
}

/** The text of a string literal; `undefined` for everything else, numbers included. */
export function stringOf(value: PhpValue | null | undefined): string | undefined {
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

/** The string literals among the values of an array, in order; empty when it is no array. */
export function stringsOf(value: PhpValue | null | undefined): readonly string[] {
  if (value?.kind !== "array") return [];
  return value.entries.map((each) => stringOf(each.value)).filter((text) => text !== undefined);
}

/** What PHP makes of a literal in a condition; `undefined` when only running the program would tell. */
export function truthOf(value: PhpValue | null | undefined): boolean | undefined {
  if (value === undefined || value === null || value.kind === "expression") return undefined;
  if (value.kind === "new") return true;
  if (value.kind === "array") return value.entries.length > 0;
  return Boolean(value.value) && value.value !== "0";
}

/** Appends with PHP's rules for keys: integer-like strings become integers, a missing key is the next free one. */
export class EntryList {
  readonly entries: PhpEntry[] = [];
  #next = 0;

  add(key: PhpValue | undefined, value: PhpValue): void {
    this.keep({ key: key === undefined ? this.#next : keyOf(key), value });
  }

  /** Takes an entry over with the key it has. */
  keep(entry: PhpEntry): void {
    if (typeof entry.key === "number" && entry.key >= this.#next) this.#next = entry.key + 1;
    this.entries.push(entry);
  }

  /** Turns the entry added last into what `change` makes of the value its key had before, and drops that one. */
  deepen(change: (before: PhpValue | undefined) => PhpValue): void {
    const last = this.entries.pop();
    if (last === undefined) return;
    const at = this.entries.findLastIndex((each) => each.key === last.key);
    const value = change(this.entries[at]?.value);
    this.entries.splice(at === -1 ? this.entries.length : at, at === -1 ? 0 : 1, { key: last.key, value });
  }

  /** As `array_merge` and `...` do it: string keys are kept, integer keys are counted anew. */
  addAll(entries: readonly PhpEntry[]): void {
    for (const { key, value } of entries) {
      if (typeof key === "number") this.add(undefined, value);
      else this.entries.push({ key, value });
    }
  }
}

function keyOf(key: PhpValue): string | number {
  if (key.kind === "expression") return key.text;
  if (key.kind !== "scalar") return "";
  const { value } = key;
  if (typeof value === "string") return /^(?:0|-?[1-9][0-9]{0,14})$/.test(value) ? Number(value) : value;
  return value === null ? "" : Math.trunc(Number(value));
}
