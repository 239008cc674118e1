/** A commented `art30.yaml` for a directory nobody has configured yet. */
import { ADAPTERS } from "../systems/registry.ts";
import { discover } from "./discover.ts";
import type { FileReader } from "./reader.ts";

/** `null` when nothing in the directory is input. */
export function proposeConfig(reader: FileReader): string | null {
  const { systems } = discover(reader, {}, ADAPTERS, { problem: () => {}, suppressible: () => {} });
  if (systems.length === 0) return null;
  const lines = [
    "# What art30 analyses and how. Everything here is optional; `art30 check-config` checks it.",
    "",
    "# Name of the organisation, as documents show it.",
    "estate: Unnamed estate",
    "",
    "# Mail domains of the organisation; every other domain counts as outside.",
    "internalDomains: []",
    "",
    "systems:",
  ];
  for (const { options, adapter, files } of systems) {
    lines.push(
      `  ${options.id}:`,
      `    adapter: ${adapter.id}`,
      "    paths:",
      ...topFolders(files.map(({ file }) => file.path)).map((path) => `      - ${JSON.stringify(path)}`),
      '    # version: "3.2"            # otherwise read from the input',
      "    # deployment: on-premises   # or vendor-cloud, hosted",
      "    # host: who runs the machines",
    );
  }
  lines.push(
    "",
    "rules:",
    "  preset: recommended           # minimal, recommended or strict",
    "  # severity:",
    "  #   storage/unstructured-content: off",
    "",
  );
  return lines.join("\n");
}

/** The shortest list of folders (or files at the top) that holds all paths. */
function topFolders(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => path.split("/")[0] as string))].sort();
}
