/** Checks the files people write beside `art30.yaml`, each by the reader that uses it. */
import { readDecisions } from "../analyzer/classify/decisions.ts";
import { readDeclarations } from "../analyzer/records/declarations.ts";
import type { SourceText } from "../analyzer/source/text.ts";
import type { ConfigProblem } from "../analyzer/source/yaml.ts";
import type { Workspace } from "../analyzer/workspace/open.ts";
import { ownFile, type OwnFile } from "../analyzer/workspace/own-files.ts";
import { readBaseline } from "../rules/engine/baseline.ts";
import { readExceptions } from "../rules/engine/exceptions.ts";

const CHECKS: Readonly<Record<OwnFile, (source: SourceText) => readonly ConfigProblem[]>> = {
  register: (source) => readDeclarations(source).problems,
  decisions: (source) =>
    readDecisions(source).problems.map(({ message, location }) => ({
      path: "",
      expected: message,
      location,
    })),
  exceptions: (source) => readExceptions(source.text, source.file).problems,
  baseline: (source) => readBaseline(source.text, source.file).problems,
};

/** Names of the files that are there, and everything that is wrong with them. */
export function checkOwnFiles(workspace: Workspace): {
  files: readonly string[];
  problems: readonly ConfigProblem[];
} {
  const present = (Object.keys(CHECKS) as OwnFile[]).flatMap((which) => {
    const source = ownFile(workspace.reader, workspace.config, which);
    return source === null ? [] : [{ which, source }];
  });
  return {
    files: present.map(({ source }) => source.file),
    problems: present.flatMap(({ which, source }) => CHECKS[which](source)),
  };
}
