/** Compares the effective grants of profiles with those that the code of installed instances answers, class by class. */
import type { GrantOperation, Role } from "../../analyzer/model/access.ts";
import type { Agreement } from "./comparison.ts";

interface RecordedProfile {
  readonly name: string;
  /** Of each class that is granted anything: `1` allow, `0` deny, `-` undefined, in the order of `ORDER`. */
  readonly grants: Readonly<Record<string, string>> | readonly [];
}

export interface RecordedProfiles {
  readonly profiles: Readonly<Record<string, RecordedProfile>>;
}

const ORDER: readonly GrantOperation[] = [
  "read",
  "write",
  "delete",
  "bulk-read",
  "bulk-write",
  "bulk-delete",
];

const NOTHING = "-".repeat(ORDER.length);

/** Its rights are hard-coded in iTop and not recorded. */
const ADMINISTRATOR = "Administrator";

/** A case is one class of one profile; a profile that grants nothing is a case of its own. */
export function compareGrants(file: string, recording: RecordedProfiles, roles: readonly Role[]): Agreement {
  const disagreements: string[] = [];
  let compared = 0;
  const check = (what: string, expected: string, got: string): void => {
    compared++;
    if (expected !== got) disagreements.push(`${what}: expected ${expected}, got ${got}`);
  };
  const expected = new Map(
    Object.values(recording.profiles).map((profile) => [profile.name, profile.grants]),
  );
  const got = new Map(roles.map((role) => [role.name, lettersOf(role)]));
  for (const name of [...new Set([...expected.keys(), ...got.keys()])].sort()) {
    if (name === ADMINISTRATOR) continue;
    const [recorded, computed] = [Object.entries(expected.get(name) ?? {}), got.get(name)];
    check(
      `profile ${name}`,
      expected.has(name) ? "there" : "absent",
      computed === undefined ? "absent" : "there",
    );
    const letters = new Map(recorded);
    for (const entity of [...new Set([...letters.keys(), ...(computed?.keys() ?? [])])].sort())
      check(`${name} on ${entity}`, letters.get(entity) ?? NOTHING, computed?.get(entity) ?? NOTHING);
  }
  return { file, agreed: compared - disagreements.length, compared, disagreements, notCompared: new Map() };
}

function lettersOf({ grants }: Role): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const { entity, operation, effect } of grants) {
    const at = ORDER.indexOf(operation);
    const before = letters.get(entity) ?? NOTHING;
    letters.set(entity, before.slice(0, at) + (effect === "allow" ? "1" : "0") + before.slice(at + 1));
  }
  return letters;
}
