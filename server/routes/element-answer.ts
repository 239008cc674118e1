/** Everything known of one element: facts, evidence, place, lines around it, findings. */
import { mayShow } from "../../analyzer/workspace/source-lines.ts";
import type { Location } from "../../analyzer/model/location.ts";
import type { FlowNode } from "../../analyzer/graph/shape.ts";
import type { Element } from "../contract.ts";
import type { Opened } from "../store/shelf.ts";
import { elementIndex, type Described } from "./element-index.ts";
import { fact, list } from "./fact.ts";
import { findingAnswer } from "./finding-answer.ts";
import { withoutOrigin } from "./map-answer.ts";
import { containers, elementsOf } from "./shown.ts";

/** Lines shown before and after the place of an element. */
const AROUND = 3;
/** Most lines shown. */
const MAX_LINES = 24;
/** Characters of a line. */
const MAX_LINE = 240;
/** Findings listed with one element; the findings page has them all. */
const MAX_FINDINGS = 100;

/** `null` when there is no such element. */
export function elementAnswer(opened: Opened, asked: string): Element | null {
  const { snapshot, findings } = opened;
  const key = withoutOrigin(asked);
  const node = snapshot.graph.hasNode(key) ? snapshot.graph.getNodeAttributes(key) : null;
  const described = elementIndex(snapshot).get(key) ?? (node === null ? null : ofNode(node));
  if (described === null) return null;
  const location = described.location ?? node?.location ?? null;
  const inside = (path: string): boolean =>
    elementsOf(snapshot.graph, path).some(
      (each) => each === key || containers(snapshot.graph, each).includes(key),
    );
  return {
    key,
    kind: described.kind,
    label: described.label,
    facts: [...described.facts()],
    evidence: (snapshot.verdicts.get(key)?.evidence ?? []).map(({ signal, says, quote, weight }) => ({
      signal,
      says,
      quote,
      weight,
    })),
    location,
    code: location === null ? null : codeAt(opened, location),
    findings: findings
      .filter(({ path, suppressed }) => suppressed === null && (path === key || inside(path)))
      .slice(0, MAX_FINDINGS)
      .map(findingAnswer),
  };
}

/** What only the graph knows: change histories, reference copies, parties found on the way. */
function ofNode(node: FlowNode): Described {
  const { kind, label, location, sort, audience, categories, sensitivity, status } = node;
  const facts = [
    ...fact("Kind", sort),
    ...fact("Audience", audience),
    ...fact("Categories", list(categories)),
    ...fact("Sensitivity", sensitivity),
    ...fact("Status", status),
  ];
  return { kind, label, location, facts: () => facts };
}

function codeAt({ snapshot, lines }: Opened, { file, line, endLine }: Location): Element["code"] {
  const input = snapshot.estate.inputs.find((each) => each.file === file);
  if (lines === null || input?.readAs == null || !mayShow(file, [input])) return null;
  const firstLine = Math.max(1, line - AROUND);
  const last = Math.min(endLine + AROUND, firstLine + MAX_LINES - 1);
  const found = lines(file, firstLine, last);
  if (found === null || found.length === 0) return null;
  return { firstLine, lines: found.map((each) => each.replace(/\r$/, "").slice(0, MAX_LINE)) };
}
