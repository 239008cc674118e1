/** Resolves folded log shapes against the model: logins to accounts, attribute codes to field paths. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, localPart, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Operation } from "../../../model/operation.ts";
import type { FoldedOperation, RestLogData } from "../fragments.ts";

/** Path of an account named in a log, `null` for a call that names none. */
export type AccountOf = (account: string) => ModelPath | null;

/**
 * One operation per shape, sorted by path. Attributes the class does not have are left out; where a reply was cut
 * before any attribute could be seen, a wildcard stands for every field of the class.
 */
export function resolveOperations(
  logs: readonly RestLogData[],
  index: EntityIndex,
  accountOf: AccountOf,
  system: SystemId,
): readonly Operation[] {
  const shapes = logs
    .flatMap((log) => log.operations)
    .map((shape) => ({ shape, order: orderOf(shape) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const taken = new Map<string, number>();
  const operations = shapes.map(({ shape }) => {
    const account = accountOf(shape.account);
    const caller = account === null ? "(no account)" : localPart(account).slice("account/".length);
    const name = [caller, shape.operation || "(none)", shape.classes.join(",")].join(" ").trim();
    const repeat = (taken.get(name) ?? 0) + 1;
    taken.set(name, repeat);
    return resolved(
      shape,
      elementPath(system, "operation", repeat === 1 ? name : `${name} #${repeat}`),
      account,
      index,
    );
  });
  return operations.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function resolved(
  shape: FoldedOperation,
  path: ModelPath,
  account: ModelPath | null,
  index: EntityIndex,
): Operation {
  const { operation: _operation, classes, attributes, ...counted } = shape;
  return {
    ...counted,
    path,
    account,
    entities: classes,
    fields: fieldsOf(shape, classes, attributes, index),
  };
}

function fieldsOf(
  shape: FoldedOperation,
  classes: readonly string[],
  attributes: FoldedOperation["attributes"],
  index: EntityIndex,
): readonly ModelPath[] {
  const everything = shape.selection === "all" || shape.selection === "all-with-subclasses";
  const paths = new Set<ModelPath>();
  for (const name of classes) {
    const codes = attributes[name] ?? [];
    if (codes.length === 0 && everything && shape.truncated > 0) {
      for (const field of index.entity(name)?.fields ?? []) paths.add(field.path);
    }
    for (const code of codes) {
      const field = index.field(name, code);
      if (field !== undefined) paths.add(field.path);
    }
  }
  return [...paths].sort();
}

/** Everything that tells two shapes of one name apart, so that their numbering is stable. */
function orderOf(shape: FoldedOperation): string {
  const { account, operation, classes, selection, bulk, failures, attributes, location, calls } = shape;
  const where = `${location.file}:${String(location.line).padStart(9, "0")}:${String(location.column).padStart(12, "0")}`;
  return JSON.stringify([
    account,
    operation,
    classes,
    selection,
    bulk,
    failures > 0,
    attributes,
    where,
    calls,
  ]);
}
