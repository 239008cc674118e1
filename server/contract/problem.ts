/** Contract of input that could not be read in full. */
import { Type, type Static } from "typebox";
import { Nullable } from "./shapes.ts";

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

export type ProblemQuery = Static<typeof ProblemQuery>;
export type ProblemPage = Static<typeof ProblemPage>;
