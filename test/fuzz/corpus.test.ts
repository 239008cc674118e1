import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ArtefactKind } from "../../analyzer/systems/itop/accepts.ts";
import { Cases } from "./case.ts";
import { MAX_BYTES, SEEDS } from "./corpus.ts";
import { analyseAll, readOne } from "./try-file.ts";

const { estate } = new Cases(join(import.meta.dirname, "../.."));

/** Kind of the sample's files, by their end; the first that fits counts. */
const SAMPLE: readonly (readonly [ending: string, kind: string])[] = [
  ["Collector.json", "collector-definition"],
  ["Collector.class.inc.php", "php-file"],
  ["params.local.xml", "collector-parameters"],
  ["AuditCategory.xml", "xml-export"],
  ["AuditRule.xml", "xml-export"],
  [".csv", "csv-export"],
  [".log", "log-file"],
  [".log.gz", "log-file"],
  ["art30.yaml", "config"],
  ["register.yaml", "register"],
  [".json", "rest-export"],
  [".xml", "datamodel-file"],
  ["config-itop.php", "config-file"],
  [".dict.tilleuls-hr.php", "dictionary-file"],
  [".dict.tilleuls-care.php", "dictionary-file"],
  [".php", "module-file"],
];

/** A kind that a reader is added for must be added here, and to the corpus. */
const KINDS: Readonly<Record<ArtefactKind, true>> = {
  "module-file": true,
  "datamodel-file": true,
  "installation-file": true,
  "extension-file": true,
  "dictionary-file": true,
  "config-file": true,
  "php-file": true,
  "rest-export": true,
  "csv-export": true,
  "xml-export": true,
  "html-export": true,
  "xlsx-export": true,
  "sql-export": true,
  "mysql-xml-export": true,
  "mysql-batch-export": true,
  "import-file": true,
  "synchro-run": true,
  "sent-mail": true,
  "log-file": true,
  "collector-parameters": true,
  "collector-definition": true,
};

/** Texts that are no input files of a system: OQL and templates stand inside of others. */
const NO_INPUT = /\.oql$|^template\.txt$|^(?:art30|register|decisions)\.yaml$/;

describe("the undamaged files of the corpus", () => {
  it.each(Object.entries(estate))("are read, and by the right reader: %s", async (path, bytes) => {
    const expected = SEEDS[path]?.reads ?? SAMPLE.find(([ending]) => path.endsWith(ending))?.[1];
    const { kind, fragments, problems } = await readOne(path, Buffer.from(bytes));
    expect(kind).toBe(expected);
    // The longest log of the sample is cut.
    if (bytes.length < MAX_BYTES) expect(problems).toEqual([]);
    if (!NO_INPUT.test(path)) expect(fragments).not.toEqual([]);
  });

  it("are all input of the whole analysis", async () => {
    const { snapshot } = await analyseAll(estate);
    const read = new Map(snapshot.estate.inputs.map(({ file, readAs }) => [file, readAs]));
    for (const path of Object.keys(estate).filter((each) => !NO_INPUT.test(each)))
      expect(read.get(path), path).not.toBeNull();
  });

  it("hold one of every kind an adapter reads", () => {
    const held = new Set([
      ...Object.values(SEEDS).map(({ reads }) => reads),
      ...SAMPLE.map(([, kind]) => kind),
    ]);
    expect(Object.keys(KINDS).filter((kind) => !held.has(kind))).toEqual([]);
  });
});
