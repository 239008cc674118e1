/** Reads `register.yaml`: checked against its schema, with the place of every key. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml";
import type { Location } from "../model/location.ts";
import type { SourceText } from "../source/text.ts";
import { readYaml, type ConfigProblem } from "../source/yaml.ts";
import { RegisterSchema, type RegisterFile } from "./declaration-schema.ts";
import { crossCheck } from "./declaration-check.ts";

export { RegisterSchema } from "./declaration-schema.ts";
export { declareCell } from "./declare-cell.ts";

export interface Declarations {
  readonly file: string;
  readonly register: RegisterFile;
  /** Where each key stands, by its path: `activities.ITSM-01.purpose`, `consumers.0`. */
  readonly places: Readonly<Record<string, Location>>;
}

/** A file with a defect is not used at all: half a register would look like a whole one. */
export function readDeclarations(source: SourceText): {
  declarations: Declarations | null;
  problems: readonly ConfigProblem[];
} {
  const { value, problems } = readYaml(source.text, source.file, RegisterSchema);
  if (problems.length > 0) return { declarations: null, problems: telling(problems) };
  const register = value as RegisterFile;
  const places = placesOf(source);
  const defects = crossCheck(register, (path) => places[path] ?? source.locate(0));
  if (defects.length > 0) return { declarations: null, problems: defects };
  return { declarations: { file: source.file, register, places }, problems: [] };
}

/** One value that fits no alternative gives one defect for each; the most precise one tells what is wrong. */
function telling(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  return problems.filter(({ path, expected }) => {
    if (expected === "schema is false") return false;
    if (problems.some((other) => path !== "" && other.path.startsWith(`${path}.`))) return false;
    const rivals = problems.filter((other) => other.path === path);
    return !(expected.startsWith("must be ") && rivals.some((other) => other.expected.startsWith("one of ")));
  });
}

function placesOf(source: SourceText): Readonly<Record<string, Location>> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines });
  const places: Record<string, Location> = {};
  const visit = (node: unknown, path: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const at = path === "" ? String(key.value) : `${path}.${String(key.value)}`;
        note(key, at);
        visit(value, at);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        note(item as Node, `${path}.${index}`);
        visit(item, `${path}.${index}`);
      }
    }
  };
  const note = (node: Node, path: string): void => {
    const [start, end] = node.range ?? [0, 0];
    places[path] = source.locate(start, Math.max(start, end));
  };
  visit(document.contents, "");
  return places;
}
