/** Who receives an activity's data: every way of the flow graph that ends at someone. */
import { localPart } from "../../model/model-path.ts";
import type { FlowNode } from "../../graph/shape.ts";
import { evidence } from "../digest.ts";
import type { Found, FoundLine, RecordFacts } from "../record-facts.ts";
import type { CellEvidence } from "../register.ts";

type Side = "inside" | "outside" | "unknown";

interface Reached {
  readonly key: string;
  readonly side: Side;
  readonly text: string;
  readonly evidence: readonly CellEvidence[];
}

export function internalRecipients(facts: RecordFacts): Found {
  return { lines: linesOf(reached(facts), "inside"), question: null };
}

const QUALIFY = "Qualify each: processor, sub-processor, independent or joint controller, authority.";

/** Whoever might be outside is named in the question: not knowing is no reason to leave someone out. */
export function externalRecipients(facts: RecordFacts): Found {
  const all = reached(facts);
  const lines = linesOf(all, "outside");
  const unknown = all.filter(({ side }) => side === "unknown").map(({ text }) => text);
  const qualify = lines.length > 0 ? QUALIFY : null;
  if (unknown.length === 0) return { lines, question: qualify };
  const unsettled = `Not known whether inside or outside: ${unknown.join("; ")}. Who is behind them?`;
  return { lines, question: qualify === null ? unsettled : `${qualify} ${unsettled}`, unsettled };
}

function linesOf(all: readonly Reached[], side: Side): readonly FoundLine[] {
  return all
    .filter((each) => each.side === side)
    .map(({ key, text, evidence: items }) => ({ key, text, evidence: items }));
}

function reached(facts: RecordFacts): readonly Reached[] {
  const { graph } = facts;
  const own = new Set(facts.elements.map(({ path }) => path));
  const found = new Map<string, { node: FlowNode; leaves: boolean; evidence: CellEvidence[] }>();
  graph.forEachEdge((_edge, edge, source, target, _from, node) => {
    if (node.kind !== "party" || node.audience === "subject") return;
    if (!own.has(source) && !edge.fields.some((field) => own.has(field))) return;
    const known = found.get(target) ?? { node, leaves: false, evidence: [] };
    known.leaves ||= edge.leaves;
    known.evidence.push(evidence(source, edge.says, edge.location));
    found.set(target, known);
  });
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { node, leaves, evidence: items }]) => ({
      key,
      ...standing(facts, key, node, leaves),
      evidence: items,
    }));
}

/** A declared caller of an interface stands where its party stands. */
function standing(
  facts: RecordFacts,
  key: string,
  node: FlowNode,
  leaves: boolean,
): { side: Side; text: string } {
  const name = nameOf(key, node);
  if (node.sort === "account") {
    const register = facts.declarations?.register;
    const consumer = register?.consumers?.find(({ account }) => account === key || account === node.label);
    const party = consumer?.party === undefined ? undefined : register?.parties?.[consumer.party];
    if (party !== undefined) {
      const inside = party.role === "controller";
      return { side: inside ? "inside" : "outside", text: `${name}: ${party.name} (declared)` };
    }
  }
  if (leaves || node.audience === "external") return { side: "outside", text: name };
  return { side: node.audience === "internal" ? "inside" : "unknown", text: name };
}

function nameOf(key: string, { sort, label }: FlowNode): string {
  if (localPart(key).startsWith("role/")) return `Role ${label}`;
  return sort === "account" ? `Interface account ${label}` : label;
}
