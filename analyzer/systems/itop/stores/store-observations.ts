/** Adds to each log store what an export of its own rows showed: counts and dates. */
import type { Store, StoreObservation } from "../../../model/store.ts";
import type { RestLogData, StoreRowsData } from "../fragments.ts";

export function withObservations(
  stores: readonly Store[],
  rows: readonly StoreRowsData[],
  logs: readonly RestLogData[],
): readonly Store[] {
  const seen = new Map<string, StoreObservation>();
  for (const { class: entity, observation } of rows) add(seen, entity, observation);
  for (const { window } of logs) add(seen, "EventRestService", window);
  return stores.map((store) => {
    const observed = store.entity === null ? undefined : seen.get(store.entity);
    return observed === undefined ? store : { ...store, observed };
  });
}

/** Several exports of one store are united: the widest span, the sum of rows. */
function add(seen: Map<string, StoreObservation>, entity: string, next: StoreObservation): void {
  const before = seen.get(entity);
  seen.set(entity, {
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
