import { expect, it } from "vitest";
import { readItop } from "../../../../analyzer/systems/itop/read.ts";
import { installedGrammars } from "../../../php-fixture.ts";
import { fileOf } from "./exports/source-files.ts";

it("PHP that costs too much to parse is tried once, for all that read it", async () => {
  const code = `<?php class Ward extends cmdbAbstractObject { function Init() { MetaModel::Init_Params(array()); mail(${"{ - ".repeat(2_000)} } }`;
  let looks = 0;
  const clock = { ...installedGrammars, spent: () => (looks += 2) };
  const { fragments, problems } = await readItop(fileOf("src/ward.php", code), "php-file", {
    ...clock,
    text: () => Promise.reject(new Error("not needed")),
    list: () => Promise.resolve([]),
  });
  expect(fragments.map(({ kind }) => kind)).not.toContain("code");
  expect(problems).toMatchObject([{ kind: "limit", location: { line: 1 } }]);
  // The beginning, and the look that is too late.
  expect(looks).toBeLessThanOrEqual(6);
});
