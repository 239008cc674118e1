/** Who a message reaches, and the way what it inserts takes to them. */
import { labelOf } from "../kit/label.ts";
import type { RuleContext } from "../kit/define-rule.ts";
import type { Field, Location, ModelPath, Notification, Placeholder, System } from "../kit/facts.ts";
import type { FlowStep } from "../kit/finding.ts";

export interface Receiver {
  /** The group's name; of a query only what it selects. */
  readonly name: string;
  readonly audience: "subject" | "internal" | "external" | "unknown";
  readonly path: ModelPath;
  readonly location: Location | null;
}

/** A placeholder whose field is known. */
export interface Insertion {
  readonly placeholder: Placeholder;
  readonly field: Field;
}

/** Where answers go and what a test uses instead is no disclosure. */
const DELIVERING: ReadonlySet<string> = new Set(["to", "cc", "bcc", "recipients"]);

/** What is handed to another company's or application's server is outside, whoever reads it there. */
const LEAVES_THE_HOUSE: ReadonlySet<Notification["channel"]> = new Set(["sms", "chat", "webhook"]);

const CHANNEL_WORDS: Readonly<Record<Notification["channel"], string>> = {
  email: "e-mail",
  "in-app": "message inside the product",
  sms: "text message",
  chat: "chat message",
  webhook: "call of another application",
};

export function channelWord({ channel }: Notification): string {
  return CHANNEL_WORDS[channel];
}

/** Every group behind the recipient expressions that work, each once, in the order of the slots. */
export function receiversOf(system: System, notification: Notification): readonly Receiver[] {
  const parties = new Map(system.parties.map((party) => [party.path, party]));
  const found = new Map<ModelPath, Receiver>();
  for (const { slot, valid, entity, audience, parties: paths, location } of notification.recipients) {
    if (!valid || !DELIVERING.has(slot)) continue;
    const groups = paths.flatMap((path) => parties.get(path) ?? []);
    const named =
      groups.length > 0
        ? groups.map((party) => ({ path: party.path, name: party.name, audience: party.audience }))
        : [{ path: notification.path, name: entity ?? "recipients nothing names", audience }];
    for (const { path, name, audience: heard } of named) {
      const outside = heard === "unknown" && LEAVES_THE_HOUSE.has(notification.channel);
      const receiver: Receiver = {
        path,
        name: name.replace(` of ${notification.name}`, "").replace(` by ${notification.name}`, ""),
        audience: outside ? "external" : heard,
        location,
      };
      if (!found.has(path)) found.set(path, receiver);
    }
  }
  return [...found.values()];
}

/** Receivers outside, or of whom nobody can tell; inside the product only account holders read. */
export function outsiders(system: System, notification: Notification): readonly Receiver[] {
  return receiversOf(system, notification).filter(
    ({ audience }) =>
      audience === "external" || (audience === "unknown" && notification.channel !== "in-app"),
  );
}

/** What a message inserts, each field once. */
export function insertionsOf(context: RuleContext, { placeholders }: Notification): readonly Insertion[] {
  const found = new Map<ModelPath, Insertion>();
  for (const placeholder of placeholders) {
    const field = placeholder.field === null ? undefined : context.field(placeholder.field);
    if (field !== undefined && !found.has(field.path)) found.set(field.path, { placeholder, field });
  }
  return [...found.values()];
}

/** Field → placeholder → recipient → the log that keeps a copy. */
export function messageFlow(
  { logStore, channel }: Notification,
  insertions: readonly Insertion[],
  receivers: readonly Receiver[],
): readonly FlowStep[] {
  const step = (
    kind: FlowStep["kind"],
    path: ModelPath,
    label: string,
    location: Location | null,
  ): FlowStep => ({ kind, path, label, location });
  return [
    ...insertions.flatMap(({ field, placeholder }) => [
      step("field", field.path, labelOf(field), field.location),
      step("placeholder", field.path, placeholder.text, placeholder.location),
    ]),
    ...receivers.map(({ path, name, location }) =>
      step("recipient", path, `${name} (${CHANNEL_WORDS[channel]})`, location),
    ),
    ...(logStore === null ? [] : [step("store", logStore, "log of sent messages", null)]),
  ];
}

/** `, and a copy stays in …`, or nothing. */
export function keptIn(system: System, { logStore }: Notification): string {
  const store = system.stores.find(({ path }) => path === logStore);
  return store === undefined || store.active.state === "off" ? "" : `, and a copy stays in ${store.name}`;
}

export function namesOf(receivers: readonly Receiver[]): readonly string[] {
  return receivers.length === 0 ? ["recipients nobody can tell"] : receivers.map(({ name }) => name);
}
