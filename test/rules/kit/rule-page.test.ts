import { describe, expect, it } from "vitest";
import { parseRulePage } from "../../../rules/kit/rule-page.ts";

const PAGE = `# Mapping open to data nobody listed

A source delivers whatever it has.

Nobody decided that it is needed.

## Detects

Wildcards.

\`\`\`xml
<not-an-example/>
\`\`\`

## Fires on

### A directory delivers every attribute

Two files of one source.

\`\`\`xml file=collectors/directory.xml
<source columns="*"/>
\`\`\`

\`\`\`json file=collectors/params.json
{ "a": 1 }
\`\`\`

\`\`\`json options
{ "onlyActive": false }
\`\`\`

\`\`\`expect
itop:sync/Staff directory
itop:sync/Staff directory [others]
\`\`\`

## Silent on

### Every column is named

\`\`\`xml file=collectors/directory.xml
<source columns="name,mail"/>
\`\`\`

### No source was given

\`\`\`csv file=people.csv
name
\`\`\`

\`\`\`expect
not run
\`\`\`

## Options

None.

## False positives

None.

## References

- Article 5(1)(c)
`;

describe("a rule's page", () => {
  const page = parseRulePage(PAGE);

  it("begins with its title and says what and why", () => {
    expect(page).toMatchObject({
      title: "Mapping open to data nobody listed",
      what: "A source delivers whatever it has.",
      why: "Nobody decided that it is needed.",
      defects: [],
    });
  });

  it("shows what the rule fires on, with files, options and findings", () => {
    expect(page.firesOn).toEqual([
      {
        title: "A directory delivers every attribute",
        line: 17,
        files: {
          "collectors/directory.xml": '<source columns="*"/>\n',
          "collectors/params.json": '{ "a": 1 }\n',
        },
        options: { onlyActive: false },
        expected: [
          { path: "itop:sync/Staff directory", messageId: "found" },
          { path: "itop:sync/Staff directory", messageId: "others" },
        ],
        notRun: false,
      },
    ]);
  });

  it("shows what the rule is silent on, and where it does not run", () => {
    expect(page.silentOn.map(({ title, notRun }) => [title, notRun])).toEqual([
      ["Every column is named", false],
      ["No source was given", true],
    ]);
  });

  it("may hold fences inside longer fences", () => {
    const nested = PAGE.replace(
      "```csv file=people.csv\nname\n```",
      "````md file=notes.md\n```\ncode\n```\n````",
    );
    expect(parseRulePage(nested).silentOn[1]?.files).toEqual({ "notes.md": "```\ncode\n```\n" });
  });

  it.each([
    ["an example without a file", PAGE.replace(/```csv[^]*?```/, ""), '"No source was given" has no file'],
    [
      "nothing expected under Fires on",
      PAGE.replace(/```expect[^]*?```/, ""),
      "expects findings where its section",
    ],
    [
      "findings under Silent on",
      PAGE.replace("not run", "itop:Person"),
      "expects findings where its section",
    ],
    ["no second paragraph", PAGE.replace("Nobody decided that it is needed.", ""), "two paragraphs"],
    [
      "a missing section",
      PAGE.replace("## Options\n\nNone.\n", ""),
      "the sections are not Detects, Fires on",
    ],
    ["no title", PAGE.replace("# Mapping open to data nobody listed", ""), "the title is missing"],
    [
      "a block left open",
      PAGE.replace("name\n```\n\n```expect\nnot run\n```", "name"),
      "the block is not closed",
    ],
    [
      "options that are no JSON",
      PAGE.replace('{ "onlyActive": false }', "onlyActive"),
      "the options are no JSON",
    ],
    ["one file twice", PAGE.replace("params.json", "directory.xml"), "comes twice"],
  ])("is defective with %s", (_, text, defect) => {
    expect(parseRulePage(text).defects.join("\n")).toContain(defect);
  });

  it("never throws, not even on nothing", () => {
    expect(parseRulePage("").defects).not.toEqual([]);
  });
});
