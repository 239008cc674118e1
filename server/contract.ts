/** The HTTP contract: one set of schemas gives validation, types, OpenAPI and what the viewer imports. */
import { Type, type Static, type TSchema } from "typebox";

export * from "./contract/snapshot.ts";

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const OneOf = <const T extends readonly string[]>(...values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }));

export const Severity = OneOf("error", "warning", "info");
export const Sensitivity = OneOf("ordinary", "sensitive", "art9", "art10", "secret");
export const Level = OneOf("estate", "modules", "entities", "fields");

export const Location = Type.Object({
  file: Type.String(),
  line: Type.Integer(),
  column: Type.Integer(),
  endLine: Type.Integer(),
  endColumn: Type.Integer(),
});

export const Health = Type.Object({ status: Type.Literal("ok"), version: Type.String() });

export const Failure = Type.Object({
  error: Type.Object({ code: Type.String(), message: Type.String(), details: Type.Optional(Type.Array(Type.String())) }),
});

export const Counts = Type.Object({ error: Type.Integer(), warning: Type.Integer(), info: Type.Integer() });

export const SnapshotSummary = Type.Object({
  id: Type.String({ description: "SHA-256 of the content, first 16 hex digits." }),
  asOf: Type.String(),
  createdAt: Type.String(),
  systems: Type.Array(
    Type.Object({
      id: Type.String(),
      product: Type.String(),
      version: Nullable(Type.String()),
      entities: Type.Integer(),
      fields: Type.Integer(),
      personalFields: Type.Integer(),
      movements: Type.Integer(),
    }),
  ),
  findings: Type.Object({
    error: Type.Integer(),
    warning: Type.Integer(),
    info: Type.Integer(),
    suppressed: Type.Integer(),
  }),
  coverage: Type.Object({
    files: Type.Integer(),
    read: Type.Integer(),
    partial: Type.Integer(),
    failed: Type.Integer(),
    skipped: Type.Integer(),
  }),
  problems: Type.Integer(),
});

export const EstateSummary = Type.Object({
  id: Type.String(),
  name: Type.String(),
  latest: Nullable(SnapshotSummary),
  snapshots: Type.Integer(),
});

export const Finding = Type.Object({
  fingerprint: Type.String(),
  rule: Type.String(),
  family: Type.String(),
  severity: Severity,
  system: Type.String(),
  path: Type.String(),
  location: Nullable(Location),
  message: Type.String(),
  why: Type.String(),
  fix: Type.String(),
  articles: Type.Array(Type.String()),
  basis: Type.String(),
  certainty: Type.String(),
  evidence: Type.Array(Type.Object({ kind: Type.String(), text: Type.String(), location: Nullable(Location) })),
  flow: Type.Array(
    Type.Object({ kind: Type.String(), path: Type.String(), label: Type.String(), location: Nullable(Location) }),
  ),
  suppressed: Nullable(
    Type.Object({ by: Type.String(), reason: Nullable(Type.String()), until: Nullable(Type.String()), approver: Nullable(Type.String()) }),
  ),
});

export const FindingQuery = Type.Object({
  severity: Type.Optional(Severity),
  family: Type.Optional(Type.String()),
  rule: Type.Optional(Type.String()),
  system: Type.Optional(Type.String()),
  path: Type.Optional(Type.String({ description: "Path of an element, or the beginning of one." })),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  suppressed: Type.Optional(Type.Boolean({ default: false })),
  page: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
});

export const FindingPage = Type.Object({
  items: Type.Array(Finding),
  total: Type.Integer(),
  page: Type.Integer(),
  pageSize: Type.Integer(),
  counts: Counts,
  rules: Type.Array(
    Type.Object({ id: Type.String(), title: Type.String(), family: Type.String(), count: Type.Integer(), worst: Severity }),
  ),
});

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
  evidence: OneOf("declared", "observed", "both", "claimed"),
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
export const TraceQuery = Type.Object({ path: Type.String({ minLength: 1, maxLength: 1000 }), ...MapQuery.properties });

