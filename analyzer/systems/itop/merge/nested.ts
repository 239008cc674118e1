/** The delta merge of iTop up to 3.1.1: a class stands inside its parent, and goes where its parent goes. */
import type { Problem } from "../../../model/problem.ts";
import type { XmlElement } from "../../../source/xml.ts";
import type { DesignVersion } from "./design-version.ts";
import { emptyModel } from "./empty-model.ts";
import { isFinishedModel, takeOver } from "./finished-model.ts";
import type { DeltaDocument, MergeResult } from "./flat.ts";
import { type MergeFailure, mergeProblem } from "./merge-failure.ts";
import { NestedClasses } from "./nested-classes.ts";
import { NestedLoader, type NestedReports } from "./nested-loader.ts";
import { sideBySide } from "./side-by-side.ts";
import { copyOf } from "./work-tree.ts";

export interface NestedMergeOptions {
  /** Design version iTop runs with. */
  readonly design: DesignVersion;
  /** Model to start from, with nested classes; iTop's empty one when absent. */
  readonly base?: XmlElement;
}

/** Merges documents in load order, all in the running design version. What fails is left out; the rest goes on. */
export function mergeNested(documents: readonly DeltaDocument[], options: NestedMergeOptions): MergeResult {
  const merged = mergeNestedTree(documents, options);
  return { ...merged, root: sideBySide(merged.root) };
}

/** The same with the classes left inside each other, as iTop has them. */
export function mergeNestedTree(
  documents: readonly DeltaDocument[],
  { design, base }: NestedMergeOptions,
): MergeResult {
  const model = base === undefined ? emptyModel(design, documents[0]?.root.location) : copyOf(base);
  const classes = new NestedClasses(model);
  const failures: MergeFailure[] = [];
  const problems: Problem[] = [];
  for (const [document, { root, module }] of documents.entries()) {
    if (isFinishedModel(root)) takeOver(model, classes, root);
    else new NestedLoader(classes, reports(document, module, failures, problems)).load(model, root);
  }
  return { root: model.freeze(), problems, failures };
}

function reports(
  document: number,
  module: string,
  failures: MergeFailure[],
  problems: Problem[],
): NestedReports {
  return {
    failure(code, element, reason, { location }) {
      const failure = { code, document, module, element, reason, location };
      problems.push(mergeProblem(failure, failures.at(-1)?.document !== document));
      failures.push(failure);
    },
    surprise(path, reason, { location }) {
      problems.push({ kind: "merge", message: `${path} ${reason}.`, location, lost: path });
    },
    limit(path, reason, { location }) {
      problems.push({ kind: "limit", message: `${path} ${reason}; it is left out.`, location, lost: path });
    },
  };
}
