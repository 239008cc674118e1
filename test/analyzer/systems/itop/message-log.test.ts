import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Location } from "../../../../analyzer/model/location.ts";
import {
  MAX_MESSAGE_GROUPS,
  MessageRows,
} from "../../../../analyzer/systems/itop/exports/export-messages.ts";
import { LogRows } from "../../../../analyzer/systems/itop/exports/export-log-rows.ts";
import type { FoldedMessages } from "../../../../analyzer/systems/itop/fragments.ts";
import {
  addressCounts,
  DomainCounts,
  MAX_DOMAINS,
} from "../../../../analyzer/systems/itop/mail/mail-domains.ts";
import { observedMessages } from "../../../../analyzer/systems/itop/notifications/notification-observations.ts";

const AT: Location = { file: "EventNotificationEmail.json", line: 1, column: 1, endLine: 1, endColumn: 9 };

type Row = Readonly<Record<string, unknown>>;

const MAIL = { action_id: "5", trigger_id: "7", date: "2026-03-01 08:00:00", message: "Sent" };

function fold(rows: readonly Row[], className = "EventNotificationEmail"): readonly FoldedMessages[] {
  const log = new LogRows(className, AT);
  for (const row of rows) log.add(row, AT, "");
  return log.finish().messages ?? [];
}

function observed(rows: readonly Row[], internal: readonly string[] = ["tilleuls.example"]) {
  return observedMessages("5", fold(rows), new Map([["7", "itop:trigger/New ticket"]]), internal);
}

describe("a log of messages", () => {
  it("tells of each action how many went out, when, by which trigger and with which outcome", () => {
    const rows = [
      { ...MAIL, to: "a.roux@tilleuls.example, b.noor@tilleuls.example", cc: "ward@laundry.example" },
      {
        ...MAIL,
        date: "2026-01-07 09:30:00",
        message: "TEST (it@tilleuls.example) - Sent",
        to: "a.roux@tilleuls.example",
      },
      { ...MAIL, trigger_id: "8", message: "No recipient", to: "" },
      { ...MAIL, action_id: "6", to: "someone@tilleuls.example" },
    ];
    expect(observed(rows)).toEqual({
      messages: 3,
      from: "2026-01-07",
      to: "2026-03-01",
      outcomes: { "no-recipient": 1, sent: 1, test: 1 },
      addresses: { internal: 3, external: 1, unknown: 0 },
      testAddresses: 1,
      widest: 3,
      wrongRecipients: 0,
      byTrigger: { "": 1, "itop:trigger/New ticket": 2 },
    });
  });

  it("keeps no address and no domain of it", () => {
    const rows = [{ ...MAIL, to: "Anne Roux <anne@roux-family.example>", subject: "Anne", body: "Anne" }];
    expect(JSON.stringify(fold(rows))).not.toMatch(/roux|anne|example/i);
  });

  it("tells a wrong query, whose error stands where the addresses should be", () => {
    const error = "Unknown class - found 'Persn' at 7 in 'SELECT Persn', expecting {Person, Team}";
    expect(observed([{ ...MAIL, message: "Error: no valid address", to: error }])).toMatchObject({
      outcomes: { error: 1 },
      wrongRecipients: 1,
      addresses: { internal: 0, external: 0 },
    });
  });

  it("does not know who is inside where no internal domain is configured", () => {
    expect(observed([{ ...MAIL, to: "a@tilleuls.example" }], [])?.addresses).toEqual({
      internal: 0,
      external: 0,
      unknown: 1,
    });
  });

  it("says nothing of an action that no message names, nor of rows without an action", () => {
    expect(observed([{ ...MAIL, action_id: "6" }])).toBeNull();
    expect(fold([{ date: MAIL.date, message: "Sent" }])).toEqual([]);
    expect(fold([{ ...MAIL, action_id: "5 OR 1" }])).toEqual([]);
  });

  it("counts what was read in the newsroom", () => {
    const rows = ["yes", "no", "no", ""].map((read) => ({
      action_id: "5",
      trigger_id: "7",
      read,
      date: MAIL.date,
    }));
    expect(fold(rows, "EventNotificationNewsroom")).toMatchObject([
      { outcomes: { other: 1, read: 1, unread: 2 } },
    ]);
  });

  it("counts messages of too many actions as rows, and says so", () => {
    const rows = new MessageRows();
    for (let action = 1; action <= MAX_MESSAGE_GROUPS; action++)
      rows.add({ ...MAIL, action_id: action }, "sent", null);
    expect(rows.limit).toBeNull();
    rows.add({ ...MAIL, action_id: MAX_MESSAGE_GROUPS + 1 }, "sent", null);
    expect(rows.finish()).toHaveLength(MAX_MESSAGE_GROUPS);
    expect(rows.limit).toContain("(MAX_MESSAGE_GROUPS)");
  });
});

describe("counts of mail domains", () => {
  const label = fc.stringMatching(/^[a-z]{1,6}$/);
  const domain = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join("."));

  it("tell the organisation's domains, and those below them, as plain text would", () => {
    fc.assert(
      fc.property(fc.array(domain), fc.array(domain, { minLength: 1 }), fc.boolean(), (seen, own, below) => {
        const all = below ? [...seen, ...own.map((each) => `mail.${each}`)] : seen;
        const counts = new DomainCounts({ left: MAX_DOMAINS, exceeded: false });
        for (const each of all) counts.add(each);
        const internal = all.filter((each) =>
          own.some((one) => each === one || each.endsWith(`.${one}`)),
        ).length;
        expect(addressCounts(counts.finish(), own)).toEqual({
          internal,
          external: all.length - internal,
          unknown: 0,
        });
      }),
    );
  });

  it("leave out which domain it was beyond the limit, but never the address", () => {
    const budget = { left: 1, exceeded: false };
    const counts = new DomainCounts(budget);
    for (const each of ["tilleuls.example", "laundry.example", "tilleuls.example"]) counts.add(each);
    expect(addressCounts(counts.finish(), ["tilleuls.example"])).toEqual({
      internal: 2,
      external: 0,
      unknown: 1,
    });
    expect(budget.exceeded).toBe(true);
  });
});
