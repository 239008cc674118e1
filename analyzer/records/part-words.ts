/** Parts of a cell that are one word or text each, as lines and back: `article6: f` is the line "Art. 6(1)(f)". */
import type { Column } from "./register.ts";

interface Part {
  readonly key: string;
  readonly write: (value: string) => string;
  /** The first group is the value. */
  readonly read: RegExp;
}

function part(key: string, write: (value: string) => string, read: RegExp): Part {
  return { key, write, read };
}

function labelled(key: string, label: string): Part {
  return part(key, (value) => `${label}: ${value}`, new RegExp(`^${label}: (.+)$`, "s"));
}

const STATES = ["not examined", "none identified", "identified"] as const;
const STATE_LINES: Readonly<Record<string, string>> = {
  "not examined": "Not examined",
  "none identified": "None identified after examination",
  identified: "Identified",
};

const PARTS: Readonly<Partial<Record<Column, readonly Part[]>>> = {
  "legal-basis": [
    part("article6", (value) => `Art. 6(1)(${value})`, /^Art\. 6\(1\)\(([a-f])\)$/),
    labelled("interest", "Interest"),
    labelled("assessment", "Balancing of interests"),
    labelled("withdrawal", "Withdrawal of consent"),
    labelled("reference", "Reference"),
  ],
  "art9-condition": [
    part(
      "condition",
      (value) => (value === "article 10" ? "Art. 10" : `Art. 9(2)(${value})`),
      /^Art\. (?:9\(2\)\(([a-j])\)|10)$/,
    ),
    labelled("reference", "Reference"),
  ],
  "third-countries": [
    part(
      "state",
      (value) => STATE_LINES[value] ?? value,
      /^(Not examined|None identified after examination|Identified)$/,
    ),
  ],
  dpia: [
    part("decision", (value) => `Decision: ${value}`, /^Decision: (required|not required|under way|done)$/),
    labelled("reason", "Reason"),
    labelled("reference", "Reference"),
  ],
};

/** Value of a line that was read, in the words of the file. */
function plainValue({ key }: Part, found: string | undefined): string {
  if (key === "condition") return found ?? "article 10";
  if (key === "state") return STATES.find((state) => STATE_LINES[state] === found) ?? "";
  return found ?? "";
}

export interface PartWords {
  readonly keys: readonly string[];
  readonly write: (content: unknown) => readonly string[];
  /** Parts the lines tell, and the lines that tell none; each part is told once. */
  readonly read: (lines: readonly string[]) => {
    readonly parts: ReadonlyMap<string, string>;
    readonly rest: readonly string[];
  };
}

function wordsOf(parts: readonly Part[]): PartWords {
  return {
    keys: parts.map(({ key }) => key),
    write: (content) => {
      if (typeof content !== "object" || content === null) return [];
      const fields = content as Readonly<Record<string, unknown>>;
      return parts.flatMap(({ key, write }) => {
        const value = fields[key];
        return typeof value === "string" ? [write(value)] : [];
      });
    },
    read: (lines) => {
      const found = new Map<string, string>();
      const rest = lines.filter((line) => {
        for (const each of parts) {
          const match = each.read.exec(line);
          if (match === null || found.has(each.key)) continue;
          found.set(each.key, plainValue(each, match[1]));
          return false;
        }
        return true;
      });
      return { parts: found, rest };
    },
  };
}

const NO_PARTS = wordsOf([]);
const WORDS = new Map(Object.entries(PARTS).map(([column, parts]) => [column, wordsOf(parts)]));

export function partWords(column: Column): PartWords {
  return WORDS.get(column) ?? NO_PARTS;
}
