/** The one door to files: a directory on disk or a handful of texts in memory look the same from here on. */
import { closeSync, createReadStream, openSync, readFileSync, readSync, readdirSync, realpathSync, statSync } from "node:fs"; // prettier-ignore
import { join } from "node:path";

export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
  readonly bytes: number;
}

/** The file system refused something that is there; `code` is its word for it, such as `EACCES`. */
export class Unreadable extends Error {
  readonly path: string;
  readonly code: string;

  constructor(path: string, code: string) {
    super(`${path} cannot be read (${code})`);
    this.name = "Unreadable";
    this.path = path;
    this.code = code;
  }
}

/** Paths are relative to the reader's root, with `/`; the root itself is "". Reading throws only `Unreadable`. */
export interface FileReader {
  /** Entries sorted by name. Symbolic links are followed; broken ones are left out. */
  entries(folder: string): readonly FolderEntry[];
  /** What stands at a path; `null` for nothing. */
  at(path: string): Omit<FolderEntry, "name"> | null;
  /** One name for every path that leads to the same folder. */
  identity(folder: string): string;
  /** Differs when the file was written since; `null` where nothing tells. */
  stamp(path: string): string | null;
  bytes(path: string): Uint8Array;
  /** The first bytes, at most `length`. */
  head(path: string, length: number): Uint8Array;
  chunks(path: string): AsyncIterable<Uint8Array>;
  /** The file's path for whoever opens it on its own; absent where files are not on disk. */
  locate?(path: string): string;
}

export function diskReader(root: string): FileReader {
  const full = (path: string): string => join(root, path);
  return {
    locate: full,
    entries: (folder) =>
      reading(folder, () =>
        readdirSync(full(folder))
          .sort()
          .flatMap((name) => {
            const found = standing(join(full(folder), name));
            return found === null ? [] : [{ name, ...found }];
          }),
      ),
    at: (path) => standing(full(path)),
    identity: (folder) => reading(folder, () => realpathSync(full(folder))),
    stamp(path) {
      const stats = statSync(full(path), { throwIfNoEntry: false, bigint: true });
      return stats === undefined ? null : [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(" ");
    },
    bytes: (path) => reading(path, () => readFileSync(full(path))),
    head: (path, length) => reading(path, () => beginningOf(full(path), length)),
    async *chunks(path) {
      try {
        yield* createReadStream(full(path), { highWaterMark: 1 << 18 });
      } catch (error) {
        throw refusal(path, error);
      }
    },
  };
}

function beginningOf(file: string, length: number): Uint8Array {
  const buffer = Buffer.alloc(length);
  const handle = openSync(file, "r");
  try {
    return buffer.subarray(0, readSync(handle, buffer, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}

/** Neither a file nor a folder, such as a socket or a link that turns in a circle, is nothing. */
function standing(path: string): Omit<FolderEntry, "name"> | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return { kind: "folder", bytes: 0 };
    return stats?.isFile() === true ? { kind: "file", bytes: stats.size } : null;
  } catch {
    return null;
  }
}

function reading<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw refusal(path, error);
  }
}

function refusal(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? new Unreadable(path, code) : error;
}

/** Files given as texts or bytes by path. */
export function memoryReader(files: Readonly<Record<string, string | Uint8Array>>): FileReader {
  const bytesOf = (path: string): Uint8Array => {
    const content = files[path];
    if (content === undefined) throw new Unreadable(path, "ENOENT");
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  return {
    entries(folder) {
      const prefix = folder === "" ? "" : `${folder}/`;
      const found = new Map<string, FolderEntry>();
      for (const path of Object.keys(files)) {
        if (!path.startsWith(prefix)) continue;
        const rest = path.slice(prefix.length);
        const slash = rest.indexOf("/");
        if (slash === -1) found.set(rest, { name: rest, kind: "file", bytes: bytesOf(path).length });
        else found.set(rest.slice(0, slash), { name: rest.slice(0, slash), kind: "folder", bytes: 0 });
      }
      return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    at(path) {
      if (Object.hasOwn(files, path)) return { kind: "file", bytes: bytesOf(path).length };
      const isFolder = path === "" || Object.keys(files).some((file) => file.startsWith(`${path}/`));
      return isFolder ? { kind: "folder", bytes: 0 } : null;
    },
    identity: (folder) => folder,
    stamp: () => null,
    bytes: bytesOf,
    head: (path, length) => bytesOf(path).subarray(0, length),
    async *chunks(path) {
      yield bytesOf(path);
    },
  };
}
