/** Dependencies of iTop modules: boolean expressions over `name/[operator]version`. */
import { type BooleanExpression, holds, parseBoolean, termsOf } from "./boolean-expression.ts";
import { compareVersions } from "./version-compare.ts";

export interface Dependency {
  /** As written in the module file. */
  readonly text: string;
  /** `null` when it cannot be read; such a dependency is never satisfied. */
  readonly expression: BooleanExpression | null;
}

interface ModuleTerm {
  readonly name: string;
  readonly operator: string;
  readonly version: string;
}

/** Module names with their version. */
export type Versions = ReadonlyMap<string, string>;

const TERM = /[^\s()&|!]+/y;

/** iTop takes the mark as part of the name, and there is no such module. Before a parenthesis or a blank it negates. */
const NEGATED_NAME = /!+(?=[^\s()&|!])[^\s()&|]*/g;

export function parseDependency(text: string): Dependency {
  return { text, expression: parseBoolean(text.replaceAll(NEGATED_NAME, "false"), TERM) };
}

/** The dependency as written, with what is there of it all the same. */
export function unmetInWords(dependency: Dependency, found: Versions): string {
  if (isSatisfied(dependency, found)) return `${dependency.text.trim()} (which is left out itself)`;
  const versions = [...new Set(namedModules(dependency))].flatMap((name) => {
    const version = found.get(name);
    return version === undefined ? [] : `${name} is there in version ${version}`;
  });
  const text = dependency.text.trim();
  return versions.length === 0 ? text : `${text} (${versions.join(", ")})`;
}

/** Whether the modules given fulfil the dependency. */
export function isSatisfied(dependency: Dependency, modules: Versions): boolean {
  return dependency.expression !== null && holds(dependency.expression, (term) => isMet(term, modules));
}

/** Modules the dependency names, alternatives included. */
export function namedModules(dependency: Dependency): readonly string[] {
  if (dependency.expression === null) return [];
  return termsOf(dependency.expression).flatMap((term) => readTerm(term)?.name ?? []);
}

function isMet(text: string, modules: Versions): boolean {
  // What is no `name/version` stays in the PHP that iTop evaluates.
  if (/^true$/i.test(text)) return true;
  const term = readTerm(text);
  const version = term === null ? undefined : modules.get(term.name);
  if (term === null || version === undefined) return false;
  const order = compareVersions(version, term.version);
  switch (term.operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "=":
      return order === 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}

/** iTop recognises no name without a slash and a version behind it; without an operator the version is a minimum. */
function readTerm(text: string): ModuleTerm | null {
  const match = /^([^/]+)\/(<=|>=|<|>|=)?([^><=]+)$/.exec(text);
  if (match === null) return null;
  const [, name = "", operator = ">=", version = ""] = match;
  return { name, operator, version };
}
