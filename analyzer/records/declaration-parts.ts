/** Building blocks of the schema of `register.yaml`: words, dates, and cells with who declared them and when. */
import { Type, type TProperties } from "typebox";

export const closed = { additionalProperties: false } as const;
export const Words = (description: string) => Type.String({ minLength: 1, maxLength: 2000, description });
export const OneOf = <const T extends readonly string[]>(...values: T) =>
  Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));
export const IsoDate = Type.String({
  pattern: "^\\d{4}-\\d{2}(-\\d{2})?$",
  description: "2026-03-01, or 2026-03.",
});

const Signed = {
  by: Type.Optional(Words("Role of the person who declares it, not a name.")),
  on: Type.Optional(IsoDate),
};

/** A cell of words: a line, a list of lines, or either with who declared it. */
export const Text = (description: string) =>
  Type.Union(
    [
      Words(description),
      Type.Array(Words(description)),
      Type.Object(
        { value: Type.Union([Words(description), Type.Array(Words(description))]), ...Signed },
        closed,
      ),
    ],
    { description },
  );

/** A cell with parts of its own; `value` adds words to them or stands for them. */
export const Parts = <P extends TProperties>(properties: P, description: string) =>
  Type.Object(
    {
      value: Type.Optional(Type.Union([Words(description), Type.Array(Words(description))])),
      ...properties,
      ...Signed,
    },
    { ...closed, description },
  );
