/** How likely writing room holds people's data: by its size, its name and whether people are near. */
import type { FieldKind, FreeText } from "../model/field.ts";
import type { EntityContext } from "./entity-context.ts";
import type { Reading } from "./reading.ts";
import type { Signal } from "./signal.ts";
import { FREE_TEXT_PEOPLE, FREE_TEXT_SHORT, FREE_TEXT_THING, FREE_TEXT_UNKNOWN } from "./weights.ts";

export function byFreeText(
  freeText: FreeText,
  kind: FieldKind,
  context: EntityContext,
  readings: readonly Reading[],
): readonly Signal[] {
  const named = readings
    .flatMap((reading) => reading.mentions)
    .find((mention) => mention.concept.strength === "free-text" && mention.about === null);
  const roomy = freeText === "long" || freeText === "log" || freeText === "binary";
  // A plain string, or a column of unknown type, has writing room when its name says so.
  const short = !roomy && named !== undefined && (freeText === "short" || kind === "unknown");
  if (!roomy && !short) return [];
  const weight = room(context, kind, named !== undefined) + (short ? FREE_TEXT_SHORT : 0);
  const where = context.reachesPeople === true ? "of a record that leads to people" : "";
  return [
    {
      signal: "free-text",
      claim: "may-hold",
      category: named?.concept.category ?? "communication-content",
      says: `${short ? "short text" : freeText} ${where}`.trim(),
      weight,
      quote: named?.quote ?? kind,
    },
  ];
}

function room(context: EntityContext, kind: FieldKind, named: boolean): number {
  // Icons and logos, and the queries and field lists of definitions, are no writing room.
  if (!named && (context.about === "config" || (kind === "image" && context.about !== "ticket")))
    return FREE_TEXT_THING;
  if (context.reachesPeople === null) return FREE_TEXT_UNKNOWN;
  return context.reachesPeople ? FREE_TEXT_PEOPLE : FREE_TEXT_THING;
}
