import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../rules/catalogue.ts";
import { argumentsOf } from "../../rules/engine/message.ts";
import { parseRulePage } from "../../rules/kit/rule-page.ts";
import { pageDefects } from "../../rules/kit/rule-tester.ts";

const RULES = new URL("../../rules/", import.meta.url);
const FAMILIES = ["access", "config", "flow", "model", "records", "retention", "rights", "storage", "vendor"];
/** `Art. 5(1)(c)`: article, then paragraph, then letter, as the Regulation numbers them. */
const ARTICLE = /^Art\. [1-9]\d?(?:\([1-9]\d?\))?(?:\([a-z]\))?$/;
/** The linter states gaps and questions; judging what the law allows is not its office. */
const JUDGING =
  /complian|illegal|unlawful|violat|breach of (?:the )?(?:law|gdpr)|\bfines?\b|\blegal(?:ly)?\b(?! (?:basis|bases))/i;

function page(id: string): string {
  return readFileSync(new URL(`${id}.md`, RULES), "utf8");
}

/** Prose only: examples may quote what others say. */
function prose(markdown: string): string {
  return markdown.replace(/^(```+)[^]*?^\1$/gm, "").replace(/`[^`]*`/g, "");
}

describe("the catalogue", () => {
  it("is in order of the ids, each once", () => {
    const ids = CATALOGUE.map(({ meta }) => meta.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("has every rule page that lies in the folders, and no page lacks its rule", () => {
    const pages = FAMILIES.filter((family) => readdirSync(RULES).includes(family)).flatMap((family) =>
      readdirSync(fileURLToPath(new URL(family, RULES)))
        .filter((name) => name.endsWith(".md"))
        .map((name) => `${family}/${name.slice(0, -3)}`),
    );
    expect(CATALOGUE.map(({ meta }) => meta.id)).toEqual(pages.sort());
  });
});

describe.each(CATALOGUE.map((rule) => [rule.meta.id, rule] as const))("%s", (id, rule) => {
  const { meta } = rule;

  it("has an id of its family and a title without a full stop", () => {
    expect(id).toMatch(new RegExp(`^${meta.family}/[a-z]+(-[a-z]+)*$`));
    expect(meta.title).toMatch(/^[A-Z].*[^.]$/);
  });

  it("never becomes milder in a stricter preset", () => {
    const steps = ["off", "info", "warning", "error"];
    const { minimal, recommended, strict } = meta.severity;
    const order = [minimal, recommended, strict].map((severity) => steps.indexOf(severity));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("names articles in the Regulation's own numbering", () => {
    expect(meta.articles).not.toEqual([]);
    expect(meta.articles.filter((article) => !ARTICLE.test(article))).toEqual([]);
  });

  it("says what, why and what to do in every variant, with places the formatter can fill", () => {
    for (const message of Object.values(meta.messages)) {
      for (const part of [message.what, message.why, message.fix]) {
        expect(part.trim()).not.toBe("");
        expect(part.replace(/\{[A-Za-z]+\}/g, "")).not.toMatch(/[{}]/);
      }
      expect(message.why + message.fix).toMatch(/\.$/);
      expect(argumentsOf(message).every((name) => /^[a-z]/.test(name))).toBe(true);
    }
  });

  it("has a page that fits it", () => {
    expect(pageDefects(rule, parseRulePage(page(id)))).toEqual([]);
  });

  it("documents its options, and only those", () => {
    const options = /^## Options$([^]*?)^## /m.exec(page(id))?.[1] ?? "";
    const documented = [...options.matchAll(/^- `(\w+)`/gm)].map((match) => match[1]);
    expect(documented.sort()).toEqual(Object.keys(meta.options ?? {}).sort());
  });

  it("judges data, not people or their lawfulness", () => {
    const texts = [
      meta.title,
      ...Object.values(meta.messages).flatMap(({ what, why, fix }) => [what, why, fix]),
    ];
    expect([...texts, prose(page(id))].filter((text) => JUDGING.test(text))).toEqual([]);
  });
});
