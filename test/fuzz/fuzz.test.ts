import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Cases } from "./case.ts";
import { analyseAll, readOne } from "./try-file.ts";

const cases = new Cases(join(import.meta.dirname, "../.."));

describe("damaged files", () => {
  it("are read without a crash, whatever the damage", async () => {
    for (let seed = 1; seed <= 120; seed++) {
      const { path, bytes } = cases.of(seed);
      await expect(readOne(path, bytes), `case ${seed}, ${path}`).resolves.toBeDefined();
    }
  });

  it("do not keep the rest of the estate from being analysed", async () => {
    for (let seed = 1_001; seed <= 1_005; seed++) {
      const damaged = cases.of(seed);
      await expect(
        analyseAll(cases.estateOf(damaged)),
        `case ${seed}, ${damaged.path}`,
      ).resolves.toBeDefined();
    }
  });

  it("are the same again for the same number", () => {
    expect(cases.of(7)).toEqual(cases.of(7));
  });
});
