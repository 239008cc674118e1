/** The port every system's adapter implements: artefact text in, one system of the estate out. */
import type { Location } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import type { InputKind, System } from "../model/system.ts";
import type { SystemId } from "../model/model-path.ts";
import type { RunQuery } from "../source/log-engine.ts";
import type { SourceText } from "../source/text.ts";

/** A file as the workspace hands it out; adapters never touch the file system. */
export interface SourceFile {
  /** Path relative to the estate's directory, with `/`. */
  readonly path: string;
  /** Path relative to the root of the system it was found under, with `/`. */
  readonly name: string;
  readonly bytes: number;
  /** The first 4 KiB, decoded leniently; enough to probe most kinds. */
  readonly head: string;
  /** Whole content; refuses (rejects with a `LimitReached`) above the workspace's `maxFileBytes`. */
  text(): Promise<SourceText>;
  /** Bytes in order, for logs that are never held. Any size. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Runs a query over the file; only for a big file on disk, where an engine is installed. */
  readonly query?: RunQuery;
}

/** One artefact read into plain data; the adapter knows its own kinds. */
export interface Fragment {
  /** Artefact kind within the adapter: `module`, `datamodel`, `rest-log` … */
  readonly kind: string;
  readonly file: string;
  readonly data: unknown;
}

export interface ReadResult {
  readonly fragments: readonly Fragment[];
  readonly problems: readonly Problem[];
}

/** What the workspace configuration says of a system, with its defaults filled in. */
export interface SystemOptions {
  readonly id: SystemId;
  /** Product version to read the artefacts for; `null` = read from the input. */
  readonly version: string | null;
  readonly deployment: "on-premises" | "vendor-cloud" | "hosted" | "unknown";
  readonly host: string | null;
  readonly region: string | null;
  /** Mail domains that are inside the organisation, lower case. */
  readonly internalDomains: readonly string[];
  /** Module names left out of the load order, for alternatives that exclude each other. */
  readonly excludeModules: readonly string[];
  /** Names of the modules that are installed; absent when not told. */
  readonly modules?: readonly string[];
  /** Codes of the setup choices that were picked; absent when not told. */
  readonly choices?: readonly string[];
  /** Name of a profile that ships with the product (`ivanti-service-manager-cloud`); `null` without one. */
  readonly profile: string | null;
  /** Where `art30.yaml` says so, for problems about the options. */
  readonly location: Location | null;
}

/** Data that ships with the product (`systems/itop/catalogue/3.1.json`, `grammars/php.wasm`), by name. */
export interface Resources {
  text(name: string): Promise<string>;
  bytes(name: string): Promise<Uint8Array>;
  /** Seconds of computing this process has spent, for readers that must give up on hostile text. */
  spent?(): number;
  /** Names that begin with the given folder, sorted. */
  list(folder: string): Promise<readonly string[]>;
}

export interface Assembly {
  readonly system: System;
  readonly problems: readonly Problem[];
}

export interface Adapter {
  /** `itop`, `profile` … */
  readonly id: string;
  /** Without configuration: all accepted files are one system, or each file is a system of its own. */
  readonly grouping: "one-system" | "per-file";
  /**
   * The artefact kind of a file if this adapter reads it, else `null`. Decides from name and head alone.
   * A kind may answer "nothing here" later by reading no fragment.
   */
  accepts(file: SourceFile): string | null;
  read(file: SourceFile, kind: string, resources: Resources): Promise<ReadResult>;
  /** Merges the fragments of one system. Pure apart from resources. */
  assemble(fragments: readonly Fragment[], options: SystemOptions, resources: Resources): Promise<Assembly>;
  /** Names of sub-folders that hold nothing to read, given what else lies beside them. */
  prune(folder: string, entries: readonly string[]): readonly string[];
  /** What the adapter looks for, in words, for the message when a directory holds nothing. */
  readonly looksFor: string;
  /** The input kind a fragment kind stands for. */
  inputKind(kind: string): InputKind | null;
}
