/** Reads `exceptions.yaml`: accepted findings by system, rule and model path. */
import { isMap, isScalar, LineCounter, parseDocument, type Pair, type YAMLMap } from "yaml";
import type { Location } from "../../analyzer/model/location.ts";
import type { ModelPath, SystemId } from "../../analyzer/model/model-path.ts";
import { closest } from "../../analyzer/source/closest.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import { STRUCTURE_EXPECTED, structureDefect } from "../../analyzer/source/yaml-structure.ts";
import type { ConfigProblem } from "../../analyzer/source/yaml.ts";

/** One entry as written; whether it may apply is for the review to say. */
export interface ExceptionEntry {
  readonly system: SystemId;
  readonly rule: string;
  /** Whole model path; the last segment may be a wildcard (`itop:Person.*`). */
  readonly path: ModelPath;
  readonly reason: string | null;
  readonly until: string | null;
  /** Role id from the record's parties, never a person's name. */
  readonly approver: string | null;
  readonly ticket: string | null;
  /** Narrows the entry to one variant or one second element. */
  readonly match: { readonly variant: string | null; readonly discriminator: string | null };
  readonly location: Location;
}

const ENTRY_KEYS = ["reason", "until", "approver", "ticket", "match"];
const MATCH_KEYS = ["variant", "discriminator"];

/** Entries that can be read are returned beside the problems of the others; nothing throws. */
export function readExceptions(
  text: string,
  file: string,
): { readonly entries: readonly ExceptionEntry[]; readonly problems: readonly ConfigProblem[] } {
  const lines = new LineCounter();
  const place = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    const [atLine, atColumn] = [Math.max(line, 1), Math.max(col, 1)];
    return { file, line: atLine, column: atColumn, endLine: atLine, endColumn: atColumn };
  };
  const problems: ConfigProblem[] = [];
  const wrong = (path: string, expected: string, offset: number): void => {
    problems.push({ path, expected, location: place(offset) });
  };
  const defect = structureDefect(text);
  if (defect !== null) {
    problems.push({
      path: "",
      expected: STRUCTURE_EXPECTED[defect.kind],
      location: new SourceText(file, text).locate(defect.offset),
    });
    return { entries: [], problems };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const error of document.errors) wrong("", `YAML that parses (${error.code})`, error.pos[0]);
    return { entries: [], problems };
  }

  /** Pairs of a map with their keys as text; anything but a map is a problem, an empty value is none. */
  function children(node: unknown, path: string, offset: number, expected: string): readonly Child[] {
    if (node === null || (isScalar(node) && node.value === null)) return [];
    if (isMap(node)) return node.items.map((pair) => childOf(pair));
    wrong(path, expected, offset);
    return [];
  }

  function texts(
    from: readonly Child[],
    known: readonly string[],
    path: string,
  ): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const { key, value, offset } of from) {
      if (!known.includes(key)) wrong(`${path}.${key}`, knownKey(key, known), offset);
      else if (isScalar(value) && value.value !== null) found.set(key, String(value.value));
      else if (key !== "match") wrong(`${path}.${key}`, "a text", offset);
    }
    return found;
  }

  const entries: ExceptionEntry[] = [];
  const root = children(document.contents, "", 0, "a map with the key exceptions");
  for (const { key, offset } of root)
    if (key !== "exceptions") wrong(key, knownKey(key, ["exceptions"]), offset);
  const top = root.find(({ key }) => key === "exceptions");
  if (top === undefined) return { entries, problems };
  for (const system of children(top.value, "exceptions", top.offset, "systems by id")) {
    const systemAt = `exceptions.${system.key}`;
    for (const rule of children(system.value, systemAt, system.offset, "rules by id")) {
      const ruleAt = `${systemAt}.${rule.key}`;
      for (const target of children(rule.value, ruleAt, rule.offset, "model paths")) {
        const at = `${ruleAt}.${target.key}`;
        const fields = children(target.value, at, target.offset, `an entry with ${ENTRY_KEYS.join(", ")}`);
        const given = texts(fields, ENTRY_KEYS, at);
        const match = fields.find(({ key }) => key === "match");
        const narrowed =
          match === undefined ? [] : children(match.value, `${at}.match`, match.offset, "a map");
        const narrow = texts(narrowed, MATCH_KEYS, `${at}.match`);
        entries.push({
          system: system.key,
          rule: rule.key,
          path: wholePath(system.key, target.key),
          reason: given.get("reason") ?? null,
          until: given.get("until") ?? null,
          approver: given.get("approver") ?? null,
          ticket: given.get("ticket") ?? null,
          match: {
            variant: narrow.get("variant") ?? null,
            discriminator: narrow.get("discriminator") ?? null,
          },
          location: place(target.offset),
        });
      }
    }
  }
  return { entries, problems };
}

interface Child {
  readonly key: string;
  readonly value: unknown;
  readonly offset: number;
}

function childOf(pair: YAMLMap["items"][number] | Pair): Child {
  const key = isScalar(pair.key) ? String(pair.key.value) : "";
  return { key, value: pair.value, offset: isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0 };
}

function knownKey(key: string, known: readonly string[]): string {
  const near = closest(key, known);
  return near === null ? `one of ${known.join(", ")}` : `a known key; did you mean "${near}"?`;
}

/** Entries name elements as the system does; a whole path and the system itself are understood too. */
function wholePath(system: SystemId, written: string): ModelPath {
  return written === system || written.startsWith(`${system}:`) ? written : `${system}:${written}`;
}
