import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changes } from "../../cli/changes.ts";
import { processIo, type Io } from "../../cli/io.ts";
import { run } from "../../cli/run.ts";
import { directoryWith, field, hospitalExtension } from "./workspace-fixture.ts";

const HOSPITAL = hospitalExtension(field("payroll_number", "AttributeString"));
const CONFIG = "estate: Groupe hospitalier Les Tilleuls\n";

/** A user who makes changes one after the other and then stops. */
function user(directory: string, changes: readonly (() => void)[]): { io: Io; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    ...processIo(),
    cwd: directory,
    env: {},
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    outIsTerminal: false,
    today: () => "2026-11-24",
    async *changes() {
      for (const change of changes) yield change();
    },
  };
  return { io, out, err };
}

const WATCH = ["lint", "--watch", "--quiet", "--format", "compact"];

describe("lint --watch", () => {
  it("lints again after a change", async () => {
    const directory = directoryWith({ ...HOSPITAL, "art30.yaml": CONFIG });
    const renamed = hospitalExtension(field("ward_notes", "AttributeText"));
    const file = "extensions/tilleuls-hr/datamodel.tilleuls-hr.xml";
    const { io, out } = user(directory, [
      () => writeFileSync(join(directory, file), renamed[file] as string),
    ]);
    await run(WATCH, io);
    expect(out.map((text) => [text.includes("payroll_number"), text.includes("ward_notes")])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("waits for the next change when the configuration is half written", async () => {
    const directory = directoryWith({ ...HOSPITAL, "art30.yaml": CONFIG });
    const write = (text: string) => () => writeFileSync(join(directory, "art30.yaml"), text);
    const { io, out, err } = user(directory, [write("estate: [\n"), write(CONFIG)]);
    await run(WATCH, io);
    expect([out.length, err.length]).toEqual([2, 1]);
    expect(err[0]).toContain("art30.yaml:");
  });

  it("refuses to write the baseline again and again", async () => {
    const { io, err } = user(directoryWith(HOSPITAL), []);
    expect(await run([...WATCH, "--write-baseline"], io)).toBe(2);
    expect(err.join("")).toContain("baseline");
  });

  it("beats once for a burst of writes to a real directory", async () => {
    const directory = directoryWith(HOSPITAL);
    const beats = changes(directory)[Symbol.asyncIterator]();
    const first = beats.next();
    for (const text of ["a", "ab", "abc"]) writeFileSync(join(directory, "art30.yaml"), `estate: ${text}\n`);
    expect((await first).done).toBe(false);
    await beats.return(undefined);
  });
});
