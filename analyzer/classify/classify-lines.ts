/** Classifies one row of any list of fields: the same keys come back with the verdict added. */
import { classifyField } from "./classify.ts";
import type { FieldInput } from "./field-input.ts";
import { MAX_TEXT_CHARS, findPersonalText } from "./free-text.ts";

export type Line = Readonly<Record<string, unknown>>;

/** Values of an enumeration read of one row. */
const MAX_VALUES = 1_000;
/** Languages of labels read of one row. */
const MAX_LABELS = 50;

/**
 * The row with `personal`, `category`, `special`, `confidence` and `evidence`; with `problem` instead when it names no field.
 *
 * `record`: `{ field, class?|entity?|table?|context?, type?, target?, pattern?, values?, labels?, lang?, description?, category? … }`
 * as parsed from JSON or CSV, where lists may be texts separated by `|` or `;`.
 */
export function classifyLine(record: unknown): Line {
  const row = rowOf(record);
  const field = textOf(row["field"]) ?? textOf(row["column"]);
  if (field === undefined) return { ...row, problem: "no field name" };
  const verdict = classifyField(inputOf(row, field));
  return {
    ...row,
    personal: verdict.personal,
    category: verdict.category,
    special: verdict.special,
    confidence: verdict.confidence,
    evidence: verdict.evidence,
  };
}

/** `{ text, lang? }` with the `spans` of personal data found in the text. */
export async function findInLine(record: unknown): Promise<Line> {
  const row = rowOf(record);
  const text = row["text"];
  if (typeof text !== "string") return { ...row, problem: "no text" };
  const cut =
    text.length > MAX_TEXT_CHARS ? { problem: `only the first ${MAX_TEXT_CHARS} characters were read` } : {};
  return { ...row, spans: await findPersonalText(text, textOf(row["lang"])), ...cut };
}

function rowOf(record: unknown): Line {
  return typeof record === "object" && record !== null && !Array.isArray(record) ? (record as Line) : {};
}

function inputOf(row: Line, field: string): FieldInput {
  const entity =
    textOf(row["class"]) ?? textOf(row["entity"]) ?? textOf(row["table"]) ?? textOf(row["context"]);
  const optional = {
    entity,
    system: systemOf(textOf(row["system"])),
    type: textOf(row["type"]),
    target: textOf(row["target"]),
    pattern: textOf(row["pattern"]),
    values: listOf(row["values"]),
    lang: textOf(row["lang"]),
    description: textOf(row["description"]),
    labels: labelsOf(row),
  };
  return { field, ...withoutUndefined(optional) };
}

type Defined<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

/** System ids are the user's own; one that begins with a product's name means that product. */
function systemOf(system: string | undefined): string | undefined {
  return system?.toLowerCase().startsWith("itop") ? "itop" : system;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function listOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.slice(0, MAX_VALUES).flatMap((each) => textOf(each) ?? []);
  return textOf(value)
    ?.split(/[|;]/u, MAX_VALUES)
    .map((each) => each.trim());
}

/** `labels` as a map or one text, or CSV columns such as `labels.fr`, `label`. */
function labelsOf(row: Line): Readonly<Record<string, string>> | undefined {
  const lang = textOf(row["lang"]) ?? "";
  const labels: [string, string][] = [];
  const add = (code: string, value: unknown): void => {
    const label = textOf(value);
    if (label !== undefined && labels.length < MAX_LABELS) labels.push([code, label]);
  };
  const given = row["labels"] ?? row["label"];
  if (typeof given === "object" && given !== null)
    for (const [code, value] of Object.entries(given)) add(code, value);
  else add(lang, given);
  for (const [key, value] of Object.entries(row))
    if (key.startsWith("labels.")) add(key.slice("labels.".length), value);
  return labels.length === 0 ? undefined : Object.fromEntries(labels);
}
