/** Contract of the map, the surroundings of an element, and traces. */
import { Type, type Static } from "typebox";
import { Counts, Level, Location, Nullable, OneOf, Sensitivity } from "./shapes.ts";

export const MapNode = Type.Object({
  key: Type.String(),
  kind: OneOf("system", "module", "entity", "field", "store", "movement", "party", "fold"),
  sort: Type.String(),
  label: Type.String(),
  system: Type.String(),
  parent: Nullable(Type.String()),
  lane: OneOf("origin", "movement-in", "keep", "movement-out", "recipient"),
  personal: OneOf("yes", "may-contain", "person-link", "no"),
  sensitivity: Sensitivity,
  categories: Type.Array(Type.String()),
  audience: Nullable(OneOf("subject", "internal", "external", "unknown")),
  location: Nullable(Location),
  findings: Counts,
  /** Elements below that the level hides; 0 for a leaf. */
  inside: Type.Integer(),
  expandable: Type.Boolean(),
});

export const MapEdge = Type.Object({
  key: Type.String(),
  source: Type.String(),
  target: Type.String(),
  /** The kinds it unites, separated by ", ". */
  kind: Type.String(),
  fields: Type.Array(Type.String()),
  /** The input does not tell every field that travels. */
  untold: Type.Boolean(),
  categories: Type.Array(Type.String()),
  sensitivity: Sensitivity,
  evidence: OneOf("declared", "observed", "both", "claimed", "code"),
  leaves: Type.Boolean(),
  says: Type.String(),
  location: Nullable(Location),
});

export const MapQuery = Type.Object({
  level: Type.Optional(Level),
  expanded: Type.Optional(Type.String({ description: "Keys of expanded nodes, separated by commas." })),
  category: Type.Optional(Type.String()),
  party: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  system: Type.Optional(Type.String()),
  all: Type.Optional(Type.Boolean({ default: false, description: "Also what holds no personal data." })),
});

export const MapView = Type.Object({
  level: Level,
  nodes: Type.Array(MapNode),
  edges: Type.Array(MapEdge),
  /** Values the filters may take. */
  facets: Type.Object({
    categories: Type.Array(Type.String()),
    parties: Type.Array(Type.Object({ key: Type.String(), label: Type.String() })),
    kinds: Type.Array(Type.String()),
    systems: Type.Array(Type.String()),
  }),
});

/** `path` names the element; the rest describes the view whose nodes and edges are to be kept bright. */
export const TraceQuery = Type.Object({
  path: Type.String({ minLength: 1, maxLength: 1000 }),
  ...MapQuery.properties,
});

export const NeighbourhoodQuery = Type.Object({
  key: Type.String(),
  hops: Type.Optional(Type.Integer({ minimum: 1, maximum: 4, default: 1 })),
});

export const TraceStep = Type.Object({
  key: Type.String(),
  /** Node of the view the query describes that it is seen by; none shows a movement within a system. */
  shown: Nullable(Type.String()),
  kind: Type.String(),
  label: Type.String(),
  edge: Nullable(Type.String()),
  says: Type.String(),
  location: Nullable(Location),
});

export const Trace = Type.Object({
  path: Type.String(),
  ways: Type.Array(
    Type.Object({ direction: OneOf("to", "from"), sentence: Type.String(), steps: Type.Array(TraceStep) }),
  ),
  /** Every node and edge on a way, to be kept bright: keys of the graph, and of the view the query describes. */
  nodes: Type.Array(Type.String()),
  edges: Type.Array(Type.String()),
  truncated: Type.Boolean(),
});

export type MapNode = Static<typeof MapNode>;
export type MapEdge = Static<typeof MapEdge>;
export type MapQuery = Static<typeof MapQuery>;
export type MapView = Static<typeof MapView>;
export type TraceQuery = Static<typeof TraceQuery>;
export type Trace = Static<typeof Trace>;
