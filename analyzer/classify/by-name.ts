/** What the field's own code says, by whole words. */
import type { FieldKind } from "../model/field.ts";
import type { EntityContext } from "./entity-context.ts";
import type { FieldInput } from "./field-input.ts";
import { interpret } from "./interpret.ts";
import { read, type Reading } from "./reading.ts";
import type { Signal } from "./signal.ts";
import { vocabularyFor } from "./vocabulary.ts";

export function readName(input: FieldInput): Reading {
  return read(input.field, vocabularyFor(input.lang));
}

export function byName(reading: Reading, kind: FieldKind, context: EntityContext): readonly Signal[] {
  // A number that is named after a person is that person's key.
  const keyed =
    kind === "number" && reading.role !== null
      ? { ...reading, role: { ...reading.role, key: true } }
      : reading;
  return interpret(keyed, context, "code", 1);
}
