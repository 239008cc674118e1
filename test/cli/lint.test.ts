import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { art30 } from "./fake-io.ts";
import { directoryWith, field, hospitalExtension } from "./workspace-fixture.ts";

const FAULTY = hospitalExtension(field("locker_secret", "AttributePassword"));
const ONLY = ["--only", "storage/secret-in-clear"];

interface FindingsJson {
  readonly summary: { readonly error: number; readonly suppressed: number };
  readonly findings: readonly {
    readonly rule: string;
    readonly path: string;
    readonly file: string;
    readonly line: number;
    readonly fingerprint: string;
  }[];
  readonly coverage: { readonly files: number; readonly read: number };
  readonly problems: readonly { readonly kind: string }[];
}

async function lintJson(directory: string, ...args: string[]): Promise<FindingsJson & { code: number }> {
  const { out, code } = await art30(["lint", "--format", "json", ...args], directory);
  return { ...(JSON.parse(out) as FindingsJson), code };
}

describe("art30 lint", () => {
  it("ends with 1 when an error is found and names file and line", async () => {
    const { code, findings } = await lintJson(directoryWith(FAULTY), ...ONLY);
    expect(code).toBe(1);
    expect(findings.find(({ path }) => path === "itop:Person.locker_secret")).toMatchObject({
      rule: "storage/secret-in-clear",
      file: "extensions/tilleuls-hr/datamodel.tilleuls-hr.xml",
      line: 6,
    });
  });

  it("says that the catalogue stands in where only an extension is given", async () => {
    const { problems } = await lintJson(directoryWith(FAULTY), ...ONLY);
    expect(problems.map(({ kind }) => kind)).toContain("catalogue");
  });

  it("gives the same bytes for the same input", async () => {
    const directory = directoryWith(FAULTY);
    const first = await art30(["lint", "--format", "json"], directory);
    const second = await art30(["lint", "--format", "json"], directory);
    expect(second.out).toBe(first.out);
  });

  it("frames the lines of the definition for people", async () => {
    const { out } = await art30(["lint", ...ONLY], directoryWith(FAULTY));
    expect(out).toContain('<field id="locker_secret" xsi:type="AttributePassword"');
    expect(out).toContain("storage/secret-in-clear");
  });

  it("writes annotations for a pull request", async () => {
    const { out } = await art30(["lint", "--format", "github", ...ONLY], directoryWith(FAULTY));
    expect(out).toMatch(/^::error file=extensions\/tilleuls-hr\/datamodel\.tilleuls-hr\.xml,line=6/m);
  });

  it("writes several formats in one run", async () => {
    const directory = directoryWith(FAULTY);
    await art30(["lint", "--format", "compact", "--format", "sarif=out.sarif", ...ONLY], directory);
    const sarif = JSON.parse(readFileSync(join(directory, "out.sarif"), "utf8")) as { version: string };
    expect(sarif.version).toBe("2.1.0");
  });

  it("is silent about a baseline's findings and loud about new ones", async () => {
    const directory = directoryWith(FAULTY);
    await art30(["lint", "--write-baseline"], directory);
    expect((await lintJson(directory)).code).toBe(0);
    const more = directoryWith({
      ...hospitalExtension(
        [field("locker_secret", "AttributePassword"), field("door_secret", "AttributePassword")].join("\n"),
      ),
      "art30-baseline.json": readFileSync(join(directory, "art30-baseline.json"), "utf8"),
    });
    expect((await lintJson(more)).code).toBe(1);
  });

  it("suggests the rule that was meant", async () => {
    const { code, err } = await art30(["lint", "--only", "storage/secret-in-claer"], directoryWith(FAULTY));
    expect([code, err]).toEqual([2, expect.stringContaining("did you mean storage/secret-in-clear?")]);
  });

  it("fails on warnings only when it is told to", async () => {
    const directory = directoryWith(hospitalExtension(field("nickname", "AttributeString")));
    expect((await lintJson(directory, "--only", "storage")).code).toBe(0);
    expect((await lintJson(directory, "--only", "storage", "--fail-on", "info")).code).toBe(1);
  });
});
