/** Shapes that several parts of the contract share. */
import { Type, type TSchema } from "typebox";

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const OneOf = <const T extends readonly string[]>(...values: T) =>
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

export const Counts = Type.Object({ error: Type.Integer(), warning: Type.Integer(), info: Type.Integer() });
