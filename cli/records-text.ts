/** What a register still lacks, for people: by record, in the order of the law. */
import type { Gap, Register } from "../analyzer/records/register.ts";

export function registerGaps(register: Register): string {
  const lines: string[] = [];
  const { completeness, coverage } = register;
  for (const [record, gaps] of byRecord(register.gaps)) {
    lines.push(
      titleOf(register, record),
      ...gaps.map(({ article, says }) => `  ${article.padEnd(18)} ${says}`),
      "",
    );
  }
  lines.push(
    `${completeness.filled} of ${completeness.of} Article 30 items are filled or justified; this says nothing about accuracy or lawfulness`,
    `${coverage.assigned} of ${coverage.of} personal-data facts belong to an activity`,
  );
  return `${lines.join("\n")}\n`;
}

function byRecord(gaps: readonly Gap[]): ReadonlyMap<string | null, readonly Gap[]> {
  const groups = new Map<string | null, Gap[]>();
  for (const gap of gaps) groups.set(gap.record, [...(groups.get(gap.record) ?? []), gap]);
  return groups;
}

function titleOf({ records }: Register, id: string | null): string {
  if (id === null) return "The register as a whole";
  const name = records.find((record) => record.id === id)?.cells.name.value.join(", ") ?? "";
  return `${id} ${name}`.trimEnd();
}
