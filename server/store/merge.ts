/** Lays declarations made over the interface over those of `register.yaml`, and judges again. */
import type { ConfigProblem } from "../../analyzer/source/yaml.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import type { Problem } from "../../analyzer/model/problem.ts";
import { buildRegister } from "../../analyzer/records/build.ts";
import { declareCell, readDeclarations, type Declarations } from "../../analyzer/records/declarations.ts";
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
  const { declarations, left } = laidOver(content, rows);
  const { estate, verdicts, graph } = content.snapshot;
  const problems = [...estate.problems, ...left.map(unused)];
  const register = buildRegister({ estate, verdicts, graph, declarations });
  const snapshot = { ...content.snapshot, estate: { ...estate, problems }, register };
  return { snapshot, findings: findingsOf({ ...content, snapshot }) };
}

/** What keeps one more declaration from being used; empty when it fits. */
export function declarationDefects(
  content: Content,
  rows: readonly DeclarationRow[],
  row: DeclarationRow,
): readonly ConfigProblem[] {
  return readDeclarations(declared(laidOver(content, rows).source, row)).problems;
}

interface LaidOver {
  readonly source: SourceText;
  readonly declarations: Declarations | null;
  readonly left: readonly DeclarationRow[];
}

/** All at once, for they normally fit; one after the other only to find which does not. */
function laidOver(content: Content, rows: readonly DeclarationRow[]): LaidOver {
  const start = content.register ?? new SourceText(REGISTER_FILE, "");
  const whole = rows.reduce(declared, start);
  const read = readDeclarations(whole);
  if (read.problems.length === 0) return { source: whole, declarations: read.declarations, left: [] };
  const left: DeclarationRow[] = [];
  let source = start;
  for (const row of rows) {
    const next = declared(source, row);
    if (readDeclarations(next).problems.length === 0) source = next;
    else left.push(row);
  }
  return { source, declarations: readDeclarations(source).declarations, left };
}

/** A column that no longer exists changes nothing. */
function declared(source: SourceText, { record, column: name, value, by, on }: DeclarationRow): SourceText {
  const column = COLUMNS.find((each) => each === name);
  if (column === undefined) return source;
  return new SourceText(source.file, declareCell(source.text, { record, column, value, by, on }));
}

function unused({ record, column }: DeclarationRow): Problem {
  return {
    kind: "unresolved",
    message: `A declaration for ${column} of ${record}, made over the interface, does not fit register.yaml any more and is not used.`,
    location: { file: REGISTER_FILE, line: 1, column: 1, endLine: 1, endColumn: 1 },
    lost: "that declaration",
  };
}
