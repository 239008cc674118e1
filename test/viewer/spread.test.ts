import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBetween, spread } from "../../viewer/graph/spread.ts";

const wishes = fc
  .array(fc.integer({ min: 0, max: 500 }), { maxLength: 12 })
  .map((each) => each.sort((a, b) => a - b));

describe("spreading along a line", () => {
  it("keeps the order and the pitch", () => {
    fc.assert(
      fc.property(wishes, (wished) => {
        const offsets = spread(wished, 30, 500);
        expect(offsets).toHaveLength(wished.length);
        offsets
          .slice(1)
          .forEach((offset, index) => expect(offset - (offsets[index] ?? 0)).toBeGreaterThan(29.999));
      }),
    );
  });

  it("stays within the room as long as all fit", () => {
    fc.assert(
      fc.property(wishes, (wished) => {
        for (const offset of spread(wished, 30, 500)) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(500.001);
        }
      }),
    );
  });

  it("gives each its wish when they are far enough apart", () => {
    expect(spread([10, 50, 90], 30, 100)).toEqual([10, 50, 90]);
  });

  it("shares the distance when two wish for the same place", () => {
    expect(spread([50, 50], 30, 100)).toEqual([35, 65]);
  });
});

describe("fitting between what stands", () => {
  it("never comes nearer than the pitch to anything", () => {
    fc.assert(
      fc.property(wishes, (wished) => {
        const standing = [0, 60, 200];
        const all = [...standing, ...fitBetween(standing, wished, 30)].sort((a, b) => a - b);
        all.slice(1).forEach((offset, index) => expect(offset - (all[index] ?? 0)).toBeGreaterThan(29.999));
      }),
    );
  });

  it("takes the free place nearest to the wish", () => {
    expect(fitBetween([100], [105], 30)).toEqual([130]);
  });
});
