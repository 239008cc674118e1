/** Reads one action: status, recipients, inserted fields and what else it sends. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Notification, Placeholder } from "../../../model/notification.ts";
import { placeholdersOf } from "../../../source/template/placeholder.ts";
import type { FoldedMessages } from "../fragments.ts";
import type { DisplayLists } from "../model/display-lists.ts";
import type { Receiver } from "./notification-audience.ts";
import type { ChannelFormat } from "./notification-channels.ts";
import { textField, type ExportedObject } from "./notification-exports.ts";
import type { TriggerReading } from "./notification-triggers.ts";
import { resolvePlaceholder, type TemplateContext } from "./placeholders.ts";
import {
  readAddressRecipient,
  readQueryRecipient,
  type RecipientContext,
  type RecipientReading,
} from "./recipients.ts";
import { wholeRecordOf } from "./whole-record.ts";

export interface NotificationInput {
  readonly system: SystemId;
  /** Mail domains of the organisation, lower case. */
  readonly internalDomains: readonly string[];
  readonly lists: DisplayLists;
  /** Path of the store that keeps sent mails. */
  readonly logStore: ModelPath | null;
  /** What logs of messages showed. */
  readonly messages?: readonly FoldedMessages[];
}

/** A notification, and behind each of its recipients the groups of people. */
export function readAction(
  action: ExportedObject,
  name: string,
  format: ChannelFormat,
  triggers: readonly TriggerReading[],
  index: EntityIndex,
  input: NotificationInput,
): { readonly notification: Notification; readonly recipients: readonly RecipientReading[] } {
  const known = triggers.flatMap(({ trigger }) =>
    trigger.entity !== null && index.entity(trigger.entity) ? trigger.entity : [],
  );
  const entities = [...new Set(known)].toSorted();
  const events = triggers.map(({ trigger }) => trigger.event);
  const template: TemplateContext = {
    index,
    entities,
    events,
    action: action.class,
    triggers: triggers.map((trigger) => trigger.class),
  };
  const recipients = readRecipients(action, format, {
    index,
    entities,
    events,
    internalDomains: input.internalDomains,
    notification: name,
    byMail: format.channel === "email",
    location: action.location,
  });
  const notification: Notification = {
    path: elementPath(input.system, "notification", name),
    name,
    status: statusOf(action),
    channel: format.channel,
    triggers: triggers
      .map(({ trigger }) => trigger)
      .toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))),
    recipients: recipients.map(({ recipient, receivers }) => ({
      ...recipient,
      parties: receivers.map((receiver) => partyPath(receiver, input.system)),
    })),
    placeholders: readPlaceholders(action, format, template),
    wholeRecord: wholeRecordOf(action.fields, { index, lists: input.lists, entities }),
    logStore: format.channel === "email" ? input.logStore : null,
    proof: { location: action.location, basis: null },
  };
  return { notification, recipients };
}

export function partyPath({ name }: Receiver, system: SystemId): ModelPath {
  return elementPath(system, "party", name);
}

function readRecipients(
  { fields, class: name }: ExportedObject,
  format: ChannelFormat,
  context: RecipientContext,
): readonly RecipientReading[] {
  const filled = (attribute: string): string | null => textField(fields, attribute)?.trim() || null;
  const recipients: RecipientReading[] = [];
  for (const [attribute, slot] of format.queries) {
    const text = filled(attribute);
    if (text !== null) recipients.push(readQueryRecipient(slot, text, context));
  }
  for (const [attribute, slot] of format.addresses) {
    const text = filled(attribute);
    if (text !== null) recipients.push(readAddressRecipient(slot, text, context));
  }
  if (format.queries.length === 0) recipients.push(calledApplication(name, context));
  return recipients;
}

/** Webhooks and chats address another application; who reads there is settled outside iTop. */
function calledApplication(action: string, { notification, location }: RecipientContext): RecipientReading {
  const why = `an application that ${action} calls; the connection does not tell who runs it`;
  return {
    recipient: {
      slot: "recipients",
      kind: "role",
      entity: null,
      audience: "unknown",
      why,
      bound: false,
      valid: true,
      error: null,
      location,
    },
    receivers: [
      { name: `Application called by ${notification}`, kind: "organisation", audience: "unknown", why },
    ],
  };
}

function readPlaceholders(
  { fields, location }: ExportedObject,
  format: ChannelFormat,
  context: TemplateContext,
): readonly Placeholder[] {
  const found = new Map<string, Placeholder>();
  for (const [attribute, slot] of format.texts) {
    for (const raw of placeholdersOf(textField(fields, attribute) ?? "")) {
      if (raw.path.length === 0) continue;
      const { fields: paths, unresolved, verb } = resolvePlaceholder(raw, context);
      const add = (field: ModelPath | null, reason: string | null): void => {
        const key = [slot, raw.text, field, reason].join("\n");
        if (!found.has(key))
          found.set(key, { text: raw.text, slot, field, unresolved: reason, verb, location });
      };
      for (const path of paths) add(path, null);
      if (unresolved !== null || paths.length === 0) add(null, unresolved);
    }
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, placeholder]) => placeholder);
}

function statusOf({ fields }: ExportedObject): Notification["status"] {
  const status = textField(fields, "status");
  return status === "enabled" || status === "test" || status === "disabled" ? status : "unknown";
}
