/** Contract of snapshots as a list, of what an upload answers, and of what could not be read. */
import { Type, type Static, type TSchema } from "typebox";

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const EstateParams = Type.Object({
  estate: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$", description: "Id of the estate." }),
});

export const SnapshotParams = Type.Object({
  estate: EstateParams.properties.estate,
  snapshot: Type.String({ pattern: "^(latest|[0-9a-f]{16})$", description: "Id of a snapshot, or `latest`." }),
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

export const ProblemQuery = Type.Object({
  kind: Type.Optional(Type.String()),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  page: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
});

export const ProblemPage = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.String(),
      message: Type.String(),
      /** What the analysis lacks because of it; `null` when nothing is lost. */
      lost: Nullable(Type.String()),
      file: Type.String(),
      line: Type.Integer(),
      column: Type.Integer(),
    }),
  ),
  total: Type.Integer(),
  page: Type.Integer(),
  pageSize: Type.Integer(),
  kinds: Type.Array(Type.Object({ kind: Type.String(), count: Type.Integer() })),
});

export const ElementQuery = Type.Object({
  key: Type.String({ minLength: 1, maxLength: 1000, description: "Model path, or the id of a system." }),
});

export type SnapshotParams = Static<typeof SnapshotParams>;
export type ProblemQuery = Static<typeof ProblemQuery>;
export type ProblemPage = Static<typeof ProblemPage>;
