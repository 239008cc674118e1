/** The system a data source takes its rows from, as far as anything names it. */
import { elementPath, type SystemId } from "../../../model/model-path.ts";
import type { MovementKind } from "../../../model/movement.ts";
import type { Party } from "../../../model/party.ts";
import type { CollectedSource } from "../collector/collected-source.ts";
import type { SynchroSource } from "./synchro-definition.ts";

/** Directory words in name or description are a hint only: iTop does not record what kind of system feeds it. */
export function kindOf(
  { name, description }: SynchroSource,
  collected: CollectedSource | null = null,
): MovementKind {
  if (collected !== null && collected.kind !== null) return collected.kind;
  const isDirectory = /\b(?:ldaps?|active directory|ad|azure|entra|aad|directory)\b/i.test(
    `${name}\n${description}`,
  );
  return isDirectory ? "directory-sync" : "database-sync";
}

/** `name` is that of the movement. */
export function sourceParty(
  name: string,
  source: SynchroSource,
  collected: CollectedSource | null,
  system: SystemId,
): Party {
  const basis =
    kindOf(source) === "directory-sync"
      ? "the data source is named or described with a directory word; the system behind it is not recorded"
      : "named after the data source; the system behind it is not recorded";
  const party = collected?.party ?? { name, proof: { location: source.location, basis } };
  return {
    path: elementPath(system, "party", party.name),
    name: party.name,
    kind: "source",
    audience: "unknown",
    country: null,
    proof: party.proof,
  };
}
