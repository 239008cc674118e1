import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GENERATOR } from "../../analyzer/model/generator.ts";
import { art30 } from "./fake-io.ts";
import { directoryWith, field, hospitalExtension } from "./workspace-fixture.ts";

const HOSPITAL = hospitalExtension(field("payroll_number", "AttributeString"));

describe("the command line", () => {
  it("says its version, the one of the package", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(GENERATOR.version).toBe(version);
    expect(await art30(["--version"], ".")).toEqual({ code: 0, out: `art30 ${version}\n`, err: "" });
  });

  it("lists its commands", async () => {
    const { out } = await art30(["--help"], ".");
    for (const name of [
      "lint",
      "model",
      "map",
      "trace",
      "records",
      "classify",
      "rules",
      "explain",
      "serve",
      "collect",
    ]) {
      expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
    }
  });

  it("suggests the command that was meant", async () => {
    expect(await art30(["lnit"], ".")).toMatchObject({
      code: 2,
      err: 'art30: unknown command "lnit"; did you mean "lint"?\n',
    });
  });

  it("suggests the option that was meant", async () => {
    const { code, err } = await art30(["lint", "--fromat", "json"], ".");
    expect([code, err]).toEqual([2, "art30: unknown option --fromat; did you mean --format?\n"]);
  });

  it("refuses two formats on one stream", async () => {
    const { code, err } = await art30(["lint", "--format", "json", "--format", "sarif"], ".");
    expect([code, err]).toEqual([2, expect.stringContaining("only one format can go to stdout")]);
  });

  it("refuses a day that does not exist", async () => {
    const { err } = await art30(["lint", ".", "--as-of", "2026-02-30"], directoryWith(HOSPITAL));
    expect(err).toContain('--as-of needs a day such as 2026-03-31, not "2026-02-30"');
  });

  it("ends with 2 in a directory without anything to read, and says what it looked for", async () => {
    const { code, err } = await art30(["lint"], directoryWith({ "notes.txt": "nothing here" }));
    expect(code).toBe(2);
    expect(err).toMatch(/nothing to analyse in \.; looked for/);
    expect(err).toMatch(/module\.\*\.php/);
    expect(err).toMatch(/system\.yaml/);
  });

  it("ends with 2 for a path that is not there", async () => {
    expect(await art30(["lint", "nowhere"], directoryWith({}))).toMatchObject({ code: 2 });
  });

  it("ends with 2 for a broken art30.yaml, with path and expectation", async () => {
    const directory = directoryWith({ ...HOSPITAL, "art30.yaml": "rules:\n  preset: severe\n" });
    const { code, err } = await art30(["lint"], directory);
    expect(code).toBe(2);
    expect(err).toContain("art30.yaml:2:3 rules.preset: expected one of minimal, recommended, strict");
  });

  it("ends with 2 for a broken register.yaml, with path and expectation", async () => {
    const directory = directoryWith({ ...HOSPITAL, "register.yaml": "activities: none\n" });
    const { code, err } = await art30(["lint"], directory);
    expect(code).toBe(2);
    expect(err).toMatch(/register\.yaml:1:1 activities: expected/);
  });

  it("writes a configuration that it then accepts", async () => {
    const directory = directoryWith(HOSPITAL);
    expect(await art30(["init"], directory)).toMatchObject({ code: 0 });
    expect(await art30(["check-config"], directory)).toMatchObject({ code: 0, out: "art30.yaml: ok\n" });
    expect(await art30(["init"], directory)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--force"),
    });
  });
});
