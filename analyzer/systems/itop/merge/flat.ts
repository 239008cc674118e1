/** The delta merge of iTop 3.1.2 and later: classes side by side, a hierarchy only through `<parent>`. */
import type { Problem } from "../../../model/problem.ts";
import type { XmlElement } from "../../../source/xml.ts";
import { emptyModel } from "./empty-model.ts";
import { FlatLoader } from "./flat-loader.ts";
import { flattenClasses } from "./flatten-classes.ts";
import { type MergeFailure, mergeProblem } from "./merge-failure.ts";
import { copyOf } from "./work-tree.ts";

/** One data model file. */
export interface DeltaDocument {
  readonly root: XmlElement;
  /** Module the file belongs to; empty for the customisation delta. */
  readonly module: string;
  readonly designVersion: string;
}

export interface FlatMergeOptions {
  /** How documents without a `load` attribute are read; iTop's own default is lax. */
  readonly strict: boolean;
  /** Model to start from; iTop's empty one when absent. */
  readonly base?: XmlElement;
}

export interface MergeResult {
  /** Every element keeps the location of the document it was taken from. */
  readonly root: XmlElement;
  readonly problems: readonly Problem[];
  /** In the order met; the first one is where iTop stops. */
  readonly failures: readonly MergeFailure[];
}

/** Merges documents in load order, all in the running design version. What fails is left out; the rest goes on. */
export function mergeFlat(documents: readonly DeltaDocument[], options: FlatMergeOptions): MergeResult {
  const model =
    options.base === undefined ? emptyModel("3.2", documents[0]?.root.location) : copyOf(options.base);
  const failures: MergeFailure[] = [];
  for (const [document, { root, module }] of documents.entries()) {
    const load = root.attributes["load"];
    const strict = load === undefined ? options.strict : load === "strict";
    const flattened = flattenClasses(root);
    const loader = new FlatLoader(strict, (code, element, reason, { location }) => {
      failures.push({ code, document, module, element, reason, location });
    });
    for (const each of flattened.refused) loader.refuseNesting(each);
    loader.load(model, flattened.root);
  }
  const problems = failures.map((each, at) =>
    mergeProblem(each, failures[at - 1]?.document !== each.document),
  );
  return { root: model.freeze(), problems, failures };
}
