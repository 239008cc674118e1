/** Contract of findings. */
import { Type, type Static } from "typebox";
import { Counts, Location, Nullable, Severity } from "./shapes.ts";

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
  evidence: Type.Array(
    Type.Object({ kind: Type.String(), text: Type.String(), location: Nullable(Location) }),
  ),
  flow: Type.Array(
    Type.Object({
      kind: Type.String(),
      path: Type.String(),
      label: Type.String(),
      location: Nullable(Location),
    }),
  ),
  suppressed: Nullable(
    Type.Object({
      by: Type.String(),
      reason: Nullable(Type.String()),
      until: Nullable(Type.String()),
      approver: Nullable(Type.String()),
    }),
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
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      family: Type.String(),
      count: Type.Integer(),
      worst: Severity,
    }),
  ),
});

export type Finding = Static<typeof Finding>;
export type FindingQuery = Static<typeof FindingQuery>;
export type FindingPage = Static<typeof FindingPage>;
