/** Finds the files of an estate and decides which adapter reads each of them. */
import type { Problem } from "../model/problem.ts";
import type { SystemOptions } from "../systems/adapter.ts";
import type { Adapter, SourceFile } from "../systems/adapter.ts";
import { BIG_LOG_BYTES, MAX_FILE_BYTES, type Config, type SystemConfig } from "./config.ts";
import { type FileReader, Unreadable } from "./reader.ts";
import { sourceFile, type FoundFile, type ReadingSink } from "./source-file.ts";
import { cleanPath, unreadableProblem, Walk } from "./walk.ts";

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
  const discoverer = new Discoverer(reader, config, adapters, sink);
  const configured = Object.entries(config.systems ?? {});
  if (configured.length === 0) return discoverer.unconfigured();
  return discoverer.configured(configured);
}

class Discoverer {
  readonly #reader: FileReader;
  readonly #config: Config;
  readonly #adapters: readonly Adapter[];
  readonly #sink: ReadingSink;
  readonly #walk: Walk;

  constructor(reader: FileReader, config: Config, adapters: readonly Adapter[], sink: ReadingSink) {
    this.#reader = reader;
    this.#config = config;
    this.#adapters = adapters;
    this.#sink = sink;
    this.#walk = new Walk(reader, config, adapters, (problem) => sink.problem(problem));
  }

  /** Each adapter's files are one system named after it, or one system a file. */
  unconfigured(): Discovery {
    const groups = new Map<string, { adapter: Adapter; files: Claimed[] }>();
    const unread: FoundFile[] = [];
    for (const found of this.#walk.files("")) {
      const claim = this.#claim(found, this.#adapters);
      if (claim === undefined) continue;
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
        if (this.#reader.at(cleanPath(path)) === null) {
          this.#missing(path);
          continue;
        }
        for (const found of this.#walk.files(cleanPath(path))) {
          const claim = this.#claim(found, [adapter]);
          if (claim === undefined) continue;
          if (claim !== null) files.push({ file: claim.file, kind: claim.kind });
          else if (looksLikeInput(found.name)) unread.push(found);
        }
      }
      return { options: this.#options(id, system), adapter, files };
    });
    return { systems: inputs, unread };
  }

  /** `null` when no adapter wants the file, `undefined` when it cannot be opened. */
  #claim(
    found: FoundFile,
    adapters: readonly Adapter[],
  ): (Claimed & { adapter: Adapter }) | null | undefined {
    const file = sourceFile(
      this.#reader,
      found,
      this.#config.limits?.maxFileBytes ?? MAX_FILE_BYTES,
      this.#sink,
      this.#config.limits?.bigLogBytes ?? BIG_LOG_BYTES,
    );
    try {
      for (const adapter of adapters) {
        const kind = adapter.accepts(file);
        if (kind !== null) return { file, kind, adapter };
      }
      return null;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#sink.problem(unreadableProblem(error, "the whole file"));
      return undefined;
    }
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
      ...(system.modules === undefined ? {} : { modules: system.modules }),
      ...(system.choices === undefined ? {} : { choices: system.choices }),
      profile: system.profile ?? null,
      location: null,
    };
  }
}

function looksLikeInput(name: string): boolean {
  return INPUT_LIKE.test(name) && !ABOUT_CODE.test(name.slice(name.lastIndexOf("/") + 1));
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
