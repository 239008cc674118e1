import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatView, parseView, START, type ViewState } from "../../viewer/state/view-state.ts";

const text = fc.string({ maxLength: 12 });
const key = fc.option(fc.string({ minLength: 1, maxLength: 12 }), { nil: null });
const number = fc.integer({ min: -5000, max: 5000 }).map((value) => value / 1000);

const states: fc.Arbitrary<ViewState> = fc.record({
  page: fc.constantFrom("map", "findings", "records"),
  estate: key,
  snapshot: fc.string({ minLength: 1, maxLength: 12 }),
  level: fc.constantFrom("estate", "modules", "entities", "fields"),
  expanded: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 })).map((keys) => keys.sort()),
  category: text,
  party: text,
  kind: text,
  system: text,
  all: fc.boolean(),
  search: text,
  selected: key,
  trace: key,
  way: fc.option(fc.nat(9999), { nil: null }),
  camera: fc.option(fc.record({ x: number, y: number, ratio: number.filter((ratio) => ratio > 0) }), {
    nil: null,
  }),
  view: fc.constantFrom("picture", "table"),
  panel: fc.boolean(),
  severity: fc.constantFrom("error", "warning", "info", ""),
  family: text,
  rule: text,
  path: text,
  suppressed: fc.boolean(),
  group: fc.constantFrom("rule", "element"),
  finding: key,
  record: key,
});

describe("the address of a view", () => {
  it("reads back as the view it was written from", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parseView(formatView(state))).toEqual(state);
      }),
    );
  });

  it("is empty for the start", () => {
    expect(formatView(START)).toBe("");
  });

  it("keeps keys that hold commas and ampersands apart", () => {
    const expanded = ["itop:notification/Roster, weekly", "itop:sync/R&D"];
    expect(parseView(formatView({ ...START, expanded })).expanded).toEqual(expanded);
  });

  it("falls back to the start where a value is unknown or malformed", () => {
    expect(parseView("?page=cellar&level=atoms&camera=1,2&way=-3&severity=fatal&view=film")).toEqual(START);
  });

  it("never takes a camera that shows nothing", () => {
    expect(parseView("?camera=0.5,0.5,0").camera).toBeNull();
    expect(parseView("?camera=0.5,NaN,1").camera).toBeNull();
  });

  it("reads any text without failing", () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(parseView(query).expanded).toBeInstanceOf(Array);
      }),
    );
  });
});
