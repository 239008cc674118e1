import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse } from "../../../analyzer/workspace/analyse.ts";
import { diskReader, type FileReader } from "../../../analyzer/workspace/reader.ts";
import { Readings } from "../../../analyzer/workspace/readings.ts";
import { directoryWith, field, hospitalExtension } from "../../cli/workspace-fixture.ts";

const DELTA = "extensions/tilleuls-hr/datamodel.tilleuls-hr.xml";
const MODULE = "extensions/tilleuls-hr/module.tilleuls-hr.php";
const hospital = (fields: string): Readonly<Record<string, string>> => hospitalExtension(fields);
const PAYROLL = hospital(field("payroll_number", "AttributeString"));

/** A reader that notes which files were opened whole. */
function watched(directory: string): { reader: FileReader; opened: string[] } {
  const disk = diskReader(directory);
  const opened: string[] = [];
  const bytes = (path: string): Uint8Array => {
    opened.push(path);
    return disk.bytes(path);
  };
  return { reader: { ...disk, bytes }, opened };
}

const fieldsOf = async (reader: FileReader, readings: Readings, config = {}): Promise<readonly string[]> => {
  const { snapshot } = await analyse({ reader, config, asOf: "2026-11-24", readings });
  const person = snapshot.estate.systems[0]?.entities.find(({ name }) => name === "Person");
  return (person?.fields ?? []).map(({ name }) => name);
};

describe("readings kept between two analyses", () => {
  it("spare every file that stayed as it was", async () => {
    const { reader, opened } = watched(directoryWith(PAYROLL));
    const readings = new Readings();
    const first = await fieldsOf(reader, readings);
    opened.length = 0;
    expect(await fieldsOf(reader, readings)).toEqual(first);
    expect(opened).toEqual([]);
  });

  it("read only the file that was written since", async () => {
    const directory = directoryWith(PAYROLL);
    const { reader, opened } = watched(directory);
    const readings = new Readings();
    await fieldsOf(reader, readings);
    opened.length = 0;
    writeFileSync(join(directory, DELTA), hospital(field("ward", "AttributeString"))[DELTA] as string);
    const fields = await fieldsOf(reader, readings);
    expect(opened).toEqual([DELTA]);
    expect([fields.includes("ward"), fields.includes("payroll_number")]).toEqual([true, false]);
  });

  it("notice a change that keeps the length and sets the old date", async () => {
    const directory = directoryWith(PAYROLL);
    const { reader } = watched(directory);
    const readings = new Readings();
    const past = new Date("2026-01-01T00:00:00Z");
    utimesSync(join(directory, DELTA), past, past);
    await fieldsOf(reader, readings);
    const changed = hospital(field("payroll_letter", "AttributeString"))[DELTA] as string;
    writeFileSync(join(directory, DELTA), changed);
    utimesSync(join(directory, DELTA), past, past);
    expect(await fieldsOf(reader, readings)).toContain("payroll_letter");
  });

  it("bring back the problems of a file that was not read again", async () => {
    const latin = Buffer.from(
      (PAYROLL[DELTA] as string).replace("<classes>", "<!-- Gr\u00f6\u00dfe --><classes>"),
      "latin1",
    );
    const { reader } = watched(directoryWith({ ...PAYROLL, [DELTA]: latin }));
    const readings = new Readings();
    const problems = async (): Promise<readonly string[]> =>
      (await analyse({ reader, config: {}, asOf: "2026-11-24", readings })).snapshot.estate.problems.map(
        ({ kind }) => kind,
      );
    const first = await problems();
    expect(first).toContain("encoding");
    expect(await problems()).toEqual(first);
  });

  it("forget a file that is gone", async () => {
    const directory = directoryWith(PAYROLL);
    const { reader, opened } = watched(directory);
    const readings = new Readings();
    await fieldsOf(reader, readings);
    await fieldsOf(reader, readings, { ignore: ["extensions/tilleuls-hr"] });
    opened.length = 0;
    await fieldsOf(reader, readings);
    expect(opened.sort()).toEqual([DELTA, MODULE]);
  });

  it("do not stand under other limits", async () => {
    const { reader } = watched(directoryWith(PAYROLL));
    const readings = new Readings();
    expect(await fieldsOf(reader, readings)).toContain("payroll_number");
    expect(await fieldsOf(reader, readings, { limits: { maxFileBytes: 100 } })).not.toContain(
      "payroll_number",
    );
  });
});
