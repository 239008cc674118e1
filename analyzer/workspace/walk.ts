/** Goes through the folders of an estate: each real folder once, up to a limit of files, whatever links say. */
import type { Problem } from "../model/problem.ts";
import type { Adapter } from "../systems/adapter.ts";
import { MAX_FILES, type Config } from "./config.ts";
import { type FileReader, type FolderEntry, Unreadable } from "./reader.ts";
import type { FoundFile } from "./source-file.ts";

/** Folders that never hold input of any system; hidden ones do not either. */
const NEVER = new Set(["node_modules", "vendor", "vendors"]);

/** The workspace's own files are not input. */
const OWN_FILES = /^(art30|register|decisions|exceptions)\.ya?ml$|^art30-baseline\.json$/;

export class Walk {
  readonly #reader: FileReader;
  readonly #config: Config;
  readonly #adapters: readonly Adapter[];
  readonly #report: (problem: Problem) => void;
  #seen = 0;
  #limitSaid = false;

  constructor(
    reader: FileReader,
    config: Config,
    adapters: readonly Adapter[],
    report: (problem: Problem) => void,
  ) {
    this.#reader = reader;
    this.#config = config;
    this.#adapters = adapters;
    this.#report = report;
  }

  /** Files below a folder (or the file itself), in name order. */
  *files(root: string): Generator<FoundFile> {
    const standing = this.#reader.at(root);
    if (standing?.kind === "folder") yield* this.#below(root, "", new Set());
    else if (standing !== null && !this.#ignored(root)) {
      yield { path: root, name: root.slice(root.lastIndexOf("/") + 1), bytes: standing.bytes };
    }
  }

  *#below(root: string, inside: string, visited: Set<string>): Generator<FoundFile> {
    const folder = join(root, inside);
    const entries = this.#ignored(folder) ? [] : this.#open(folder, visited);
    const names = entries.map((entry) => entry.name);
    const pruned = new Set(this.#adapters.flatMap((adapter) => adapter.prune(inside, names)));
    for (const entry of entries) {
      const name = join(inside, entry.name);
      const path = join(root, name);
      if (entry.kind === "folder") {
        const isPassed = entry.name.startsWith(".") || NEVER.has(entry.name) || pruned.has(entry.name);
        if (!isPassed) yield* this.#below(root, name, visited);
      } else if (!OWN_FILES.test(entry.name) && !this.#ignored(path) && this.#count(path)) {
        yield { path, name, bytes: entry.bytes };
      }
    }
  }

  /** Nothing for a folder that a link led to before: links may point at each other. */
  #open(folder: string, visited: Set<string>): readonly FolderEntry[] {
    try {
      const identity = this.#reader.identity(folder);
      if (visited.has(identity)) return [];
      visited.add(identity);
      return this.#reader.entries(folder);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#report(unreadableProblem(error, "everything below it"));
      return [];
    }
  }

  #count(path: string): boolean {
    const maximum = this.#config.limits?.maxFiles ?? MAX_FILES;
    if (this.#seen < maximum) {
      this.#seen++;
      return true;
    }
    if (!this.#limitSaid) {
      this.#limitSaid = true;
      this.#report({
        kind: "limit",
        message: `More than ${maximum} files; the rest is not read (limits.maxFiles).`,
        location: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 },
        lost: "the files from here on",
      });
    }
    return false;
  }

  #ignored(path: string): boolean {
    return (this.#config.ignore ?? []).some(
      (each) => path === cleanPath(each) || path.startsWith(`${cleanPath(each)}/`),
    );
  }
}

export function unreadableProblem({ path, code }: Unreadable, lost: string): Problem {
  return {
    kind: "unreadable",
    message: `The file system refuses to open it (${code}).`,
    location: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 },
    lost,
  };
}

/** `./itop/` → `itop`, `.` → the root. */
export function cleanPath(path: string): string {
  return path.replace(/^\.\//, "").replace(/\/+$/, "").replace(/^\.$/, "");
}

function join(a: string, b: string): string {
  return a === "" ? b : b === "" ? a : `${a}/${b}`;
}
