/** Turns the rows of a table export into objects: one a row, or one an alias for a join query. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import { classByColumns, familyOf } from "./export-classes.ts";
import type { ExportCollector } from "./export-collector.ts";
import { readId, readKey, type TableCell, textOf } from "./export-cells.ts";
import { JoinedObjects } from "./export-joins.ts";
import { type ColumnPlan, columnPlans, isKey, isKnownClass } from "./export-headings.ts";
import { type ClassDisplay, codeOfValue, finalClassOf } from "./export-labels.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import { classOfLabel, languages } from "./labels/label-facts.ts";

/** Columns read of a table; no class has so many attributes, and each heading is compared with many labels. */
export const MAX_COLUMNS = 2_000;

/** Attributes whose day decides which time a log covers. */
const DATES: ReadonlySet<string> = new Set(["date", "start_date"]);

export interface TableFormat {
  readonly classes: ClassDisplay;
  /** Values are shown as labels even under headings that are codes. */
  readonly labelled: boolean;
  /** Whether a link set can be read from a cell. */
  readonly linkSets: boolean;
}

export class ExportTable {
  readonly #collector: ExportCollector;
  readonly #format: TableFormat;
  readonly #groups: readonly ColumnPlan[];
  readonly #joined: JoinedObjects | null;
  readonly #said = new Set<string>();
  readonly #head: Location;

  constructor(
    header: readonly string[],
    at: Location,
    fileName: string,
    format: TableFormat,
    collector: ExportCollector,
  ) {
    this.#collector = collector;
    this.#format = format;
    this.#head = at;
    const named = classOfFile(fileName);
    if (header.length > MAX_COLUMNS) {
      const message = `The table has more than ${MAX_COLUMNS} columns (MAX_COLUMNS).`;
      this.#once("columns", at, { kind: "limit", message, lost: "the columns after these" });
    }
    const plans = columnPlans(header.slice(0, MAX_COLUMNS), named !== null && isNamed(named) ? named : null);
    this.#groups = plans.map((plan) => ({ ...plan, className: this.#classOf(plan, named) }));
    this.#joined = plans.some(({ alias }) => alias !== null) ? new JoinedObjects(collector.report) : null;
    for (const { className, unresolved } of this.#groups) {
      if (className === null || familyOf(className) === "other" || unresolved === 0) continue;
      const message = `${unresolved} column headings of ${className} are labels that stand for no or several attributes.`;
      this.#once("headings", at, { kind: "unknown-value", message, lost: "the values of these columns" });
    }
  }

  add(cells: readonly TableCell[], location: Location): void {
    for (const group of this.#groups) this.#addObject(group, cells, location);
  }

  #addObject(group: ColumnPlan, cells: readonly TableCell[], location: Location): void {
    const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const isLabelled = group.language !== null;
    let linked: string | null = null;
    for (const column of group.columns) {
      if (column.codes[0] === "id") linked ??= readId(column, cells, isLabelled, fields);
      else if (isKey(column.codes[0] as string)) readKey(column, cells, isLabelled, fields);
      else fields[column.codes[0] as string] ??= textOf(column, cells);
    }
    const id = typeof fields["id"] === "string" ? fields["id"] : "";
    this.#joinSource(group, cells, fields);
    // An outer join leaves one side empty.
    if (
      this.#joined !== null &&
      group.columns.every(({ codes }) => (fields[codes[0] as string] ?? "") === "")
    )
      return;
    const className = this.#realClass(group, linked, fields, location);
    if (className === null) return;
    if (this.#joined?.isNew(className, id, fields, location) === false) return;
    this.#convert(className, group, fields, location);
    this.#collector.add({ class: className, id, fields, location });
  }

  #classOf(plan: ColumnPlan, named: string | null): string | null {
    const codes = plan.columns.flatMap((column) => column.codes);
    const byColumns = plan.language === null ? classByColumns(codes) : null;
    if (plan.alias !== null) return plan.className ?? byColumns ?? null;
    // Codes were asked for by someone who names files after classes; a file with labels can be called anything.
    const isClassLike = plan.language === null || /^(?:[A-Z]|lnk)/.test(named ?? "");
    return byColumns ?? plan.className ?? (isClassLike ? named : null);
  }

