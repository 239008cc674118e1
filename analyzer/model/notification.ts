/** A message that leaves on an event, with what its template inserts and who receives it. */
import type { Location } from "./location.ts";
import type { ModelPath } from "./model-path.ts";
import type { Provenance } from "./provenance.ts";

export type Audience = "subject" | "internal" | "external" | "unknown";

export interface NotificationTrigger {
  readonly path: ModelPath;
  readonly name: string;
  /** Name of the entity whose objects start it; `null` when the export does not tell. */
  readonly entity: string | null;
  /** What happens to the object: create, update, delete, state-enter, mention … */
  readonly event: string;
  readonly condition: string | null;
  readonly proof: Provenance;
}

/** One recipient expression of a channel slot. */
export interface Recipient {
  readonly slot: "to" | "cc" | "bcc" | "recipients" | "reply-to" | "test";
  readonly kind: "query" | "address" | "field" | "role";
  /** Entity the expression selects, `null` when it cannot be resolved. */
  readonly entity: string | null;
  readonly audience: Audience;
  /** Paths of the parties behind the expression; empty when it does not resolve. */
  readonly parties: readonly ModelPath[];
  /** Why that audience, in words. */
  readonly why: string;
  /** Bound to the triggering object (`:this->caller_id`), not a fixed set. */
  readonly bound: boolean;
  /** A well-formed expression that resolves against the model. */
  readonly valid: boolean;
  /** Problem in words when not valid; never a literal of the expression. */
  readonly error: string | null;
  readonly location: Location | null;
}

/** One `$this->caller_id->email$` of a template. */
export interface Placeholder {
  readonly text: string;
  readonly slot: "subject" | "body" | "other";
  /** Field that is inserted, resolved through reference fields; `null` when nothing resolves. */
  readonly field: ModelPath | null;
  /** Why it does not resolve, in words. */
  readonly unresolved: string | null;
  /** Formatting verb, such as `head` (last entry of a log). */
  readonly verb: string | null;
  readonly location: Location | null;
}

/** A switch that sends a record, or a list of its fields, without any placeholder in the text. */
export interface WholeRecord {
  /** The switch in words. */
  readonly says: string;
  /** The fields it sends; `null` when that cannot be told, and then any field may be among them. */
  readonly fields: readonly ModelPath[] | null;
}

export interface Notification {
  readonly path: ModelPath;
  readonly name: string;
  readonly status: "enabled" | "test" | "disabled" | "unknown";
  readonly channel: "email" | "in-app" | "sms" | "chat" | "webhook";
  readonly triggers: readonly NotificationTrigger[];
  readonly recipients: readonly Recipient[];
  readonly placeholders: readonly Placeholder[];
  readonly wholeRecord: WholeRecord | null;
  /** Path of the store that keeps copies. */
  readonly logStore: ModelPath | null;
  /** What a log of its messages showed, when one was given. */
  readonly observed?: NotificationObservation;
  readonly proof: Provenance;
}

/** Counts and dates only, never an address. */
export interface NotificationObservation {
  readonly messages: number;
  /** ISO dates of the oldest and newest message. */
  readonly from: string | null;
  readonly to: string | null;
  /** Messages by outcome: sent, test, no-recipient, queued, error … */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Addresses in to, cc and bcc of all messages, by whether their domain is the organisation's. */
  readonly addresses: { readonly internal: number; readonly external: number; readonly unknown: number };
  /** Addresses that messages in test mode left in the log, though nothing was sent there. */
  readonly testAddresses: number;
  /** Most addresses in one message. */
  readonly widest: number;
  /** Messages with something else than addresses where the recipients stand, such as the error of a wrong query. */
  readonly wrongRecipients: number;
  /** Messages by path of the trigger; `""` for triggers that no export names. */
  readonly byTrigger: Readonly<Record<ModelPath, number>>;
}
