/** Measures the systems show, and what vendors state as being in place; recommendations and options are none. */
import type { Claim, ClaimTopic } from "../../model/claim.ts";
import { proved } from "../digest.ts";
import { MEASURES, type MeasurePart } from "../library/measures.ts";
import type { Found, FoundLine, RecordFacts } from "../record-facts.ts";

/** A setting shows that a switch is on, not that the organisation works accordingly. */
export const PARTIAL = "technical half only, partial";

const CLAIMED: Readonly<Partial<Record<ClaimTopic, MeasurePart>>> = {
  encryption: "a",
  transport: "a",
  access: "b",
  credentials: "b",
  availability: "c",
  certification: "d",
};

export function measures({ elements }: RecordFacts): Found {
  const systems = [...new Set(elements.map(({ system }) => system))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const several = systems.length > 1;
  const lines: FoundLine[] = [];
  for (const system of systems) {
    const where = several ? ` in ${system.id}` : "";
    for (const { id, part, label, shown } of MEASURES) {
      const items = shown(system);
      if (items.length === 0) continue;
      lines.push({ key: id, text: `(${part}) ${label}${where} (${PARTIAL})`, evidence: items });
    }
    for (const claim of system.claims) {
      const line = claimed(claim);
      if (line !== null) lines.push(line);
    }
  }
  const missing = (["a", "b", "c", "d"] as const).filter(
    (part) => !lines.some(({ text }) => text.startsWith(`(${part})`)),
  );
  const asks = missing.length === 0 ? "" : ` Nothing was found for Art. 32(1)(${missing.join("), (")}).`;
  return {
    lines: lines.sort((a, b) => (a.text < b.text ? -1 : 1)),
    question: `Which organisational measures complete these?${asks}`,
  };
}

function claimed(claim: Claim): FoundLine | null {
  const part = CLAIMED[claim.topic];
  if (part === undefined || claim.modality !== "is") return null;
  const when = claim.assertedOn === null ? "" : `, ${claim.assertedOn}`;
  const doubt = claim.conflictsWith.length === 0 ? "" : "; another statement of the vendor contradicts it";
  return {
    key: claim.path,
    text: `(${part}) Stated by the vendor, not verified: ${claim.says} (${claim.source}${when}${doubt})`,
    evidence: [proved(claim.path, claim.quote ?? claim.says, claim.proof)],
  };
}
