/** Lays declarations made over the interface over those of `register.yaml`, and judges again. */
import type { ConfigProblem } from "../../analyzer/source/yaml.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import type { Problem } from "../../analyzer/model/problem.ts";
import { buildRegister } from "../../analyzer/records/build.ts";
import { declareCell, readDeclarations } from "../../analyzer/records/declarations.ts";
import { COLUMNS } from "../../analyzer/records/register.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import type { Finding } from "../../rules/kit/finding.ts";
import { findingsOf, type Content } from "./content.ts";
import type { DeclarationRow } from "./tables.ts";

export interface Merged {
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

const REGISTER_FILE = "register.yaml";

/** A declaration that no longer fits what `register.yaml` says today is left out and stands among the problems. */
export function withDeclarations(content: Content, rows: readonly DeclarationRow[]): Merged {
  if (rows.length === 0) return content;
  let source = content.register ?? new SourceText(REGISTER_FILE, "");
  const problems: Problem[] = [];
  for (const row of rows) {
    const next = declared(source, row);
    if (next.problems.length === 0) source = next.source;
    else problems.push(unused(source.file, row));
  }
  const { estate, verdicts, graph } = content.snapshot;
  const register = buildRegister({ estate, verdicts, graph, declarations: readDeclarations(source).declarations });
  const complete = { ...estate, problems: [...estate.problems, ...problems] };
  const snapshot = { ...content.snapshot, estate: complete, register };
  return { snapshot, findings: findingsOf({ ...content, snapshot }) };
}

/** What keeps one more declaration from being used; empty when it fits. */
export function declarationDefects(
  content: Content,
  rows: readonly DeclarationRow[],
  row: DeclarationRow,
): readonly ConfigProblem[] {
  let source = content.register ?? new SourceText(REGISTER_FILE, "");
  for (const each of rows) {
    const next = declared(source, each);
    if (next.problems.length === 0) source = next.source;
  }
  return declared(source, row).problems;
}

function declared(
  source: SourceText,
  { record, column: name, value, by, on }: DeclarationRow,
): { source: SourceText; problems: readonly ConfigProblem[] } {
  const column = COLUMNS.find((each) => each === name);
  if (column === undefined) return { source, problems: [misplaced(source, name)] };
  const next = new SourceText(source.file, declareCell(source.text, { record, column, value, by, on }));
  return { source: next, problems: readDeclarations(next).problems };
}

function misplaced(source: SourceText, column: string): ConfigProblem {
  return { path: column, expected: `one of ${COLUMNS.join(", ")}`, location: source.locate(0) };
}

function unused(file: string, { record, column }: DeclarationRow): Problem {
  return {
    kind: "unresolved",
    message: `A declaration made over the interface for ${column} of ${record} does not fit ${file} any more and is not used.`,
    location: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    lost: "that declaration",
  };
}
