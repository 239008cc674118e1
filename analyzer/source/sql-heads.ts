/** Reads the parts of SQL statements that name things: the head of an INSERT, the columns of a CREATE TABLE. */
import { MAX_COLUMNS, type TableColumn } from "./table-items.ts";

export interface InsertHead {
  readonly table: string;
  /** `null` when the statement lists none. */
  readonly columns: readonly string[] | null;
}

/** Quoted (`` `a` ``, `"a"`) or bare; MySQL ends at 64 characters. */
const NAME = /\s*(?:`((?:[^`]|``){1,128})`|"((?:[^"]|""){1,128})"|([\w$\u0080-\uffff]{1,128}))\s*/y;

const NOT_COLUMNS = /^(?:primary|key|unique|index|constraint|fulltext|spatial|foreign|check|period|vector)$/i;

/** `INSERT INTO db.t (a, b) VALUES`, with anything between the verb and INTO; `null` for another statement. */
export function insertHead(text: string): InsertHead | null {
  const verb = /^\s*(?:INSERT|REPLACE)\b[\s\w]{0,64}?\bINTO\b/i.exec(text);
  if (verb === null) return null;
  const table = tableName(text, verb[0].length);
  if (table === null) return null;
  const rest = text.slice(table.end);
  if (/^\s*VALUES?\s*$/i.test(rest)) return { table: table.name, columns: null };
  if (!rest.startsWith("(")) return null;
  const columns: string[] = [];
  for (let at = 1; columns.length < MAX_COLUMNS; at++) {
    const name = nameAt(rest, at);
    if (name === null) return null;
    columns.push(name.name);
    at = name.end;
    if (rest[at] === ")")
      return /^\s*VALUES?\s*$/i.test(rest.slice(at + 1)) ? { table: table.name, columns } : null;
    if (rest[at] !== ",") return null;
  }
  return null;
}

/** Name and columns of a `CREATE TABLE`; `null` for another statement, or one that defines no columns. */
export function createTable(text: string): { table: string; columns: readonly TableColumn[] } | null {
  const verb = /^\s*CREATE\b[\s\w]{0,40}?\bTABLE\b(?:\s+IF\s+NOT\s+EXISTS\b)?/i.exec(text);
  if (verb === null) return null;
  const table = tableName(text, verb[0].length);
  if (table === null || text[table.end] !== "(") return null;
  const columns: TableColumn[] = [];
  let at: number | null = table.end + 1;
  while (at !== null && columns.length < MAX_COLUMNS) {
    const name = nameAt(text, at);
    const isColumn = name !== null && (name.quoted || !NOT_COLUMNS.test(name.name));
    const type = isColumn ? /^[a-z]\w*/i.exec(text.slice(name.end, name.end + 32)) : null;
    if (isColumn && type !== null) columns.push({ name: name.name, type: type[0].toLowerCase() });
    at = nextPart(text, at);
  }
  return columns.length === 0 ? null : { table: table.name, columns };
}

/** The last of `db`.`table`. */
function tableName(text: string, from: number): { name: string; end: number } | null {
  const first = nameAt(text, from);
  if (first === null || text[first.end] !== ".") return first;
  return nameAt(text, first.end + 1);
}

function nameAt(text: string, from: number): { name: string; end: number; quoted: boolean } | null {
  NAME.lastIndex = from;
  const match = NAME.exec(text);
  if (match === null) return null;
  const [, ticked, quoted, bare] = match;
  const name = ticked?.replaceAll("``", "`") ?? quoted?.replaceAll('""', '"') ?? (bare as string);
  return { name, end: NAME.lastIndex, quoted: bare === undefined };
}

/** Behind the next comma of the list; `null` at its end. */
function nextPart(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const mark = text[at] as string;
    if (mark === "'" || mark === '"' || mark === "`") at = quotedEnd(text, at, mark);
    else if (mark === "(") depth++;
    else if (mark === ")" && depth-- === 0) return null;
    else if (mark === "," && depth === 0) return at + 1;
  }
  return null;
}

function quotedEnd(text: string, from: number, quote: string): number {
  let at = from + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === "\\" && quote !== "`" ? 2 : 1;
  return at;
}
