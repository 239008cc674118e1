/** The fields each class has at run time: inherited, own and implicit ones, with external fields resolved. */
import type { Problem } from "../../../model/problem.ts";
import type { ClassNode } from "./class-tree.ts";
import type { FieldSource } from "./class-source.ts";
import type { FieldType, FieldTypes } from "./field-types.ts";
import { classFields, keyFields } from "./implicit.ts";

export interface EffectiveField {
  readonly source: FieldSource;
  readonly declaredIn: string;
  readonly type: FieldType;
  readonly implicit: boolean;
  /** Class a key or link set points to; a hierarchical key points to the class that declares it. */
  readonly target: string | null;
}

/** The stored or computed field at the end of a chain of external fields. */
export interface Shown {
  readonly owner: string;
  readonly field: EffectiveField;
}

/** Longest chain of external fields that is followed; the standard model needs 3. */
export const MAX_COPY_DEPTH = 16;

export class EffectiveFields {
  readonly #nodes: ReadonlyMap<string, ClassNode>;
  readonly #types: FieldTypes;
  readonly #fields = new Map<string, ReadonlyMap<string, EffectiveField>>();
  readonly #left = new Map<string, ReadonlySet<string>>();
  readonly #problems: Problem[] = [];

  /** `nodes` come parents first. */
  constructor(nodes: ReadonlyMap<string, ClassNode>, types: FieldTypes) {
    this.#nodes = nodes;
    this.#types = types;
    for (const node of nodes.values()) this.#inherit(node);
    for (const node of nodes.values()) this.#addClassFields(node);
    for (const node of nodes.values()) this.#addKeyFields(node);
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  of(name: string): ReadonlyMap<string, EffectiveField> {
    return this.#fields.get(name) ?? new Map();
  }

  /** What a field shows in the end: itself unless it is an external field; `null` when the chain breaks. */
  shown(owner: string, field: EffectiveField): Shown | null {
    let at: Shown = { owner, field };
    for (let depth = 0; depth < MAX_COPY_DEPTH; depth++) {
      if (at.field.type.name !== "AttributeExternalField") return at;
      const next = this.next(at.owner, at.field);
      if (next === null) return null;
      at = next;
    }
    return null;
  }

  /** One step of the chain: the field of the target class that an external field names. */
  next(owner: string, field: EffectiveField): Shown | null {
    const { through, shows } = field.source;
    if (through === null || shows === null) return null;
    const target = this.of(owner).get(through)?.target ?? null;
    const remote = target === null ? undefined : this.of(target).get(shows);
    return remote === undefined || target === null ? null : { owner: target, field: remote };
  }

  #inherit(node: ClassNode): void {
    const name = node.source.name;
    const fields = new Map(node.parent === null ? [] : this.of(node.parent.source.name));
    const left = new Set(node.parent === null ? [] : this.#left.get(node.parent.source.name));
    for (const source of node.source.fields) {
      const type = this.#types.of(source.type, source.location);
      const target = type.name === "AttributeHierarchicalKey" ? name : source.target;
      const key = source.through !== null && left.has(source.through) ? source.through : null;
      if (key !== null || this.#pointsNowhere(type, target)) {
        left.add(source.name);
        this.#report(name, source, key ?? target);
      } else fields.set(source.name, { source, declaredIn: name, type, implicit: false, target });
    }
    this.#fields.set(name, fields);
    this.#left.set(name, left);
  }

  #addClassFields(node: ClassNode): void {
    const fields = new Map(this.of(node.source.name));
    for (const { source, declaredIn } of classFields(node)) {
      fields.set(source.name, this.#implicit(source, declaredIn));
    }
    this.#fields.set(node.source.name, fields);
  }

  #addKeyFields(node: ClassNode): void {
    const name = node.source.name;
    const own = this.of(name);
    const fields = new Map(own);
    for (const field of own.values()) {
      const shown = this.shown(name, field);
      if (shown === null || !this.#types.isA(shown.field.type, "AttributeExternalKey")) continue;
      const target = shown.field.target === null ? undefined : this.#nodes.get(shown.field.target);
      if (target === undefined) continue;
      const { through, shows } = field.source;
      const copied = field.type.name === "AttributeExternalField" && through !== null && shows !== null;
      const key = {
        name: field.source.name,
        declaredIn: copied ? (own.get(through)?.declaredIn ?? name) : field.declaredIn,
        target: target.source.name,
        via: copied ? { through, shows } : null,
      };
      for (const { source, declaredIn } of keyFields(key, target)) {
        // A class may declare the name field itself; the run time replaces it by the same.
        if (fields.has(source.name)) continue;
        fields.set(source.name, this.#implicit({ ...source, location: field.source.location }, declaredIn));
      }
    }
    this.#fields.set(name, fields);
  }

  #implicit(source: FieldSource, declaredIn: string): EffectiveField {
    return { source, declaredIn, type: this.#types.of(source.type, null), implicit: true, target: null };
  }

  /** iTop leaves out keys and link sets to classes that are not installed, and external fields through them. */
  #pointsNowhere(type: FieldType, target: string | null): boolean {
    if (!this.#types.isA(type, "AttributeExternalKey") && !this.#types.isA(type, "AttributeLinkedSet")) {
      return false;
    }
    return target === null || !this.#nodes.has(target);
  }

  #report(owner: string, source: FieldSource, missing: string | null): void {
    if (source.location === null) return;
    this.#problems.push({
      kind: "unresolved",
      message: `${owner}.${source.name} needs ${missing ?? "a target class"}, which the model lacks; iTop leaves the field out.`,
      location: source.location,
    });
  }
}
