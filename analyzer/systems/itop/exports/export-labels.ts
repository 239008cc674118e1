/** Turns what an export shows of a value into the code iTop keeps; what no fact explains stays unknown. */
import { familyOf } from "./export-classes.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import { attributesOf, classOfLabel, type LabelFacts, languages, PARENTS } from "./labels/label-facts.ts";

/** How a format shows the class an attribute names: its id, or its label in the user's language. */
export type ClassDisplay = "ids" | "labels";

const CLASS_ATTRIBUTES: ReadonlySet<string> = new Set([
  "scope_class",
  "target_class",
  "dest_class",
  "objclass",
]);
const DURATIONS: ReadonlySet<string> = new Set(["full_load_periodicity", "delete_policy_retention"]);
const FLAGS = /^(?:update|reconcile|read|.*_obsolescence_flag)$/;

/** `undefined` for a label that no fact explains. `language` is `null` where the headings were codes. */
export function codeOfValue(
  className: string,
  code: string,
  text: string,
  language: LabelFacts | null,
  display: ClassDisplay,
): string | undefined {
  if (text === "") return text;
  const among = language === null ? languages() : [language];
  // A page shows an unset retention like one of no time at all.
  if (code === "delete_policy_retention" && text === "0s") return "";
  if (DURATIONS.has(code)) return seconds(text);
  if (FLAGS.test(code)) return flag(text, among) ?? (language === null ? text : undefined);
  if (CLASS_ATTRIBUTES.has(code))
    return display === "ids" && isIdentifier(text) ? text : classId(text, among);
  const own = among.flatMap((facts) => attributesOf(facts, className).filter((each) => each.code === code));
  const codes = new Set(own.flatMap(({ values }) => [...values.keys()]));
  if (codes.size === 0 || codes.has(text)) return text;
  const meant = new Set(
    own.flatMap(({ values }) =>
      [...values].filter(([, labels]) => labels.includes(text)).map(([each]) => each),
    ),
  );
  if (meant.size === 1) return [...meant][0];
  // A customised code is its own word; a label of an unknown language is nobody's.
  return language === null ? text : undefined;
}

/** Real class of an object within the class that was asked for; `undefined` when the label could be any. */
export function finalClassOf(
  text: string,
  className: string | null,
  language: LabelFacts | null,
): string | undefined {
  if (isIdentifier(text) && (language === null || PARENTS[text] !== undefined || familyOf(text) !== "other"))
    return text;
  const id = classOfLabel(text, language === null ? languages() : [language]);
  if (id === null) return undefined;
  return className === null || familyOf(id) === familyOf(className) ? id : undefined;
}

/** iTop shows the id of a class that has no label, so an identifier that is nobody's label is an id. */
function classId(text: string, among: readonly LabelFacts[]): string | undefined {
  const synchronised = among
    .flatMap(({ byLabel }) => byLabel.get(text) ?? [])
    .filter((id) => familyOf(id) !== "log");
  const ids = new Set(synchronised);
  if (ids.size === 1) return [...ids][0];
  return ids.size === 0 && isIdentifier(text) ? text : undefined;
}

function flag(text: string, among: readonly LabelFacts[]): "yes" | "no" | undefined {
  if (text === "yes" || text === "1" || text === "true") return "yes";
  if (text === "no" || text === "0" || text === "false") return "no";
  if (among.some(({ words }) => words.get("yes")?.includes(text))) return "yes";
  return among.some(({ words }) => words.get("no")?.includes(text)) ? "no" : undefined;
}

/** `86400`, or `1d 2h 0min 30s` with the day's letter of the language. */
function seconds(text: string): string | undefined {
  if (/^\d{1,12}$/.test(text)) return text;
  const match = /^(?:(\d{1,6})[djT] )?(?:(\d{1,6})h )?(?:(\d{1,6})min )?(\d{1,6})s$/.exec(text);
  if (match === null) return undefined;
  const [days, hours, minutes, rest] = match.slice(1).map((part) => Number(part ?? "0"));
  return String((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (rest ?? 0));
}
