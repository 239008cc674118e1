/** Where the nested merge applies a class of a document: inside the parent it names, or where it stands already. */
import { child, textOf, type XmlElement } from "../../../source/xml.ts";
import type { MergeErrorCode } from "./merge-failure.ts";
import { classDepth, type NestedClasses } from "./nested-classes.ts";
import type { WorkNode } from "./work-tree.ts";

/** Classes inside each other that are followed; the standard model needs 6. */
export const MAX_CLASS_DEPTH = 128;

export interface ClassPlace {
  /** `null` when the class cannot be applied. */
  readonly parent: WorkNode | null;
  readonly flag: string;
  /** The class as it stood, to be deleted before it is defined anew elsewhere. */
  readonly leaves: WorkNode | null;
  readonly refusal: PlaceRefusal | null;
}

/** What is wrong with the place; `element` is the class or its `<parent>`. */
export type PlaceRefusal =
  | {
      readonly kind: "refused";
      readonly code: MergeErrorCode;
      readonly element: XmlElement;
      readonly reason: string;
    }
  | { readonly kind: "too-deep"; readonly element: XmlElement };

/** `section` is `/itop_design/classes`, where the class stands in its document. */
export function placeOfClass(classes: NestedClasses, section: WorkNode, element: XmlElement): ClassPlace {
  const flag = element.attributes["_delta"] ?? "";
  const target = classes.living(element.attributes["id"] ?? "");
  const home = target?.parent ?? section;
  if (flag === "define" || flag === "force") return belowParent(classes, element, home, flag);
  if (target === undefined) {
    const refusal: PlaceRefusal = { kind: "refused", code: 7, element, reason: "does not exist" };
    return { parent: null, flag, leaves: null, refusal: flag === "if_exists" ? null : refusal };
  }
  if (flag !== "redefine" || home.id === textOf(child(element, "parent")))
    return { parent: home, flag, leaves: null, refusal: null };
  const place = belowParent(classes, element, home, flag);
  return place.refusal === null ? { ...place, flag: "define", leaves: target } : place;
}

/** iTop refuses a class whose parent is missing; here the `<parent>` alone fails, and the class stays at home. */
function belowParent(classes: NestedClasses, element: XmlElement, home: WorkNode, flag: string): ClassPlace {
  const named = child(element, "parent");
  const parent = classes.living(textOf(named));
  if (named === undefined) {
    const refusal: PlaceRefusal = { kind: "refused", code: 8, element, reason: "names no parent class" };
    return { parent: null, flag, leaves: null, refusal };
  }
  if (parent === undefined) {
    const reason = `names the parent class ${textOf(named)}, which does not exist`;
    return {
      parent: home,
      flag,
      leaves: null,
      refusal: { kind: "refused", code: 8, element: named, reason },
    };
  }
  if (classDepth(parent) < MAX_CLASS_DEPTH) return { parent, flag, leaves: null, refusal: null };
  return { parent: null, flag, leaves: null, refusal: { kind: "too-deep", element } };
}
