/** A definition with its placeholders replaced, as the data source the collector makes of it in iTop. */
import type { Problem } from "../../../model/problem.ts";
import { readTruncatedJson } from "../../../source/json-lenient.ts";
import { SourceText } from "../../../source/text.ts";
import { definitionFields, isMap, textValue } from "../exports/export-values.ts";
import {
  attributeRow,
  type SynchroAttribute,
  synchroSource,
  type SynchroSource,
} from "../synchro/synchro-definition.ts";
import type { CollectorDefinitionData } from "./collector-data.ts";
import { expand } from "./expansion.ts";
import { elementOffsets } from "./json-places.ts";
import { mapAt } from "./parameter-value.ts";
import { type Parameters, UNKNOWN } from "./parameters.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Stands for the account of `$synchro_user$`, whose id only the instance knows. */
const SYNCHRO_USER = "#SYNCHRO_USER#";
/** Nobody is told; whom the address belongs to is never asked. */
const NOBODY = "0";
/** The version a collector without a module file has. */
const FIRST_VERSION = "1.0.0";
/** Names of placeholders that one problem lists. */
const MAX_LISTED = 12;

/** No rule and no map needs them. */
const IDLE: ReadonlySet<string> = new Set([
  "notify_contact_id",
  "url_icon",
  "url_application",
  "scope_restriction",
  "friendlyname",
]);

/** What a source is called by; the collector's own name stands in. */
const NAMES: ReadonlySet<string> = new Set(["name", "description", "database_table_name"]);

const ACTIONS = ["action_on_zero", "action_on_one", "action_on_multiple"];

export interface DefinedSource {
  /** Without attributes and with an empty class when the definition was no JSON. */
  readonly source: SynchroSource;
  readonly problems: readonly Problem[];
}

export function definedSource(
  definition: CollectorDefinitionData,
  parameters: Parameters,
  version: string | undefined,
): DefinedSource {
  const { collector, location } = definition;
  const expansion = expand(definition.text, replacements(parameters, version ?? FIRST_VERSION));
  const { value, state } = readTruncatedJson(expansion.text);
  const problems: Problem[] = [];
  if (!expansion.complete) {
    const message = `The definition of ${collector} grows without end when its placeholders are replaced (MAX_EXPANDED_CHARACTERS, MAX_REPLACEMENTS).`;
    problems.push({ kind: "limit", message, location, lost: "the values of its placeholders" });
  } else if (state !== "complete" && !definition.broken) {
    const message = `With the parameters put in, the definition of ${collector} is no valid JSON; the collector refuses it.`;
    problems.push({ kind: "malformed", message, location, lost: "the attributes after the broken place" });
  }
  const unknown = new UnknownPlaceholders();
  const raw: Fields = isMap(value) ? value : {};
  const fields = unknown.without(raw, "");
  const original = new SourceText(location.file, definition.text);
  const starts = elementOffsets(expansion.text, "attribute_list");
  const list = raw["attribute_list"];
  const rows = Array.isArray(list)
    ? list.flatMap((row: unknown, at): readonly SynchroAttribute[] => {
        if (!isMap(row)) return [];
        const start = starts[at];
        const place = start === undefined ? location : original.locate(expansion.original(start));
        const known = unknown.without(row, textValue(row["attcode"]));
        return [
          attributeRow(
            { ...known, update: flag(known["update"]), reconcile: flag(known["reconcile"]) },
            place,
          ),
        ];
      })
    : undefined;
  const { attribute_list: _rows, notify_contact_id: _told, ...kept } = fields;
  const isOurs = textValue(raw["user_id"]) === SYNCHRO_USER;
  const source = synchroSource(
    {
      class: "SynchroDataSource",
      id: collector,
      fields: {
        ...Object.fromEntries(ACTIONS.map((name) => [name, "unknown"])),
        ...definitionFields("SynchroDataSource", { ...kept, name: kept["name"] ?? collector }),
        ...(isOurs && account(parameters)),
        // Left empty, iTop names the table after an id that only it knows.
        ...(textValue(kept["database_table_name"]) === "" && {
          database_table_name: `staging table of ${collector}`,
        }),
      },
      location,
    },
    rows,
  );
  return { source, problems: [...problems, ...unknown.problems(definition, parameters)] };
}

/** In the collector's order; its own come before those of the parameters, which may replace them, the version last. */
function replacements(
  parameters: Parameters,
  version: string,
): readonly (readonly [key: string, value: string])[] {
  const values = new Map([
    ["$contact_to_notify$", NOBODY],
    ["$synchro_user$", SYNCHRO_USER],
  ]);
  for (const [name, value] of mapAt(parameters.values, "json_placeholders")?.entries ?? []) {
    const text = value.kind === "text" ? parameters.resolve(value) : null;
    values.set(`$${name}$`, text ?? `#NOT_KEPT_${name}#`);
  }
  values.set("$version$", version);
  return [...values];
}

/** `synchro_user`, else the login the collector itself uses; nobody when both are empty. */
function account(parameters: Parameters): Fields {
  const names = ["synchro_user", "itop_login"].map((name) => parameters.text(name));
  const login = names[0] === "" || names[0] === null ? names[1] : names[0];
  if (login === undefined || login === null) return { user_id: undefined };
  return login === "" ? { user_id: NOBODY } : { user_id: SYNCHRO_USER, userAccount: login };
}

/** PHP compares with 1 and takes everything else for no; a value that is not known stays so. */
function flag(value: unknown): string {
  if (value === undefined) return "";
  return value === true || /^\s*0*1(?:\.0*)?\s*$/.test(textValue(value)) ? "1" : "0";
}

class UnknownPlaceholders {
  readonly #names = new Set<string>();
  readonly #facts = new Set<string>();

  /** The members whose value holds no unknown placeholder. */
  without(fields: Fields, attcode: string): Record<string, unknown> {
    const kept: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(fields)) {
      const found = UNKNOWN.exec(textValue(value));
      if (found === null) {
        kept[name] = value;
        continue;
      }
      if (IDLE.has(name)) continue;
      this.#names.add((found[1] ?? found[2]) as string);
      this.#facts.add(/^\w{1,64}$/.test(attcode) ? `${name} of ${attcode}` : name.slice(0, 64));
    }
    return kept;
  }

  problems({ collector, location }: CollectorDefinitionData, parameters: Parameters): readonly Problem[] {
    if (this.#names.size === 0) return [];
    const names = listed([...this.#names].map((name) => `$${name.slice(0, 64)}$`));
    const where =
      parameters.files.length === 0
        ? "and no parameters were given"
        : "to which the parameters give no value";
    const message = `The definition of ${collector} uses ${names}, ${where}.`;
    const facts = [...this.#facts].filter((fact) => !NAMES.has(fact));
    return [{ kind: "placeholder", message, location, ...(facts.length > 0 && { lost: listed(facts) }) }];
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED).join(", ");
  return names.length <= MAX_LISTED ? shown : `${shown} and ${names.length - MAX_LISTED} more`;
}
