/** Every `source` of a profile must be one of its documents. */
import { entriesOf, lookUp, type ProfileContext, type Steps } from "./profile-context.ts";
import type { Profile } from "./profile-schema.ts";

const SECTIONS = [
  "entities",
  "stores",
  "movements",
  "notifications",
  "parties",
  "roles",
  "accounts",
  "settings",
  "erasure",
  "claims",
  "questions",
] as const satisfies readonly (keyof Profile)[];

export function checkDocuments(context: ProfileContext): void {
  const { profile } = context;
  const known = Object.keys(profile.documents ?? {});
  const check = (steps: Steps, stated: { readonly source?: string } | undefined): void => {
    if (stated?.source === undefined || lookUp(profile.documents, stated.source) !== undefined) return;
    context.unresolved([...steps, "source"], "document", stated.source, known);
  };
  check([], profile);
  check(["hosting"], profile.hosting);
  for (const section of SECTIONS) {
    for (const [name, element] of entriesOf<{ readonly source?: string }>(profile[section])) {
      check([section, name], element);
    }
  }
  for (const [name, { retention }] of entriesOf(profile.stores))
    check(["stores", name, "retention"], retention);
  for (const [name, { transport }] of entriesOf(profile.movements)) {
    check(["movements", name, "transport"], transport);
  }
}
