/** Reads `decisions.yaml`: what people said of verdicts, by model path. */
import { isMap, isScalar, parseDocument, type Node, type Pair } from "yaml";
import type { Category } from "../model/category.ts";
import type { ModelPath } from "../model/model-path.ts";
import type { Problem, ProblemKind } from "../model/problem.ts";
import type { Decision, Personal, Verdict } from "../model/verdict.ts";
import type { SourceText } from "../source/text.ts";
import { STRUCTURE_EXPECTED, structureDefect } from "../source/yaml-structure.ts";
import { TAXONOMY, isCategory } from "./taxonomy.ts";

/** One decision; without a category a confirmed verdict keeps the classifier's. */
export interface FieldDecision extends Decision {
  readonly personal: Personal;
  readonly category?: Category;
}

export type Decisions = ReadonlyMap<ModelPath, FieldDecision>;

export const NO_DECISIONS: Decisions = new Map();

/** Names and values in one file: some 30,000 decisions. */
export const MAX_DECISION_VALUES = 200_000;

const PERSONAL: readonly Personal[] = ["yes", "may-contain", "person-link", "no"];
const KEYS: ReadonlySet<string> = new Set(["personal", "category", "by", "on", "reason"]);
const DATE = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * Shape: a map `decisions:` (or the map itself) from model path to `{ personal, category?, by, on, reason }`, `on` an ISO date.
 * Entries that cannot be used are left out and reported.
 */
export function readDecisions(source: SourceText): {
  readonly decisions: Decisions;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const decisions = new Map<ModelPath, FieldDecision>();
  const defect = structureDefect(source.text, MAX_DECISION_VALUES);
  if (defect !== null) {
    const message = `decisions: expected ${STRUCTURE_EXPECTED[defect.kind]}`;
    return {
      decisions,
      problems: [
        { kind: "malformed", message, location: source.locate(defect.offset), lost: "every decision" },
      ],
    };
  }
  const document = parseDocument(source.text, { uniqueKeys: false, prettyErrors: false });
  const report = (kind: ProblemKind, message: string, at: number): void => {
    problems.push({
      kind,
      message,
      location: source.locate(Math.min(at, source.text.length)),
      lost: "a decision",
    });
  };
  for (const error of document.errors) report("malformed", `decisions: ${error.code}`, error.pos[0]);
  const root = document.contents;
  if (root === null) return { decisions, problems };
  const listed = isMap(root) ? (root.get("decisions", true) ?? root) : root;
  if (isScalar(listed) && listed.value === null) return { decisions, problems };
  if (!isMap(listed)) {
    report("malformed", "decisions: expected a map from model path to decision", startOf(listed as Node));
    return { decisions, problems };
  }
  for (const pair of listed.items as Pair<Node, Node | null>[]) {
    const path = isScalar(pair.key) ? String(pair.key.value) : "";
    const at = startOf(pair.key);
    if (!/^[^:\s]+:./u.test(path))
      report("malformed", "decisions: a key that is no model path such as itop:Person.email", at);
    else if (decisions.has(path))
      report("duplicate", `decisions: ${path} is decided twice; the first one counts`, at);
    else {
      const decision = decisionOf(path, pair.value, at, report);
      if (decision !== null) decisions.set(path, decision);
    }
  }
  return { decisions, problems };
}

type Report = (kind: ProblemKind, message: string, at: number) => void;

function decisionOf(path: string, node: Node | null, at: number, report: Report): FieldDecision | null {
  if (!isMap(node)) {
    report("malformed", `decisions: ${path} needs personal, by, on and reason`, at);
    return null;
  }
  const texts = new Map<string, string>();
  for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
    const name = isScalar(key) ? String(key.value) : "";
    if (!KEYS.has(name))
      report("unknown-value", `decisions: ${path} has an unknown key "${name}"`, startOf(key));
    else if (isScalar(value) && value.value !== null) texts.set(name, textOf(value.source, value.value));
  }
  const missing = ["personal", "by", "on", "reason"].filter((name) => (texts.get(name) ?? "").trim() === "");
  if (missing.length > 0) {
    report("malformed", `decisions: ${path} lacks ${missing.join(", ")}`, at);
    return null;
  }
  const personal = PERSONAL.find((each) => each === texts.get("personal"));
  const category = texts.get("category");
  const on = texts.get("on") as string;
  if (personal === undefined)
    report("unknown-value", `decisions: ${path}: personal is one of ${PERSONAL.join(", ")}`, at);
  else if (category !== undefined && !isCategory(category))
    report("unknown-value", `decisions: ${path}: unknown category`, at);
  else if (!DATE.test(on))
    report("unknown-value", `decisions: ${path}: "on" is a date such as 2025-03-31`, at);
  else {
    const said = { by: texts.get("by") as string, on, reason: texts.get("reason") as string };
    return category === undefined ? { personal, ...said } : { personal, category, ...said };
  }
  return null;
}

/** The words as written: YAML makes a boolean of a bare `no` in older schemas, and a number of a bare year. */
function textOf(source: string | undefined, value: unknown): string {
  return typeof value === "string" ? value : (source ?? String(value));
}

function startOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

/** The verdict as people decided it; the classifier's evidence stays. */
export function decide(verdict: Verdict, decision: FieldDecision): Verdict {
  const { by, on, reason, personal } = decision;
  const category =
    personal === "no"
      ? "none"
      : (decision.category ?? (verdict.category === "none" ? "other-personal" : verdict.category));
  const meaning = TAXONOMY[category];
  const same = category === verdict.category;
  return {
    ...verdict,
    personal,
    category,
    dpv: same ? verdict.dpv : meaning.dpv,
    special: same ? verdict.special : meaning.special,
    sensitivity: same ? verdict.sensitivity : meaning.sensitivity,
    confidence: 1,
    decision: { by, on, reason },
  };
}
