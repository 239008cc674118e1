/** What kind of source a collector has, by what its class inherits from and which parameters it has. */
import type { CollectorClassData } from "./collector-data.ts";
import { parameterAt } from "./parameter-value.ts";
import type { Parameters } from "./parameters.ts";

/** `code`: its own PHP fetches the rows, and no parameter tells where which column goes. */
export type CollectorKind = "ldap" | "sql" | "csv" | "json" | "code";

/** Parents followed; no public collector has more than four. */
const MAX_PARENTS = 30;

const BASES: readonly (readonly [pattern: RegExp, kind: CollectorKind])[] = [
  [/^(?:my)?sqlcollector$/i, "sql"],
  [/^csvcollector$/i, "csv"],
  [/^jsoncollector$/i, "json"],
  [/ldap/i, "ldap"],
];

/** Classes of one installation by name; PHP does not tell capitals apart. */
export type CollectorClasses = ReadonlyMap<string, CollectorClassData>;

export function collectorKind(
  name: string,
  classes: CollectorClasses,
  parameters: Parameters,
): CollectorKind {
  // The own name decides last: an LDAP collector may well read what a CSV file has of a directory.
  const line = parentsOf(name, classes);
  for (const parent of line.slice(1)) {
    const base = BASES.find(([pattern]) => pattern.test(parent));
    if (base !== undefined) return base[1];
  }
  const own = parameters.ofClass(name);
  if (parameterAt(own, "csv_file") !== undefined) return "csv";
  if (["jsonfile", "jsonurl", "JSONFILE", "JSONURL"].some((key) => parameterAt(own, key) !== undefined))
    return "json";
  if (parameters.suffixed(name, "_query") !== undefined) return "sql";
  if (/ldap/i.test(name)) return "ldap";
  return "code";
}

/** The class and its parents, nearest first; the last may be one whose file was not given. */
function parentsOf(name: string, classes: CollectorClasses): readonly string[] {
  const line = [name];
  for (let at = classes.get(name.toLowerCase()); at !== undefined && line.length <= MAX_PARENTS;) {
    line.push(at.parent);
    at = classes.get(at.parent.toLowerCase());
  }
  return line;
}
