/** What the artefacts add to the question of a declared cell: material to answer with, never an answer. */
import { SPECIAL } from "./special.ts";
import { modulesOf } from "./assign.ts";
import { ACTIVITIES } from "./library/activities.ts";
import type { RecordFacts } from "./record-facts.ts";
import type { Column } from "./register.ts";

/** A sentence to put after the question; `null` when nothing helps. */
export function hint(facts: RecordFacts, column: Column): string | null {
  switch (column) {
    case "purpose":
      return purposes(facts);
    case "art9-condition":
      return specialFields(facts);
    case "processors":
    case "third-countries":
    case "location":
      return hosting(facts);
    case "automated-decisions":
      return assistants(facts);
    case "transfer-mechanism":
      return facts.declared?.["third-countries"]?.state === "not examined"
        ? "Whether there are transfers was not examined yet, as declared."
        : null;
    case "dpia":
      return indicators(facts);
    default:
      return null;
  }
}

/** Questions of the library that belong to the activity as a whole; asked beside its name. */
export function activityQuestions({ library }: RecordFacts): readonly string[] {
  if (library === null) return [];
  const monitoring = library.monitoring
    ? [
        "The activity can show how people work. Were the works council and the need for an impact assessment considered?",
      ]
    : [];
  return [...library.questions, ...monitoring];
}

function purposes({ library }: RecordFacts): string | null {
  if (library === null || library.purposes.length === 0) return null;
  const words = library.purposes.map((term) =>
    term
      .replace("dpv:", "")
      .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
      .toLowerCase(),
  );
  return `Terms of the Data Privacy Vocabulary to choose from: ${words.join(", ")}.`;
}

function specialFields({ elements }: RecordFacts): string | null {
  const found = elements.filter(({ categories }) => categories.some((category) => SPECIAL.has(category)));
  if (found.length === 0) return null;
  const shown = found.slice(0, SHOWN).map(({ path }) => path);
  const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : "";
  return `Special categories were found in ${shown.join(", ")}${more}.`;
}

/** Most paths named in one question. */
const SHOWN = 5;

function hosting({ elements }: RecordFacts): string | null {
  const systems = [...new Set(elements.map(({ system }) => system))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const hints = systems.flatMap(({ id, deployment: { mode, host, region } }) => {
    if (mode === "unknown" && host === null && region === null) return [];
    const parts = [
      mode === "unknown" ? "" : mode,
      host === null ? "" : `host ${host}`,
      region === null ? "" : `region ${region}`,
    ];
    return [`${id}: ${parts.filter((part) => part !== "").join(", ")}`];
  });
  return hints.length === 0 ? null : `Hints from the configuration: ${hints.join("; ")}.`;
}

function assistants({ elements }: RecordFacts): string | null {
  const takes = ACTIVITIES.find(({ id }) => id === "ITSM-20")?.takes;
  if (takes === undefined) return null;
  const modules = [...new Set(elements.map(({ system }) => system))].flatMap((system) =>
    modulesOf(takes, system),
  );
  return modules.length === 0
    ? null
    : `Modules that may decide or propose: ${[...new Set(modules)].sort().join(", ")}.`;
}

/** Indicators for the screening of Article 35; they conclude nothing. */
function indicators({ elements, library }: RecordFacts): string | null {
  const categories = new Set(elements.flatMap((element) => element.categories));
  const found: string[] = [];
  if (library?.monitoring === true) found.push("work of employees can be followed");
  if ([...categories].some((category) => SPECIAL.has(category))) found.push("special categories");
  if (categories.has("geo-location")) found.push("positions");
  if (categories.has("call-record")) found.push("calls");
  if (categories.has("communication-content")) found.push("content of communication");
  return found.length === 0 ? null : `Indicators found: ${found.join(", ")}.`;
}
