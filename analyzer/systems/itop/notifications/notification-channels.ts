/** Which actions are notifications, and what each of their attributes is for. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Notification, Placeholder, Recipient } from "../../../model/notification.ts";

export interface ChannelFormat {
  readonly channel: Notification["channel"];
  /** Attributes with OQL that selects recipients, with the slot they stand for. */
  readonly queries: readonly (readonly [attribute: string, slot: Recipient["slot"]])[];
  /** Attributes with an address. */
  readonly addresses: readonly (readonly [attribute: string, slot: Recipient["slot"]])[];
  /** Attributes with placeholders. */
  readonly texts: readonly (readonly [attribute: string, slot: Placeholder["slot"]])[];
}

const EMAIL: ChannelFormat = {
  channel: "email",
  queries: [
    ["to", "to"],
    ["cc", "cc"],
    ["bcc", "bcc"],
  ],
  addresses: [
    ["reply_to", "reply-to"],
    ["test_recipient", "test"],
  ],
  texts: [
    ["subject", "subject"],
    ["body", "body"],
    ["from", "other"],
    ["from_label", "other"],
    ["reply_to", "other"],
    ["reply_to_label", "other"],
  ],
};

const NEWSROOM: ChannelFormat = {
  channel: "in-app",
  queries: [["recipients", "recipients"]],
  addresses: [],
  texts: [
    ["title", "subject"],
    ["message", "body"],
    ["url", "other"],
  ],
};

const CALL: ChannelFormat = {
  channel: "webhook",
  queries: [],
  addresses: [],
  texts: [
    ["payload", "body"],
    ["message", "body"],
    ["path", "other"],
    ["headers", "other"],
  ],
};

const CHAT_PRODUCTS = /Slack|RocketChat|GoogleChat|Teams/;

/** The format of an action class or of its nearest known parent; `null` for actions that send nothing known. */
export function channelOf(action: string, index: EntityIndex): ChannelFormat | null {
  for (const name of [action, ...index.lineage(action).map((entity) => entity.name)]) {
    if (name === "ActionEmail") return EMAIL;
    if (name === "ActionNewsroom") return NEWSROOM;
    if (CHAT_PRODUCTS.test(name)) return { ...CALL, channel: "chat" };
    if (/Webhook/i.test(name)) return CALL;
    if (/Sms/i.test(name)) return { ...CALL, channel: "sms" };
  }
  return null;
}
