import { describe, expect, it } from "vitest";
import type { Notification } from "../../analyzer/model/notification.ts";
import { notificationFacts } from "../../server/routes/facts-of-flows.ts";
import { newTicket } from "../analyzer/graph/hospital.ts";

const OBSERVED: NonNullable<Notification["observed"]> = {
  messages: 31,
  from: "2026-01-07",
  to: "2026-03-01",
  outcomes: { error: 3, sent: 28 },
  addresses: { internal: 40, external: 2, unknown: 0 },
  testAddresses: 0,
  widest: 12,
  wrongRecipients: 3,
  byTrigger: { "": 1, "itop:trigger/New ticket": 30 },
};

describe("the facts of a notification", () => {
  it("tell what the log of its messages showed, and nothing that never occurred", () => {
    const facts = notificationFacts({ ...newTicket, observed: OBSERVED });
    expect(facts.slice(facts.findIndex(({ name }) => name === "Messages seen"))).toEqual([
      { name: "Messages seen", value: "31" },
      { name: "Oldest message", value: "2026-01-07" },
      { name: "Newest message", value: "2026-03-01" },
      { name: "Messages by outcome", value: "error 3, sent 28" },
      { name: "Messages by trigger", value: "unknown 1, itop:trigger/New ticket 30" },
      { name: "Addresses seen", value: "of the organisation 40, others 2" },
      { name: "Most addresses in one message", value: "12" },
      { name: "Messages with wrong recipients", value: "3" },
    ]);
  });

  it("say nothing of a log that was not given", () => {
    expect(notificationFacts(newTicket).map(({ name }) => name)).not.toContain("Messages seen");
  });
});
