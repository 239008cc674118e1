/** Where the nested merge applies a class at the top of a document: in the class it names as parent, or where it stands. */
import { child, textOf, type XmlElement } from "../../../source/xml.ts";
import type { MergeErrorCode } from "./merge-failure.ts";
import { classDepth, type NestedClasses } from "./nested-classes.ts";
import type { WorkNode } from "./work-tree.ts";

/** Classes inside each other that are followed; the standard model needs 6. */
export const MAX_CLASS_DEPTH = 128;

export interface ClassPlace {
  /** `null` when there is nothing to apply. */
  readonly parent: WorkNode | null;
  readonly flag: string;
  /** Class that is deleted first: `redefine` with another parent defines it anew. */
  readonly moves: WorkNode | null;
  readonly refusal: PlaceRefusal | null;
}

export interface PlaceRefusal {
  /** `null` for the analyser's own limit. */
  readonly code: MergeErrorCode | null;
  /** The element to blame: the class or its `<parent>`. */
  readonly element: XmlElement;
  readonly reason: string;
}

/**
 * A class without its parent is a failure of the `<parent>` alone: it is kept beside the others, so that what else
 * the document says still counts.
 */
export function placeOfClass(
  classes: NestedClasses,
  section: WorkNode,
  element: XmlElement,
): ClassPlace {
  const flag = element.attributes["_delta"] ?? "";
  const parentName = textOf(child(element, "parent"));
  if (flag === "define" || flag === "force") return below(classes, section, element);
  const target = classes.living(element.attributes["id"] ?? "");
  if (target === undefined) {
    const refusal = flag === "if_exists" ? null : { code: 7 as const, element, reason: "does not exist" };
    return { parent: null, flag, moves: null, refusal };
  }
  const home = target.parent as WorkNode;
  if (flag !== "redefine" || (home.id ?? "") === parentName) {
    return { parent: home, flag, moves: null, refusal: null };
  }
  return { parent: home, flag, moves: null, refusal: null };
}
