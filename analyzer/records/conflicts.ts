/** Where a declaration and the systems say different things, in words with both sides. */
import { isCategory, TAXONOMY } from "../classify/taxonomy.ts";
import { cellLines, words } from "./declared-lines.ts";
import type { Found, FoundLine, RecordFacts } from "./record-facts.ts";
import type { Column } from "./register.ts";
import { retentionConflict } from "./retention-conflict.ts";

/** `null` when nothing found goes beyond what was declared. */
export function conflictOf(facts: RecordFacts, column: Column, found: Found): string | null {
  switch (column) {
    case "data-categories":
      return undeclared(
        facts,
        column,
        found.lines.filter(({ key, text }) => !namesCategory(facts, key, text)),
      );
    case "external-recipients":
      return undeclared(
        facts,
        column,
        found.lines.filter((line) => !namesParty(facts, line)),
      );
    case "sources":
      return undeclared(
        facts,
        column,
        found.lines.filter((line) => !namesSource(facts, line)),
      );
    case "retention":
      return retentionConflict(facts);
    default:
      return null;
  }
}

function undeclared(
  { declared, declarations }: RecordFacts,
  column: Column,
  missing: readonly FoundLine[],
): string | null {
  if (declared === null || missing.length === 0) return null;
  const said = cellLines(declared, column, declarations?.register.parties ?? {}).join("; ");
  return `Declared: ${said}. Found and not declared: ${missing.map(({ text }) => text).join("; ")}.`;
}

/** A category is named by its id or by its label, whatever else the line says. */
function namesCategory({ declared }: RecordFacts, key: string, text: string): boolean {
  const label = isCategory(key) ? TAXONOMY[key].label : text;
  return words(declared?.["data-categories"]).some((line) => contains(line, key) || contains(line, label));
}

function namesParty({ declared, declarations }: RecordFacts, line: FoundLine): boolean {
  const cell = declared?.["external-recipients"];
  const listed = [
    ...(cell?.items ?? []).map(({ party }) => party),
    ...(declared?.processors?.items ?? []).map(({ party }) => party),
  ];
  const parties = declarations?.register.parties ?? {};
  const names = listed.flatMap((id) => [id, parties[id]?.name ?? id, ...(parties[id]?.known ?? [])]);
  return [...names, ...words(cell)].some((name) => same(line, name));
}

function namesSource({ declared }: RecordFacts, line: FoundLine): boolean {
  const names = [...(declared?.sources?.items ?? []).map(({ name }) => name), ...words(declared?.sources)];
  return names.some((name) => same(line, name));
}

/** Shorter names match too much by chance. */
const SHORTEST_NAME = 4;

/** The model path itself, or a name that one side's words contain. */
function same({ key, text }: FoundLine, name: string): boolean {
  if (name === key) return true;
  return name.length >= SHORTEST_NAME && (contains(text, name) || contains(name, text));
}

function contains(text: string, part: string): boolean {
  const plain = (words: string): string =>
    ` ${words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  return plain(text).includes(plain(part));
}