  #realClass(
    { className, language, alias }: ColumnPlan,
    linked: string | null,
    fields: Record<string, unknown>,
    at: Location,
  ): string | null {
    const shown = fields["finalclass"];
    if (typeof shown === "string" && shown !== "") {
      const real = finalClassOf(shown, className, language);
      if (real !== undefined) return (fields["finalclass"] = real);
      delete fields["finalclass"];
      if (linked === null) {
        const message = "The real class of an object is shown by a label that is not known.";
        this.#once("finalclass", at, {
          kind: "unknown-value",
          message,
          lost: "what only the real class has",
        });
      }
    }
    const known = linked ?? className;
    if (known !== null) return known;
    const message =
      alias === null
        ? "Neither the headings nor the file's name tell the class of these rows; export with no_localize=1."
        : "An alias of this join query does not tell its class; export each class on its own.";
    this.#once(`class ${alias ?? ""}`, this.#head, {
      kind: "incomplete-export",
      message,
      lost: "every row of this class",
    });
    return null;
  }

  /** An attribute row is joined to its data source by the one key it has, so the source of its row is its own. */
  #joinSource(group: ColumnPlan, cells: readonly TableCell[], fields: Record<string, unknown>): void {
    const isAttribute = group.className !== null && familyOf(group.className) === "source-attribute";
    if (this.#joined === null || !isAttribute || "sync_source_id" in fields || "sync_source_name" in fields)
      return;
    const of = this.#groups.filter(({ className }) => className !== null && familyOf(className) === "source");
    const name = of.length === 1 ? of[0]?.columns.find(({ codes }) => codes[0] === "name") : undefined;
    if (name !== undefined) fields["sync_source_name"] = textOf(name, cells);
  }

  #convert(className: string, group: ColumnPlan, fields: Record<string, unknown>, at: Location): void {
    if (familyOf(className) === "other") return;
    const { language } = group;
    for (const [code, value] of Object.entries(fields)) {
      if (typeof value !== "string") continue;
      if (DATES.has(code) && value !== "" && !/^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2})?$/.test(value)) {
        const message = `Dates of ${className} are written for people; export them as YYYY-MM-DD HH:MM:SS.`;
        this.#once("dates", at, { kind: "unknown-value", message, lost: "which time the rows cover" });
      }
      if (code.endsWith("_list") && !(this.#format.linkSets && isLinkSet(value))) {
        delete fields[code];
        if (value === "") continue;
        const named = isIdentifier(code) ? code : "a link set";
        const message = `This format does not carry ${named} of ${className}; export the linked class too.`;
        this.#once(code, at, { kind: "incomplete-export", message, lost: "the links" });
      } else if (language !== null || this.#format.labelled) {
        const meant = codeOfValue(className, code, value, language, this.#format.classes);
        if (meant !== undefined) fields[code] = meant;
        else {
          delete fields[code];
          const message = `A label shown for ${code} of ${className} is not known.`;
          this.#once(code, at, { kind: "unknown-value", message, lost: `${code} of some objects` });
        }
      }
    }
  }

  #once(about: string, location: Location, problem: Omit<Problem, "location">): void {
    if (this.#said.has(about)) return;
    this.#said.add(about);
    this.#collector.report({ ...problem, location });
  }
}

/** `exports/URP_Profiles.csv` → `URP_Profiles`; `Trigger (class dependent) Export.xlsx` by its label. */
export function classOfFile(name: string): string | null {
  const base = (name.split("/").at(-1) as string).split(".", 1)[0] as string;
  const title = base.replace(/ \(\d+\)$/, "").replace(/ Export$/, "");
  if (/^[A-Za-z_]\w{0,63}$/.test(title)) return title;
  return classOfLabel(title);
}

/** A name that is a class for certain; `rows.csv` is not. */
function isNamed(name: string): boolean {
  return (
    isKnownClass(name) ||
    languages().some(({ byLabel }) => [...byLabel.values()].some((ids) => ids.includes(name)))
  );
}

/** `'trigger_id:7';'order:1'|'trigger_id:14'`; an empty set is empty text. */
function isLinkSet(value: string): boolean {
  return value === "" || /^'?\w+:/.test(value);
}
