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

/** `asked` is where the name stands, for the problem when nothing has it. */
export async function shippedProfile(
  name: string,
  resources: Resources,
  asked: Location | null,
): Promise<{ readonly source: ProfileSource | null; readonly problems: readonly Problem[] }> {
  const known = await shippedProfileNames(resources);
  // The name comes from a file: only listed ones ever become a path.
  if (known.includes(name)) {
    return readProfile(
      new SourceText(`profiles/${name}.yaml`, await resources.text(`${FOLDER}/${name}.yaml`)),
    );
  }
  const near = closest(name, known);
  const hint = near === null ? `known are ${known.join(", ")}` : `did you mean "${near}"?`;
  return {
    source: null,
    problems: [
      {
        kind: "unresolved",
        message: `No profile "${name}" ships with art30; ${hint}`,
        location: asked ?? { file: "art30.yaml", line: 1, column: 1, endLine: 1, endColumn: 1 },
        lost: "everything the profile would say of the system",
      },
    ],
  };
}
