import { describe, expect, it } from "vitest";
import type { Movement } from "../../../../analyzer/model/movement.ts";
import type { Problem } from "../../../../analyzer/model/problem.ts";
import { acceptsItop } from "../../../../analyzer/systems/itop/accepts.ts";
import { dataOf } from "../../../../analyzer/systems/itop/fragments.ts";
import { readImportFile } from "../../../../analyzer/systems/itop/synchro/import-file.ts";
import { readImportRun } from "../../../../analyzer/systems/itop/synchro/import-run.ts";
import { analyseFiles } from "../../../../analyzer/workspace/analyse.ts";
import { asReply } from "./clinic-dump.ts";
import { streamed } from "./streamed-file.ts";

function run(
  source: number,
  synchronize: 0 | 1,
  columns = "primary_key, email, phone",
  simulate = 0,
): string {
  const lines = [
    "# Import phase",
    "0: Update entry, reconciliation: '`primary_key` = 'ingrid.haugland''",
    `#Data Source: ${source}`,
    `#Synchronize: ${synchronize}`,
    "#Class: Person",
    "#Data Lines: 31",
    `#Columns: ${columns}`,
    `#Simulate: ${simulate}`,
    "#Change tracking comment: for Ingrid Haugland",
    "#Objects created: 20 (0 warnings)",
  ];
  return `${lines.join("<br/>\n  ")}<br/>\n`;
}

const EXECUTED = "Working on Payroll of Haugland (id=2)...\nReplicas: 31\nObjects created: 20 (0 warnings)\n";

function source(
  id: string,
  name: string,
  codes: readonly string[],
  status = "production",
): readonly (readonly [string, readonly Record<string, string>[]])[] {
  const fields = {
    name,
    description: "",
    status,
    scope_class: "Person",
    full_load_periodicity: "0",
    delete_policy: "delete",
    reconciliation_policy: "use_attributes",
  };
  return [
    ["SynchroDataSource", [{ id, ...fields }]],
    ...codes.map(
      (attcode, index) =>
        [
          "SynchroAttribute",
          [
            {
              id: `${id}${index}`,
              sync_source_id: id,
              attcode,
              update: "1",
              reconcile: "0",
              update_policy: "master_locked",
            },
          ],
        ] as const,
    ),
  ];
}

const PAYROLL = source("2", "Payroll feed", ["email", "phone"]);
const BADGES = source("3", "Badge office", ["email", "employee_number"]);

interface Read {
  readonly movements: readonly Movement[];
  readonly problems: readonly Problem[];
  readonly windows: readonly { readonly channel: string; readonly rows: number }[];
}

async function read(
  files: Readonly<Record<string, string>>,
  sources = [...PAYROLL, ...BADGES],
): Promise<Read> {
  const { estate } = await analyseFiles({ "sources.json": asReply(sources), ...files });
  const [system] = estate.systems;
  const problems = estate.problems.filter(({ kind }) => kind !== "catalogue");
  return { movements: system?.movements ?? [], problems, windows: system?.observations ?? [] };
}

function runners({ movements }: Read): Readonly<Record<string, string>> {
  return Object.fromEntries(movements.map(({ name, schedule }) => [name, schedule.runner]));
}

