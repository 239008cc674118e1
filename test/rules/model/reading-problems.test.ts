import { describe, expect, it } from "vitest";
import type { InputFile } from "../../../analyzer/model/estate.ts";
import type { Problem } from "../../../analyzer/model/problem.ts";
import type { Rule } from "../../../rules/kit/define-rule.ts";
import { runRules } from "../../../rules/engine/run.ts";
import codeNotAnalysed from "../../../rules/model/code-not-analysed.ts";
import incompleteExport from "../../../rules/model/incomplete-export.ts";
import inputNotAnalysed from "../../../rules/model/input-not-analysed.ts";
import mergeError from "../../../rules/model/merge-error.ts";
import truncatedRecord from "../../../rules/model/truncated-record.ts";
import unresolvedPlaceholder from "../../../rules/model/unresolved-placeholder.ts";
import { at, entity, MODEL_FILE, snapshot, system } from "../tilleuls.ts";

type Window = ReturnType<typeof system>["observations"][number];

const LOG = "logs/EventRestService.json";

function input(file: string, state: InputFile["state"], owner: string | null = "itop"): InputFile {
  return {
    file,
    readAs: state === "skipped" ? null : "itop/datamodel-file",
    system: owner,
    state,
    bytes: 900,
  };
}

function problem(
  kind: Problem["kind"],
  message: string,
  lost?: string,
  file = MODEL_FILE,
  line = 3,
): Problem {
  return { kind, message, location: at(line, file), ...(lost === undefined ? {} : { lost }) };
}

function run(
  rule: Rule,
  problems: readonly Problem[],
  inputs: readonly InputFile[] = [],
  windows: readonly Window[] = [],
) {
  const shipped = entity("Device", [], { location: at(9, "profiles/phones.yaml") });
  const clinic = snapshot({
    systems: [
      system([], { observations: windows, inputs: ["model", "sync"] }),
      system([shipped], { id: "phones", inputs: ["profile"] }),
    ],
    inputs,
  });
  const given = { ...clinic, estate: { ...clinic.estate, problems } };
  return runRules(given, { rules: [rule], preset: "recommended" }).findings;
}

const READ = input(MODEL_FILE, "partial");

describe("model/input-not-analysed", () => {
  it("makes one finding of all that is wrong with a file, with everything that is lost", () => {
    const problems = [
      problem("malformed", "A tag is not closed.", "the class"),
      problem("limit", "Too deep.", "a branch"),
    ];
    expect(run(inputNotAnalysed, problems, [READ])).toMatchObject([
      { messageId: "partial", severity: "error", system: "itop", args: { lost: ["the class", "a branch"] } },
    ]);
  });

  it("is milder when only a value or an encoding was not understood", () => {
    expect(
      run(inputNotAnalysed, [problem("unknown-value", "An unknown type.", "its kind")], [READ]),
    ).toMatchObject([{ severity: "warning" }]);
  });

  it("says nothing of a problem that loses nothing", () => {
    expect(run(inputNotAnalysed, [problem("encoding", "Read as Latin-1.")], [READ])).toEqual([]);
  });

  it("says of a file that failed that nothing of it was read, even when the problem names no loss", () => {
    expect(
      run(inputNotAnalysed, [problem("binary", "Binary content.")], [input(MODEL_FILE, "failed")]),
    ).toMatchObject([{ messageId: "failed" }]);
  });

  it("makes one finding of all files nothing reads, in the name of the estate", () => {
    const files = ["deploy/values.yaml", "package.json"];
    const problems = files.map((file) =>
      problem("unknown-format", "No reader knows this file.", "the whole file", file),
    );
    const inputs = files.map((file) => input(file, "skipped", null));
    expect(run(inputNotAnalysed, problems, inputs)).toMatchObject([
      { messageId: "unknown", severity: "warning", system: "estate", args: { count: "2 files", files } },
    ]);
  });
});

describe("model/merge-error", () => {
  it.each([
    [problem("merge", "Class Ward does not exist."), "merge", "error"],
    [problem("module-dropped", "Module shifts/1.0 is left out: it needs base."), "dropped", "error"],
    [problem("module-dropped", "Left out; list the other under excludeModules."), "alternative", "info"],
    [problem("duplicate", "Ward is defined twice."), "duplicate", "warning"],
  ])("tells %o as %s", (given, messageId, severity) => {
    expect(run(mergeError, [given], [READ])).toMatchObject([{ messageId, severity }]);
  });
});

