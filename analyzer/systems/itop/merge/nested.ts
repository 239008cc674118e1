/** The delta merge of iTop up to 3.1.1: a class stands inside its parent, and goes where its parent goes. */
import type { Problem } from "../../../model/problem.ts";
import type { XmlElement } from "../../../source/xml.ts";
import { emptyModel } from "./empty-model.ts";
import type { DeltaDocument, MergeResult } from "./flat.ts";
import { type MergeFailure, mergeProblem } from "./merge-failure.ts";
import { NestedClasses } from "./nested-classes.ts";
import { NestedLoader } from "./nested-loader.ts";
import { copyOf } from "./work-tree.ts";

export function mergeNestedTree(documents: readonly DeltaDocument[], base?: XmlElement): MergeResult {
  const model = base === undefined ? emptyModel(documents[0]?.root.location) : copyOf(base);
  const classes = new NestedClasses(model);
  const failures: MergeFailure[] = [];
  const problems: Problem[] = [];
  for (const [document, { root, module }] of documents.entries()) {
    const loader = new NestedLoader(classes, {
      failure: (code, element, reason, { location }) => {
        failures.push({ code, document, module, element, reason, location });
      },
      note: () => {},
    });
    loader.load(model, root);
  }
  problems.push(...failures.map((each, at) => mergeProblem(each, failures[at - 1]?.document !== each.document)));
  return { root: model.freeze(), problems, failures };
}
