import { describe, expect, it } from "vitest";
import type { Store } from "../../../analyzer/model/store.ts";
import apiLog from "../../../rules/retention/api-log-without-purge.ts";
import derived from "../../../rules/retention/derived-outlives-subject.ts";
import logins from "../../../rules/retention/login-events-without-purge.ts";
import notifications from "../../../rules/retention/notification-log-long-lived.ts";
import { findingsOf, keptDays, store } from "../estate-parts.ts";
import { at, person, PROVED, snapshot, system } from "../tilleuls.ts";

const clinic = (...stores: readonly Store[]) =>
  snapshot({ systems: [system([person()], { stores, inputs: ["profile"] })] });
const unknown = (location = at(3)): Store["active"] => ({
  state: "unknown",
  setting: null,
  proof: { ...PROVED, location },
});
const payloads = { parts: ["payloads"], fields: [] } as const;

describe("retention/notification-log-long-lived", () => {
  const mails = (parts: Partial<Store>) =>
    store("Mails", {
      kind: "notification-log",
      holds: { parts: ["addresses", "bodies"], fields: [] },
      ...parts,
    });

  it("is information while nobody knows whether the log is filled", () => {
    const [found] = findingsOf(notifications, clinic(mails({ active: unknown() })));
    expect(found).toMatchObject({ severity: "info", certainty: "not-verifiable" });
    expect(found?.message).toContain("not verifiable: whether it is switched on");
  });

  it("says nothing of a log that only the catalogue knows of", () => {
    const active: Store["active"] = { state: "unknown", setting: null, proof: PROVED };
    expect(findingsOf(notifications, clinic(mails({ active })))).toEqual([]);
  });

  it("takes rows that were seen for proof that the log is filled", () => {
    const observed = { rows: 12, from: "2025-01-07", to: "2026-08-30", file: "logs/mails.json" };
    const [found] = findingsOf(notifications, clinic(mails({ active: unknown(), observed })));
    expect(found).toMatchObject({ messageId: "no-purge", severity: "warning" });
    expect(found?.evidence.map(({ text }) => text)).toContain(
      "logs/mails.json shows 12 rows from 2025-01-07 to 2026-08-30",
    );
  });

  it("says what is kept", () => {
    const holds = { parts: ["addresses"], fields: [] } as const;
    const [found] = findingsOf(notifications, clinic(mails({ holds })));
    expect(found?.message).toBe("Mails keeps recipients of every message without end");
    expect(findingsOf(notifications, clinic(mails({ holds: { parts: ["trace"], fields: [] } })))).toEqual([]);
  });

  it("is silent up to the limit and not beyond", () => {
    expect(findingsOf(notifications, clinic(mails(keptDays(90))))).toEqual([]);
    expect(findingsOf(notifications, clinic(mails(keptDays(91))))).toHaveLength(1);
  });
});

describe("retention/api-log-without-purge", () => {
  const calls = (parts: Partial<Store>) => store("Calls", { kind: "api-log", holds: payloads, ...parts });

  it("judges by the rows where the switch is not known", () => {
    const observed = { rows: 700, from: "2026-07-01", to: "2026-08-30", file: "logs/calls.json" };
    expect(findingsOf(apiLog, clinic(calls({ active: unknown() })))).toEqual([]);
    expect(findingsOf(apiLog, clinic(calls({ active: unknown(), observed })))).toHaveLength(1);
  });

  it("reports rows that are older than the period that is set", () => {
    const observed = { rows: 700, from: "2026-07-01", to: "2026-08-30", file: "logs/calls.json" };
    const [found] = findingsOf(apiLog, clinic(calls({ ...keptDays(14), observed })));
    expect(found?.message).toBe("Calls keeps request and response bodies for at least 62 days");
  });
});

describe("retention/login-events-without-purge", () => {
  it("says nothing where nobody knows whether logins are recorded", () => {
    expect(findingsOf(logins, clinic(store("Logins", { kind: "login-log", active: unknown() })))).toEqual([]);
  });
});

describe("retention/derived-outlives-subject", () => {
  const statistics = (parts: Partial<Store>) =>
    store("Statistics", { kind: "statistics", derivedFrom: ["itop:Person"], ...parts });

  it("is a step milder when the data end soon", () => {
    expect(findingsOf(derived, clinic(statistics(keptDays(30))))).toMatchObject([{ severity: "info" }]);
    expect(findingsOf(derived, clinic(statistics(keptDays(31))))).toMatchObject([{ severity: "warning" }]);
  });

  it("says so when nobody states how long", () => {
    const retention = { kind: "unknown", source: "unknown", proof: PROVED } as const;
    const purge = { exists: "unknown", enabled: "unknown", scheduled: "unknown", covers: "all" } as const;
    const [found] = findingsOf(derived, clinic(statistics({ retention, purge })));
    expect(found?.message).toContain("for a time nobody states");
  });

  it("follows a store that is itself about people, and nothing that is not", () => {
    const calls = store("Calls", { kind: "replica", subjectKey: "id", erasedWithSubject: "yes" });
    const scores = store("Scores", { kind: "statistics", derivedFrom: [calls.path] });
    const weather = store("Weather", { kind: "statistics", derivedFrom: ["itop:Station"] });
    expect(findingsOf(derived, clinic(calls, scores, weather)).map(({ path }) => path)).toEqual([
      scores.path,
    ]);
  });
});
