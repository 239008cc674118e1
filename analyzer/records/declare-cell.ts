/** Writes one declared cell into the text of `register.yaml`, leaving comments, order and unchanged parts as they are. */
import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap } from "yaml";
import { structureDefect } from "../source/yaml-structure.ts";
import type { DeclaredActivity } from "./declaration-schema.ts";
import { itemLines, type PartyNames } from "./declared-lines.ts";
import { partWords } from "./part-words.ts";
import type { Column } from "./register.ts";

export interface CellDeclaration {
  readonly record: string;
  readonly column: Column;
  /** The whole cell, line by line, as documents show it; empty takes the declaration back. */
  readonly value: readonly string[];
  /** Role of the person who declares. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

const EMPTY = "# What only people know about the records of processing activities.\nactivities: {}\n";

/** Text that is no YAML map, or one that is refused, comes back unchanged: it is reported when it is read. */
export function declareCell(text: string, declaration: CellDeclaration): string {
  if (structureDefect(text) !== null) return text;
  const document = parseDocument(text.trim() === "" ? EMPTY : text);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return text;
  const { record, column, by, on } = declaration;
  const path = ["activities", record, column];
  const value = ownLines(document, declaration);
  openMap(document, ["activities"]);
  if (value.length === 0) {
    if (document.hasIn(path)) document.deleteIn(path);
    return document.toString({ lineWidth: 0 });
  }
  const present = document.getIn(path);
  if (!isMap(present)) document.setIn(path, document.createNode({}));
  const cell = document.getIn(path) as YAMLMap;
  cell.flow = false;
  const { parts, rest } = partWords(column).read(keepItems(document, cell, column, value));
  for (const key of partWords(column).keys) {
    const told = parts.get(key);
    if (told === undefined) cell.delete(key);
    else cell.set(key, told);
  }
  if (rest.length === 0) cell.delete("value");
  else cell.set("value", rest.length === 1 ? rest[0] : document.createNode([...rest]));
  cell.set("by", by);
  cell.set("on", on);
  return document.toString({ lineWidth: 0 });
}

/** The basis of a transfer stands with the transfer: its lines are shown in this cell, and not written twice. */
function ownLines(document: Document, { record, column, value }: CellDeclaration): readonly string[] {
  if (column !== "transfer-mechanism") return value;
  const transfers = document.getIn(["activities", record, "third-countries"]);
  if (!isMap(transfers)) return value;
  const shown = itemLines(
    { "third-countries": transfers.toJSON() as object } as DeclaredActivity,
    column,
    partiesOf(document),
  );
  return value.filter((line) => !shown.includes(line));
}

/** An item whose line is still there stays with all its parts; the lines that are left come back. */
function keepItems(
  document: Document,
  cell: YAMLMap,
  column: Column,
  value: readonly string[],
): readonly string[] {
  const items = cell.get("items");
  if (!isSeq(items)) return value;
  const left = [...value];
  const written = itemLines(
    { [column]: { items: items.toJSON() as unknown } } as DeclaredActivity,
    column,
    partiesOf(document),
  );
  for (let index = items.items.length - 1; index >= 0; index -= 1) {
    const at = left.indexOf(written[index] ?? "");
    if (at === -1) items.delete(index);
    else left.splice(at, 1);
  }
  if (items.items.length === 0) cell.delete("items");
  return left;
}

function partiesOf(document: Document): PartyNames {
  const parties = document.get("parties");
  return isMap(parties) ? (parties.toJSON() as PartyNames) : {};
}

/** `activities: {}` and an empty `activities:` must not force the new entry onto one line. */
function openMap(document: Document, path: readonly string[]): void {
  const node = document.getIn(path, true);
  if (isMap(node)) node.flow = node.flow === true && node.items.length > 0;
  else if (node === undefined || (isScalar(node) && node.value === null)) {
    const made = document.createNode({});
    made.flow = false;
    document.setIn(path, made);
  }
}
