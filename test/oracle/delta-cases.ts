/** Merges the recorded deltas and compares the result, or the error and where it stops. */
import { readXml } from "../../analyzer/source/read-xml.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import { isElement, isText, type XmlElement } from "../../analyzer/source/xml.ts";
import { type DeltaDocument, type MergeResult, mergeFlat } from "../../analyzer/systems/itop/merge/flat.ts";
import { mergeNestedTree } from "../../analyzer/systems/itop/merge/nested.ts";
import type { Agreement, Comparison } from "./comparison.ts";
import { readRecorded } from "./recorded.ts";

const FILE = "delta-cases.json.gz";

type Merge = (recorded: RecordedCase, documents: readonly DeltaDocument[]) => MergeResult;

/** One way of merging a recorded case. */
interface Run {
  readonly version: string;
  /** Where the recording lists a result only if it differs from another version's. */
  readonly sameAs?: string;
  readonly mode: "lax" | "strict";
  readonly merge: Merge;
}

const flat =
  (strict: boolean): Merge =>
  (recorded, documents) =>
    mergeFlat(documents, { strict, base: parse(recorded.initial_flat, `${recorded.id}/initial.xml`) });

/** The recorded trees have the classes inside each other. */
const nested: Merge = (recorded, documents) =>
  mergeNestedTree(documents, {
    design: "3.0",
    base: parse(recorded.initial_hierarchical, `${recorded.id}/initial.xml`),
  });

const RUNS: readonly Run[] = [
  { version: "2.7.11", mode: "lax", merge: nested },
  { version: "3.0.4", sameAs: "2.7.11", mode: "lax", merge: nested },
  { version: "3.1.2", sameAs: "3.2.0", mode: "lax", merge: flat(false) },
  { version: "3.1.2", sameAs: "3.2.0", mode: "strict", merge: flat(true) },
  { version: "3.2.0", mode: "lax", merge: flat(false) },
  { version: "3.2.0", mode: "strict", merge: flat(true) },
];

interface Recording {
  readonly cases: readonly RecordedCase[];
}

export interface RecordedCase {
  readonly id: string;
  readonly initial_flat: string;
  readonly initial_hierarchical: string;
  readonly deltas: readonly string[];
  readonly actual: Readonly<Record<string, Readonly<Record<string, RecordedOutcome>>>>;
}

export interface RecordedOutcome {
  readonly applied_tree?: Tree;
  readonly error?: { readonly class: string; readonly code: number; readonly failed_delta: number | null };
}

type Tree = readonly [string, Readonly<Record<string, string>>, readonly (Tree | string)[]];

export const deltaCases: Comparison = {
  name: "delta merging",
  files: [FILE],
  run: async ({ dir }) => [compare(readRecorded<Recording>(dir, FILE).cases)],
};

function compare(cases: readonly RecordedCase[]): Agreement {
  const disagreements: string[] = [];
  let compared = 0;
  for (const each of cases) {
    const documents = documentsOf(each);
    for (const { version, sameAs, mode, merge } of RUNS) {
      const expected = each.actual[version]?.[mode] ?? each.actual[sameAs ?? ""]?.[mode];
      if (expected === undefined) continue;
      compared++;
      const difference = differenceOf(expected, merge(each, documents));
      if (difference !== null) disagreements.push(`${each.id} ${version} ${mode}: ${difference}`);
    }
  }
  const agreed = compared - disagreements.length;
  return { file: FILE, agreed, compared, disagreements, notCompared: new Map() };
}

function documentsOf({ id, deltas }: RecordedCase): readonly DeltaDocument[] {
  return deltas.map((text, index) => {
    const root = parse(text, `${id}/${index}.xml`);
    return { root, module: "", designVersion: root.attributes["version"] ?? "1.0" };
  });
}

function parse(text: string, file: string): XmlElement {
  const { root, problems } = readXml(new SourceText(file, text));
  if (root === null) throw new Error(`${file}: ${problems[0]?.message}`);
  return root;
}

function differenceOf(expected: RecordedOutcome, actual: MergeResult): string | null {
  const first = actual.failures[0];
  const got =
    first === undefined ? "no error" : `error ${first.code} in delta ${first.document} (${first.element})`;
  if (expected.error === undefined) {
    if (first !== undefined) return `expected a model, got ${got}`;
    return firstDifference(expected.applied_tree as Tree, treeOf(actual.root));
  }
  const { class: kind, code, failed_delta: failedDelta } = expected.error;
  // Defects of the recorded program: seeing them is enough. A plain Exception is an ordinary refusal.
  if (kind !== "MFException" && kind !== "Exception")
    return actual.problems.length > 0 ? null : `expected a problem (${kind}), got none`;
  if (first?.code === code && first.document === failedDelta) return null;
  return `expected error ${code} in delta ${failedDelta}, got ${got}`;
}

function treeOf(element: XmlElement): Tree {
  const children: (Tree | string)[] = [];
  for (const node of element.children) {
    if (isElement(node)) children.push(treeOf(node));
    else if (isText(node) && node.text.trim() !== "") children.push(node.text.trim());
  }
  const attributes = Object.entries(element.attributes).filter(([name]) => !name.startsWith("xmlns:"));
  return [element.name, Object.fromEntries(attributes.sort(([a], [b]) => (a < b ? -1 : 1))), children];
}

function firstDifference(expected: Tree, actual: Tree): string | null {
  const [name, attributes, children] = expected;
  const at = attributes["id"] === undefined ? name : `${name}[${attributes["id"]}]`;
  if (name !== actual[0] || JSON.stringify(attributes) !== JSON.stringify(actual[1])) {
    return `expected ${JSON.stringify([name, attributes])}, got ${JSON.stringify(actual.slice(0, 2))}`;
  }
  for (let index = 0; index < Math.max(children.length, actual[2].length); index++) {
    const [want, have] = [children[index], actual[2][index]];
    if (Array.isArray(want) && Array.isArray(have)) {
      const difference = firstDifference(want as unknown as Tree, have as unknown as Tree);
      if (difference !== null) return `${at}/${difference}`;
    } else if (want !== have) return `${at}: expected ${JSON.stringify(want)}, got ${JSON.stringify(have)}`;
  }
  return null;
}
