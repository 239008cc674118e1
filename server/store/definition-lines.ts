/** Lines of definition files of one directory; a link that leads out of it leads nowhere. */
import { realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { diskReader } from "../../analyzer/workspace/reader.ts";
import { sourceLines, type SourceLines } from "../../analyzer/workspace/source-lines.ts";

export function definitionLines(directory: string): SourceLines {
  const lines = sourceLines(diskReader(directory));
  return (file, from, to) => (within(directory, file) ? lines(file, from, to) : null);
}

/** Compares real paths: a symbolic link in an analysed directory is somebody else's text. */
function within(directory: string, file: string): boolean {
  try {
    const root = realpathSync(directory);
    return realpathSync(join(root, file)).startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    return false;
  }
}
