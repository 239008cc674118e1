/** Contract of the Article 30 register. */
import { Type, type Static } from "typebox";
import { Nullable, OneOf } from "./shapes.ts";

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
  controller: Nullable(
    Type.Object({ name: Type.String(), contact: Nullable(Type.String()), country: Nullable(Type.String()) }),
  ),
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
    Type.Object({
      record: Nullable(Type.String()),
      column: Type.String(),
      article: Type.String(),
      kind: Type.String(),
      says: Type.String(),
    }),
  ),
  completeness: Type.Object({ filled: Type.Integer(), of: Type.Integer() }),
  coverage: Type.Object({ assigned: Type.Integer(), of: Type.Integer() }),
});

export const Declaration = Type.Object(
  {
    value: Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 50 }),
    by: Type.String({
      minLength: 1,
      maxLength: 200,
      description: "Role of the person who declares, not a name.",
    }),
  },
  { additionalProperties: false },
);

export const RecordExportQuery = Type.Object({ format: OneOf("json", "html", "xlsx") });

export type Cell = Static<typeof Cell>;
export type RegisterView = Static<typeof RegisterView>;
export type Declaration = Static<typeof Declaration>;
