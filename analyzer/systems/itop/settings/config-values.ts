/** Lists the values of a configuration array one by one, without its secrets. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { PhpArray, PhpEntry, PhpValue } from "../../../source/php-value.ts";
import { parameterNamed } from "./config-parameters.ts";
import type { ParameterType } from "./config-parameter.ts";
import {
  hasPlaceholder,
  holdsCredentials,
  holdsLiteral,
  isSecretName,
  secretKind,
} from "./config-secrets.ts";
import type { ConfigData, ConfigValue } from "../fragments.ts";

type Scalar = string | number | boolean | null;

/**
 * A list of scalars is one value. Of a map the value is the list of its keys, and each entry follows as a value
 * of its own, named `<name>/<key>`.
 */
export class ConfigValues {
  readonly values: ConfigValue[] = [];
  readonly duplicates: ConfigData["duplicates"][number][] = [];
  readonly #problems: Problem[];

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  /** `prefix` is empty for `$MySettings` and ends in `/` below that. */
  addEntries(prefix: string, { entries }: PhpArray): void {
    const winners = new Map<string, PhpEntry>();
    for (const each of entries) {
      const name = `${prefix}${each.key}`;
      const overridden = winners.get(name);
      if (overridden !== undefined) this.duplicates.push({ name, location: overridden.value.location });
      winners.set(name, each);
    }
    for (const [name, { value }] of winners) this.#add(name, value);
  }

  #add(name: string, value: PhpValue): void {
    const { location } = value;
    if (value.kind === "scalar") this.#addScalar(name, value.value, location);
    else if (value.kind === "array") this.#addArray(name, value);
    else if (isSecretName(name)) {
      const literal = value.kind === "new" || holdsLiteral(value.text);
      this.values.push({ name, value: null, secret: literal ? "literal" : "none", location });
    } else {
      this.#unknown(name, location, "is computed by PHP code");
      this.values.push({ name, value: null, secret: "none", location });
    }
  }

  #addScalar(name: string, given: Scalar, location: Location): void {
    const switches = typeof given === "boolean" || given === null;
    const text = switches ? "" : String(given);
    if (!switches && isSecretName(name)) {
      this.values.push({ name, value: null, secret: secretKind(name, text), location });
    } else if (holdsCredentials(text)) {
      this.values.push({ name, value: null, secret: "literal", location });
    } else {
      const fromEnvironment = hasPlaceholder(text);
      if (fromEnvironment) this.#unknown(name, location, "is put in from an environment variable");
      const value = fromEnvironment ? given : inForce(given, parameterNamed(name)?.type);
      this.values.push({ name, value, secret: "none", location });
    }
  }

  #addArray(name: string, array: PhpArray): void {
    const { entries, location } = array;
    if (entries.length > 0 && isSecretName(name)) {
      this.values.push({ name, value: null, secret: "literal", location });
      return;
    }
    const items = listItems(array);
    if (items === undefined) {
      const keys = [...new Set(entries.map(({ key }) => String(key)))];
      this.values.push({ name, value: keys, secret: "none", location });
      this.addEntries(`${name}/`, array);
    } else if (items.some(holdsCredentials)) {
      this.values.push({ name, value: null, secret: "literal", location });
    } else {
      this.values.push({ name, value: items, secret: "none", location });
    }
  }

  #unknown(name: string, location: Location, how: string): void {
    const message = `The value of '${name}' ${how}`;
    this.#problems.push({ kind: "unknown-value", message, location, lost: "that value" });
  }
}

/** The scalars of an array whose keys count from 0, as text; `undefined` for a map. */
function listItems({ entries }: PhpArray): readonly string[] | undefined {
  const items: string[] = [];
  for (const [at, { key, value }] of entries.entries()) {
    if (key !== at || value.kind !== "scalar") return undefined;
    items.push(String(value.value));
  }
  return items;
}

/** iTop trims texts and casts every known parameter to its type, so that `'0'` and `''` switch off. */
function inForce(given: Scalar, type: ParameterType | undefined): Scalar {
  const value = typeof given === "string" ? given.trim() : given;
  switch (type) {
    case "bool":
      return Boolean(value) && value !== "0";
    case "integer":
      return Math.trunc(leadingNumber(value));
    case "float":
      return leadingNumber(value);
    case "string":
      return value === null || value === false ? "" : value === true ? "1" : String(value);
    case "list":
    case undefined:
      return value;
    default:
      return type satisfies never;
  }
}

/** PHP reads the number a text begins with, else 0. */
function leadingNumber(value: Scalar): number {
  const number = typeof value === "string" ? Number.parseFloat(value) : Number(value);
  return Number.isFinite(number) ? number : 0;
}
