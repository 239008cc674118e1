/** What the logs of messages showed of one notification, united over its triggers. */
import type { NotificationObservation } from "../../../model/notification.ts";
import type { ModelPath } from "../../../model/model-path.ts";
import type { FoldedMessages } from "../fragments.ts";
import { addressCounts } from "../mail/mail-domains.ts";

/** `null` when no logged message names the action. `triggers` are paths by id. */
export function observedMessages(
  action: string,
  messages: readonly FoldedMessages[],
  triggers: ReadonlyMap<string, ModelPath>,
  internalDomains: readonly string[],
): NotificationObservation | null {
  const own = messages.filter((each) => each.action === action);
  if (own.length === 0) return null;
  const sum = (count: (group: FoldedMessages) => number): number =>
    own.reduce((total, group) => total + count(group), 0);
  const dates = own.flatMap(({ from, to }) => [from, to]).filter((date) => date !== null);
  return {
    messages: sum((group) => group.messages),
    from: dates.toSorted()[0] ?? null,
    to: dates.toSorted().at(-1) ?? null,
    outcomes: summed(own.map(({ outcomes }) => outcomes)),
    addresses: addressCounts(
      own.flatMap(({ domains }) => domains),
      internalDomains,
    ),
    testAddresses: sum((group) => group.testAddresses),
    widest: Math.max(...own.map(({ widest }) => widest)),
    wrongRecipients: sum((group) => group.wrongRecipients),
    byTrigger: summed(own.map((group) => ({ [triggers.get(group.trigger) ?? ""]: group.messages }))),
  };
}

/** Counts by key, sorted by key. */
export function summed(
  counts: readonly Readonly<Record<string, number>>[],
): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [key, count] of counts.flatMap((each) => Object.entries(each))) {
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
