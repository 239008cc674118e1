/** Observed calls of a programming interface, gathered by who made them. */
import { localPart } from "../kit/facts.ts";
import type { RuleContext } from "../kit/define-rule.ts";
import type { Location, ModelPath, Operation, System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";

/** Calls that make one finding. */
export interface CallGroup {
  readonly account: ModelPath | null;
  /** What they have in common besides the account: a verb, an entity. */
  readonly about: string;
  /** By path; never empty. */
  readonly operations: readonly Operation[];
}

/** Groups by account and whatever `about` names; an operation may belong to several groups or to none. */
export function callsBy(
  operations: readonly Operation[],
  about: (operation: Operation) => readonly string[],
): readonly CallGroup[] {
  const groups = new Map<string, CallGroup & { readonly operations: Operation[] }>();
  for (const operation of operations) {
    for (const each of about(operation)) {
      const key = `${operation.account ?? ""}\n${each}`;
      const group = groups.get(key);
      if (group !== undefined) group.operations.push(operation);
      else groups.set(key, { account: operation.account, about: each, operations: [operation] });
    }
  }
  return [...groups.values()];
}

/** Technical accounts are named, accounts of people have a pseudonym. */
export function callerName(account: ModelPath | null): string {
  return account === null ? "A caller the log does not name" : localPart(account).replace(/^account\//, "");
}

/** Where a finding on the calls is reported: the account, or the system if the log names none. */
export function callerPath(system: System, account: ModelPath | null): ModelPath {
  return account ?? system.id;
}

export function callsOf(operations: readonly Operation[]): string {
  return counted(
    operations.reduce((sum, { calls }) => sum + calls, 0),
    "call",
  );
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Fields that left: those seen, and every field of the entity where a reply to a wildcard was cut. */
export function fieldsRead(
  context: RuleContext,
  system: System,
  { fields, selection, truncated, entities }: Operation,
): readonly ModelPath[] {
  if (truncated === 0 || (selection !== "all" && selection !== "all-with-subclasses")) return fields;
  const all = entities.flatMap((name) => context.entity(system, name)?.fields ?? []);
  return [...new Set([...fields, ...all.map(({ path }) => path)])].sort();
}

export function firstPlace(operations: readonly Operation[]): Location | null {
  return operations[0]?.location ?? null;
}

/** Counts and dates of each shape of call, with its place in the log, whose text is never quoted. */
export function logEvidence(operations: readonly Operation[]): readonly Evidence[] {
  return operations.map(({ path, calls, from, to, location }) => {
    const name = localPart(path).replace(/^operation\//, "");
    const days = from === null || to === null ? "" : `, ${from.slice(0, 10)} to ${to.slice(0, 10)}`;
    return { kind: "log-range", text: `${calls} × ${name}${days}`, location };
  });
}
