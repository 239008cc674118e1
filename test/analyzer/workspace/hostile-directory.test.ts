import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse } from "../../../analyzer/workspace/analyse.ts";
import { diskReader, memoryReader, Unreadable, type FileReader } from "../../../analyzer/workspace/reader.ts";
import { directoryWith, field, hospitalExtension } from "../../cli/workspace-fixture.ts";

const HOSPITAL = hospitalExtension(field("payroll_number", "AttributeString"));
const MODEL = "extensions/tilleuls-hr/datamodel.tilleuls-hr.xml";

const filesRead = async (reader: FileReader) => {
  const { snapshot } = await analyse({ reader, config: {}, asOf: "2026-11-24" });
  return snapshot.estate;
};

/** A reader for which one path is refused, as a missing permission does it. */
function refusing(path: string): FileReader {
  const reader = memoryReader(HOSPITAL);
  const refuse = (asked: string): void => {
    if (asked === path) throw new Unreadable(path, "EACCES");
  };
  return {
    ...reader,
    entries: (folder) => (refuse(folder), reader.entries(folder)),
    bytes: (file) => (refuse(file), reader.bytes(file)),
    head: (file, length) => (refuse(file), reader.head(file, length)),
  };
}

describe("a directory that resists", () => {
  it("is read once, however its links point at each other", async () => {
    const directory = directoryWith(HOSPITAL);
    for (const side of ["left", "right"]) mkdirSync(join(directory, side));
    for (const number of [1, 2, 3]) {
      symlinkSync("../right", join(directory, "left", `link${number}`));
      symlinkSync("../left", join(directory, "right", `link${number}`));
    }
    symlinkSync(".", join(directory, "extensions", "again"));
    const { inputs } = await filesRead(diskReader(directory));
    expect(inputs.map(({ file }) => file)).toEqual([MODEL, "extensions/tilleuls-hr/module.tilleuls-hr.php"]);
  });

  it("follows a link to sources kept elsewhere", async () => {
    const sources = directoryWith(HOSPITAL);
    const directory = directoryWith({ "readme.txt": "linked" });
    symlinkSync(join(sources, "extensions"), join(directory, "extensions"));
    expect((await filesRead(diskReader(directory))).inputs.map(({ file }) => file)).toContain(MODEL);
  });

  it("names a file it may not read, and reads the rest", async () => {
    const { problems, inputs } = await filesRead(refusing(MODEL));
    expect(problems.find(({ kind }) => kind === "unreadable")?.location.file).toBe(MODEL);
    expect(inputs.map(({ file }) => file)).toContain("extensions/tilleuls-hr/module.tilleuls-hr.php");
  });

  it("names a folder it may not open", async () => {
    const { problems } = await filesRead(refusing("extensions/tilleuls-hr"));
    expect(problems.find(({ kind }) => kind === "unreadable")?.location.file).toBe("extensions/tilleuls-hr");
  });

  it("gives a single file's size without reading it", async () => {
    const { "extensions/tilleuls-hr/datamodel.tilleuls-hr.xml": text = "" } = HOSPITAL;
    const reader = memoryReader({ "big.xml": text });
    const config = { systems: { itop: { paths: ["big.xml"] } }, limits: { maxFileBytes: 1 } };
    const bytes = (): Uint8Array => {
      throw new Error("the whole file was read");
    };
    const analysis = await analyse({ reader: { ...reader, bytes }, config, asOf: "2026-11-24" });
    expect(analysis.snapshot.estate.problems.map(({ kind }) => kind)).toContain("limit");
  });
});
