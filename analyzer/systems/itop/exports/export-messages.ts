/** Counts the logged messages of each action and trigger: outcomes, dates, addresses by domain; never an address. */
import type { FoldedMessages } from "../fragments.ts";
import { DomainCounts, MAX_DOMAINS, type DomainBudget } from "../mail/mail-domains.ts";
import { mailDomainOf } from "../notifications/notification-audience.ts";
import { textValue } from "./export-values.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Pairs of action and trigger told apart in one file; further messages are counted only as rows. */
export const MAX_MESSAGE_GROUPS = 5_000;

const RECIPIENT_COLUMNS = ["to", "cc", "bcc"] as const;

interface Group {
  readonly action: string;
  readonly trigger: string;
  readonly outcomes: Map<string, number>;
  readonly domains: DomainCounts;
  messages: number;
  testAddresses: number;
  widest: number;
  wrongRecipients: number;
  from: string | null;
  to: string | null;
}

export function isMessageLog(className: string): boolean {
  return /^EventNotification(?:Email|Newsroom)$|^EventWebhook$/.test(className);
}

export class MessageRows {
  readonly #groups = new Map<string, Group>();
  readonly #domains: DomainBudget = { left: MAX_DOMAINS, exceeded: false };
  #overflow = false;

  /** The limit that was reached, in words; `null` for none. */
  get limit(): string | null {
    if (this.#overflow)
      return `messages of more than ${MAX_MESSAGE_GROUPS} actions and triggers (MAX_MESSAGE_GROUPS)`;
    return this.#domains.exceeded ? `recipients at more than ${MAX_DOMAINS} domains (MAX_DOMAINS)` : null;
  }

  /** A row without an action tells nothing about one. */
  add(fields: Fields, outcome: string | null, date: string | null): void {
    const action = idOf(fields["action_id"]);
    if (action === "") return;
    const group = this.#group(action, idOf(fields["trigger_id"]));
    if (group === null) return;
    group.messages++;
    const kind = outcome ?? "other";
    group.outcomes.set(kind, (group.outcomes.get(kind) ?? 0) + 1);
    if (date !== null && (group.from === null || date < group.from)) group.from = date;
    if (date !== null && (group.to === null || date > group.to)) group.to = date;
    this.#addRecipients(group, fields, kind);
  }

  finish(): readonly FoldedMessages[] {
    return [...this.#groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { outcomes, domains, ...counts }]) => ({
        ...counts,
        outcomes: Object.fromEntries([...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))),
        domains: domains.finish(),
      }));
  }

  /** A query that cannot be read leaves the parser's error where the addresses should be. */
  #addRecipients(group: Group, fields: Fields, outcome: string): void {
    let addresses = 0;
    let wrong = false;
    for (const column of RECIPIENT_COLUMNS) {
      const text = textValue(fields[column]).trim();
      const domains = text === "" ? [] : text.split(/[,;]/).flatMap((each) => mailDomainOf(each) ?? []);
      if (text !== "" && domains.length === 0) wrong = true;
      for (const domain of domains) group.domains.add(domain);
      addresses += domains.length;
    }
    if (wrong) group.wrongRecipients++;
    if (outcome === "test") group.testAddresses += addresses;
    group.widest = Math.max(group.widest, addresses);
  }

  #group(action: string, trigger: string): Group | null {
    const key = `${action} ${trigger}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    if (this.#groups.size >= MAX_MESSAGE_GROUPS) {
      this.#overflow = true;
      return null;
    }
    const group: Group = {
      action,
      trigger,
      outcomes: new Map(),
      domains: new DomainCounts(this.#domains),
      messages: 0,
      testAddresses: 0,
      widest: 0,
      wrongRecipients: 0,
      from: null,
      to: null,
    };
    this.#groups.set(key, group);
    return group;
  }
}

/** A number and nothing else: the column of a broken export can hold anything. */
function idOf(value: unknown): string {
  const text = textValue(value);
  return /^[1-9]\d{0,14}$/.test(text) ? text : "";
}
