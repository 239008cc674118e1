/** What the model says of stores, movements, notifications, operations and parties. */
import type { Movement } from "../../analyzer/model/movement.ts";
import type { Notification } from "../../analyzer/model/notification.ts";
import type { Operation } from "../../analyzer/model/operation.ts";
import type { ErasureProcedure, Party } from "../../analyzer/model/party.ts";
import type { Store } from "../../analyzer/model/store.ts";
import { fact, flag, list, retentionWords, type Fact } from "./fact.ts";

export function storeFacts(store: Store): readonly Fact[] {
  const { purge, observed } = store;
  return [
    ...fact("Kind", store.kind),
    ...fact("Rows are", store.entity),
    ...fact("Keeps values of", list(store.of)),
    ...fact("Holds", list([...store.holds.parts, ...store.holds.fields])),
    ...fact("Active", store.active.state),
    ...fact("Decided by", store.active.setting),
    ...fact("Retention", retentionWords(store.retention)),
    ...fact("Purge exists", purge.exists),
    ...fact("Purge enabled", purge.enabled),
    ...fact("Purge scheduled", purge.scheduled),
    ...fact("Purge covers", purge.covers),
    ...fact("Tied to a person by", store.subjectKey),
    ...fact("Derived from", list(store.derivedFrom)),
    ...fact("Erased with the person", store.erasedWithSubject),
    ...fact("Rows seen", observed?.rows),
    ...fact("Oldest row", observed?.from),
    ...fact("Newest row", observed?.to),
    ...fact("Rows by outcome", countWords(observed?.outcomes)),
  ];
}

const BASIS: Readonly<Record<Movement["basis"], string>> = {
  definition: "a definition",
  claim: "a claim",
  code: "program code",
};

export function movementFacts(movement: Movement): readonly Fact[] {
  const { map, transport, deletion, matching, schedule } = movement;
  const fields = map.flatMap(({ to }) => (to === null ? [] : [to]));
  return [
    ...fact("Kind", movement.kind),
    ...fact("Status", movement.status),
    ...fact("From", movement.from.ref),
    ...fact("To", movement.to.ref),
    ...fact("Fields", list([...new Set(fields)].sort())),
    ...fact("Further fields", movement.mapOpen),
    ...fact("Matched by", list(matching?.keys ?? [])),
    ...fact("Transport", transport.scheme),
    ...fact("TLS", transport.tls),
    ...fact("Account", movement.account),
    ...fact("Full load every", schedule.fullLoadDays === null ? null : `${schedule.fullLoadDays} days`),
    ...fact("When the source record goes", deletion?.policy),
    ...fact("Why", deletion?.why),
    ...fact("Staged in", movement.staging),
    ...fact("Mapping", movement.defaults),
    ...fact("Purpose as stated by the source", movement.statedPurpose),
    ...fact("Rests on", BASIS[movement.basis]),
  ];
}

export function notificationFacts(notification: Notification): readonly Fact[] {
  const { triggers, recipients, placeholders } = notification;
  const inserted = placeholders.flatMap(({ field }) => (field === null ? [] : [field]));
  const unresolved = placeholders.filter(({ field }) => field === null).length;
  return [
    ...fact("Status", notification.status),
    ...fact("Channel", notification.channel),
    ...triggers.flatMap(({ name, event, entity }) =>
      fact("Sent on", `${name}: ${event} of ${entity ?? "an unknown entity"}`),
    ),
    ...recipients.flatMap((recipient) =>
      fact(
        `Recipient (${recipient.slot})`,
        `${recipient.audience}, by ${recipient.kind}${recipient.entity === null ? "" : ` on ${recipient.entity}`}: ${recipient.why}`,
      ),
    ),
    ...fact("Inserts", list([...new Set(inserted)].sort())),
    ...fact("Placeholders that resolve to nothing", unresolved === 0 ? null : unresolved),
    ...fact("Sends the record", notification.wholeRecord?.says),
    ...fact("Fields of the record", list(notification.wholeRecord?.fields ?? [])),
    ...fact("Copies kept in", notification.logStore),
    ...messageFacts(notification),
  ];
}

/** What a log of the messages showed. */
function messageFacts({ observed }: Notification): readonly Fact[] {
  if (observed === undefined) return [];
  const { internal, external, unknown } = observed.addresses;
  const addresses = { "of the organisation": internal, others: external, "of unknown domains": unknown };
  return [
    ...fact("Messages seen", observed.messages),
    ...fact("Oldest message", observed.from),
    ...fact("Newest message", observed.to),
    ...fact("Messages by outcome", countWords(observed.outcomes)),
    ...fact("Messages by trigger", countWords(observed.byTrigger)),
    ...fact("Addresses seen", countWords(addresses)),
    ...fact("Most addresses in one message", observed.widest === 0 ? null : observed.widest),
    ...fact("Addresses logged in test mode", observed.testAddresses === 0 ? null : observed.testAddresses),
    ...fact(
      "Messages with wrong recipients",
      observed.wrongRecipients === 0 ? null : observed.wrongRecipients,
    ),
  ];
}

/** `error 3, sent 25`; what never occurred is left out. */
function countWords(counts: Readonly<Record<string, number>> | undefined): string | null {
  const seen = Object.entries(counts ?? {}).filter(([, count]) => count > 0);
  return seen.length === 0 ? null : list(seen.map(([word, count]) => `${word || "unknown"} ${count}`));
}

export function operationFacts(operation: Operation): readonly Fact[] {
  return [
    ...fact("Account", operation.account ?? "none named"),
    ...fact("Operation", operation.verb),
    ...fact("Entities", list(operation.entities)),
    ...fact("Fields asked for", operation.selection),
    ...fact("Fields", list(operation.fields)),
    ...flag("Asked for a whole set", operation.bulk),
    ...fact("Calls", operation.calls),
    ...fact("Failures", operation.failures),
    ...fact("Objects", operation.objects),
    ...fact("First call", operation.from),
    ...fact("Last call", operation.to),
    ...operation.parameters.flatMap(({ kind, where, calls }) =>
      fact(`Seen in the ${where}`, `${kind}, ${calls} calls`),
    ),
  ];
}

export function partyFacts(party: Party): readonly Fact[] {
  return [
    ...fact("Kind", party.kind),
    ...fact("Audience", party.audience),
    ...fact("Country", party.country ?? "unknown"),
  ];
}

export function erasureFacts(procedure: ErasureProcedure): readonly Fact[] {
  const { reaches } = procedure;
  return [
    ...fact("Kind", procedure.kind),
    ...fact("Installed", procedure.installed),
    ...fact("Runs by itself", procedure.automatic ? "yes" : "no"),
    ...fact("Delay", procedure.delayDays === null ? null : `${procedure.delayDays} days`),
    ...fact("Reaches", typeof reaches === "string" ? reaches : list(reaches)),
  ];
}
