/** The one door to files: a directory on disk or a handful of texts in memory look the same from here on. */
import type { Stats } from "node:fs";
import {
  closeSync,
  createReadStream,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  statSync,
} from "node:fs";
import { join } from "node:path";

export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
  readonly bytes: number;
}

/** Paths are relative to the reader's root, with `/`; the root itself is "". */
export interface FileReader {
  /** Entries sorted by name. Symbolic links are followed; broken ones are left out. */
  entries(folder: string): readonly FolderEntry[];
  bytes(path: string): Uint8Array;
  /** The first bytes, at most `length`. */
  head(path: string, length: number): Uint8Array;
  chunks(path: string): AsyncIterable<Uint8Array>;
  exists(path: string): boolean;
}

export function diskReader(root: string): FileReader {
  const full = (path: string): string => join(root, path);
  return {
    entries(folder) {
      const found: FolderEntry[] = [];
      for (const name of readdirSync(full(folder)).sort()) {
        const stats = statOrNothing(join(full(folder), name));
        if (stats?.isDirectory()) found.push({ name, kind: "folder", bytes: 0 });
        else if (stats?.isFile()) found.push({ name, kind: "file", bytes: stats.size });
      }
      return found;
    },
    bytes: (path) => readFileSync(full(path)),
    head(path, length) {
      const buffer = Buffer.alloc(length);
      const handle = openSync(full(path), "r");
      try {
        return buffer.subarray(0, readSync(handle, buffer, 0, length, 0));
      } finally {
        closeSync(handle);
      }
    },
    chunks: (path) => createReadStream(full(path), { highWaterMark: 1 << 18 }),
    exists: (path) => statOrNothing(full(path)) !== undefined,
  };
}

function statOrNothing(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** Files given as texts or bytes by path. */
export function memoryReader(files: Readonly<Record<string, string | Uint8Array>>): FileReader {
  const bytesOf = (path: string): Uint8Array => {
    const content = files[path];
    if (content === undefined) throw new Error(`no file ${path}`);
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
    bytes: bytesOf,
    head: (path, length) => bytesOf(path).subarray(0, length),
    async *chunks(path) {
      yield bytesOf(path);
    },
    exists: (path) => Object.keys(files).some((file) => file === path || file.startsWith(`${path}/`)),
  };
}
