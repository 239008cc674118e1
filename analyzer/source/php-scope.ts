/** Values that names stand for while a PHP literal is read, with a bound on what repeating them may amount to. */
import { EntryList } from "./php-value.ts";
import type { PhpEntry, PhpValue } from "./php-value.ts";

/**
 * Array elements and characters put in for names in one file. Twenty lines of `$a = array($a, $a);` would
 * otherwise be a million elements, and forty exceed any memory.
 */
export const MAX_PHP_SUBSTITUTION = 500_000;

export class PhpScope {
  readonly #variables = new Map<string, PhpValue>();
  readonly #constants = new Map<string, PhpValue>();
  readonly #weights = new WeakMap<PhpValue, number>();
  #spent = 0;

  get exhausted(): boolean {
    return this.#spent > MAX_PHP_SUBSTITUTION;
  }

  forget(variable: string): void {
    this.#variables.delete(variable);
  }

  /**
   * `$name[k1][k2] = value`; an `undefined` key stands for `[]`. A key given before stays and the new one follows:
   * the last counts, and readers can tell that there were two.
   */
  assign(name: string, keys: readonly (PhpValue | undefined)[], value: PhpValue): void {
    const assigned = this.#put(this.#variables.get(name), keys, value);
    if (!this.exhausted) this.#variables.set(name, assigned);
  }

  #put(base: PhpValue | undefined, keys: readonly (PhpValue | undefined)[], value: PhpValue): PhpValue {
    const [key, ...deeper] = keys;
    if (keys.length === 0) return value;
    // What a call or an unknown constant gave cannot be completed.
    if (base !== undefined && base.kind !== "array") return base;
    const entries: readonly PhpEntry[] = base?.entries ?? [];
    this.#spent += entries.length + 1;
    const list = new EntryList();
    for (const each of entries) list.keep(each);
    list.add(key, value);
    if (deeper.length > 0) list.deepen((inner) => this.#put(inner, deeper, value));
    return { kind: "array", entries: list.entries, location: (base ?? value).location };
  }

  setConstant(name: string, value: PhpValue): void {
    this.#constants.set(name, value);
  }

  clearVariables(): void {
    this.#variables.clear();
  }

  clear(): void {
    this.#variables.clear();
    this.#constants.clear();
  }

  /** What a variable holds in the end; not for putting it into another value. */
  finalValue(variable: string): PhpValue | undefined {
    return this.#variables.get(variable);
  }

  variable(name: string): PhpValue | undefined {
    return this.#charge(this.#variables.get(name));
  }

  constant(name: string): PhpValue | undefined {
    return this.#charge(this.#constants.get(name));
  }

  #charge(value: PhpValue | undefined): PhpValue | undefined {
    if (value !== undefined) this.#spent += this.#weigh(value);
    return this.exhausted ? undefined : value;
  }

  #weigh(value: PhpValue): number {
    const known = this.#weights.get(value);
    if (known !== undefined) return known;
    let weight = 1;
    if (value.kind === "array") for (const each of value.entries) weight += this.#weigh(each.value);
    else if (value.kind === "new") for (const each of value.args) weight += this.#weigh(each);
    else if (value.kind === "scalar" && typeof value.value === "string") weight += value.value.length;
    this.#weights.set(value, weight);
    return weight;
  }
}
