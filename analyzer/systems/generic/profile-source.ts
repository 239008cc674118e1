/** One profile file: its text checked, turned into data, and every element's place kept. */
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Location } from "../../model/location.ts";
import type { Problem, ProblemKind } from "../../model/problem.ts";
import type { SourceText } from "../../source/text.ts";
import { readYaml } from "../../source/yaml.ts";
import { PROFILE_FORMAT, ProfileSchema, type Profile } from "./profile-schema.ts";
import {
  MAX_YAML_DEPTH,
  MAX_YAML_VALUES,
  structureDefect,
  type StructureDefect,
} from "../../source/yaml-structure.ts";

/** Largest profile in bytes; a real one has some ten thousand. */
export const MAX_PROFILE_BYTES = 256 * 1024;

/** Plain data, so that it can be cached and merged. */
export interface ProfileSource {
  readonly file: string;
  readonly profile: Profile;
  /** By `pointer(...)` of the steps to it. */
  readonly places: Readonly<Record<string, Location>>;
  /** By file: the document its elements rest on unless they name another. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** `/stores/audit log/retention`; every pointer begins with `/`, so none can name a property all objects have. */
export function pointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

const REFUSED: Readonly<
  Record<StructureDefect["kind"], { readonly kind: ProblemKind; readonly message: string }>
> = {
  alias: { kind: "not-analysed", message: "A profile may not use YAML aliases; write the value out." },
  tag: { kind: "not-analysed", message: "A profile may not use YAML tags." },
  "collection-key": { kind: "malformed", message: "A name in a profile may not be a map or a list." },
  depth: { kind: "limit", message: `The profile nests deeper than ${MAX_YAML_DEPTH} levels.` },
  values: { kind: "limit", message: `The profile has more than ${MAX_YAML_VALUES} names and values.` },
};

export function readProfile(source: SourceText): {
  readonly source: ProfileSource | null;
  readonly problems: readonly Problem[];
} {
  const refuse = (kind: ProblemKind, message: string, location: Location) => ({
    source: null,
    problems: [{ kind, message, location, lost: "the whole profile" }],
  });
  const defect = structureDefect(source.text);
  if (defect !== null) {
    const { kind, message } = REFUSED[defect.kind];
    return refuse(kind, message, source.locate(defect.offset));
  }
  const { value, problems } = readYaml(source.text, source.file, ProfileSchema);
  if (problems.length > 0) {
    return {
      source: null,
      problems: problems.map(({ path, expected, location }) => ({
        kind: "malformed",
        message: sentence(path === "" ? `Expected ${expected}` : `${path}: expected ${expected}`),
        location,
        lost: "the whole profile",
      })),
    };
  }
  const profile = value as Profile;
  const places = placesOf(source);
  if (profile.format !== PROFILE_FORMAT) {
    const location = places[pointer(["format"])] ?? source.locate(0);
    return refuse("unknown-format", `format: expected ${PROFILE_FORMAT}.`, location);
  }
  const defaults = profile.source === undefined ? {} : { [source.file]: profile.source };
  return { source: { file: source.file, profile, places, defaults }, problems: [] };
}

function sentence(words: string): string {
  return /[.?]$/.test(words) ? words : `${words}.`;
}

function placesOf(source: SourceText): Readonly<Record<string, Location>> {
  const places: Record<string, Location> = {};
  const visit = (node: unknown, steps: readonly (string | number)[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inside = [...steps, String(key.value)];
        if (key.range) places[pointer(inside)] = source.locate(key.range[0], key.range[1]);
        visit(value, inside);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => visit(item, [...steps, index]));
    } else if (isScalar(node) && typeof steps.at(-1) === "number" && node.range) {
      places[pointer(steps)] = source.locate(node.range[0], node.range[1]);
    }
  };
  visit(parseDocument(source.text, { prettyErrors: false, uniqueKeys: false }).contents, []);
  return places;
}
