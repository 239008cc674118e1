/** Classes iTop generates for the tags of every TagSet field of the model. */
import type { ClassSource } from "./class-source.ts";

const TAG_PARENT = "TagSetFieldData";

/** `TagSetFieldDataFor_<Class>__<field>` for each TagSet field declared in XML; PHP classes get none. */
export function tagSetClasses(classes: readonly ClassSource[]): readonly ClassSource[] {
  const known = new Set(classes.map((each) => each.name));
  if (!known.has(TAG_PARENT)) return [];
  return classes.flatMap((each) =>
    each.fields
      .filter((field) => field.type.toLowerCase() === "attributetagset")
      .map((field): ClassSource => ({
        name: `TagSetFieldDataFor_${each.name}__${field.name}`,
        parent: TAG_PARENT,
        abstract: false,
        isLink: false,
        categories: ["bizmodel"],
        naming: ["label"],
        reconciliation: ["code"],
        uniqueness: new Map(),
        states: [],
        stateField: null,
        obsolescence: null,
        archivable: false,
        fields: [],
        location: field.location,
        trace: field.trace,
      }))
      .filter((generated) => !known.has(generated.name)),
  );
}
