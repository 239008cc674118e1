/** Adds to each log store what an export of its own rows showed: counts and dates. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { localPart } from "../../../model/model-path.ts";
import type { Movement } from "../../../model/movement.ts";
import type { Store, StoreObservation, StorePart } from "../../../model/store.ts";
import type { LogFileData, RestLogData, StoreRowsData } from "../fragments.ts";
import type { LogContent } from "../log-files/log-content.ts";
import { summed } from "../notifications/notification-observations.ts";

export function withObservations(
  stores: readonly Store[],
  rows: readonly StoreRowsData[],
  logs: readonly RestLogData[],
): readonly Store[] {
  const seen = new Map<string, StoreObservation>();
  for (const { class: entity, observation, outcomes } of rows) {
    add(seen, entity, Object.keys(outcomes).length === 0 ? observation : { ...observation, outcomes });
  }
  for (const { window } of logs) add(seen, "EventRestService", window);
  return stores.map((store) => {
    const observed = store.entity === null ? undefined : seen.get(store.entity);
    return observed === undefined ? store : { ...store, observed };
  });
}

/** Adds to the store of log files what they were seen to hold. */
export function withLogFiles(stores: readonly Store[], files: readonly LogFileData[]): readonly Store[] {
  const seen = new Map<string, StoreObservation>();
  for (const { observation } of files) add(seen, "", observation);
  const observed = seen.get("");
  if (observed === undefined) return stores;
  const found = files.flatMap(({ holds }) => Object.keys(holds) as LogContent[]);
  const parts = found.map((kind) => PARTS[kind]);
  return stores.map((store) =>
    store.kind === "file-log"
      ? {
          ...store,
          observed,
          holds: { ...store.holds, parts: [...new Set([...store.holds.parts, ...parts])] },
        }
      : store,
  );
}

const PARTS: Readonly<Record<LogContent, StorePart>> = {
  statement: "payloads",
  email: "addresses",
  phone: "addresses",
  secret: "credentials",
};

/**
 * Logs of synchronizations hold traces of people only where sources of people run; without one nobody knows whether
 * they do.
 */
export function withSyncLogs(
  stores: readonly Store[],
  movements: readonly Movement[],
  index: EntityIndex,
): readonly Store[] {
  const bringsPeople = ({ to }: Movement): boolean => {
    const role = index.entity(localPart(to.ref))?.role;
    return role === "subject" || role === "account" || role === "person-link";
  };
  const first = movements.find(bringsPeople);
  const basis =
    first === undefined
      ? "filled where data sources of people run; none was given"
      : "data sources of people run";
  const proof = { location: first?.proof.location ?? null, basis };
  return stores.map((store) =>
    store.kind === "sync-log"
      ? { ...store, active: { state: first === undefined ? "unknown" : "on", setting: null, proof } }
      : store,
  );
}

/** Several exports of one store are united: the widest span, the sum of rows. */
function add(seen: Map<string, StoreObservation>, entity: string, next: StoreObservation): void {
  const before = seen.get(entity);
  const outcomes = [before?.outcomes, next.outcomes].filter((each) => each !== undefined);
  seen.set(entity, {
    ...(outcomes.length > 0 && { outcomes: summed(outcomes) }),
    rows: (before?.rows ?? 0) + next.rows,
    from: earlier(before?.from ?? null, next.from),
    to: later(before?.to ?? null, next.to),
    file: before?.file ?? next.file,
  });
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
