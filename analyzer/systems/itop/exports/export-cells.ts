/** Reads the cells of one row: ids and external keys from links or digits, dates from their two halves. */
import type { Column } from "./export-headings.ts";

export interface TableCell {
  readonly text: string;
  readonly links?: readonly string[];
  readonly emphasised?: boolean;
}

/** Text under a heading, with the time that stands in a cell of its own. */
export function textOf(column: Column, cells: readonly TableCell[]): string {
  const text = cells[column.cells[0] as number]?.text ?? "";
  const time = column.time === null ? "" : (cells[column.time]?.text ?? "");
  return time === "" ? text : `${text} ${time}`;
}

/** Gives the class the object's own link names, and puts its id into the fields. */
export function readId(
  column: Column,
  cells: readonly TableCell[],
  labelled: boolean,
  fields: Record<string, unknown>,
): string | null {
  const cell = cells[column.cells[0] as number];
  const link = linkOf(cell);
  const text = cell?.text ?? "";
  // The page shows the object's name and hides its id in the link.
  fields["id"] ??= link?.id ?? (labelled && !/^\d+$/.test(text) ? "" : text);
  return link?.class ?? null;
}

/** Key and name of its target stand under one label: an id is digits or the link, anything else is the name. */
export function readKey(
  column: Column,
  cells: readonly TableCell[],
  labelled: boolean,
  fields: Record<string, unknown>,
): void {
  const [key, ...names] = column.codes as [string, ...string[]];
  for (const at of column.cells) {
    const cell = cells[at];
    const text = cell?.text ?? "";
    const link = linkOf(cell);
    if (link !== null) fields[key] ??= link.id;
    else if (cell?.emphasised === true) fields[key] ??= "0";
    else if (!labelled || (fields[key] === undefined && /^\d+$/.test(text))) fields[key] ??= text;
    if (text === "" || fields[key] === text || cell?.emphasised === true) continue;
    for (const name of names.length > 0 ? names : [`${key}_friendlyname`]) fields[name] ??= text;
  }
}

function linkOf(cell: TableCell | undefined): { readonly class: string; readonly id: string } | null {
  for (const link of cell?.links ?? []) {
    const match = /[?&](?:obj_)?class=([A-Za-z_]\w{0,63})&(?:id|obj_key)=(\d{1,19})(?:&|$)/.exec(link);
    if (match !== null) return { class: match[1] as string, id: match[2] as string };
  }
  return null;
}
