/** Contract of the server itself: its health, and how it refuses. */
import { Type, type Static } from "typebox";

export const Health = Type.Object({ status: Type.Literal("ok"), version: Type.String() });

export const Failure = Type.Object({
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    details: Type.Optional(Type.Array(Type.String())),
  }),
});

export type Health = Static<typeof Health>;
export type Failure = Static<typeof Failure>;
