/** Merges the data model files of one system as the target version of iTop does. */
import type { Problem } from "../../../model/problem.ts";
import type { XmlElement } from "../../../source/xml.ts";
import { convertDocument } from "./convert-document.ts";
import { designVersionOf } from "./design-version.ts";
import { compareVersions } from "../modules/version-compare.ts";
import { type DeltaDocument, mergeFlat } from "./flat.ts";
import { inputProblems } from "./input-problems.ts";
import { modelProblems } from "./model-problems.ts";
import { mergeNested } from "./nested.ts";

/** The first release that keeps classes side by side. */
const FIRST_FLAT_RELEASE = "3.1.2";

const FIRST_UNKNOWN_RELEASE = "3.3";

export interface MergeOptions {
  /** Version of iTop, such as `3.1.2`; the newest known when `null`. */
  readonly targetVersion: string | null;
  /** Nothing tells that version; what is newer than all known is then read all the same. */
  readonly assumed?: boolean;
}

export interface MergedModel {
  readonly root: XmlElement;
  readonly problems: readonly Problem[];
}

/** Documents in load order, in whatever design version each was written. */
export function mergeModel(
  documents: readonly DeltaDocument[],
  { targetVersion, assumed = false }: MergeOptions,
): MergedModel {
  const design = designVersionOf(targetVersion);
  const target = { design, assumed: assumed || targetVersion === null || isBeyond(targetVersion) };
  const problems: Problem[] = [];
  const converted = documents.flatMap((document) => {
    const { document: ready, problems: found } = convertDocument(document, target);
    for (const each of found) problems.push(each);
    return ready ?? [];
  });
  for (const document of converted) for (const each of inputProblems(document.root)) problems.push(each);
  const merged = nestsClasses(targetVersion)
    ? mergeNested(converted, { design })
    : mergeFlat(converted, { strict: false });
  return { root: merged.root, problems: [...problems, ...merged.problems, ...modelProblems(merged.root)] };
}

/** A release after those known here may read design versions nobody knows here. */
function isBeyond(version: string): boolean {
  return compareVersions(version, FIRST_UNKNOWN_RELEASE) >= 0;
}

/** `3.1` without a third number stands for its latest release. */
function nestsClasses(version: string | null): boolean {
  if (version === null || version === "3.1") return false;
  return compareVersions(version, FIRST_FLAT_RELEASE) < 0;
}
