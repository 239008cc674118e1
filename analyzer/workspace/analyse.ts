/** The one path every command, route and test takes: files → fragments → systems → verdicts → graph → records. */
import type { Estate, InputFile } from "../model/estate.ts";
import { compareLocations } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import type { InputKind, System } from "../model/system.ts";
import { classifyEstate } from "../classify/classify-estate.ts";
import { NO_DECISIONS, readDecisions } from "../classify/decisions.ts";
import { buildGraph } from "../graph/build.ts";
import { buildRegister } from "../records/build.ts";
import { readDeclarations, type Declarations } from "../records/declarations.ts";
import type { SourceText } from "../source/text.ts";
import type { ConfigProblem } from "../source/yaml.ts";
import type { Resources } from "../systems/adapter.ts";
import { ADAPTERS } from "../systems/registry.ts";
import type { Config } from "./config.ts";
import { discover } from "./discover.ts";
import { ownFile } from "./own-files.ts";
import { Notices, readSystem } from "./read-system.ts";
import { memoryReader, type FileReader } from "./reader.ts";
import { Readings } from "./readings.ts";
import { PACKAGE_RESOURCES } from "./resources.ts";
import type { Snapshot } from "./snapshot.ts";
import { unreadProblems } from "./unread.ts";

export interface AnalyseInput {
  readonly reader: FileReader;
  readonly config: Config;
  readonly asOf: string;
  readonly resources?: Resources;
  /** What earlier analyses of the same reader have read. */
  readonly readings?: Readings;
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
  const notices = new Notices();
  const readings = input.readings ?? new Readings();
  const limits = JSON.stringify(config.limits ?? {});
  const found = discover(reader, config, ADAPTERS, notices);
  for (const each of notices.take().problems) problems.push(each);
  const systems: System[] = [];
  const inputs: InputFile[] = [];
  for (const each of found.systems) {
    const read = await readSystem(each, { reader, resources, notices, readings, limits });
    for (const each of read.inputs) inputs.push(each);
    for (const each of read.problems) problems.push(each);
    for (const each of read.suppressible) suppressible.push(each);
    const assembly = await each.adapter.assemble(read.fragments, each.options, resources);
    for (const each of assembly.problems) problems.push(each);
    systems.push({ ...assembly.system, inputs: merged(assembly.system.inputs, read.kinds) });
  }
  readings.settle();
  for (const each of found.unread.map(skipped)) inputs.push(each);
  for (const each of unreadProblems(found.unread)) problems.push(each);

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
