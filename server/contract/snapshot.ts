/** Contract of estates and their snapshots, in figures and as lists. */
import { Type, type Static } from "typebox";
import { Nullable } from "./shapes.ts";

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

export const EstateParams = Type.Object({
  estate: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$", description: "Id of the estate." }),
});

export const SnapshotParams = Type.Object({
  estate: EstateParams.properties.estate,
  snapshot: Type.String({
    pattern: "^(latest|[0-9a-f]{16})$",
    description: "Id of a snapshot, or `latest`.",
  }),
});

export const CellParams = Type.Object({
  estate: SnapshotParams.properties.estate,
  snapshot: SnapshotParams.properties.snapshot,
  record: Type.String({ maxLength: 200 }),
  column: Type.String({ maxLength: 100 }),
});

export const UploadQuery = Type.Object({
  asOf: Type.Optional(
    Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "Date to judge at; today when absent." }),
  ),
});

export type SnapshotSummary = Static<typeof SnapshotSummary>;
export type EstateSummary = Static<typeof EstateSummary>;
export type SnapshotParams = Static<typeof SnapshotParams>;
