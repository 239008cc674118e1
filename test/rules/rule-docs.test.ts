import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyseFiles } from "../../analyzer/workspace/analyse.ts";
import { CATALOGUE } from "../../rules/catalogue.ts";
import { parseRulePage } from "../../rules/kit/rule-page.ts";
import { runExample } from "../../rules/kit/rule-tester.ts";

describe.each(CATALOGUE.map((rule) => [rule.meta.id, rule] as const))("%s", (id, rule) => {
  const markdown = readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), "utf8");
  const { firesOn, silentOn } = parseRulePage(markdown);

  it.each(firesOn.map((example) => [example.title, example] as const))("fires on: %s", async (_, example) => {
    const { actual, expected } = await runExample(rule, example, CATALOGUE, (files) => analyseFiles(files));
    expect(actual).toEqual(expected);
  });

  it.each(silentOn.map((example) => [example.title, example] as const))(
    "is silent on: %s",
    async (_, example) => {
      const { actual, expected } = await runExample(rule, example, CATALOGUE, (files) => analyseFiles(files));
      expect(actual).toEqual(expected);
    },
  );
});
