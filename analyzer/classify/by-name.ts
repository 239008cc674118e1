/** What the field's own code says, by whole words. */
import type { EntityContext } from "./entity-context.ts";
import type { FieldInput } from "./field-input.ts";
import { interpret } from "./interpret.ts";
import { read, type Reading } from "./reading.ts";
import type { Signal } from "./signal.ts";
import { vocabularyFor } from "./vocabulary.ts";

export function readName(input: FieldInput): Reading {
  return read(input.field, vocabularyFor(input.lang));
}

export function byName(reading: Reading, context: EntityContext): readonly Signal[] {
  return interpret(reading, context, "code", 1);
}
