/** What is drawn: plain nodes and edges of one level, which pictures, tables and the viewer share. */
import type { Category } from "../model/category.ts";
import type { Location } from "../model/location.ts";
import type { Personal, Sensitivity } from "../model/verdict.ts";
import type { EdgeEvidence, EdgeKind, FlowNode, Lane } from "./shape.ts";

export type Level = "estate" | "modules" | "entities" | "fields";
export type Severity = "error" | "warning" | "info";

/** Empty or absent lists let everything through. */
export interface MapFilters {
  readonly category?: readonly Category[];
  /** Keys of parties: only what can reach them or come from them stays. */
  readonly party?: readonly string[];
  /** Kinds of movement (`email`, `directory-sync`, `role-read` …): only these and what they touch stay. */
  readonly kind?: readonly string[];
  /** Ids of systems. */
  readonly system?: readonly string[];
  readonly includeNonPersonal?: boolean;
}

export interface MapNode {
  /** Unique in the view; a party that gives and takes stands in both lanes, its origin as `<path>#origin`. */
  readonly key: string;
  /** Key in the graph; a module's or a fold's own key. */
  readonly path: string;
  readonly kind: FlowNode["kind"] | "module" | "fold";
  readonly sort: string;
  readonly label: string;
  readonly system: string;
  /** Key of the visible node around it; `null` for none. */
  readonly parent: string | null;
  readonly lane: Lane;
  readonly personal: Personal;
  readonly sensitivity: Sensitivity;
  readonly categories: readonly Category[];
  readonly audience: FlowNode["audience"];
  readonly location: Location | null;
  /** Worst finding at the node or below it. */
  readonly findings: Severity | null;
  /** Elements of the graph it stands for. */
  readonly members: number;
}

export interface MapEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly kinds: readonly EdgeKind[];
  /** Paths of the fields that travel, sorted; `untold` says whether others may. */
  readonly fields: readonly string[];
  readonly untold: boolean;
  readonly categories: readonly Category[];
  readonly sensitivity: Sensitivity;
  readonly evidence: EdgeEvidence;
  readonly leaves: boolean;
  /** Sentences of the edges it stands for, at most `MAX_SAYS`. */
  readonly says: readonly string[];
  /** Edges of the graph it stands for. */
  readonly members: number;
}

export interface Fold {
  readonly key: string;
  /** "12 more entities with contact data". */
  readonly label: string;
  readonly count: number;
  /** Keys that appear when it is opened, sorted. */
  readonly members: readonly string[];
}

export interface MapView {
  readonly level: Level;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly folded: readonly Fold[];
}

/** Sentences kept for one drawn edge. */
export const MAX_SAYS = 12;
