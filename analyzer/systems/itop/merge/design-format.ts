/** Converts data model files from one design version to another, step by step as iTop does before it merges. */
import type { XmlElement } from "../../../source/xml.ts";
import { DESIGN_STEPS_DOWN, type DesignLoss } from "./design-steps-down.ts";
import { DESIGN_STEPS } from "./design-steps.ts";
import { DESIGN_VERSIONS, type DesignVersion } from "./design-version.ts";

/** A new tree in the other format; the tree itself when there is nothing to convert. Only the way down loses anything. */
export function convertDesign(
  root: XmlElement,
  from: DesignVersion,
  to: DesignVersion,
  lost: (loss: DesignLoss) => void = () => {},
): XmlElement {
  const [start, end] = [DESIGN_VERSIONS.indexOf(from), DESIGN_VERSIONS.indexOf(to)];
  if (start === end) return root;
  let converted = root;
  if (start < end) {
    for (const reached of DESIGN_VERSIONS.slice(start + 1, end + 1)) {
      converted = DESIGN_STEPS[reached]?.(converted) ?? converted;
    }
  } else {
    for (const left of DESIGN_VERSIONS.slice(end + 1, start + 1).reverse()) {
      for (const step of DESIGN_STEPS_DOWN[left] ?? []) converted = step(converted, lost);
    }
  }
  return { ...converted, attributes: { ...converted.attributes, version: to } };
}

/** Losses counted by element name and what happens: `2 × rank is removed`. */
export function lossesInWords(losses: readonly DesignLoss[]): string {
  const counts = new Map<string, number>();
  for (const { element, what } of losses) {
    const key = `${element.name} ${what}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => (count === 1 ? key : `${count} × ${key}`))
    .join(", ");
}
