/** Addresses of the API, relative to the page, so that the viewer works below any path. */
import type { Place } from "../state/view-state.ts";

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export const ESTATES = "api/estates";

export function snapshotsOf(estate: string): string {
  return `${ESTATES}/${encodeURIComponent(estate)}/snapshots`;
}

/** `below` is one of the snapshot's parts, such as `graph/trace`; empty for the summary. */
export function addressOf({ estate, snapshot }: Place, below: string, query: Query = {}): string {
  const path = `${snapshotsOf(estate)}/${encodeURIComponent(snapshot)}${below === "" ? "" : `/${below}`}`;
  const params = new URLSearchParams();
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    if (value !== undefined && value !== "" && value !== false) params.set(name, String(value));
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

export function cellAddress(place: Place, record: string, column: string): string {
  return addressOf(place, `records/${encodeURIComponent(record)}/cells/${encodeURIComponent(column)}`);
}