describe("model/incomplete-export", () => {
  const window: Window = {
    channel: "rest",
    from: "2026-03-01T00:00:00",
    to: "2026-03-07T23:00:00",
    rows: 40,
    truncatedRows: 0,
    unreadableRows: 0,
    file: LOG,
  };

  it("makes one finding a file and gives a shipped profile's questions to its system", () => {
    const problems = ["How long?", "Where?"].map((asks, index) =>
      problem("incomplete-export", `Open question: ${asks}`, "the answer", "profiles/phones.yaml", index + 1),
    );
    const [found, ...others] = run(incompleteExport, problems);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ system: "phones", discriminator: "profiles/phones.yaml" });
    expect(found?.evidence).toHaveLength(2);
  });

  it("reports a log of fewer days than wanted, of any length below", () => {
    expect(run(incompleteExport, [], [], [window])).toMatchObject([
      { messageId: "window", args: { days: "6 days" } },
    ]);
    expect(run(incompleteExport, [], [], [{ ...window, to: window.from }])).toMatchObject([
      { args: { days: "less than a day" } },
    ]);
  });

  it("is silent on a log that is long enough, empty or without dates", () => {
    const windows = [
      { ...window, to: "2026-03-08T00:00:00" },
      { ...window, rows: 0 },
      { ...window, from: null },
    ];
    expect(run(incompleteExport, [], [], windows)).toEqual([]);
  });
});

describe("model/truncated-record", () => {
  const window: Window = {
    channel: "rest",
    from: null,
    to: null,
    rows: 200,
    truncatedRows: 2,
    unreadableRows: 1,
    file: LOG,
  };

  it("warns from the share on, and informs below it", () => {
    expect(run(truncatedRecord, [], [], [window])).toMatchObject([{ severity: "warning" }]);
    expect(run(truncatedRecord, [], [], [{ ...window, rows: 9000 }])).toMatchObject([{ severity: "info" }]);
  });

  it("says in which way the records are damaged", () => {
    const [both] = run(truncatedRecord, [], [], [window]);
    expect(both?.message).toBe(`3 of 200 records in ${LOG} are cut or not readable as a request`);
    const [one] = run(truncatedRecord, [], [], [{ ...window, truncatedRows: 1, unreadableRows: 0 }]);
    expect(one?.message).toBe(`1 of 200 records in ${LOG} is cut`);
  });
});

describe("model/unresolved-placeholder", () => {
  const COLLECTOR = "hr/collectors/StaffCollector.json";
  const OPEN = problem("placeholder", "StaffCollector uses $delete_policy$.", "delete_policy", COLLECTOR);

  it("names what cannot be judged, once for each definition", () => {
    const other = { ...OPEN, location: at(1, "hr/collectors/TeamCollector.json") };
    const inputs = [input(COLLECTOR, "partial"), input(other.location.file, "partial")];
    const found = run(unresolvedPlaceholder, [OPEN, other], inputs);
    expect(found).toMatchObject([
      { system: "itop", severity: "error", discriminator: COLLECTOR },
      { system: "itop", discriminator: "hr/collectors/TeamCollector.json" },
    ]);
    expect(found[0]?.why).toContain("delete_policy");
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("is silent where nothing depends on the value", () => {
    const name = problem("placeholder", "StaffCollector uses $prefix$.", undefined, COLLECTOR);
    expect(run(unresolvedPlaceholder, [name], [input(COLLECTOR, "read")])).toEqual([]);
  });

  it("is the only rule that speaks of it", () => {
    const inputs = [input(COLLECTOR, "partial")];
    expect(run(inputNotAnalysed, [OPEN], inputs)).toEqual([]);
    expect(
      run(unresolvedPlaceholder, [problem("unknown-value", "A flag.", "it", COLLECTOR)], inputs),
    ).toEqual([]);
  });
});

describe("model/code-not-analysed", () => {
  const code = (message: string, file = "extensions/shifts/Rota.php", line = 3) =>
    problem("code", message, "which fields this code writes", file, line);

  it("makes one finding of all classes of a file, for information", () => {
    const problems = [code("In Rota: 1 mail."), code("In Swap: 2 mails.", undefined, 9)];
    const [found, ...others] = run(codeNotAnalysed, problems, [input("extensions/shifts/Rota.php", "read")]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ system: "itop", severity: "info", location: { line: 3 } });
    expect(found?.message).toBe("In Rota: 1 mail, and so in one more class of the file");
    expect(found?.evidence).toMatchObject([{ text: "In Swap: 2 mails", location: { line: 9 } }]);
  });

  it("keeps its fingerprint when the code gets longer", () => {
    const print = (message: string) => run(codeNotAnalysed, [code(message)])[0]?.fingerprint;
    expect(print("In Rota: 2 mails.")).toBe(print("In Rota: 1 mail."));
  });

  it("is silent on what is not analysed for another reason", () => {
    expect(run(codeNotAnalysed, [problem("not-analysed", "In iTop's own modules: 1 mail.", "it")])).toEqual(
      [],
    );
  });

  it("is the only rule that speaks of it", () => {
    const problems = [code("In Rota: 1 mail.")];
    const inputs = [input("extensions/shifts/Rota.php", "partial")];
    for (const rule of [inputNotAnalysed, mergeError, incompleteExport])
      expect(run(rule, problems, inputs)).toEqual([]);
  });
});
