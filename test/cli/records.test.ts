import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { art30 } from "./fake-io.ts";
import { directoryWith, field, hospitalExtension } from "./workspace-fixture.ts";

const HOSPITAL = hospitalExtension(field("payroll_number", "AttributeString"));

describe("art30 records", () => {
  it("drafts a register that it then accepts", async () => {
    const directory = directoryWith(HOSPITAL);
    expect(await art30(["records", "init"], directory)).toMatchObject({ code: 0 });
    expect(await art30(["check-config"], directory)).toMatchObject({ code: 0, out: "register.yaml: ok\n" });
  });

  it("does not overwrite a register", async () => {
    const directory = directoryWith({ ...HOSPITAL, "register.yaml": "" });
    expect(await art30(["records", "init"], directory)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--force"),
    });
  });

  it("ends with 1 while something the law asks for is not declared", async () => {
    const { code, out } = await art30(["records", "check"], directoryWith(HOSPITAL));
    expect(code).toBe(1);
    expect(out).toMatch(/Art\. 30\(1\)\(b\)/);
    expect(out).toMatch(/\d+ of \d+ Article 30 items are filled/);
  });

  it("writes the register as JSON, page and workbook, the same bytes each time", async () => {
    const directory = directoryWith(HOSPITAL);
    const formats = ["--format", "json=r.json", "--format", "html=r.html", "--format", "xlsx=r.xlsx"];
    await art30(["records", "export", ...formats], directory);
    const first = ["r.json", "r.html", "r.xlsx"].map((name) => readFileSync(join(directory, name)));
    await art30(["records", "export", ...formats], directory);
    const second = ["r.json", "r.html", "r.xlsx"].map((name) => readFileSync(join(directory, name)));
    expect(second).toEqual(first);
    expect(JSON.parse(String(first[0]))).toMatchObject({ format: "art30.register/1" });
    expect(String(first[1])).toMatch(/^<!doctype html>/i);
    expect(first[2]?.subarray(0, 2).toString()).toBe("PK");
  });

  it("does not pour a workbook into a terminal", async () => {
    const { code, err } = await art30(["records", "export", "--format", "xlsx"], directoryWith(HOSPITAL));
    expect([code, err]).toEqual([2, expect.stringContaining("give it a file")]);
  });
});
