/** Finds constants of a query that stand for a person: by their form, and by the attribute they are compared with. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Field } from "../../../model/field.ts";
import { localPart } from "../../../model/model-path.ts";
import type { QueryLiteral } from "../../../model/query.ts";
import type { OqlExpression, OqlLiteral, OqlResult } from "../../../source/oql/ast.ts";
import { lexOql } from "../../../source/oql/lexer.ts";
import { sourceOf } from "../notifications/placeholders.ts";
import { kindOfAttribute, kindsInText, ORGANISATION_WORDS, type PersonalKind } from "../personal-values.ts";
import { accountIdentity } from "../rights/accounts-identity.ts";
import { classOfField, fieldsIn, ownParts, scopesOfOql, type QueryScope } from "./query-scope.ts";

type Kind = QueryLiteral["kind"];

const COMPARISONS: ReadonlySet<string> = new Set(["=", "!=", "LIKE", "NOT LIKE", "MATCHES", "REGEXP"]);

/** One count for each kind, in the order of the kinds. `query` is what could be parsed of the text. */
export function literalsOf(
  text: string,
  query: OqlResult | null,
  host: string | null,
  index: EntityIndex,
): readonly QueryLiteral[] {
  // By offset, so that one constant counts once, for what its form tells rather than its attribute.
  const kinds = new Map<number, Kind>();
  for (const scope of query === null ? [] : scopesOfOql(query, host)) {
    for (const [literal, kind] of comparedWithPeople(scope, index)) kinds.set(literal.start, kind);
  }
  for (const { kind, text: value, start } of lexOql(text).tokens) {
    const [form] = kind === "string" ? kindsInText(value) : [];
    if (form !== undefined && form !== "secret") kinds.set(start, form);
  }
  const counts = new Map<Kind, number>();
  for (const kind of kinds.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => ({ kind, count }));
}

function comparedWithPeople(scope: QueryScope, index: EntityIndex): readonly (readonly [OqlLiteral, Kind])[] {
  const found: (readonly [OqlLiteral, Kind])[] = [];
  for (const part of scope.condition === null ? [] : ownParts(scope.condition)) {
    if (part.kind !== "in" && !(part.kind === "binary" && COMPARISONS.has(part.operator))) continue;
    const right = part.kind === "binary" ? [part.right] : "kind" in part.right ? [] : part.right;
    for (const [named, compared] of [
      [[part.left], right],
      [right, [part.left]],
    ] as const) {
      for (const literal of compared.filter((each) => each.kind === "literal")) {
        const kind = kindBeside(named, literal, scope, index);
        if (kind !== null) found.push([literal, kind]);
      }
    }
  }
  return found;
}

/** What a constant is by any attribute on the other side, be it in a function. */
function kindBeside(
  named: readonly OqlExpression[],
  literal: OqlLiteral,
  scope: QueryScope,
  index: EntityIndex,
): Kind | null {
  // A comparison of comparisons tells nothing, and chains of them are as long as the text.
  const direct = named.filter(({ kind }) => kind === "field" || kind === "call");
  for (const field of direct.flatMap(fieldsIn)) {
    const owner = classOfField(field, scope, index);
    const known = owner === null ? undefined : index.field(owner, field.name.text);
    const kind =
      known === undefined
        ? kindOf(field.name.text, owner, literal)
        : kindOfField(known, owner, literal, index);
    if (kind !== null) return kind;
  }
  return null;
}

function kindOfField(
  field: Field,
  owner: string | null,
  literal: OqlLiteral,
  index: EntityIndex,
): Kind | null {
  const pointsTo = field.kind === "reference" ? field.target : field.name === "id" ? owner : null;
  if (pointsTo !== null) return index.entity(pointsTo)?.role === "subject" ? keyKind(literal) : null;
  const { path, name } = sourceOf(field, index);
  const entity = localPart(path).slice(0, -name.length - 1);
  if (name !== "name" && name !== "friendlyname") return kindOf(name, entity, literal);
  return namesOnlyPeople(entity, index) && isNameLike(literal) ? "name" : null;
}

/** A contact of iTop can be a team, and then its name is nobody's. */
function namesOnlyPeople(entity: string, index: EntityIndex): boolean {
  const all = index.withDescendants(entity);
  return all.length > 0 && all.every(({ role }) => role === "subject");
}

/** Attributes named like a name, a login or a number of people; `entity` decides what a bare `name` is. */
function kindOf(attribute: string, entity: string | null, literal: OqlLiteral): Kind | null {
  if (attribute === "id" && entity === "Person") return keyKind(literal);
  if (literal.type !== "string") return null;
  const kind: PersonalKind | null = kindOfAttribute(attribute, literal.value, entity);
  switch (kind) {
    case "name":
      return isNameLike(literal) ? kind : null;
    case "identifier":
      return isPersonal(literal.value) ? kind : null;
    case "email":
    case "phone":
    case "secret":
    case null:
      return null;
    default:
      return kind satisfies never;
  }
}

/** iTop writes 0 for nobody. */
function keyKind({ type, value }: OqlLiteral): Kind | null {
  return (type === "number" || type === "string") && /^[1-9]\d*$/.test(value) ? "identifier" : null;
}

/** A pattern without two letters in a row, such as `%` or `A%`, fits anybody. */
function isNameLike({ type, value }: OqlLiteral): boolean {
  const words = type === "string" ? (value.toLowerCase().match(/\p{L}{2,}/gu) ?? []) : [];
  return words.some((word) => !ORGANISATION_WORDS.has(word));
}

/** A shared or technical login is nobody's. */
function isPersonal(value: string): boolean {
  if (!/[\p{L}\d]{2}/u.test(value)) return false;
  const { account, pseudonym } = accountIdentity(value);
  return account === pseudonym;
}
