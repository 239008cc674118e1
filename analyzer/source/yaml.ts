/** YAML checked against a schema: every defect names the path, what was expected, and the line. */
import { Compile } from "typebox/compile";
import type { TSchema } from "typebox";
import { isMap, LineCounter, parseDocument, type Document } from "yaml";
import type { Location } from "../model/location.ts";
import { closest } from "./closest.ts";
import { SourceText } from "./text.ts";
import { STRUCTURE_EXPECTED, structureDefect } from "./yaml-structure.ts";

/** A defect of a configuration or declaration file; such a file is not used at all. */
export interface ConfigProblem {
  /** `systems.itop.adapter`; empty for the file itself. */
  readonly path: string;
  /** What was expected, in words, with a suggestion where one is near. */
  readonly expected: string;
  readonly location: Location;
}

export function readYaml(
  text: string,
  file: string,
  schema: TSchema,
): { value: unknown; problems: readonly ConfigProblem[] } {
  const lines = new LineCounter();
  const defect = structureDefect(text);
  if (defect !== null) {
    const location = new SourceText(file, text).locate(defect.offset);
    return {
      value: undefined,
      problems: [{ path: "", expected: STRUCTURE_EXPECTED[defect.kind], location }],
    };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      endLine: Math.max(line, 1),
      endColumn: Math.max(col, 1),
    };
  };
  if (document.errors.length > 0) {
    return {
      value: undefined,
      problems: document.errors.map((error) => ({
        path: "",
        expected: `YAML that parses: ${error.message}`,
        location: place(error.pos[0]),
      })),
    };
  }
  const value: unknown = document.toJS() ?? {};
  const problems: ConfigProblem[] = [];
  for (const error of Compile(schema).Errors(value)) {
    const steps = error.instancePath.split("/").slice(1).map(unescapePointer);
    for (const defect of describe(error, steps, schema)) {
      problems.push({ ...defect, location: place(offsetOf(document, defect.path.split("."))) });
    }
  }
  return { value, problems: withoutRepeats(problems) };
}

type SchemaError = ReturnType<ReturnType<typeof Compile>["Errors"]>[number];

function describe(
  error: SchemaError,
  steps: readonly string[],
  schema: TSchema,
): { path: string; expected: string }[] {
  if (error.keyword === "additionalProperties") {
    const known = Object.keys(schemaAt(schema, error.schemaPath)?.["properties"] ?? {});
    return error.params.additionalProperties.map((name) => {
      const near = closest(name, known);
      return {
        path: [...steps, name].join("."),
        expected: near === null ? `one of ${known.join(", ")}` : `a known key; did you mean "${near}"?`,
      };
    });
  }
  if (error.keyword === "required") {
    return error.params.requiredProperties.map((name) => ({
      path: [...steps, name].join("."),
      expected: "a value, it is mandatory",
    }));
  }
  const at = schemaAt(schema, error.schemaPath.replace(/\/anyOf(\/\d+)?$/, ""));
  const alternatives: unknown[] = Array.isArray(at?.["anyOf"])
    ? (at["anyOf"] as Record<string, unknown>[]).map((each) => each["const"] ?? each["type"])
    : [];
  if (alternatives.length > 0)
    return [{ path: steps.join("."), expected: `one of ${alternatives.map(String).join(", ")}` }];
  // These two accompany a clearer error at the same place.
  if (error.keyword === "const" || error.keyword === "boolean") return [];
  return [{ path: steps.join("."), expected: error.message }];
}

/** The schema node an error's `#/properties/x/items` path leads to. */
function schemaAt(schema: TSchema, path: string): Record<string, unknown> | undefined {
  let at: unknown = schema;
  for (const step of path.split("/").slice(1)) {
    if (typeof at !== "object" || at === null) return undefined;
    const next: unknown = (at as Record<string, unknown>)[unescapePointer(decodeURIComponent(step))];
    if (next === undefined) break;
    at = next;
  }
  return typeof at === "object" && at !== null ? (at as Record<string, unknown>) : undefined;
}

function unescapePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Offset of the deepest node of a path that exists. */
function offsetOf(document: Document, steps: readonly string[]): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const step of steps) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => String(item.key) === step);
    if (pair === undefined) break;
    offset = (pair.key as { range?: [number, number, number] }).range?.[0] ?? offset;
    node = pair.value;
  }
  return offset;
}

function withoutRepeats(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const seen = new Map(problems.map((problem) => [`${problem.path}\n${problem.expected}`, problem]));
  return [...seen.values()];
}
