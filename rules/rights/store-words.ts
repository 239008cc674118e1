/** What a message calls kinds of stores, and the ways a person is found in one. */
import type { Store } from "../kit/facts.ts";

/** Kinds that are missing are judged by rules of their own. */
export const CALLED: Readonly<Partial<Record<Store["kind"], string>>> = {
  "api-log": "API logs",
  attachment: "files",
  "event-log": "event logs",
  "login-log": "login records",
  mailbox: "mailboxes",
  "notification-log": "messages that were sent",
  preferences: "settings of users",
  queue: "queues and waiting results",
  "raw-mail": "mails as they came in",
  "sync-log": "logs of imports",
  "sync-staging": "staging tables",
};

export const KEYS: Readonly<Record<Store["subjectKey"], string>> = {
  reference: "the reference to the person",
  id: "the person's id",
  name: "the person's name",
  email: "the e-mail address",
  "free-text": "text search",
  none: "nothing",
};
