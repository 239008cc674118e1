import { describe, expect, it } from "vitest";
import { readConfig } from "../../../analyzer/workspace/config.ts";

const read = (text: string) => readConfig(text, "art30.yaml");
const defects = (text: string) =>
  read(text).problems.map(({ path, expected, location }) => `${location.line} ${path}: ${expected}`);

describe("art30.yaml", () => {
  it("may be empty: every key is optional", () => {
    expect(read("")).toEqual({ config: {}, problems: [] });
  });

  it("names the systems of an estate", () => {
    const { config, problems } = read(
      ["estate: Clinique des Tilleuls", "systems:", "  itop:", "    adapter: itop", "    paths: [itop]"].join(
        "\n",
      ),
    );
    expect(problems).toEqual([]);
    expect(config.systems?.["itop"]?.paths).toEqual(["itop"]);
  });

  it("suggests the key that was meant, with its line", () => {
    expect(defects("estate: Tilleuls\ninternalDomain: [tilleuls.example]\n")).toEqual([
      '2 internalDomain: a known key; did you mean "internalDomains"?',
    ]);
  });

  it("lists the values an enumeration has", () => {
    expect(defects("rules:\n  preset: severe\n")).toEqual([
      "2 rules.preset: one of minimal, recommended, strict",
    ]);
  });

  it("says where a value has the wrong type", () => {
    expect(defects("limits:\n  maxFiles: many\n")[0]).toMatch(/^2 limits\.maxFiles: .*integer/);
  });

  it("reports text that is not YAML with its line, and uses none of it", () => {
    const { config, problems } = read("estate: Tilleuls\nsystems: [unclosed\n");
    expect(config).toEqual({});
    expect(problems[0]?.expected).toMatch(/^YAML that parses/);
  });

  it("refuses a list where the file needs keys", () => {
    expect(defects("- itop\n- deskpro\n")[0]).toMatch(/object/);
  });
});
