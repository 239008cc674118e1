/** Finds the files of an estate and decides which adapter reads each of them. */
import type { Problem } from "../model/problem.ts";
import type { SystemOptions } from "../systems/adapter.ts";
import type { Adapter, SourceFile } from "../systems/adapter.ts";
import { MAX_FILES, MAX_FILE_BYTES, type Config, type SystemConfig } from "./config.ts";
import type { FileReader, FolderEntry } from "./reader.ts";
import { sourceFile, type FoundFile, type ReadingSink } from "./source-file.ts";

/** A file with the adapter and kind that will read it. */
export interface Claimed {
  readonly file: SourceFile;
  readonly kind: string;
}

export interface SystemInput {
  readonly options: SystemOptions;
  readonly adapter: Adapter;
  readonly files: readonly Claimed[];
}

export interface Discovery {
  readonly systems: readonly SystemInput[];
  /** Files that look like input and that no adapter reads. */
  readonly unread: readonly FoundFile[];
}

/** Folders that never hold input of any system; hidden ones do not either. */
const NEVER = new Set(["node_modules", "vendor", "vendors"]);

/** The workspace's own files are not input. */
const OWN_FILES = /^(art30|register|decisions|exceptions)\.ya?ml$|^art30-baseline\.json$/;

/** Endings that ask for a reader; pictures, styles and scripts do not. */
const INPUT_LIKE =
  /\.(xml|json|jsonl|ndjson|csv|tsv|ya?ml|sql|xlsx|ods|eml|dump|edmx|html?|txt|log)(\.gz)?$/i;

/** Files about the code beside the input. */
const ABOUT_CODE =
  /^(composer|package(-lock)?|tsconfig)\.json$|^\.|^(licen[cs]e|readme|install|changelog|notice|exclude)\b/i;

export function discover(
  reader: FileReader,
  config: Config,
  adapters: readonly Adapter[],
  sink: ReadingSink,
): Discovery {
  const walker = new Walker(reader, config, adapters, sink);
  const configured = Object.entries(config.systems ?? {});
  if (configured.length === 0) return walker.unconfigured();
  return walker.configured(configured);
}

class Walker {
  readonly #reader: FileReader;
  readonly #config: Config;
  readonly #adapters: readonly Adapter[];
  readonly #sink: ReadingSink;
  #seen = 0;
  #limitSaid = false;

  constructor(reader: FileReader, config: Config, adapters: readonly Adapter[], sink: ReadingSink) {
    this.#reader = reader;
    this.#config = config;
    this.#adapters = adapters;
    this.#sink = sink;
  }

