/** Streams the rows of a workbook's sheets: cells as text, dates in ISO form; at most one row in memory. */
import type { Location } from "../../model/location.ts";
import type { Report } from "../records-scanner.ts";
import { MAX_COLUMNS } from "../table-items.ts";
import type { XmlHandler } from "../xml-stream.ts";
import { serialDate } from "./cell-dates.ts";
import { partTexts } from "./part-texts.ts";
import { local, StringText, unescaped, Workbook } from "./workbook.ts";

export interface SheetRow {
  /** Name of the sheet's part, such as `xl/worksheets/sheet1.xml`. */
  readonly sheet: string;
  /** Cells in column order; empty text where the sheet has none. */
  readonly cells: readonly string[];
  /** The line is the row's number in the sheet. */
  readonly location: Location;
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

/** `open` gives the bytes anew: what sheets refer to may stand behind them in the file. */
export async function* sheetRows(
  open: () => AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
): AsyncGenerator<SheetRow> {
  const workbook = new Workbook();
  // The second pass meets the damage of the file again.
  const said = new Set<string>();
  const once: Report = (problem) => {
    if (!said.has(problem.message)) report(problem);
    said.add(problem.message);
  };
  const parts = partTexts(open(), file, once, Workbook.reads, (part) => workbook.handlerOf(part));
  for await (const _ of parts) if (workbook.limits.size > 0) break;
  for (const limit of workbook.limits) {
    const message = `The workbook has more than ${limit}.`;
    once({ kind: "limit", message, location: rowAt(file, 1), lost: "cells that refer to the rest" });
  }
  const ready: SheetRow[] = [];
  const isSheet = (part: string): boolean => SHEET.test(part);
  const sheets = partTexts(open(), file, once, isSheet, (part) => sheetHandler(part, file, workbook, ready));
  for await (const _ of sheets) yield* ready.splice(0);
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

function sheetHandler(sheet: string, file: string, workbook: Workbook, ready: SheetRow[]): XmlHandler {
  let row = 0;
  let cells: string[] | null = null;
  let cell: Cell | null = null;
  let inValue = false;
  const inline = new StringText();
  return {
    open: (name, attributes) => {
      const element = local(name);
      if (element === "row") {
        row = positive(attributes["r"]) ?? row + 1;
        cells = [];
      } else if (element === "c" && cells !== null) {
        const column = columnOf(attributes["r"]) ?? cells.length;
        cell = { column, type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? "0"), value: "" };
        inline.reset();
      } else if (element === "v") inValue = true;
      else inline.open(element);
    },
    text: (piece) => {
      if (cell === null) return;
      if (inValue) cell.value += piece;
      else inline.add(piece);
    },
    close: (name) => {
      const element = local(name);
      if (element === "v") inValue = false;
      else if (element === "c" && cell !== null && cells !== null) {
        if (cell.column < MAX_COLUMNS) {
          while (cells.length < cell.column) cells.push("");
          cells[cell.column] = cell.type === "inlineStr" ? unescaped(inline.value) : shown(cell, workbook);
        }
        cell = null;
      } else if (element === "row" && cells !== null) {
        if (cells.some((each) => each !== "")) ready.push({ sheet, cells, location: rowAt(file, row) });
        cells = null;
      } else inline.close(element);
    },
  };
}

function shown({ type, style, value }: Cell, workbook: Workbook): string {
  switch (type) {
    case "s":
      return workbook.strings[Number(value)] ?? "";
    case "b":
      return value === "1" ? "yes" : value === "0" ? "no" : "";
    case "e":
      return "";
    case "d":
      return value.replace("T", " ").replace(/(?:\.\d+)?Z?$/, "");
    case "n": {
      const date = value === "" ? null : workbook.styleOf(style);
      return date === null ? value : (serialDate(Number(value), date, workbook.calendar) ?? value);
    }
    default:
      return unescaped(value);
  }
}

/** `AB12` → 27, columns from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function rowAt(file: string, line: number): Location {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}
