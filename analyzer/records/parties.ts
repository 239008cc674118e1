/** The declared parties of a register, in order of their ids. */
import type { Declarations } from "./declarations.ts";
import type { RegisterParty } from "./register.ts";

export function partiesOf(declarations: Declarations | null): readonly RegisterParty[] {
  return Object.entries(declarations?.register.parties ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, party]) => ({
      id,
      name: party.name,
      role: party.role,
      contact: party.contact ?? null,
      country: party.country ?? null,
      agreement: party.agreement ?? null,
    }));
}
