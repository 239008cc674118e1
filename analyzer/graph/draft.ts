/** Collects nodes and edges in any order and merges what is said twice. */
import type { Location } from "../model/location.ts";
import type { ModelPath } from "../model/model-path.ts";
import type { Personal, Sensitivity, Verdict } from "../model/verdict.ts";
import type { Category } from "../model/category.ts";
import { plain } from "./plain-text.ts";
import type { EdgeEvidence, EdgeKind, FlowNode } from "./shape.ts";
import { confirm, morePersonal, moreSensitive, union } from "./strength.ts";

/** What a list of fields amounts to. */
export interface Cargo {
  readonly personal: Personal;
  readonly sensitivity: Sensitivity;
  readonly categories: readonly Category[];
}

export interface EdgeDraft {
  readonly kind: EdgeKind;
  readonly source: string;
  readonly target: string;
  /** Field paths; empty when the input does not tell what travels. */
  readonly fields: readonly ModelPath[];
  readonly evidence: EdgeEvidence;
  readonly leaves?: boolean;
  readonly says: string;
  readonly location: Location | null;
}

const UNTOLD: Cargo = { personal: "may-contain", sensitivity: "ordinary", categories: [] };

export class Draft {
  readonly nodes = new Map<string, FlowNode>();
  readonly edges = new Map<string, EdgeDraft>();
  readonly #verdictOf: (path: ModelPath) => Verdict | undefined;
  readonly #cargo = new WeakMap<readonly ModelPath[], Cargo>();

  constructor(verdictOf: (path: ModelPath) => Verdict | undefined) {
    this.#verdictOf = verdictOf;
  }

  /** Adds a node unless one of that key is there, and returns the key. */
  node(key: string, node: FlowNode): string {
    if (!this.nodes.has(key)) this.nodes.set(key, { ...node, label: plain(node.label) });
    return key;
  }

  has(key: string): boolean {
    return this.nodes.has(key);
  }

  edge(edge: EdgeDraft): void {
    if (edge.source === edge.target) return;
    const key = edgeKey(edge.kind, edge.source, edge.target);
    const known = this.edges.get(key);
    if (known === undefined) {
      this.edges.set(key, { ...edge, says: plain(edge.says) });
      return;
    }
    // An untold list stays untold: naming some fields must not hide that others may travel.
    const untold = known.fields.length === 0 || edge.fields.length === 0;
    this.edges.set(key, {
      ...known,
      fields: untold ? [] : union(known.fields, edge.fields),
      evidence: confirm(known.evidence, edge.evidence),
      leaves: known.leaves === true || edge.leaves === true,
      location: known.location ?? edge.location,
    });
  }

  /** Strongest verdict and all categories of the fields; an untold list may contain anything. */
  cargo(fields: readonly ModelPath[]): Cargo {
    if (fields.length === 0) return UNTOLD;
    let cargo = this.#cargo.get(fields);
    if (cargo !== undefined) return cargo;
    let personal: Personal = "no";
    let sensitivity: Sensitivity = "ordinary";
    const categories = new Set<Category>();
    for (const path of fields) {
      const verdict = this.#verdictOf(path);
      if (verdict === undefined || verdict.personal === "no") continue;
      personal = morePersonal(personal, verdict.personal);
      sensitivity = moreSensitive(sensitivity, verdict.sensitivity);
      if (verdict.category !== "none") categories.add(verdict.category);
    }
    cargo = { personal, sensitivity, categories: [...categories].sort() };
    this.#cargo.set(fields, cargo);
    return cargo;
  }
}

/** `kind|source|target`; a bar within a name is escaped, so that two edges never share a key. */
export function edgeKey(kind: string, source: string, target: string): string {
  return `${kind}|${escapeBar(source)}|${escapeBar(target)}`;
}

function escapeBar(part: string): string {
  return part.includes("|") || part.includes("\\") ? part.replace(/[\\|]/g, "\\$&") : part;
}
