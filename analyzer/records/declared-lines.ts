/** Turns the declared parts of a cell into lines a reader understands without the file. */
import type { DeclaredActivity } from "./declaration-schema.ts";
import type { Column } from "./register.ts";

export function cellLines(activity: DeclaredActivity, column: Column): readonly string[] {
  return [...partLines(activity, column), ...words(activity[column])];
}

/** Lines of a cell of words, whichever way it is written. */
export function words(content: unknown): readonly string[] {
  if (typeof content === "string") return [content];
  if (Array.isArray(content)) return content.map(String);
  if (typeof content !== "object" || content === null || !("value" in content)) return [];
  return words(content.value);
}

function partLines(activity: DeclaredActivity, column: Column): readonly string[] {
  switch (column) {
    case "legal-basis":
      return legalBasis(activity["legal-basis"]);
    case "art9-condition":
      return condition(activity["art9-condition"]);
    case "sources":
      return (activity.sources?.items ?? []).map(({ name, evidence }) => name + manual(evidence));
    case "external-recipients":
      return (activity["external-recipients"]?.items ?? []).map(({ party, receives, evidence }) => {
        const what = receives === undefined ? "" : `: ${receives.join(", ")}`;
        return `${party}${what}${manual(evidence)}`;
      });
    case "processors":
      return (activity.processors?.items ?? []).map(({ party, agreement }) =>
        agreement === undefined ? `${party} (no agreement named)` : `${party}, agreement ${agreement}`,
      );
    case "third-countries":
      return transfers(activity["third-countries"]);
    case "transfer-mechanism":
      return mechanisms(activity["third-countries"]);
    case "retention":
      return (activity.retention?.items ?? []).map(limit);
    case "measures":
      return (activity.measures?.items ?? []).map(
        ({ part, text, status }) => `${text} (Art. 32(1)(${part}), ${status})`,
      );
    case "dpia":
      return impact(activity.dpia);
    default:
      return [];
  }
}

function manual(evidence: "manual" | undefined): string {
  return evidence === undefined ? "" : " (outside the systems)";
}

function legalBasis(basis: DeclaredActivity["legal-basis"]): readonly string[] {
  if (basis === undefined) return [];
  const { article6, interest, assessment, withdrawal, reference } = basis;
  const lines: string[] = [];
  if (article6 !== undefined) lines.push(`Art. 6(1)(${article6})`);
  if (interest !== undefined) lines.push(`Interest: ${interest}`);
  if (assessment !== undefined) lines.push(`Balancing of interests: ${assessment}`);
  if (withdrawal !== undefined) lines.push(`Withdrawal of consent: ${withdrawal}`);
  if (reference !== undefined) lines.push(`Reference: ${reference}`);
  return lines;
}

function condition(declared: DeclaredActivity["art9-condition"]): readonly string[] {
  if (declared?.condition === undefined) return [];
  const article = declared.condition === "article 10" ? "Art. 10" : `Art. 9(2)(${declared.condition})`;
  return [declared.reference === undefined ? article : `${article}: ${declared.reference}`];
}

function transfers(declared: DeclaredActivity["third-countries"]): readonly string[] {
  if (declared === undefined) return [];
  const lines: string[] = [];
  if (declared.state === "not examined") lines.push("Not examined");
  if (declared.state === "none identified") lines.push("None identified after examination");
  for (const { party, country, remoteAccess } of declared.items ?? []) {
    const access = remoteAccess === true ? ", by remote access" : "";
    lines.push(`${party}: ${country ?? "country not named"}${access}`);
  }
  return lines;
}

function mechanisms(declared: DeclaredActivity["third-countries"]): readonly string[] {
  return (declared?.items ?? []).flatMap(({ party, mechanism, document, date, expires }) => {
    if (mechanism === undefined) return [];
    const proof = [document, date, expires === undefined ? undefined : `until ${expires}`].filter(
      (each) => each !== undefined,
    );
    return [`${party}: ${[mechanism, ...proof].join(", ")}`];
  });
}

type Limit = NonNullable<NonNullable<DeclaredActivity["retention"]>["items"]>[number];

function limit({ category, duration, criterion, start, action, enforcement, reference }: Limit): string {
  const period = duration ?? criterion ?? "";
  const from = start === undefined ? "" : ` from ${start}`;
  const rest = [action, enforcement === undefined ? undefined : `by ${enforcement}`, reference].filter(
    (each) => each !== undefined,
  );
  return `${category}: ${period}${from}${rest.length === 0 ? "" : `, then ${rest.join(", ")}`}`;
}

function impact(declared: DeclaredActivity["dpia"]): readonly string[] {
  if (declared === undefined) return [];
  const lines: string[] = [];
  if (declared.decision !== undefined) lines.push(`Decision: ${declared.decision}`);
  if (declared.reason !== undefined) lines.push(`Reason: ${declared.reason}`);
  if (declared.reference !== undefined) lines.push(`Reference: ${declared.reference}`);
  return lines;
}
