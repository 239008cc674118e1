/** Checks a parsed OQL text against the model: classes, aliases, join keys and attributes exist. */
import type { EntityIndex } from "../../model/entity-index.ts";
import {
  isQuery,
  type OqlField,
  type OqlJoin,
  type OqlQuery,
  type OqlResult,
  type OqlSelect,
} from "./ast.ts";
import type { OqlError } from "./lexer.ts";
import { partsOf, selectsOf } from "./walk.ts";

/** Attributes of every class that no definition names; `id` is iTop's primary key. */
const IMPLICIT_ATTRIBUTES: ReadonlySet<string> = new Set(["id", "friendlyname", "finalclass"]);

/** Name errors by offset, empty when iTop would run the query. A bare condition is checked with `checkCondition`. */
export function checkOql(query: OqlQuery, index: EntityIndex): readonly OqlError[] {
  const errors: OqlError[] = [];
  checkQuery(query, index, errors);
  return errors.toSorted((a, b) => a.offset - b.offset);
}

/** Name errors of a bare condition whose unqualified attributes are those of one class. */
export function checkCondition(
  condition: OqlResult,
  entity: string,
  index: EntityIndex,
): readonly OqlError[] {
  if (isQuery(condition)) return checkOql(condition, index);
  const errors: OqlError[] = [];
  checkAttributes(condition, new Map([[entity, entity]]), index, errors);
  return errors.toSorted((a, b) => a.offset - b.offset);
}

export function hasAttribute(index: EntityIndex, entity: string, name: string): boolean {
  return IMPLICIT_ATTRIBUTES.has(name) || index.field(entity, name) !== undefined;
}

/** The class that every object of the query is of: its first class, for unions the nearest common parent. */
export function classOfQuery(query: OqlQuery, index: EntityIndex): string | null {
  const [first, ...others] = selectsOf(query).map((select) =>
    aliasesOf(select).get(select.selected[0]?.text ?? ""),
  );
  if (first === undefined || index.entity(first) === undefined) return null;
  const isCommon = (name: string): boolean =>
    others.every((other) => other !== undefined && index.isA(other, name));
  return index.lineage(first).find(({ name }) => isCommon(name))?.name ?? null;
}

function checkQuery(query: OqlQuery, index: EntityIndex, errors: OqlError[]): void {
  for (const select of selectsOf(query)) checkSelect(select, index, errors);
  if (query.kind === "union" && errors.length === 0 && classOfQuery(query, index) === null) {
    errors.push({ message: "the classes of the union have no common parent", offset: query.start });
  }
}

function aliasesOf(select: OqlSelect): Map<string, string> {
  const sources = [select.from, ...select.joins.map((join) => join.source)];
  return new Map(sources.map((source) => [source.alias.text, source.class.text]));
}

function checkSelect(select: OqlSelect, index: EntityIndex, errors: OqlError[]): void {
  const known = new Map<string, string>();
  for (const source of [select.from, ...select.joins.map((join) => join.source)]) {
    const { text: name, start: offset } = source.class;
    if (index.entity(name) === undefined) errors.push({ message: `unknown class ${name}`, offset });
    if (known.has(source.alias.text)) {
      errors.push({ message: `alias ${source.alias.text} is used twice`, offset: source.alias.start });
    }
    known.set(source.alias.text, name);
  }
  for (const { text, start } of select.selected) {
    if (!known.has(text)) errors.push({ message: `unknown alias ${text}`, offset: start });
  }
  for (const join of select.joins) checkJoin(join, known, index, errors);
  if (select.where !== null) checkAttributes(select.where, known, index, errors);
}

/** iTop joins from a reference of one side to the `id` of the other, both with their alias. */
function checkJoin(
  join: OqlJoin,
  known: ReadonlyMap<string, string>,
  index: EntityIndex,
  errors: OqlError[],
): void {
  if (join.right.name.text !== "id") {
    errors.push({ message: "the right side of a join must be an id", offset: join.right.name.start });
  }
  for (const side of [join.left, join.right]) {
    const entity = side.alias === null ? undefined : known.get(side.alias.text);
    if (entity === undefined) {
      errors.push({ message: "the sides of a join need a known alias", offset: side.start });
    } else if (side === join.left && index.entity(entity) !== undefined) {
      const { text, start } = side.name;
      if (index.field(entity, text)?.kind !== "reference") {
        errors.push({ message: `${text} of ${entity} is no reference to join by`, offset: start });
      }
    }
  }
}

function checkAttributes(
  condition: OqlResult,
  known: ReadonlyMap<string, string>,
  index: EntityIndex,
  errors: OqlError[],
): void {
  const nested: OqlQuery[] = [];
  for (const part of partsOf(condition)) {
    // Parts of a nested query belong to its own aliases.
    if (nested.some((query) => part.start >= query.start && part.end <= query.end)) continue;
    if (part.kind === "select" || part.kind === "union") {
      nested.push(part);
      checkQuery(part, index, errors);
    } else if (part.kind === "field") checkAttribute(part, known, index, errors);
  }
}

function checkAttribute(
  { alias, name }: OqlField,
  known: ReadonlyMap<string, string>,
  index: EntityIndex,
  errors: OqlError[],
): void {
  if (alias !== null) {
    const entity = known.get(alias.text);
    if (entity === undefined) errors.push({ message: `unknown alias ${alias.text}`, offset: alias.start });
    else if (index.entity(entity) !== undefined && !hasAttribute(index, entity, name.text)) {
      errors.push({ message: `${entity} has no attribute ${name.text}`, offset: name.start });
    }
    return;
  }
  const entities = [...known.values()].filter((entity) => index.entity(entity) !== undefined);
  if (entities.length < known.size) return;
  const owners = entities.filter((entity) => hasAttribute(index, entity, name.text));
  if (owners.length === 0) {
    errors.push({ message: `${entities.join(" and ")} without attribute ${name.text}`, offset: name.start });
  } else if (owners.length > 1) {
    errors.push({ message: `${name.text} could be of ${owners.join(" or ")}`, offset: name.start });
  }
}
