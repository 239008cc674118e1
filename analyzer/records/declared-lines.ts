/** Turns the declared parts of a cell into lines a reader understands without the file. */
import type { DeclaredActivity } from "./declaration-schema.ts";
import { partWords } from "./part-words.ts";
import type { Column } from "./register.ts";

export function cellLines(activity: DeclaredActivity, column: Column): readonly string[] {
  return [
    ...partWords(column).write(activity[column]),
    ...itemLines(activity, column),
    ...words(activity[column]),
  ];
}

/** Lines of a cell of words, whichever way it is written. */
export function words(content: unknown): readonly string[] {
  if (typeof content === "string") return [content];
  if (Array.isArray(content)) return content.map(String);
  if (typeof content !== "object" || content === null || !("value" in content)) return [];
  return words(content.value);
}

/** One line per item of a listed cell, in their order; a basis of transfers is part of the transfer. */
export function itemLines(activity: DeclaredActivity, column: Column): readonly string[] {
  switch (column) {
    case "sources":
      return (activity.sources?.items ?? []).map(({ name, evidence }) => name + manual(evidence));
    case "external-recipients":
      return (activity["external-recipients"]?.items ?? []).map(({ party, receives, evidence }) => {
        const what = receives === undefined || receives.length === 0 ? "" : `: ${receives.join(", ")}`;
        return `${party}${what}${manual(evidence)}`;
      });
    case "processors":
      return (activity.processors?.items ?? []).map(({ party, agreement }) =>
        agreement === undefined ? `${party} (no agreement named)` : `${party}, agreement ${agreement}`,
      );
    case "third-countries":
      return (activity["third-countries"]?.items ?? []).map(transfer);
    case "transfer-mechanism":
      return (activity["third-countries"]?.items ?? []).flatMap(mechanism);
    case "retention":
      return (activity.retention?.items ?? []).map(limit);
    case "measures":
      return (activity.measures?.items ?? []).map(
        ({ part, text, status }) => `(${part}) ${text} (${status})`,
      );
    default:
      return [];
  }
}

function manual(evidence: "manual" | undefined): string {
  return evidence === undefined ? "" : " (outside the systems)";
}

type Transfer = NonNullable<NonNullable<DeclaredActivity["third-countries"]>["items"]>[number];

function transfer({ party, country, remoteAccess }: Transfer): string {
  return `${party}: ${country ?? "country not named"}${remoteAccess === true ? ", by remote access" : ""}`;
}

function mechanism({ party, mechanism: basis, document, date, expires }: Transfer): readonly string[] {
  if (basis === undefined) return [];
  const until = expires === undefined ? undefined : `until ${expires}`;
  return [`${party}: ${[basis, document, date, until].filter((part) => part !== undefined).join(", ")}`];
}

type Limit = NonNullable<NonNullable<DeclaredActivity["retention"]>["items"]>[number];

function limit({ category, duration, criterion, start, action, enforcement, reference }: Limit): string {
  const period = [duration, criterion].filter((part) => part !== undefined).join(", ");
  const from = start === undefined ? "" : ` from ${start}`;
  const by = enforcement === undefined ? undefined : `by ${enforcement}`;
  const rest = [action, by, reference].filter((part) => part !== undefined);
  return `${category}: ${period}${from}${rest.length === 0 ? "" : `, then ${rest.join(", ")}`}`;
}
