/** Building blocks of the profile schema: closed objects, word lists, and the evidence every element may carry. */
import { Type, type TProperties } from "typebox";

export function closed<Properties extends TProperties>(properties: Properties, description?: string) {
  return Type.Object(properties, {
    additionalProperties: false,
    ...(description !== undefined && { description }),
  });
}

export function oneOf<Word extends string>(words: readonly Word[], description?: string) {
  const union = Type.Union(
    words.map((word) => Type.Literal(word)),
    description === undefined ? {} : { description },
  );
  return Type.Unsafe<Word>(union);
}

export function text(description?: string) {
  return Type.Optional(Type.String(description === undefined ? {} : { description }));
}

export function texts(description?: string) {
  return Type.Optional(Type.Array(Type.String(), description === undefined ? {} : { description }));
}

export function flag(description?: string) {
  return Type.Optional(Type.Boolean(description === undefined ? {} : { description }));
}

/** A period in whole days. */
export function days(description?: string) {
  return Type.Optional(
    Type.Integer({ minimum: 0, maximum: 36_525, ...(description !== undefined && { description }) }),
  );
}

export const LABELS = Type.Optional(
  Type.Record(Type.String(), Type.String(), { description: "Texts by language code." }),
);

/** What an element rests on. */
export const EVIDENCE = {
  source: text("A document of `documents`."),
  quote: text("Its words, short and verbatim."),
};
