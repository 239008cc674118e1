/** A table of texts that sorts by any column and can be taken away as CSV in the order shown. */
import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type SortingState,
} from "@tanstack/react-table";
import { useMemo, useState, type ReactNode } from "react";
import { toCsv } from "./csv.ts";
import { download } from "./download.ts";

export interface TableRow {
  readonly key: string;
  readonly cells: readonly string[];
  /** Drawn in place of the first cell's text. */
  readonly head?: ReactNode;
}

interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Name of the CSV file; without it nothing can be taken away. */
  readonly file?: string;
}

export function DataTable({ caption, columns, rows, file }: DataTableProps) {
  const [sorting, setSorting] = useState<SortingState>([]);
  const definitions = useMemo<ColumnDef<TableRow>[]>(
    () =>
      columns.map((header, index) => ({
        id: String(index),
        header,
        accessorFn: ({ cells }) => cells[index] ?? "",
        sortingFn: (a, b) => compareCells(a.original.cells[index] ?? "", b.original.cells[index] ?? ""),
        cell: ({ row }) => (index === 0 ? row.original.head : undefined) ?? row.original.cells[index],
      })),
    [columns],
  );
  const table = useReactTable({
    data: rows as TableRow[],
    columns: definitions,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: ({ key }) => key,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const shown = table.getRowModel().rows;
  return (
    <section className="data-table">
      <header>
        <h2>
          {caption} <span className="quiet">{rows.length}</span>
        </h2>
        {file !== undefined && (
          <button
            type="button"
            onClick={() =>
              download(
                file,
                toCsv(
                  columns,
                  shown.map(({ original }) => original.cells),
                ),
              )
            }
          >
            Save as CSV
          </button>
        )}
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {table.getFlatHeaders().map((header) => (
                <th key={header.id} scope="col" aria-sort={sortWord(header.column.getIsSorted())}>
                  <button type="button" onClick={header.column.getToggleSortingHandler()}>
                    {flexRender(header.column.columnDef.header, header.getContext())}
                    <span aria-hidden="true">
                      {{ asc: " ▲", desc: " ▼" }[String(header.column.getIsSorted())] ?? ""}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id} data-key={row.id}>
                {row.getVisibleCells().map((cell, index) =>
                  index === 0 ? (
                    <th key={cell.id} scope="row">
                      {flexRender(cell.column.columnDef.cell, cell.getContext())}
                    </th>
                  ) : (
                    <td key={cell.id}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Numbers by value, before texts; texts by code point, so that the order is the same in every language. */
export function compareCells(a: string, b: string): number {
  const [left, right] = [Number.parseFloat(a), Number.parseFloat(b)];
  const numbers = [a, b].map((text) => /^\d/.test(text));
  if (numbers[0] === true && numbers[1] === true && left !== right) return left - right;
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortWord(sorted: false | "asc" | "desc"): "none" | "ascending" | "descending" {
  return sorted === false ? "none" : sorted === "asc" ? "ascending" : "descending";
}
