/** Converts data model files of older design versions to a newer one, step by step as iTop does before it merges. */
import type { XmlElement } from "../../../source/xml.ts";
import { DESIGN_STEPS } from "./design-steps.ts";
import { DESIGN_VERSIONS, type DesignVersion } from "./design-version.ts";

/** A new tree in the newer format; the tree itself when there is nothing to convert. Older targets are not served. */
export function convertDesign(root: XmlElement, from: DesignVersion, to: DesignVersion): XmlElement {
  const [start, end] = [DESIGN_VERSIONS.indexOf(from), DESIGN_VERSIONS.indexOf(to)];
  if (start >= end) return root;
  let converted = root;
  for (const reached of DESIGN_VERSIONS.slice(start + 1, end + 1)) {
    converted = DESIGN_STEPS[reached]?.(converted) ?? converted;
  }
  return { ...converted, attributes: { ...converted.attributes, version: to } };
}
