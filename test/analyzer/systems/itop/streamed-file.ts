/** A file as the workspace hands it to an adapter, in small pieces so that every boundary is met. */
import type { SourceFile } from "../../../../analyzer/systems/adapter.ts";

export function streamed(name: string, content: string | Uint8Array, size = 50): SourceFile {
  const bytes = Buffer.from(content as Uint8Array);
  return {
    path: `itop/${name}`,
    name,
    bytes: bytes.length,
    head: bytes.subarray(0, 4096).toString("utf8"),
    text: () => Promise.reject(new Error("such a file is streamed")),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}