describe("the output of a synchronization", () => {
  it.each([
    ["run.txt", run(2, 1), "synchro-run"],
    ["run.html", `<html><body><p># Import phase<br/>#Data Source: 2</p>`, "synchro-run"],
    ["exec.log", EXECUTED, "synchro-run"],
    ["notes.txt", "Working on it\n", null],
  ])("%s is known by its lines", (name, text, expected) => {
    expect(acceptsItop(streamed(name, text))).toBe(expected);
  });

  it("keeps numbers and names of the model, and no key of a person", async () => {
    const { fragments } = await readImportRun(streamed("run.txt", `${run(2, 1)}${EXECUTED}`));
    expect(dataOf(fragments, "synchro-run")).toMatchObject([
      {
        kind: "import",
        source: "2",
        synchronizes: true,
        simulated: false,
        class: "Person",
        columns: ["email", "phone"],
        rows: 31,
      },
      { kind: "synchronization", source: "2", rows: null },
    ]);
    expect(JSON.stringify(fragments)).not.toMatch(/haugland/i);
  });

  it("that was cut before it names its source says so", async () => {
    const { fragments, problems } = await readImportRun(streamed("run.txt", run(2, 1).slice(0, 80)));
    expect(fragments).toEqual([]);
    expect(problems).toMatchObject([{ kind: "truncated", lost: "which source ran" }]);
  });

  it.each([
    ["that loads and synchronizes at once proves it", [run(2, 1)], "combined"],
    ["that only loads is followed by a run on its own", [run(2, 0)], "separate"],
    ["of synchro_exec.php proves a run on its own", [EXECUTED], "separate"],
    ["that contradicts another proves nothing", [run(2, 1), EXECUTED], "unknown"],
    ["of a simulation proves nothing", [run(2, 1, "primary_key, email", 1)], "unknown"],
  ])("%s", async (_what, outputs, expected) => {
    const result = await read(Object.fromEntries(outputs.map((text, index) => [`run${index}.txt`, text])));
    expect(runners(result)).toEqual({ "Payroll feed": expected, "Badge office": "unknown" });
  });

  it("decides whether the deletion policy can act", async () => {
    const { movements } = await read({ "run.txt": run(2, 1), "exec.txt": EXECUTED.replace("id=2", "id=3") });
    expect(Object.fromEntries(movements.map(({ name, deletion }) => [name, deletion?.canFire]))).toEqual({
      "Payroll feed": "yes",
      "Badge office": "no",
    });
  });

  it.each([
    [
      "of a source nobody described",
      run(9, 1),
      "The output is of the data source 9, which no export describes.",
    ],
    [
      "of a source of another class",
      run(2, 1).replace("Class: Person", "Class: Team"),
      "The output is of the data source 2, which fills another class in the exports.",
    ],
  ])("%s is said to be so", async (_what, text, message) => {
    const { problems, movements } = await read({ "run.txt": text });
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(new Set(movements.map(({ schedule }) => schedule.runner))).toEqual(new Set(["unknown"]));
  });
});

describe("a file that was loaded", () => {
  const csv =
    'primary_key;email;phone;function\n"P1";"ingrid@clinic.example";"+47";"Nurse"\n"P2";"w@clinic.example";"";""\n';

  it("is told by its first column", () => {
    expect(acceptsItop(streamed("hr.csv", csv))).toBe("import-file");
    expect(acceptsItop(streamed("hr.csv", csv.replace("primary_key", "key")))).toBeNull();
  });

  it("gives its columns and the number of rows, and none of them", async () => {
    const { fragments, problems } = await readImportFile(
      streamed("hr.csv", csv.replace("function", "Ingrid Haugland")),
    );
    expect(dataOf(fragments, "import-file")).toMatchObject([{ columns: ["email", "phone"], rows: 2 }]);
    expect(problems).toMatchObject([{ kind: "unknown-value" }]);
    expect(JSON.stringify([fragments, problems])).not.toMatch(/haugland|clinic|Nurse/i);
  });

  it("belongs to the only source that it fits, and shows what stays behind", async () => {
    const result = await read({ "hr.csv": csv });
    const payroll = result.movements.find(({ name }) => name === "Payroll feed");
    expect(payroll).toMatchObject({
      kind: "file-import",
      map: [
        { from: "email" },
        { from: "phone" },
        { from: "function", to: "itop:Person.function", update: false, match: false },
      ],
    });
    expect(result.problems).toEqual([]);
    expect(result.windows).toMatchObject([{ channel: "import", rows: 2 }]);
  });

  it.each([
    [
      "several sources",
      "primary_key,email,phone,employee_number\n",
      'The columns of this import file fit several data sources: "Badge office", "Payroll feed".',
    ],
    ["no source", "primary_key,imei\n", "No data source that was given has all columns of this import file."],
  ])("that fits %s is said to do so", async (_what, text, message) => {
    const { problems } = await read({ "hr.csv": text });
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });
});
