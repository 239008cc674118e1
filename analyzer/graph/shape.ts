/** What the flow graph consists of: node and edge attributes of one directed multigraph. */
import type { MultiDirectedGraph } from "graphology";
import type { Category } from "../model/category.ts";
import type { Location } from "../model/location.ts";
import type { Personal, Sensitivity } from "../model/verdict.ts";

export type NodeKind = "system" | "entity" | "field" | "store" | "movement" | "party";

/** Lanes of the map, left to right. */
export type Lane = "origin" | "movement-in" | "keep" | "movement-out" | "recipient";

export interface FlowNode {
  readonly kind: NodeKind;
  /** Finer kind: store kind, movement kind, party kind, entity role. */
  readonly sort: string;
  readonly label: string;
  readonly system: string;
  /** Key of the node that contains this one (field → entity → system); `null` at the top. */
  readonly parent: string | null;
  readonly lane: Lane;
  /** For fields: the verdict; for the others: the strongest below them. */
  readonly personal: Personal;
  readonly sensitivity: Sensitivity;
  readonly categories: readonly Category[];
  readonly audience: "subject" | "internal" | "external" | "unknown" | null;
  readonly location: Location | null;
  /** Other paths that mean this element: the same field or entity named at an abstract parent. */
  readonly aliases?: readonly string[];
  /** Module or extension that defines an entity. */
  readonly module?: string | null;
  /** `off` for a movement or store that is disabled: it stands without edges, nothing flows through it. */
  readonly status?: "off";
}

export type EdgeEvidence = "declared" | "observed" | "both" | "claimed" | "code";

export type EdgeKind =
  | "imports"
  | "stages"
  | "writes"
  | "matches"
  | "reads"
  | "notifies"
  | "discloses"
  | "logs"
  | "keeps"
  | "copies"
  | "shows"
  | "exports"
  | "sends";

export interface FlowEdge {
  readonly kind: EdgeKind;
  /** Paths of the fields that travel; empty when the input does not tell. */
  readonly fields: readonly string[];
  readonly categories: readonly Category[];
  readonly sensitivity: Sensitivity;
  readonly evidence: EdgeEvidence;
  /** The value leaves the organisation. */
  readonly leaves: boolean;
  /** One sentence that says what happens, without values. */
  readonly says: string;
  readonly location: Location | null;
}

export interface FlowMeta {
  readonly asOf: string;
}

/** Node keys are model paths (a system's key is its id), edge keys `kind|source|target`. */
export type FlowGraph = MultiDirectedGraph<FlowNode, FlowEdge, FlowMeta>;
