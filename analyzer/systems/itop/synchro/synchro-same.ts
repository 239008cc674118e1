/** Whether two collectors do the same: a directory that was copied, not a second source. */
import type { CollectedSource } from "../collector/collected-source.ts";

export function sameFlow(a: CollectedSource, b: CollectedSource): boolean {
  return signature(a) === signature(b);
}

function signature({ collector, source, party, transport, columns, isLaunched }: CollectedSource): string {
  const { location: _place, attributes, ...facts } = source;
  const rows = (attributes ?? []).map(({ location: _row, ...row }) => [row, columns.from(row.attcode)]);
  const { scheme, tls } = transport;
  return JSON.stringify([collector, facts, rows, party?.name, scheme, tls, isLaunched]);
}
