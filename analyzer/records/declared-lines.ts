/** Turns the declared parts of a cell into lines a reader understands without the file. */
import { isCategory, TAXONOMY } from "../classify/taxonomy.ts";
import type { DeclaredActivity } from "./declaration-schema.ts";
import { partWords } from "./part-words.ts";
import type { Column } from "./register.ts";

/** Declared parties by id; documents show their names. */
export type PartyNames = Readonly<Record<string, { readonly name: string }>>;

export function cellLines(
  activity: DeclaredActivity,
  column: Column,
  parties: PartyNames,
): readonly string[] {
  return [
    ...partWords(column).write(activity[column]),
    ...itemLines(activity, column, parties),
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
export function itemLines(
  activity: DeclaredActivity,
  column: Column,
  parties: PartyNames,
): readonly string[] {
  const named = (id: string): string => parties[id]?.name ?? id;
  switch (column) {
    case "sources":
      return (activity.sources?.items ?? []).map(({ name, evidence }) => name + manual(evidence));
    case "external-recipients":
      return (activity["external-recipients"]?.items ?? []).map(({ party, receives, evidence }) => {
        const what =
          receives === undefined || receives.length === 0 ? "" : `: ${receives.map(categoryWord).join(", ")}`;
        return `${named(party)}${what}${manual(evidence)}`;
      });
    case "processors":
      return (activity.processors?.items ?? []).map(({ party, agreement }) =>
        agreement === undefined
          ? `${named(party)} (no agreement named)`
          : `${named(party)}, agreement ${agreement}`,
      );
    case "third-countries":
      return (activity["third-countries"]?.items ?? []).map((item) => transfer(item, named(item.party)));
    case "transfer-mechanism":
      return (activity["third-countries"]?.items ?? []).flatMap((item) => mechanism(item, named(item.party)));
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

function transfer({ country, remoteAccess }: Transfer, party: string): string {
  return `${party}: ${country ?? "country not named"}${remoteAccess === true ? ", by remote access" : ""}`;
}

function mechanism(
  { mechanism: basis, document, date, expires }: Transfer,
  party: string,
): readonly string[] {
  if (basis === undefined) return [];
  const until = expires === undefined ? undefined : `until ${expires}`;
  return [`${party}: ${[basis, document, date, until].filter((part) => part !== undefined).join(", ")}`];
}

const ENFORCED = { job: "by a job", configuration: "by configuration", manual: "by hand" } as const;

/** A category may be given by its id. */
function categoryWord(category: string): string {
  if (category === "all") return "All categories";
  return isCategory(category) ? TAXONOMY[category].label : category;
}

type Limit = NonNullable<NonNullable<DeclaredActivity["retention"]>["items"]>[number];

function limit({ category, duration, criterion, start, action, enforcement, reference }: Limit): string {
  const period = [duration, criterion].filter((part) => part !== undefined).join(", ");
  const from = start === undefined ? "" : ` from ${start}`;
  const by = enforcement === undefined ? undefined : ENFORCED[enforcement];
  const rest = [action, by, reference].filter((part) => part !== undefined);
  return `${categoryWord(category)}: ${period}${from}${rest.length === 0 ? "" : `, then ${rest.join(", ")}`}`;
}
