/** What a person who starts the server sees first: the estate in a few lines. */
import type { Register } from "../analyzer/records/register.ts";
import type { SnapshotSummary } from "./contract.ts";

export function summaryText(name: string, summary: SnapshotSummary, register: Register): string {
  const { findings, coverage, problems } = summary;
  const questions = openQuestions(register);
  const lines = [
    name,
    ...summary.systems.map(
      ({ id, product, version, entities, fields, personalFields, movements }) =>
        `  ${id}  ${product} ${version ?? "(version unknown)"}: ${entities} entities, ${personalFields} of ${fields} fields personal, ${movements} movements`,
    ),
    `  findings   ${findings.error} errors, ${findings.warning} warnings, ${findings.info} for information, ${findings.suppressed} accepted`,
    `  coverage   ${coverage.read + coverage.partial} of ${coverage.files} files read (${coverage.partial} in part), ${coverage.failed} failed, ${coverage.skipped} skipped, ${problems} problems`,
    `  records    ${register.records.length} activities, ${register.completeness.filled} of ${register.completeness.of} items filled, ${questions} open questions`,
  ];
  return `${lines.join("\n")}\n`;
}

function openQuestions({ records }: Register): number {
  return records.flatMap(({ cells }) => Object.values(cells)).filter(({ question }) => question !== null)
    .length;
}
