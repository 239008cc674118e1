/** What sent mails show together: that notifications left, about what, and to which side of the organisation. */
import type { ObservationWindow, SentMessages } from "../../../model/operation.ts";
import type { SentMailData } from "../fragments.ts";
import { domainHash } from "./mail-recipients.ts";

/** One window over all mails; none without a mail. `internalDomains` are lower case. */
export function mailWindows(
  mails: readonly SentMailData[],
  internalDomains: readonly string[],
): readonly ObservationWindow[] {
  const [first] = mails;
  if (first === undefined) return [];
  const inside = new Set(internalDomains.map(domainHash));
  const byEntity = new Map<string, SentMessages>();
  for (const { entity, recipients, attachments } of mails) {
    const key = entity ?? "";
    const before = byEntity.get(key) ?? {
      entity,
      messages: 0,
      inside: 0,
      outside: 0,
      undecided: 0,
      attachments: 0,
    };
    const after = { ...before, messages: before.messages + 1, attachments: before.attachments + attachments };
    for (const { domains, recipients: count } of recipients) {
      if (inside.size === 0 || domains.length === 0) after.undecided += count;
      else if (domains.some((domain) => inside.has(domain))) after.inside += count;
      else after.outside += count;
    }
    byEntity.set(key, after);
  }
  const days = mails.flatMap(({ date }) => date ?? []).sort();
  return [
    {
      channel: "notification",
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      rows: mails.length,
      truncatedRows: 0,
      unreadableRows: 0,
      file: first.location.file,
      sent: [...byEntity].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, messages]) => messages),
    },
  ];
}
