/** The parameters of one collector in force: its files merged, `$name$` replaced from global parameters. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { CollectorParametersData } from "./collector-data.ts";
import { parametersRank } from "./collector-roots.ts";
import {
  mapAt,
  mergedParameters,
  parameterAt,
  type ParameterMap,
  type ParameterText,
  type ParameterValue,
} from "./parameter-value.ts";

/** Characters one parameter may amount to when all it refers to is put in. */
export const MAX_PARAMETER_CHARACTERS = 500_000;
/** Parameters that refer to each other in a row. */
export const MAX_REFERENCES = 50;

/** Different placeholders in one parameter. */
export const MAX_PLACEHOLDERS = 200;

/** Whatever stands between these marks has no value here; the first is what the collector itself writes. */
export const UNKNOWN = /#(?:ERROR_UNDEFINED_PLACEHOLDER|NOT_KEPT)_([\w-]+)#|\$([A-Za-z0-9_-]+)\$/;
const PLACEHOLDER = /\$([A-Za-z0-9_-]+)\$/g;

export class Parameters {
  readonly files: readonly CollectorParametersData[];
  readonly values: ParameterMap | undefined;
  readonly problems: readonly Problem[];
  readonly #problems: Problem[] = [];
  readonly #resolved = new Map<string, string>();
  readonly #open = new Set<string>();

  constructor(files: readonly CollectorParametersData[]) {
    const { used, problems } = inForce(files);
    this.files = used;
    this.problems = this.#problems;
    this.#problems.push(...problems);
    const [first, ...others] = used.map(({ values }) => values);
    this.values = others.reduce((base, over) => base && mergedParameters(base, over), first);
  }

  /** The block or list of a collector class, under its own name or all in lower case. */
  ofClass(name: string): ParameterMap | undefined {
    const own = mapAt(this.values, name);
    return own !== undefined && own.entries.size > 0 ? own : mapAt(this.values, name.toLowerCase());
  }

  /** `<Class>_query`, `<Class>_ignored_attributes`. */
  suffixed(name: string, suffix: string): ParameterValue | undefined {
    return (
      parameterAt(this.values, `${name}${suffix}`) ??
      parameterAt(this.values, `${name.toLowerCase()}${suffix}`)
    );
  }

  /** Text of a global parameter with everything put in; `null` when it is absent, withheld or unknown. */
  text(name: string): string | null {
    return this.known(parameterAt(this.values, name));
  }

  known(value: ParameterValue | undefined): string | null {
    const text = value?.kind === "text" ? this.resolve(value) : null;
    return text === null || UNKNOWN.test(text) ? null : text.trim();
  }

  location(name: string): Location | null {
    return parameterAt(this.values, name)?.location ?? null;
  }

  /** Puts in what the text refers to; what has no value leaves a mark of `UNKNOWN`. */
  resolve({ text, location }: ParameterText): string | null {
    if (text === null) return null;
    const codes = new Set(Array.from(text.matchAll(PLACEHOLDER), (match) => match[1] as string));
    if (codes.size > MAX_PLACEHOLDERS) {
      this.#report(
        "limit",
        `A parameter has more than ${MAX_PLACEHOLDERS} placeholders (MAX_PLACEHOLDERS)`,
        location,
      );
      return notKept("parameter");
    }
    let result = text;
    for (const code of codes) {
      const value = this.#global(code, location);
      const count = result.split(`$${code}$`).length - 1;
      if (result.length + count * value.length > MAX_PARAMETER_CHARACTERS) {
        const what = `A parameter amounts to more than ${MAX_PARAMETER_CHARACTERS} characters (MAX_PARAMETER_CHARACTERS)`;
        this.#report("limit", what, location);
        return notKept(code);
      }
      result = result.replaceAll(`$${code}$`, () => value);
    }
    return result;
  }

  #global(code: string, location: Location): string {
    const known = this.#resolved.get(code);
    if (known !== undefined) return known;
    if (this.#open.has(code) || this.#open.size >= MAX_REFERENCES) {
      this.#report(
        "malformed",
        `The parameters ${[...this.#open].slice(0, 5).join(", ")} refer to each other in a circle`,
        location,
      );
      return notKept(code);
    }
    const parameter = parameterAt(this.values, code);
    this.#open.add(code);
    const value =
      parameter === undefined
        ? `#ERROR_UNDEFINED_PLACEHOLDER_${code}#`
        : parameter.kind === "map"
          ? notKept(code)
          : (this.resolve(parameter) ?? notKept(code));
    this.#open.delete(code);
    this.#resolved.set(code, value);
    return value;
  }

  #report(kind: Problem["kind"], what: string, location: Location): void {
    const message = `${what}; the value counts as unknown.`;
    if (this.#problems.some((each) => each.message === message)) return;
    this.#problems.push({ kind, message, location, lost: "what depends on it" });
  }
}

function notKept(code: string): string {
  return `#NOT_KEPT_${code}#`;
}

/** Sorted as they are merged. A file the collector reads only when told so counts where it is the only one. */
function inForce(files: readonly CollectorParametersData[]): {
  readonly used: readonly CollectorParametersData[];
  readonly problems: readonly Problem[];
} {
  const ranked = files
    .map((file) => ({ file, rank: parametersRank(file.name, file.role) }))
    .sort((a, b) => a.rank - b.rank || (a.file.name < b.file.name ? -1 : 1));
  const local = ranked.some(({ rank }) => rank === 4);
  const others = ranked.filter(({ rank }) => rank === 3 || rank === 5);
  const taken = !local && others.length === 1 ? others : [];
  const problems = others.map(({ file }): Problem => {
    const [how, lost] =
      taken.length > 0
        ? (["it is taken to be", undefined] as const)
        : (["which run uses it is not known, so it is left out", "what it overrides"] as const);
    const message = `The collector reads these parameters only when started with --config_file; ${how}.`;
    return {
      kind: "not-analysed",
      message,
      location: file.location,
      ...(lost !== undefined && { lost }),
    };
  });
  const used = ranked.filter((each) => !others.includes(each) || taken.includes(each));
  return { used: used.map(({ file }) => file), problems };
}
