/** Whose data an activity holds: read from how tickets, devices and accounts refer to people; a person confirms. */
import { localPart } from "../../model/model-path.ts";
import { evidence, proved } from "../digest.ts";
import type { Element } from "../elements.ts";
import type { Found, RecordFacts } from "../record-facts.ts";
import type { CellEvidence } from "../register.ts";

const CALLERS = "People who report or request something (callers, requesters)";
const AGENTS = "Staff who handle the work (agents, teams)";
const APPROVERS = "People who approve or supervise";
const DIRECTORY = "People in the directory (employees, contacts of clients and suppliers)";
const HOLDERS = "Holders of accounts";
const ASSIGNEES = "People to whom devices or services are assigned";
const RECIPIENTS = "Recipients of messages";
const CORRESPONDENTS = "Correspondents, including people without an account";
const THIRD = "Third parties named by others (emergency contacts, relatives)";
const PARTNERS = "People who are called or written to from a device";
const REFERRED = "People named in records";

/** Words in a reference's name that tell the part the person plays there. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/(approv|manager|supervis|validator)/i, APPROVERS],
  [/(agent|assignee|technician|analyst|team|workgroup|resolver)/i, AGENTS],
  [/(caller|request|reporter|initiator|customer|end_?user)/i, CALLERS],
];

export function dataSubjects({ elements }: RecordFacts): Found {
  const found = new Map<string, CellEvidence[]>();
  for (const element of elements) {
    for (const [subject, proof] of subjectsOf(element)) {
      const items = found.get(subject);
      if (items === undefined) found.set(subject, [proof]);
      else items.push(proof);
    }
  }
  const lines = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, items]) => ({ key: text, text, evidence: items }));
  return {
    lines,
    question:
      lines.length === 0
        ? null
        : "Are these the categories of data subjects? Name minors, patients or other vulnerable people.",
  };
}

function subjectsOf({ fact, path }: Element): readonly (readonly [string, CellEvidence])[] {
  switch (fact.kind) {
    case "field": {
      const proof = evidence(path, localPart(path), fact.field.location);
      const { category, personal, subject } = fact.verdict;
      if (
        personal === "yes" &&
        (subject === "third-party" || category === "emergency-contact" || category === "family")
      )
        return [[THIRD, proof]];
      if (personal === "yes" && category === "call-record") return [[PARTNERS, proof]];
      if (fact.entity.role === "subject") return personal === "yes" ? [[DIRECTORY, proof]] : [];
      if (fact.entity.role === "account") return [[HOLDERS, proof]];
      if (personal !== "person-link") return [];
      const part = PARTS.find(([words]) => words.test(fact.field.name))?.[1];
      if (part !== undefined) return [[part, proof]];
      return [[fact.entity.role === "person-link" ? ASSIGNEES : REFERRED, proof]];
    }
    case "store":
      return fact.store.kind === "mailbox" || fact.store.kind === "raw-mail"
        ? [[CORRESPONDENTS, proved(path, `store ${fact.store.name}`, fact.store.proof)]]
        : [];
    case "movement":
      return fact.movement.kind === "mail-in"
        ? [[CORRESPONDENTS, proved(path, `mail intake ${fact.movement.name}`, fact.movement.proof)]]
        : [];
    case "notification":
      return [[RECIPIENTS, proved(path, `notification ${fact.notification.name}`, fact.notification.proof)]];
    case "operation":
      return [];
    default:
      return fact satisfies never;
  }
}
