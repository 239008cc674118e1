/** Merges the data model files of one system as the target version of iTop does. */
import type { Problem } from "../../../model/problem.ts";
import type { XmlElement } from "../../../source/xml.ts";
import { convertDesign } from "./design-format.ts";
import { type DesignVersion, designVersionOf, isDesignVersion, reads } from "./design-version.ts";
import { compareVersions } from "../modules/version-compare.ts";
import { type DeltaDocument, mergeFlat } from "./flat.ts";
import { inputProblems } from "./input-problems.ts";
import { modelProblems } from "./model-problems.ts";
import { mergeNested } from "./nested.ts";

/** The first release that keeps classes side by side. */
const FIRST_FLAT_RELEASE = "3.1.2";

export interface MergeOptions {
  /** Version of iTop, such as `3.1.2`; the newest known when `null`. */
  readonly targetVersion: string | null;
}

export interface MergedModel {
  readonly root: XmlElement;
  readonly problems: readonly Problem[];
}

/** Documents in load order, in whatever design version each was written. */
export function mergeModel(
  documents: readonly DeltaDocument[],
  { targetVersion }: MergeOptions,
): MergedModel {
  const design = designVersionOf(targetVersion);
  const problems: Problem[] = [];
  const converted = documents.map((document) => convert(document, design, problems));
  for (const document of converted) problems.push(...inputProblems(document.root));
  const merged = nestsClasses(targetVersion)
    ? mergeNested(converted, { design })
    : mergeFlat(converted, { strict: false });
  return { root: merged.root, problems: [...problems, ...merged.problems, ...modelProblems(merged.root)] };
}

/** `3.1` without a third number stands for its latest release. */
function nestsClasses(version: string | null): boolean {
  if (version === null || version === "3.1") return false;
  return compareVersions(version, FIRST_FLAT_RELEASE) < 0;
}

function convert(document: DeltaDocument, target: DesignVersion, problems: Problem[]): DeltaDocument {
  const { designVersion: from, root } = document;
  if (isDesignVersion(from) && reads(target, from))
    return { ...document, root: convertDesign(root, from, target), designVersion: target };
  problems.push({
    kind: "merge",
    message: `Design version ${from} is unknown to an iTop that reads up to ${target}: iTop would refuse the file; it is read as it stands.`,
    location: root.location,
  });
  return document;
}
