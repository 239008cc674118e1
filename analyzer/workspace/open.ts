/** Opens a directory (or one file) as a workspace: configuration first, then the analysis. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { ConfigProblem } from "../source/yaml.ts";
import { analyse, type Analysis } from "./analyse.ts";
import { readConfig, type Config } from "./config.ts";
import { diskReader, type FileReader } from "./reader.ts";
import { Readings } from "./readings.ts";

/** A configuration or declaration file that cannot be used; exit code 2. */
export class ConfigurationError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(describeConfigProblem).join("\n"));
    this.name = "ConfigurationError";
    this.problems = problems;
  }
}

export function describeConfigProblem({ location, path, expected }: ConfigProblem): string {
  return `${location.file}:${location.line}:${location.column} ${path === "" ? "" : `${path}: `}expected ${expected}`;
}

export interface Workspace {
  /** Absolute path of the estate's directory. */
  readonly directory: string;
  readonly config: Config;
  /** Whether an `art30.yaml` was read, or defaults hold. */
  readonly configured: boolean;
  readonly reader: FileReader;
}

export interface OpenOptions {
  /** Configuration file; default `art30.yaml` in the directory. */
  readonly config?: string | undefined;
}

/** A path that is a file opens its folder with everything but that file ignored. */
export function openWorkspace(path: string, options: OpenOptions = {}): Workspace {
  const full = resolve(path);
  if (!existsSync(full)) throw new NotFound(path);
  const isFile = statSync(full).isFile();
  const directory = isFile ? dirname(full) : full;
  const reader = diskReader(directory);
  const configPath = options.config === undefined ? join(directory, "art30.yaml") : resolve(options.config);
  const configured = existsSync(configPath);
  if (!configured && options.config !== undefined) throw new NotFound(options.config);
  const read = configured
    ? readConfig(readFileSync(configPath, "utf8"), relative(directory, configPath) || "art30.yaml")
    : { config: {}, problems: [] };
  if (read.problems.length > 0) throw new ConfigurationError(read.problems);
  const config = isFile && !configured ? onlyFile(basename(full)) : read.config;
  return { directory, config, configured, reader };
}

/** `readings` spares reading what an earlier analysis of the same directory has read. */
export async function analyseWorkspace(
  { reader, config }: Workspace,
  asOf: string,
  readings = new Readings(),
): Promise<Analysis> {
  const analysis = await analyse({ reader, config, asOf, readings });
  if (analysis.configProblems.length > 0) throw new ConfigurationError(analysis.configProblems);
  return analysis;
}

/** A path that is not there; exit code 2. */
export class NotFound extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`there is nothing at ${path}`);
    this.name = "NotFound";
    this.path = path;
  }
}

function onlyFile(name: string): Config {
  const adapter = /\.system\.ya?ml$|^system\.ya?ml$/i.test(name) ? "profile" : "itop";
  return { systems: { [adapter === "profile" ? "system" : "itop"]: { adapter, paths: [name] } } };
}
