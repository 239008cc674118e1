import { describe, expect, it } from "vitest";
import { durationOf, lifetimeOf, observedDays } from "../../../rules/retention/lifetime.ts";
import { keptDays, store } from "../estate-parts.ts";
import { PROVED } from "../tilleuls.ts";

const seen = (from: string | null, rows = 3) =>
  store("Sign-ins", { observed: { rows, from, to: from, file: "logs/sign-ins.json" } });

describe("the lifetime of a store", () => {
  it("is its period, and without end when nothing ends the rows", () => {
    expect(lifetimeOf(store("Sign-ins", keptDays(90)))).toBe(90);
    expect(lifetimeOf(store("Sign-ins"))).toBe(Infinity);
  });

  it("is not known where a condition ends the rows, or a purge is switched off", () => {
    const retention = {
      kind: "criterion",
      criterion: "until sent",
      source: "hard-coded",
      proof: PROVED,
    } as const;
    expect(lifetimeOf(store("Queue", { retention }))).toBeNull();
    const off = { ...keptDays(90).purge, enabled: "no" } as const;
    expect(lifetimeOf(store("Sign-ins", { ...keptDays(90), purge: off }))).toBeNull();
  });

  it("is without end where the period is unknown and there is no purge", () => {
    const retention = { kind: "unknown", source: "unknown", proof: PROVED } as const;
    expect(lifetimeOf(store("Sign-ins", { retention }))).toBe(Infinity);
    const purge = { exists: "unknown", enabled: "unknown", scheduled: "unknown", covers: "all" } as const;
    expect(lifetimeOf(store("Sign-ins", { retention, purge }))).toBeNull();
  });

  it("reads as words", () => {
    expect([durationOf(1), durationOf(90), durationOf(Infinity)]).toEqual([
      "for 1 day",
      "for 90 days",
      "without end",
    ]);
  });
});

describe("the age of what was seen", () => {
  it("counts whole days up to the date of judgement", () => {
    expect(observedDays(seen("2026-08-02T23:59:00"), "2026-09-01")).toBe(30);
  });

  it("is unknown without rows, without a date, and with one nobody can read", () => {
    expect(observedDays(store("Sign-ins"), "2026-09-01")).toBeNull();
    expect(observedDays(seen("2026-08-02", 0), "2026-09-01")).toBeNull();
    expect(observedDays(seen(null), "2026-09-01")).toBeNull();
    expect(observedDays(seen("0000-99-99"), "2026-09-01")).toBeNull();
  });

  it("is never below zero for rows from after that date", () => {
    expect(observedDays(seen("2026-10-01"), "2026-09-01")).toBe(0);
  });
});
