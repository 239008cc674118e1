import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceText } from "../../../analyzer/source/text.ts";
import { parseSuppression, suppressionsIn } from "../../../rules/engine/suppression-comment.ts";

const REASON = "Values come only from the payroll feed, which validates them.";

describe("a suppression comment", () => {
  it.each([
    `<!-- art30-ignore storage/opaque-field: ${REASON} until=2027-03-31 -->`,
    `// art30-ignore storage/opaque-field: ${REASON} until=2027-03-31`,
    `# art30-ignore storage/opaque-field: ${REASON} until=2027-03-31`,
    `/* art30-ignore storage/opaque-field: ${REASON}\n   until=2027-03-31 */`,
    ` art30-ignore storage/opaque-field: ${REASON} until=2027-03-31 `,
  ])("is read with its delimiters or without: %s", (text) => {
    expect(parseSuppression(text)).toEqual({
      rule: "storage/opaque-field",
      reason: REASON,
      until: "2027-03-31",
      scope: "next",
    });
  });

  it("covers the file in its -file form", () => {
    expect(parseSuppression(`art30-ignore-file flow/weak-tls: ${REASON}`)).toMatchObject({
      scope: "file",
      until: null,
    });
  });

  it("keeps colons of the reason", () => {
    expect(
      parseSuppression("art30-ignore flow/weak-tls: agreed with the works council: see minutes")?.reason,
    ).toBe("agreed with the works council: see minutes");
  });

  it.each([
    ["art30-ignore storage/opaque-field", "storage/opaque-field", null],
    ["art30-ignore storage/opaque-field:", "storage/opaque-field", null],
    ["art30-ignore storage/a, storage/b: two at once", "storage/a, storage/b", "two at once"],
    ["art30-ignore", "", null],
  ])("is still one when it is broken: %s", (text, rule, reason) => {
    expect(parseSuppression(text)).toMatchObject({ rule, reason });
  });

  it.each(["art30-ignored", "see art30-ignore storage/opaque-field: above", "", "art30"])(
    "is none: %j",
    (text) => {
      expect(parseSuppression(text)).toBeNull();
    },
  );

  it("never throws, whatever the comment holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const parsed = parseSuppression(`art30-ignore ${text}`);
        expect(parsed?.scope).toBe("next");
      }),
    );
  });
});

describe("the suppressions of a file", () => {
  const XML = `<fields>
  <!-- art30-ignore storage/opaque-field: ${REASON} -->
  <field id="payroll_blob"/>
</fields>`;

  it("are found with file, line and range", () => {
    expect(suppressionsIn(new SourceText("hr/datamodel.xml", XML))).toMatchObject([
      {
        file: "hr/datamodel.xml",
        line: 2,
        rule: "storage/opaque-field",
        location: { column: 3, endLine: 2 },
      },
    ]);
    const [found] = suppressionsIn(new SourceText("hr/datamodel.xml", XML));
    expect(found?.location.endColumn).toBe((XML.split("\n")[1] as string).length + 1);
  });

  it("end with their line in PHP and YAML", () => {
    const php = `$a = 1; // art30-ignore flow/weak-tls: ${REASON}\n$b = 2;`;
    expect(suppressionsIn(new SourceText("config-itop.php", php))[0]?.reason).toBe(REASON);
  });

  it("run to the end of a file that breaks off", () => {
    expect(
      suppressionsIn(new SourceText("a.xml", `<!-- art30-ignore flow/weak-tls: ${REASON}`)),
    ).toHaveLength(1);
  });

  it("are not looked for in words of text or in formats without comments", () => {
    expect(
      suppressionsIn(new SourceText("a.xml", "<p>write art30-ignore storage/opaque-field: x</p>")),
    ).toEqual([]);
    expect(suppressionsIn(new SourceText("log.csv", `# art30-ignore flow/weak-tls: ${REASON}`))).toEqual([]);
  });
});