export const NeighbourhoodQuery = Type.Object({
  key: Type.String(),
  hops: Type.Optional(Type.Integer({ minimum: 1, maximum: 4, default: 1 })),
});

export const TraceStep = Type.Object({
  key: Type.String(),
  kind: Type.String(),
  label: Type.String(),
  edge: Nullable(Type.String()),
  says: Type.String(),
  location: Nullable(Location),
});

export const Trace = Type.Object({
  path: Type.String(),
  ways: Type.Array(Type.Object({ direction: OneOf("to", "from"), sentence: Type.String(), steps: Type.Array(TraceStep) })),
  /** Every node and edge on a way, to be kept bright: keys of the graph, and of the view the query describes. */
  nodes: Type.Array(Type.String()),
  edges: Type.Array(Type.String()),
  truncated: Type.Boolean(),
});

export const Element = Type.Object({
  key: Type.String(),
  kind: Type.String(),
  label: Type.String(),
  facts: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  evidence: Type.Array(
    Type.Object({ signal: Type.String(), says: Type.String(), quote: Nullable(Type.String()), weight: Type.Number() }),
  ),
  location: Nullable(Location),
  code: Nullable(Type.Object({ firstLine: Type.Integer(), lines: Type.Array(Type.String()) })),
  findings: Type.Array(Finding),
});

export const CellEvidence = Type.Object({
  path: Nullable(Type.String()),
  file: Nullable(Type.String()),
  line: Nullable(Type.Integer()),
  quote: Type.String(),
  digest: Type.String(),
});

export const Cell = Type.Object({
  value: Type.Array(Type.String()),
  state: OneOf("inferred", "declared", "conflict", "missing", "not-applicable"),
  evidence: Type.Array(CellEvidence),
  declaredBy: Nullable(Type.String()),
  declaredOn: Nullable(Type.String()),
  question: Nullable(Type.String()),
  note: Nullable(Type.String()),
});

export const RegisterView = Type.Object({
  controller: Nullable(Type.Object({ name: Type.String(), contact: Nullable(Type.String()), country: Nullable(Type.String()) })),
  records: Type.Array(
    Type.Object({
      id: Type.String(),
      role: OneOf("controller", "processor"),
      status: Type.String(),
      systems: Type.Array(Type.String()),
      cells: Type.Record(Type.String(), Cell),
    }),
  ),
  columns: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      article: Type.String(),
      kind: OneOf("inferred", "candidate", "declared"),
    }),
  ),
  gaps: Type.Array(
    Type.Object({ record: Nullable(Type.String()), column: Type.String(), article: Type.String(), kind: Type.String(), says: Type.String() }),
  ),
  completeness: Type.Object({ filled: Type.Integer(), of: Type.Integer() }),
  coverage: Type.Object({ assigned: Type.Integer(), of: Type.Integer() }),
});

export const Declaration = Type.Object(
  {
    value: Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 50 }),
    by: Type.String({ minLength: 1, maxLength: 200, description: "Role of the person who declares, not a name." }),
  },
  { additionalProperties: false },
);

export const RecordExportQuery = Type.Object({ format: OneOf("json", "html", "xlsx") });

export type Health = Static<typeof Health>;
export type Failure = Static<typeof Failure>;
export type SnapshotSummary = Static<typeof SnapshotSummary>;
export type EstateSummary = Static<typeof EstateSummary>;
export type Finding = Static<typeof Finding>;
export type FindingQuery = Static<typeof FindingQuery>;
export type FindingPage = Static<typeof FindingPage>;
export type MapNode = Static<typeof MapNode>;
export type MapEdge = Static<typeof MapEdge>;
export type MapQuery = Static<typeof MapQuery>;
export type MapView = Static<typeof MapView>;
export type TraceQuery = Static<typeof TraceQuery>;
export type Trace = Static<typeof Trace>;
export type Element = Static<typeof Element>;
export type Cell = Static<typeof Cell>;
export type RegisterView = Static<typeof RegisterView>;
export type Declaration = Static<typeof Declaration>;
