/** Edges of messages: what a template inserts, who receives it, which log keeps a copy. */
import { localPart, type ModelPath } from "../model/model-path.ts";
import type { Notification, Recipient } from "../model/notification.ts";
import type { Draft } from "./draft.ts";
import { entityNode } from "./nodes-of-model.ts";
import { takesIn } from "./nodes-of-stores.ts";
import { recipientParties } from "./parties.ts";
import type { Atlas, Places } from "./places.ts";
import { movementWord } from "./words.ts";

export function addNotifications(draft: Draft, atlas: Atlas, places: Places): void {
  for (const notification of places.system.notifications) addNotification(draft, atlas, places, notification);
}

function addNotification(draft: Draft, atlas: Atlas, places: Places, notification: Notification): void {
  const { system } = places;
  const off = notification.status === "disabled";
  const key = draft.node(notification.path, {
    kind: "movement",
    sort: notification.channel,
    label: notification.name,
    system: system.id,
    parent: system.id,
    lane: "movement-out",
    personal: "no",
    sensitivity: "ordinary",
    categories: [],
    audience: null,
    location: notification.proof.location,
    ...(off && { status: "off" }),
  });
  if (off) return;
  const name = `${movementWord(notification.channel)} ${notification.name}`;
  const { location } = notification.proof;
  const inserted = [
    ...addPlaceholders(draft, atlas, notification, key, name),
    ...addWholeRecord(draft, atlas, places, notification, key, name),
  ];
  const fields = [...new Set(inserted)].sort();
  const addressees = notification.recipients.filter(receives(notification.status));
  for (const recipient of addressees) {
    for (const target of recipientParties(draft, system, recipient)) {
      const party = draft.nodes.get(target);
      draft.edge({
        kind: "discloses",
        source: key,
        target,
        fields,
        evidence: "declared",
        leaves: party?.audience === "external",
        says: `${name} goes to ${party?.label ?? ""}: ${recipient.why}`,
        location: recipient.location ?? location,
      });
    }
  }
  const addresses = addAddresses(draft, places, notification, key, name);
  const seen = notification.observed?.messages ?? 0;
  if (notification.logStore !== null && takesIn(draft, notification.logStore)) {
    draft.edge({
      kind: "logs",
      source: key,
      target: notification.logStore,
      fields: fields.length + addresses.length === 0 ? [] : [...new Set([...fields, ...addresses])].sort(),
      evidence: seen === 0 ? "declared" : "both",
      says: `a copy of every message of ${name} stays in ${draft.nodes.get(notification.logStore)?.label ?? ""}${seen === 0 ? "" : `; ${seen} were seen there`}`,
      location,
    });
  }
}

/** In test mode the mail goes to the test recipient alone; otherwise that one gets nothing. */
function receives(status: Notification["status"]): (recipient: Recipient) => boolean {
  return ({ slot, valid }) => valid && slot !== "reply-to" && (slot === "test") === (status === "test");
}

function addPlaceholders(
  draft: Draft,
  atlas: Atlas,
  notification: Notification,
  key: string,
  name: string,
): readonly ModelPath[] {
  const inserted: ModelPath[] = [];
  for (const placeholder of notification.placeholders) {
    if (placeholder.field === null) continue;
    for (const place of atlas.resolve(placeholder.field)) {
      if (!draft.has(place.key)) continue;
      inserted.push(place.key);
      draft.edge({
        kind: "notifies",
        source: place.key,
        target: key,
        fields: [place.key],
        evidence: "declared",
        says: `${name} inserts ${localPart(place.key)} in its ${placeholder.slot === "other" ? "text" : placeholder.slot}`,
        location: placeholder.location ?? notification.proof.location,
      });
    }
  }
  return inserted;
}

function addWholeRecord(
  draft: Draft,
  atlas: Atlas,
  places: Places,
  notification: Notification,
  key: string,
  name: string,
): readonly ModelPath[] {
  if (notification.wholeRecord === null) return [];
  const { fields: listed } = notification.wholeRecord;
  const { location } = notification.proof;
  const shared = { kind: "notifies", target: key, evidence: "declared", location } as const;
  const sent = new Set<ModelPath>();
  if (listed === null) {
    for (const entity of triggering(places, notification)) {
      const fields = places.personalFields(entity);
      for (const field of fields) sent.add(field);
      const source = entityNode(draft, places, entity);
      draft.edge({ ...shared, source, fields, says: `${name} sends the whole ${entity.name}` });
    }
  }
  for (const place of (listed ?? []).flatMap((path) => atlas.resolve(path))) {
    if (!draft.has(place.key) || sent.has(place.key)) continue;
    sent.add(place.key);
    const says = `${name} sends ${localPart(place.key)} with the record`;
    draft.edge({ ...shared, source: place.key, fields: [place.key], says });
  }
  return [...sent];
}

function triggering(places: Places, notification: Notification): ReturnType<Places["concrete"]> {
  const names = new Set(
    notification.triggers.map((trigger) => trigger.entity).filter((name) => name !== null),
  );
  return [...new Set([...names].sort().flatMap((name) => places.concrete(name)))];
}

/** iTop sends to the first address field of the class that a recipient query selects. */
function addAddresses(
  draft: Draft,
  places: Places,
  notification: Notification,
  key: string,
  name: string,
): readonly ModelPath[] {
  if (notification.channel !== "email") return [];
  const used: ModelPath[] = [];
  // Even in test mode the log lists the real recipients.
  const real = notification.recipients.filter(
    ({ slot, valid }) => valid && slot !== "reply-to" && slot !== "test",
  );
  for (const entityName of [
    ...new Set(real.map(({ entity }) => entity).filter((each) => each !== null)),
  ].sort()) {
    for (const entity of places.concrete(entityName)) {
      const field = entity.fields.find((each) => each.kind === "email");
      const place = field === undefined ? undefined : places.place(entity, field);
      if (place === undefined || !draft.has(place.key)) continue;
      used.push(place.key);
      draft.edge({
        kind: "reads",
        source: place.key,
        target: key,
        fields: [place.key],
        evidence: "declared",
        says: `${name} takes the address from ${localPart(place.key)}`,
        location: notification.proof.location,
      });
    }
  }
  return used;
}