  /** Each adapter's files are one system named after it, or one system a file. */
  unconfigured(): Discovery {
    const groups = new Map<string, { adapter: Adapter; files: Claimed[] }>();
    const unread: FoundFile[] = [];
    for (const found of this.#walk("", "")) {
      const claim = this.#claim(found, this.#adapters);
      if (claim === null) {
        if (looksLikeInput(found.name)) unread.push(found);
        continue;
      }
      const { adapter, ...claimed } = claim;
      const id = adapter.grouping === "one-system" ? adapter.id : `${adapter.id}\n${found.path}`;
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { adapter, files: [claimed] });
      else group.files.push(claimed);
    }
    const systems = [...groups.values()].map(({ adapter, files }) => ({
      options: this.#options(
        adapter.grouping === "one-system" ? adapter.id : idOf(files[0]?.file.path ?? ""),
        {},
      ),
      adapter,
      files,
    }));
    return { systems, unread };
  }

  configured(systems: readonly (readonly [string, SystemConfig])[]): Discovery {
    const unread: FoundFile[] = [];
    const inputs = systems.map(([id, system]) => {
      const wanted = system.adapter ?? (system.profile === undefined ? "itop" : "profile");
      const adapter = this.#adapters.find((each) => each.id === wanted) as Adapter;
      const files: Claimed[] = [];
      for (const path of system.paths ?? []) {
        if (!this.#reader.exists(path)) {
          this.#missing(path);
          continue;
        }
        for (const found of this.#walk(clean(path), "")) {
          const claim = this.#claim(found, [adapter]);
          if (claim !== null) files.push({ file: claim.file, kind: claim.kind });
          else if (looksLikeInput(found.name)) unread.push(found);
        }
      }
      return { options: this.#options(id, system), adapter, files };
    });
    return { systems: inputs, unread };
  }

  /** Files below a folder (or the file itself), in name order. */
  *#walk(root: string, inside: string): Generator<FoundFile> {
    const folder = join(root, inside);
    if (this.#ignored(folder)) return;
    const entries = this.#entries(folder);
    if (entries === null) {
      const bytes = this.#reader.bytes(root).length;
      yield { path: root, name: root.slice(root.lastIndexOf("/") + 1), bytes };
      return;
    }
    const names = entries.map((entry) => entry.name);
    const pruned = new Set(this.#adapters.flatMap((adapter) => adapter.prune(inside, names)));
    for (const entry of entries) {
      const name = join(inside, entry.name);
      if (entry.kind === "folder") {
        const isHidden = entry.name.startsWith(".");
        if (!isHidden && !NEVER.has(entry.name) && !pruned.has(entry.name)) yield* this.#walk(root, name);
      } else if (
        !this.#ignored(join(root, name)) &&
        !OWN_FILES.test(entry.name) &&
        this.#count(join(root, name))
      ) {
        yield { path: join(root, name), name, bytes: entry.bytes };
      }
    }
  }

  #entries(folder: string): readonly FolderEntry[] | null {
    try {
      return this.#reader.entries(folder);
    } catch {
      return null;
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
      this.#sink.problem({
        kind: "limit",
        message: `More than ${maximum} files; the rest is not read (limits.maxFiles).`,
        location: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 },
        lost: "the files from here on",
      });
    }
    return false;
  }

  #claim(found: FoundFile, adapters: readonly Adapter[]): (Claimed & { adapter: Adapter }) | null {
    const file = sourceFile(
      this.#reader,
      found,
      this.#config.limits?.maxFileBytes ?? MAX_FILE_BYTES,
      this.#sink,
    );
    for (const adapter of adapters) {
      const kind = adapter.accepts(file);
      if (kind !== null) return { file, kind, adapter };
    }
    return null;
  }

  #ignored(path: string): boolean {
    return (this.#config.ignore ?? []).some(
      (each) => path === clean(each) || path.startsWith(`${clean(each)}/`),
    );
  }

  #missing(path: string): void {
    const problem: Problem = {
      kind: "unresolved",
      message: `art30.yaml names a path that does not exist: ${path}`,
      location: { file: "art30.yaml", line: 1, column: 1, endLine: 1, endColumn: 1 },
      lost: "everything below it",
    };
    this.#sink.problem(problem);
  }

  #options(id: string, system: SystemConfig): SystemOptions {
    return {
      id,
      version: system.version ?? null,
      deployment: system.deployment ?? "unknown",
      host: system.host ?? null,
      region: system.region ?? null,
      internalDomains: (this.#config.internalDomains ?? []).map((domain) => domain.toLowerCase()),
      excludeModules: system.excludeModules ?? [],
      profile: system.profile ?? null,
      location: null,
    };
  }
}

function looksLikeInput(name: string): boolean {
  return INPUT_LIKE.test(name) && !ABOUT_CODE.test(name.slice(name.lastIndexOf("/") + 1));
}

function join(a: string, b: string): string {
  return a === "" ? b : b === "" ? a : `${a}/${b}`;
}

function clean(path: string): string {
  return path.replace(/^\.\//, "").replace(/\/+$/, "").replace(/^\.$/, "");
}

/** `profiles/mobile.system.yaml` → `mobile`. */
function idOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/(\.system)?\.ya?ml$/i, "");
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "system"
  );
}
