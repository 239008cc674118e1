/** JSON whose keys are sorted at every level, so that equal results are equal bytes. */

/** `first` names keys that lead the top level, in that order. */
export function sortedJson(value: Readonly<Record<string, unknown>>, first: readonly string[] = []): string {
  const { length } = first;
  const rank = (key: string): number => (first.includes(key) ? first.indexOf(key) : length);
  const entries = Object.entries(value)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
