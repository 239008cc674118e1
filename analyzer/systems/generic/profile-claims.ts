/** A profile's claims, open questions, parties and settings as model. */
import type { Claim } from "../../model/claim.ts";
import type { ModelPath } from "../../model/model-path.ts";
import type { Party, PartyKind } from "../../model/party.ts";
import type { Setting } from "../../model/setting.ts";
import { entriesOf, lookUp, type ProfileContext } from "./profile-context.ts";
import type { ProfileClaim } from "./profile-schema-claims.ts";

export function claimsOf(context: ProfileContext): readonly Claim[] {
  const conflicts = conflictsOf(context);
  const claims = entriesOf(context.profile.claims).flatMap(([id, claim]) => {
    if (claim.says !== undefined) return [claimOf(context, id, claim, claim.says, conflicts.get(id) ?? [])];
    context.problem("malformed", ["claims", id], `The claim "${id}" does not say anything.`, "the claim");
    return [];
  });
  return [...claims, ...questionsOf(context)];
}

function claimOf(
  context: ProfileContext,
  id: string,
  claim: ProfileClaim,
  says: string,
  conflictsWith: readonly ModelPath[],
): Claim {
  const steps = ["claims", id];
  const document = context.documentOf(steps, claim);
  const roles = entriesOf(claim.roles).map(([party, role]) => {
    context.element("party", party, [...steps, "roles", party]);
    return `${lookUp(context.profile.parties, party)?.name ?? party}: ${role}`;
  });
  return {
    path: context.path("claim", id),
    topic: claim.topic ?? "other",
    says: roles.length === 0 ? says : `${says} (${roles.join("; ")})`,
    quote: claim.quote ?? null,
    source: document?.title ?? context.locate(...steps).file,
    assertedOn: claim.assertedOn === undefined ? (document?.assertedOn ?? null) : String(claim.assertedOn),
    modality: claim.modality ?? "is",
    conflictsWith,
    proof: context.proof(steps, claim),
  };
}

/** A contradiction has two sides even where only one names the other. */
function conflictsOf(context: ProfileContext): ReadonlyMap<string, readonly ModelPath[]> {
  const found = new Map<string, Set<ModelPath>>();
  const add = (id: string, other: string): void => {
    const paths = found.get(id) ?? new Set();
    found.set(id, paths.add(context.path("claim", other)));
  };
  for (const [id, claim] of entriesOf(context.profile.claims)) {
    for (const [index, other] of (claim.conflictsWith ?? []).entries()) {
      context.element("claim", other, ["claims", id, "conflictsWith", index]);
      add(id, other);
      add(other, id);
    }
  }
  return new Map([...found].map(([id, paths]) => [id, [...paths].sort()]));
}

/** An open question is a gap of the analysis; an answered one is a statement of whoever answered. */
function questionsOf(context: ProfileContext): readonly Claim[] {
  return entriesOf(context.profile.questions).flatMap(([id, question]) => {
    const steps = ["questions", id];
    const asks = question.asks ?? id;
    if (question.answer === undefined) {
      context.problem("incomplete-export", steps, `Open question: ${asks}`, question.unknown ?? "the answer");
      return [];
    }
    const answered = [...steps, "answer"];
    return [
      {
        path: context.path("claim", id),
        topic: question.topic ?? "other",
        says: question.answer,
        quote: null,
        source: context.locate(...answered).file,
        assertedOn: question.answeredOn === undefined ? null : String(question.answeredOn),
        modality: "is",
        conflictsWith: [],
        proof: { location: context.locate(...answered), basis: `answer to: ${asks}` },
      } satisfies Claim,
    ];
  });
}

export function partiesOf(context: ProfileContext): readonly Party[] {
  return entriesOf(context.profile.parties).map(([id, party]) => {
    const kind = party.kind ?? "unknown";
    return {
      path: context.path("party", id),
      name: party.name ?? id,
      kind,
      audience: party.audience ?? AUDIENCE_OF[kind],
      country: party.country ?? null,
      proof: context.proof(["parties", id], party),
    };
  });
}

const AUDIENCE_OF: Readonly<Record<PartyKind, Party["audience"]>> = {
  role: "internal",
  team: "internal",
  organisation: "external",
  "data-subject": "subject",
  vendor: "external",
  host: "external",
  source: "unknown",
  unknown: "unknown",
};

/** The shipped profile knows switches and defaults, never the value in force; a workspace gives it. */
export function settingsOf(context: ProfileContext): readonly Setting[] {
  return entriesOf(context.profile.settings).map(([name, setting]) => {
    const steps = ["settings", name];
    const { location, basis } = context.proof(steps, setting);
    const standard = setting.default ?? null;
    const value = setting.value === undefined ? standard : setting.value;
    return {
      path: context.path("setting", name),
      name,
      value,
      default: standard,
      isDefault: value === standard,
      secret: "none",
      location: setting.value === undefined ? null : location,
      basis,
    };
  });
}
