/** What sent mails show together: that notifications left, about what, and to which side of the organisation. */
import type { ObservationWindow, SentMessages } from "../../../model/operation.ts";
import type { SentMailData } from "../fragments.ts";
import { addressCounts } from "./mail-domains.ts";

const NONE = { messages: 0, internal: 0, external: 0, unknown: 0, attachments: 0 };

/** One window over all mails; none without a mail. `internalDomains` are lower case. */
export function mailWindows(
  mails: readonly SentMailData[],
  internalDomains: readonly string[],
): readonly ObservationWindow[] {
  const [first] = mails;
  if (first === undefined) return [];
  const byEntity = new Map<string, SentMessages>();
  for (const { entity, recipients, attachments } of mails) {
    const before = byEntity.get(entity ?? "") ?? { ...NONE, entity };
    const counts = addressCounts(recipients, internalDomains);
    byEntity.set(entity ?? "", {
      entity,
      messages: before.messages + 1,
      internal: before.internal + counts.internal,
      external: before.external + counts.external,
      unknown: before.unknown + counts.unknown,
      attachments: before.attachments + attachments,
    });
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
