/** Contract of one element with everything known of it. */
import { Type, type Static } from "typebox";
import { Finding } from "./finding.ts";
import { Location, Nullable } from "./shapes.ts";

export const ElementQuery = Type.Object({
  key: Type.String({ minLength: 1, maxLength: 1000, description: "Model path, or the id of a system." }),
});

export const Element = Type.Object({
  key: Type.String(),
  kind: Type.String(),
  label: Type.String(),
  facts: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  evidence: Type.Array(
    Type.Object({
      signal: Type.String(),
      says: Type.String(),
      quote: Nullable(Type.String()),
      weight: Type.Number(),
    }),
  ),
  location: Nullable(Location),
  code: Nullable(Type.Object({ firstLine: Type.Integer(), lines: Type.Array(Type.String()) })),
  findings: Type.Array(Finding),
});

export type Element = Static<typeof Element>;
