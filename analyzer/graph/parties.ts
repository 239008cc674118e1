/** Nodes of those who give or receive: declared parties, recipients of messages, accounts, roles. */
import type { Account, Role } from "../model/access.ts";
import { elementPath, localPart, type ModelPath } from "../model/model-path.ts";
import type { Audience, Recipient } from "../model/notification.ts";
import type { Party } from "../model/party.ts";
import type { Provenance } from "../model/provenance.ts";
import type { System } from "../model/system.ts";
import type { Draft } from "./draft.ts";

interface PartyDraft {
  readonly sort: string;
  readonly label: string;
  readonly audience: Audience;
  readonly proof: Provenance | null;
}

/** `lane` is settled at the end, from the direction of its edges. */
export function partyNode(draft: Draft, system: System, key: ModelPath, party: PartyDraft): ModelPath {
  return draft.node(key, {
    kind: "party",
    sort: party.sort,
    label: party.label,
    system: system.id,
    parent: system.id,
    lane: "recipient",
    personal: "no",
    sensitivity: "ordinary",
    categories: [],
    audience: party.audience,
    location: party.proof?.location ?? null,
  });
}

export function addParty(draft: Draft, system: System, party: Party): ModelPath {
  return partyNode(draft, system, party.path, {
    sort: party.kind,
    label: party.name,
    audience: party.audience,
    proof: party.proof,
  });
}

/** A party named by path; one that is not declared is kept by its name, unknown. */
export function partyByPath(draft: Draft, system: System, path: ModelPath): ModelPath {
  const party = system.parties.find((each) => each.path === path);
  if (party !== undefined) return addParty(draft, system, party);
  const role = system.roles.find((each) => each.path === path);
  if (role !== undefined) return roleParty(draft, system, role);
  const account = system.accounts.find((each) => each.path === path);
  if (account !== undefined) return accountParty(draft, system, account.path);
  const label = localPart(path).replace(/^party\//, "");
  return partyNode(draft, system, path, { sort: "unknown", label, audience: "unknown", proof: null });
}

/** The parties the adapter found behind an expression, else one of the expression's audience and entity. */
export function recipientParties(draft: Draft, system: System, recipient: Recipient): readonly ModelPath[] {
  if (recipient.parties.length === 0) return [recipientParty(draft, system, recipient)];
  return recipient.parties.map((path) => partyByPath(draft, system, path));
}

/** Recipients of one audience and entity are one party: the person in question, the team, someone unknown. */
function recipientParty(draft: Draft, system: System, recipient: Recipient): ModelPath {
  const { audience, entity } = recipient;
  if (audience === "subject") {
    const key = elementPath(system.id, "party", "data subject");
    return partyNode(draft, system, key, {
      sort: "data-subject",
      label: "data subject",
      audience,
      proof: null,
    });
  }
  const who = entity ?? "recipients";
  const label = `${who} (${audience})`;
  const sort = audience === "unknown" ? "unknown" : audience === "external" ? "organisation" : "team";
  return partyNode(draft, system, elementPath(system.id, "party", `${audience} ${who}`), {
    sort,
    label,
    audience,
    proof: null,
  });
}

export function roleParty(draft: Draft, system: System, role: Role): ModelPath {
  // A portal user may be staff or a customer's staff: the right alone does not tell.
  const inside = role.audience === "internal" || role.audience === "admin" || role.audience === "technical";
  return partyNode(draft, system, role.path, {
    sort: "role",
    label: role.name,
    audience: inside ? "internal" : "unknown",
    proof: role.proof,
  });
}

/** The account as consumer or source; a declared party of the same path knows more about it. */
export function accountParty(draft: Draft, system: System, path: ModelPath | null): ModelPath {
  if (path === null) {
    const key = elementPath(system.id, "party", "unknown caller");
    return partyNode(draft, system, key, {
      sort: "unknown",
      label: "unknown caller",
      audience: "unknown",
      proof: null,
    });
  }
  const party = system.parties.find((each) => each.path === path);
  if (party !== undefined) return addParty(draft, system, party);
  const account = system.accounts.find((each) => each.path === path);
  return partyNode(draft, system, path, {
    sort: "account",
    label: accountName(path),
    audience: account?.kind === "human" ? "internal" : "unknown",
    proof: account?.proof ?? null,
  });
}

export function accountName(path: ModelPath): string {
  return localPart(path).replace(/^account\//, "");
}

export function usable(account: Account): boolean {
  return account.apiAccess && account.status !== "disabled";
}
