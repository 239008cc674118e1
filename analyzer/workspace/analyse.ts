/** The one path every command, route and test takes: files → fragments → systems → verdicts → graph → records. */
import type { Estate, InputFile } from "../model/estate.ts";
import { compareLocations, type Location } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import type { InputKind, System } from "../model/system.ts";
import { classifyEstate } from "../classify/classify-estate.ts";
import { NO_DECISIONS, readDecisions } from "../classify/decisions.ts";
import { buildGraph } from "../graph/build.ts";
import { buildRegister } from "../records/build.ts";
import { readDeclarations, type Declarations } from "../records/declarations.ts";
import type { SourceText } from "../source/text.ts";
import type { ConfigProblem } from "../source/yaml.ts";
import type { Fragment, Resources } from "../systems/adapter.ts";
import { ADAPTERS } from "../systems/registry.ts";
import type { Config } from "./config.ts";
import { discover, type Claimed, type SystemInput } from "./discover.ts";
import { LimitReached } from "./limit.ts";
import { ownFile } from "./own-files.ts";
import { memoryReader, Unreadable, type FileReader } from "./reader.ts";
import { PACKAGE_RESOURCES } from "./resources.ts";
import type { Snapshot } from "./snapshot.ts";
import { unreadProblems } from "./unread.ts";
import { unreadableProblem } from "./walk.ts";

export interface AnalyseInput {
  readonly reader: FileReader;
  readonly config: Config;
  readonly asOf: string;
  readonly resources?: Resources;
}

export interface Analysis {
  readonly snapshot: Snapshot;
  /** Texts that hold suppression comments. */
  readonly suppressible: readonly SourceText[];
  /** Defects of `register.yaml`, which is then not used. */
  readonly configProblems: readonly ConfigProblem[];
}

export async function analyse(input: AnalyseInput): Promise<Analysis> {
  const { reader, config } = input;
  const resources = input.resources ?? PACKAGE_RESOURCES;
  const problems: Problem[] = [];
  const suppressible: SourceText[] = [];
  const sink = {
    problem: (problem: Problem): void => void problems.push(problem),
    suppressible: (source: SourceText): void => void suppressible.push(source),
  };
  const found = discover(reader, config, ADAPTERS, sink);
  const systems: System[] = [];
  const inputs: InputFile[] = [];
  for (const each of found.systems) {
    const read = await readSystem(each, resources, problems);
    inputs.push(...read.inputs);
    const assembly = await each.adapter.assemble(read.fragments, each.options, resources);
    problems.push(...assembly.problems);
    systems.push({ ...assembly.system, inputs: merged(assembly.system.inputs, read.kinds) });
  }
  inputs.push(...found.unread.map(skipped));
  problems.push(...unreadProblems(found.unread));

  const estate: Estate = {
    name: config.estate ?? "Unnamed estate",
    asOf: input.asOf,
    internalDomains: (config.internalDomains ?? []).map((domain) => domain.toLowerCase()),
    systems: systems.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    inputs: inputs.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    problems: problems.toSorted(
      (a, b) => compareLocations(a.location, b.location) || (a.message < b.message ? -1 : 1),
    ),
  };
  const decisionsFile = ownFile(reader, config, "decisions");
  const decisions =
    decisionsFile === null ? { decisions: NO_DECISIONS, problems: [] } : readDecisions(decisionsFile);
  const declared = declarationsOf(reader, config);
  const verdicts = classifyEstate(estate.systems, decisions.decisions);
  const graph = buildGraph(estate, verdicts);
  const register = buildRegister({ estate, verdicts, graph, declarations: declared.declarations });
  const complete = { ...estate, problems: [...estate.problems, ...decisions.problems] };
  return {
    snapshot: { estate: complete, verdicts, graph, register },
    suppressible,
    configProblems: declared.problems,
  };
}

/** Analyses a handful of files given as texts; the examples of rule pages run through it. */
export async function analyseFiles(
  files: Readonly<Record<string, string>>,
  config: Config = {},
  asOf = "2026-01-01",
): Promise<Snapshot> {
  return (await analyse({ reader: memoryReader(files), config, asOf })).snapshot;
}

async function readSystem(
  system: SystemInput,
  resources: Resources,
  problems: Problem[],
): Promise<{ fragments: Fragment[]; inputs: InputFile[]; kinds: Set<InputKind> }> {
  const fragments: Fragment[] = [];
  const inputs: InputFile[] = [];
  const kinds = new Set<InputKind>();
  for (const claimed of system.files) {
    const before = problems.length;
    const read = await readFile(system, claimed, resources);
    fragments.push(...read.fragments);
    problems.push(...read.problems);
    for (const each of read.fragments) {
      const kind = system.adapter.inputKind(each.kind);
      if (kind !== null) kinds.add(kind);
    }
    const lossy = problems.slice(before).some((problem) => problem.lost !== undefined);
    // A file that turns out to hold nothing of the system, such as most PHP code, was no input.
    if (read.fragments.length === 0 && !lossy) continue;
    inputs.push({
      file: claimed.file.path,
      readAs: `${system.adapter.id}/${claimed.kind}`,
      system: system.options.id,
      state: read.fragments.length === 0 ? "failed" : lossy ? "partial" : "read",
      bytes: claimed.file.bytes,
    });
  }
  return { fragments, inputs, kinds };
}

async function readFile(
  system: SystemInput,
  claimed: Claimed,
  resources: Resources,
): Promise<{ fragments: readonly Fragment[]; problems: readonly Problem[] }> {
  try {
    return await system.adapter.read(claimed.file, claimed.kind, resources);
  } catch (error) {
    if (error instanceof Unreadable) {
      return { fragments: [], problems: [unreadableProblem(error, "the whole file")] };
    }
    if (!(error instanceof LimitReached)) throw error;
    const problem: Problem = {
      kind: "limit",
      message:
        error.of === "unpacked"
          ? `The file unpacks to more than ${error.maximum} bytes, the most that is read as a whole (${error.limit}).`
          : `The file has ${claimed.file.bytes} bytes; at most ${error.maximum} are read as a whole (${error.limit}).`,
      location: start(claimed.file.path),
      lost: "the whole file",
    };
    return { fragments: [], problems: [problem] };
  }
}

function declarationsOf(
  reader: FileReader,
  config: Config,
): { declarations: Declarations | null; problems: readonly ConfigProblem[] } {
  const source = ownFile(reader, config, "register");
  return source === null ? { declarations: null, problems: [] } : readDeclarations(source);
}

function skipped(found: { path: string; bytes: number }): InputFile {
  return { file: found.path, readAs: null, system: null, state: "skipped", bytes: found.bytes };
}

function merged(a: readonly InputKind[], b: ReadonlySet<InputKind>): readonly InputKind[] {
  return [...new Set([...a, ...b])].sort();
}

function start(file: string): Location {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
