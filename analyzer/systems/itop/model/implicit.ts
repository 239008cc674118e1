/** Fields that iTop's run time adds to every class, exactly as it does in 2.7 to 3.2. */
import { fieldSource, type FieldSource } from "./class-source.ts";
import type { ClassNode } from "./class-tree.ts";

export interface ImplicitField {
  readonly source: FieldSource;
  readonly declaredIn: string;
}

/** A field of the class under construction, as far as the rules below look at it. */
export interface KeyLike {
  readonly name: string;
  readonly declaredIn: string;
  /** Class the field points to, directly or through external fields; `null` for anything else. */
  readonly target: string | null;
  /** An external field that shows a key of another class. */
  readonly via: { readonly through: string; readonly shows: string } | null;
}

/** Own or inherited obsolescence condition: a child's replaces its parent's. */
export function obsolescenceOf(node: ClassNode): string | null {
  for (let at: ClassNode | null = node; at !== null; at = at.parent) {
    if (at.source.obsolescence !== null) return at.source.obsolescence;
  }
  return null;
}

/**
 * One class with a condition makes its whole tree obsoletable: the others count as never obsolete, but they
 * have the flag and the date.
 */
export function isObsoletable(node: ClassNode): boolean {
  return node.root.obsoletable;
}

/** Class on which the hierarchy becomes archivable; `null` when it does not. */
export function archiveRoot(node: ClassNode): ClassNode | null {
  let root: ClassNode | null = null;
  for (let at: ClassNode | null = node; at !== null; at = at.parent) if (at.source.archivable) root = at;
  return root;
}

/** Fields of the class itself: final class, friendly name, archive and obsolescence. */
export function classFields(node: ClassNode): readonly ImplicitField[] {
  const name = node.source.name;
  const fields: ImplicitField[] = [];
  const add = (declaredIn: string, field: string, type: string): void => {
    fields.push({ declaredIn, source: fieldSource({ name: field, type, location: node.source.location }) });
  };
  if (node.parent !== null || node.children.length > 0) {
    add(node.root.source.name, "finalclass", "AttributeFinalClass");
  }
  add(name, "friendlyname", "AttributeFriendlyName");
  const archive = archiveRoot(node);
  if (archive !== null) {
    add(archive.source.name, "archive_flag", "AttributeArchiveFlag");
    add(archive.source.name, "archive_date", "AttributeArchiveDate");
  }
  if (isObsoletable(node)) {
    add(name, "obsolescence_flag", "AttributeObsolescenceFlag");
    add(node.root.source.name, "obsolescence_date", "AttributeObsolescenceDate");
  }
  return fields;
}

/** Fields a key brings: friendly name, final class of a polymorphic target, flags of the target. */
export function keyFields(key: KeyLike, target: ClassNode): readonly ImplicitField[] {
  const copy = (suffix: string): ImplicitField => ({
    declaredIn: key.declaredIn,
    source: fieldSource({
      name: `${key.name}_${suffix}`,
      type: "AttributeExternalField",
      through: key.via?.through ?? key.name,
      shows: key.via === null ? shownBy(suffix) : `${key.via.shows}_${suffix}`,
    }),
  });
  const fields = [copy("friendlyname")];
  if (key.via === null && target.children.length > 0) fields.push(copy("finalclass_recall"));
  if (archiveRoot(target) !== null) fields.push(copy("archive_flag"));
  if (isObsoletable(target)) fields.push(copy("obsolescence_flag"));
  return fields;
}

function shownBy(suffix: string): string {
  return suffix === "finalclass_recall" ? "finalclass" : suffix;
}
