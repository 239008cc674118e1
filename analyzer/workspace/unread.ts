/** Files that look like input and that nothing reads: one problem a folder and ending, so that none is lost and none shouts. */
import type { Problem } from "../model/problem.ts";

export function unreadProblems(files: readonly { readonly path: string }[]): readonly Problem[] {
  const groups = new Map<string, string[]>();
  for (const { path } of files) {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
    const ending = path
      .slice(path.lastIndexOf("/") + 1)
      .replace(/^[^.]*/, "")
      .replace(/^.*(\.[^.]+(\.gz)?)$/i, "$1");
    const key = `${folder}\n${ending}`;
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].map((paths) => {
    const first = paths[0] as string;
    const rest = paths.length - 1;
    return {
      kind: "unknown-format",
      message:
        rest === 0
          ? "No reader knows this file."
          : `No reader knows this file, nor ${rest} more of its kind in the same folder.`,
      location: { file: first, line: 1, column: 1, endLine: 1, endColumn: 1 },
      lost: paths.length === 1 ? "the whole file" : `${paths.length} files`,
    };
  });
}
