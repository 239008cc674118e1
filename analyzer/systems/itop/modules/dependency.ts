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

export function parseDependency(text: string): Dependency {
  return { text, expression: parseBoolean(text, TERM) };
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

/** iTop recognises no name without a version behind a slash; without an operator the version is a minimum. */
function readTerm(text: string): ModuleTerm | null {
  const match = /^([^/]+)\/(<=|>=|<|>|=)?(.*)$/.exec(text);
  if (match === null) return null;
  const [, name = "", operator = ">=", version = ""] = match;
  return { name, operator, version };
}
