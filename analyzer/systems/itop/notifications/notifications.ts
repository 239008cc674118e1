/** Turns exported actions, triggers and links into notifications, with the parties they reach. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { compareLocations } from "../../../model/location.ts";
import type { ModelPath, SystemId } from "../../../model/model-path.ts";
import type { Notification } from "../../../model/notification.ts";
import type { Party } from "../../../model/party.ts";
import type { Problem } from "../../../model/problem.ts";
import type { ExportData } from "../fragments.ts";
import { partyPath, readAction, type NotificationInput } from "./notification-action.ts";
import type { Receiver } from "./notification-audience.ts";
import { channelOf, type ChannelFormat } from "./notification-channels.ts";
import { collectNotificationExports, textField, type ExportedObject } from "./notification-exports.ts";
import { uniqueNames } from "./notification-names.ts";
import { observedMessages } from "./notification-observations.ts";
import { readTriggers } from "./notification-triggers.ts";

export type { NotificationInput };

export interface NotificationReading {
  /** By path. */
  readonly notifications: readonly Notification[];
  /** One per group of recipients, by path. */
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
}

export function readNotifications(
  exports: readonly ExportData[],
  index: EntityIndex,
  input: NotificationInput,
): NotificationReading {
  const collected = collectNotificationExports(exports);
  const { triggers, problems: triggerProblems } = readTriggers(collected, index, input.system);
  const problems = [...triggerProblems];
  const triggerPaths = new Map([...triggers].map(([id, { trigger }]) => [id, trigger.path]));
  const actions = [...collected.actions.values()];
  const names = uniqueNames(actions, (action) => textField(action.fields, "name") ?? "");
  const notifications: Notification[] = [];
  const parties = new Map<ModelPath, Party>();
  for (const action of actions) {
    const name = names.get(action.id) ?? action.id;
    const format = channelOf(action.class, index);
    problems.push(...actionProblems(action, name, format));
    if (format === null) continue;
    const linked = collected.links
      .filter((link) => link.action === action.id)
      .flatMap((link) => triggers.get(link.trigger) ?? []);
    const { notification, recipients } = readAction(action, name, format, linked, index, input);
    const observed = observedMessages(action.id, input.messages ?? [], triggerPaths, input.internalDomains);
    notifications.push(observed === null ? notification : { ...notification, observed });
    for (const receiver of recipients.flatMap(({ receivers }) => receivers)) {
      const party = partyOf(receiver, action, input.system);
      if (!parties.has(party.path)) parties.set(party.path, party);
    }
  }
  return {
    notifications: notifications.toSorted(byPath),
    parties: [...parties.values()].toSorted(byPath),
    problems: problems.toSorted(compareProblems),
  };
}

function actionProblems(
  action: ExportedObject,
  name: string,
  format: ChannelFormat | null,
): readonly Problem[] {
  const { location, fields } = action;
  if (format === null) {
    const message = `The action "${name}" is of class ${action.class}, whose attributes are not known.`;
    return [{ kind: "not-analysed", message, location, lost: "what it sends and to whom" }];
  }
  const [body] = format.texts.filter(([, slot]) => slot === "body");
  const needed = [...format.queries.slice(0, 1), ...(body === undefined ? [] : [body])].map(
    ([attribute]) => attribute,
  );
  const missing = needed.filter((attribute) => !(attribute in fields));
  if (missing.length === 0) return [];
  const message = `The export of the action "${name}" lacks ${missing.join(" and ")}: attributes of a subclass need output_fields=*+.`;
  return [
    { kind: "incomplete-export", message, location, lost: "recipients and placeholders of the notification" },
  ];
}

function partyOf(receiver: Receiver, { location }: ExportedObject, system: SystemId): Party {
  const { name, kind, audience } = receiver;
  return {
    path: partyPath(receiver, system),
    name,
    kind,
    audience,
    country: null,
    proof: { location, basis: null },
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareLocations(a.location, b.location) || (a.message < b.message ? -1 : Number(a.message > b.message))
  );
}
