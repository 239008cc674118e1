/** Fields that are encrypted where they are stored, or hold a secret, and are handed out in clear. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf } from "../kit/evidence.ts";
import { labelOf } from "../kit/label.ts";
import type { Field, Movement, Notification, Operation, System } from "../kit/facts.ts";
import type { Report } from "../kit/finding.ts";
import { CANDIDATE } from "../kit/standing.ts";
import { callerName, callsBy, callsOf, fieldsRead, firstPlace, logEvidence } from "./callers.ts";
import { channelWord, insertionsOf, messageFlow, namesOf, receiversOf } from "./receivers.ts";
import { isActive, leaves } from "./sources.ts";

/** Kinds that can hold a secret's characters. */
const READABLE_KINDS: ReadonlySet<Field["kind"]> = new Set(["string", "text", "clear-secret", "encrypted"]);

export default defineRule({
  meta: {
    id: "flow/protected-field-leaves-clear",
    title: "Encrypted or secret field leaves in clear",
    family: "flow",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(f)", "Art. 32(1)(a)"],
    basis: "product practice",
    systems: "all",
    inputs: [],
    anyInput: ["templates", "rest-log", "profile", "code"],
    messages: {
      message: {
        what: "{field} {state}, and {name} sends it by {channel} to {recipients}",
        why: "The protection ends where the message begins (Art. 32(1)(a)).",
        fix: "Remove the placeholder.",
      },
      interface: {
        what: "{field} {state}, and {name} reads it through the interface ({calls})",
        why: "The interface hands it out readable: the protection ends at the caller and at the log of the call (Art. 32(1)(a)).",
        fix: "Have the caller name the fields it needs, without this one, or keep the field in an entity with rights of its own.",
      },
      movement: {
        what: "{field} {state}, and {name} takes it out of the system",
        why: "The protection ends at the export (Art. 32(1)(a)).",
        fix: "Leave the field out of the mapping.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const each of system.notifications) judgeMessage(context, system, each);
      for (const each of system.movements) judgeMovement(context, system, each);
      judgeCalls(context, system, system.operations);
    }
  },
});

function judgeMessage(context: RuleContext, system: System, notification: Notification): void {
  if (notification.status === "disabled") return;
  const receivers = receiversOf(system, notification);
  for (const insertion of insertionsOf(context, notification)) {
    report(context, system, insertion.field, {
      messageId: "message",
      location: insertion.placeholder.location ?? notification.proof.location,
      args: {
        name: notification.name,
        channel: channelWord(notification),
        recipients: namesOf(receivers),
      },
      flow: messageFlow(notification, [insertion], receivers),
      discriminator: notification.path,
    });
  }
}

function judgeMovement(context: RuleContext, system: System, movement: Movement): void {
  if (!isActive(movement) || !leaves(system, movement)) return;
  for (const { to, proof } of movement.map) {
    report(context, system, to === null ? undefined : context.field(to), {
      messageId: "movement",
      location: proof.location ?? movement.proof.location,
      args: { name: movement.name },
      discriminator: movement.path,
    });
  }
}

function judgeCalls(context: RuleContext, system: System, operations: readonly Operation[]): void {
  const reads = operations.filter(({ verb, calls, failures }) => verb === "read" && calls > failures);
  for (const { account, about: path, operations: of } of callsBy(reads, (each) =>
    fieldsRead(context, system, each),
  )) {
    report(context, system, context.field(path), {
      messageId: "interface",
      location: firstPlace(of),
      args: { name: callerName(account), calls: callsOf(of) },
      evidence: logEvidence(of),
      discriminator: account ?? "",
    });
  }
}

type Channel = Omit<Report, "system" | "path">;

function report(context: RuleContext, system: System, field: Field | undefined, channel: Channel): void {
  const state = field === undefined ? null : stateOf(context, field);
  if (field === undefined || state === null) return;
  const args = { ...channel.args, field: `${field.declaredIn}.${labelOf(field)}`, state };
  const evidence = [definitionOf(field), ...(channel.evidence ?? [])];
  context.report({ system: system.id, path: field.path, ...channel, args, evidence });
}

/** A one-way hash tells nothing; the product shows it as asterisks. */
function stateOf(context: RuleContext, field: Field): string | null {
  if (field.protection === "hashed") return null;
  if (field.protection === "encrypted") return "is encrypted where it is stored";
  const { sensitivity, confidence } = context.verdict(field);
  const secret = field.protection === "clear-secret" || (sensitivity === "secret" && confidence >= CANDIDATE);
  return secret && READABLE_KINDS.has(field.kind) ? "holds a password, token or key" : null;
}
