import { describe, expect, it } from "vitest";
import { art30 } from "./fake-io.ts";
import { directoryWith } from "./workspace-fixture.ts";

const lines = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("art30 classify", () => {
  it("adds a verdict with evidence to each line and keeps what else it holds", async () => {
    const input = `${JSON.stringify({ id: 7, class: "Employee", field: "date_of_birth" })}\n`;
    const { out, code } = await art30(["classify", "fields", "-"], ".", input);
    expect(code).toBe(0);
    expect(lines(out)[0]).toMatchObject({
      id: 7,
      field: "date_of_birth",
      personal: "yes",
      category: "birth-date",
    });
    expect(lines(out)[0]?.["evidence"]).not.toEqual([]);
  });

  it("reads CSV with the same headings", async () => {
    const directory = directoryWith({ "fields.csv": "class,field\nServer,name\nPatient,email\n" });
    const { out } = await art30(["classify", "fields", "fields.csv"], directory);
    expect(lines(out).map(({ field, personal }) => [field, personal])).toEqual([
      ["name", "no"],
      ["email", "yes"],
    ]);
  });

  it("finds personal spans in texts", async () => {
    const text = "Please write to claire.delorme@tilleuls.example";
    const { out } = await art30(["classify", "text", "-"], ".", `${JSON.stringify({ text })}\n`);
    const spans = (lines(out)[0]?.["spans"] ?? []) as { start: number; end: number }[];
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      "claire.delorme@tilleuls.example",
    ]);
  });

  it("names the line it cannot read and goes on", async () => {
    const { out, err, code } = await art30(["classify", "fields", "-"], ".", '{"field":"email"}\nnonsense\n');
    expect(code).toBe(1);
    expect(err).toContain("-:2: expected one JSON object on the line");
    expect(lines(out)).toHaveLength(1);
  });

  it("says what it needs", async () => {
    expect(await art30(["classify", "columns", "x.jsonl"], ".")).toMatchObject({ code: 2 });
  });
});
