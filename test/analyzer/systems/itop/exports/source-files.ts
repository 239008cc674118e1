/** Files as the workspace hands them out, from text or bytes in memory. */
import type { SourceFile } from "../../../../../analyzer/systems/adapter.ts";
import { acceptsItop } from "../../../../../analyzer/systems/itop/accepts.ts";
import type { ItopFragment } from "../../../../../analyzer/systems/itop/fragments.ts";
import { readItop } from "../../../../../analyzer/systems/itop/read.ts";
import { memoryReader } from "../../../../../analyzer/workspace/reader.ts";
import { PACKAGE_RESOURCES } from "../../../../../analyzer/workspace/resources.ts";
import { sourceFile } from "../../../../../analyzer/workspace/source-file.ts";

export function fileOf(name: string, content: string | Uint8Array): SourceFile {
  const found = { path: `itop/${name}`, name, bytes: content.length };
  const sink = { problem: () => undefined, suppressible: () => undefined };
  return sourceFile(memoryReader({ [found.path]: content }), found, 1 << 20, sink);
}

/** Reads a file the way the workspace does; fails the test when the adapter does not want it. */
export async function readFile(name: string, content: string | Uint8Array) {
  const file = fileOf(name, content);
  const kind = acceptsItop(file);
  if (kind === null) throw new Error(`${name} is not accepted`);
  const { fragments, problems } = await readItop(file, kind, PACKAGE_RESOURCES);
  const objects = (fragments as readonly ItopFragment<"export">[])
    .filter((each) => each.kind === "export")
    .map(({ data }) => ({ class: data.class, id: data.id, ...data.fields }) as Record<string, unknown>);
  return { fragments, objects, problems, kinds: problems.map((problem) => problem.kind) };
}
