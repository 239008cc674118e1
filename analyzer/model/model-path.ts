/** The stable name of any element: `itop:Person.mobile_phone`, `itop:sync/HR employees`. */

export type ModelPath = string;
export type SystemId = string;

/** Kinds that stand before a `/` in a path; entities and fields have none. */
export type PathKind =
  | "sync"
  | "notification"
  | "trigger"
  | "store"
  | "role"
  | "account"
  | "party"
  | "setting"
  | "operation"
  | "movement"
  | "view"
  | "query"
  | "claim"
  | "module"
  | "erasure";

export function entityPath(system: SystemId, entity: string): ModelPath {
  return `${system}:${entity}`;
}

export function fieldPath(system: SystemId, entity: string, field: string): ModelPath {
  return `${system}:${entity}.${field}`;
}

export function elementPath(system: SystemId, kind: PathKind, name: string): ModelPath {
  return `${system}:${kind}/${name}`;
}

export function systemOf(path: ModelPath): SystemId {
  return path.slice(0, path.indexOf(":"));
}

/** The path without its system: `Person.email`, `sync/HR employees`. */
export function localPart(path: ModelPath): string {
  return path.slice(path.indexOf(":") + 1);
}
