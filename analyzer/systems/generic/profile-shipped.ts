/** Profiles that ship with the product, found by name. */
import type { Location } from "../../model/location.ts";
import type { Problem } from "../../model/problem.ts";
import { closest } from "../../source/closest.ts";
import { SourceText } from "../../source/text.ts";
import type { Resources } from "../adapter.ts";
import { readProfile, type ProfileSource } from "./profile-source.ts";

const FOLDER = "systems/generic/profiles";

/** Names of the shipped profiles, sorted. */
export async function shippedProfileNames(resources: Resources): Promise<readonly string[]> {
  const files = await resources.list(FOLDER);
  return files
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(FOLDER.length + 1, -".yaml".length))
    .sort();
}

/**
 * The profile and those it extends, lowest first. `asked` is where the name stands, for the problem when nothing has it.
 */
export async function shippedLayers(
  name: string,
  resources: Resources,
  asked: Location | null,
): Promise<{ readonly layers: readonly ProfileSource[]; readonly problems: readonly Problem[] }> {
  const known = await shippedProfileNames(resources);
  const layers: ProfileSource[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let from = asked;
  for (let next: string | undefined = name; next !== undefined && !seen.has(next);) {
    seen.add(next);
    // The name comes from a file: only listed ones ever become a path.
    if (!known.includes(next)) {
      problems.push(unknownProfile(next, known, from));
      break;
    }
    const text: string = await resources.text(`${FOLDER}/${next}.yaml`);
    const read = readProfile(new SourceText(`profiles/${next}.yaml`, text));
    problems.push(...read.problems);
    if (read.source === null) break;
    layers.unshift(read.source);
    from = read.source.places["/extends"] ?? null;
    next = read.source.profile.extends;
  }
  return { layers, problems };
}

function unknownProfile(name: string, known: readonly string[], asked: Location | null): Problem {
  const near = closest(name, known);
  const hint = near === null ? `known are ${known.join(", ")}` : `did you mean "${near}"?`;
  return {
    kind: "unresolved",
    message: `No profile "${name}" ships with art30; ${hint}`,
    location: asked ?? { file: "art30.yaml", line: 1, column: 1, endLine: 1, endColumn: 1 },
    lost: "everything the profile would say of the system",
  };
}
