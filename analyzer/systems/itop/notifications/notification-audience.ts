/** Says who receives: the person concerned, people inside, people outside, or nobody can tell. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Audience } from "../../../model/notification.ts";
import type { PartyKind } from "../../../model/party.ts";
import type { OqlExpression, OqlField, OqlParameter, OqlSelect } from "../../../source/oql/ast.ts";
import { conjunctsOf } from "../../../source/oql/walk.ts";

/** One group of recipients, without system and evidence. */
export interface Receiver {
  readonly name: string;
  readonly kind: PartyKind;
  readonly audience: Audience;
  readonly why: string;
}

export interface AudienceContext {
  readonly index: EntityIndex;
  /** Classes of the triggering objects that the model knows. */
  readonly entities: readonly string[];
  readonly internalDomains: readonly string[];
  /** Name of the notification. */
  readonly notification: string;
}

/** Words of reference names whose person the record is about. */
const SUBJECT_WORDS: ReadonlySet<string> = new Set(
  "caller requestor requester reporter originator beneficiary employee person contact contactid user userid".split(
    " ",
  ),
);
const STAFF_WORDS: ReadonlySet<string> = new Set("agent technician assignee operator supervisor".split(" "));
const TEAM_WORDS: ReadonlySet<string> = new Set(["team", "group"]);

/** A mail address, with its domain. */
const MAIL_ADDRESS = /^(?:[^<>]*<)?[^\s@<>"']+@([\w-]+(?:\.[\w-]+)+)>?$/;

/** Recipients of one SELECT; `entity` is the class it returns. */
export function receiverOfSelect(select: OqlSelect, entity: string, context: AudienceContext): Receiver {
  const alias = select.selected[0]?.text ?? "";
  const conditions = conjunctsOf(select.where);
  const bindings = conditions.flatMap(bindingOf);
  const own = bindings.find(({ field }) => isIdOf(field, alias, select));
  if (own !== undefined) return receiverOfKey(own.parameter, entity, context);
  const team = bindings.find(
    ({ parameter }) => parameter.root === "this" && hasWord(parameter.attribute, TEAM_WORDS),
  );
  if (team !== undefined) return receiverOfKey(team.parameter, entity, context);
  const [domain] = conditions.flatMap((each) => mailDomainIn(each, entity, context.index));
  if (domain !== undefined) return receiverOfDomain(domain, context.internalDomains);
  const name = `${entity}s selected by query of ${context.notification}`;
  if (isTeam(entity, context.index)) {
    return { name, kind: "team", audience: "internal", why: "the query selects teams of the organisation" };
  }
  const why =
    bindings.length > 0
      ? "the query selects by a property of the triggering object, which does not tell who that is"
      : "the query selects a fixed group, which does not tell who is in it";
  return { name, kind: "unknown", audience: "unknown", why };
}

/** The person or team a parameter such as `:this->caller_id` names. */
export function receiverOfKey(
  parameter: OqlParameter,
  entity: string | null,
  context: AudienceContext,
): Receiver {
  const { root, attribute } = parameter;
  if (root === "mentioned") {
    const why = "whom a log entry mentions is known only when it is written";
    return { name: "Persons mentioned in a log entry", kind: "unknown", audience: "unknown", why };
  }
  if (root !== "this") {
    const why = "the person who causes the event can be anyone with access";
    return { name: "Person who causes the event", kind: "unknown", audience: "unknown", why };
  }
  if (attribute === null || attribute === "id") return receiverOfObject(entity, context);
  const name = `${keyLabel(attribute)} of the ${objectLabel(context)}`;
  if (hasWord(attribute, TEAM_WORDS) || (entity !== null && isTeam(entity, context.index))) {
    return { name, kind: "team", audience: "internal", why: `${attribute} names a team of the organisation` };
  }
  if (hasWord(attribute, STAFF_WORDS)) {
    return {
      name,
      kind: "role",
      audience: "internal",
      why: `${attribute} names a person who works on the object`,
    };
  }
  if (hasWord(attribute, SUBJECT_WORDS) && namesPerson(attribute, context)) {
    const why = `${attribute} names the person the object is about`;
    return { name: `${name} (data subject)`, kind: "data-subject", audience: "subject", why };
  }
  return {
    name,
    kind: "unknown",
    audience: "unknown",
    why: `${attribute} does not tell whether the person is inside`,
  };
}

/** `name@domain` or `Name <name@domain>`; `null` for anything else. Only the domain is ever kept. */
export function mailDomainOf(text: string): string | null {
  return MAIL_ADDRESS.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

/** Without configured internal domains nothing can be called external. */
export function receiverOfDomain(domain: string, internalDomains: readonly string[]): Receiver {
  const name = `Mail address at ${domain}`;
  if (internalDomains.some((each) => domain === each || domain.endsWith(`.${each}`))) {
    return {
      name,
      kind: "role",
      audience: "internal",
      why: `${domain} is a mail domain of the organisation`,
    };
  }
  if (internalDomains.length === 0) {
    return { name, kind: "unknown", audience: "unknown", why: "no internal mail domains are configured" };
  }
  return {
    name,
    kind: "organisation",
    audience: "external",
    why: `${domain} is no mail domain of the organisation`,
  };
}

function receiverOfObject(entity: string | null, { index, entities }: AudienceContext): Receiver {
  const about = entities.length > 0 && entities.every((name) => index.entity(name)?.role === "subject");
  if (about || (entities.length === 0 && entity !== null && index.entity(entity)?.role === "subject")) {
    const why = "the triggering object is the person";
    return { name: "Person concerned (data subject)", kind: "data-subject", audience: "subject", why };
  }
  return {
    name: "Triggering object",
    kind: "unknown",
    audience: "unknown",
    why: "the triggering object is no person",
  };
}

interface Binding {
  readonly field: OqlField;
  readonly parameter: OqlParameter;
}

function bindingOf(condition: OqlExpression): readonly Binding[] {
  if (condition.kind === "in") {
    const [only, ...others] = "kind" in condition.right ? [] : condition.right;
    const single = condition.operator === "IN" && others.length === 0 && only?.kind === "parameter";
    return single && condition.left.kind === "field" ? [{ field: condition.left, parameter: only }] : [];
  }
  if (condition.kind !== "binary" || condition.operator !== "=") return [];
  const { left, right } = condition;
  if (left.kind === "field" && right.kind === "parameter") return [{ field: left, parameter: right }];
  if (left.kind === "parameter" && right.kind === "field") return [{ field: right, parameter: left }];
  return [];
}

function mailDomainIn(condition: OqlExpression, entity: string, index: EntityIndex): readonly string[] {
  if (condition.kind !== "binary" || condition.operator !== "=") return [];
  const { left, right } = condition;
  if (left.kind !== "field" || right.kind !== "literal" || right.type !== "string") return [];
  const domain = index.field(entity, left.name.text)?.kind === "email" ? mailDomainOf(right.value) : null;
  return domain === null ? [] : [domain];
}

/** `id` of the selected class, or the id of a joined class that the text does not tell apart from it. */
function isIdOf({ alias, name }: OqlField, selected: string, select: OqlSelect): boolean {
  if (name.text !== "id") return false;
  return alias === null ? select.joins.length === 0 : alias.text === selected;
}

export function isTeam(entity: string, index: EntityIndex): boolean {
  return index.isA(entity, "Team");
}

function namesPerson(attribute: string, { index, entities }: AudienceContext): boolean {
  return entities.every((entity) => {
    const target = index.field(entity, attribute)?.target;
    const role = target === null || target === undefined ? undefined : index.entity(target)?.role;
    return role === undefined || role === "subject" || role === "account";
  });
}

function wordsOf(attribute: string): readonly string[] {
  return attribute
    .toLowerCase()
    .split("_")
    .filter((word) => word !== "id" && word !== "");
}

function hasWord(attribute: string | null, words: ReadonlySet<string>): boolean {
  return attribute !== null && wordsOf(attribute).some((word) => words.has(word));
}

function keyLabel(attribute: string): string {
  const text = wordsOf(attribute).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the triggering objects are, in one word: several classes share a party when all are tickets. */
function objectLabel({ index, entities }: AudienceContext): string {
  if (entities.length > 0 && entities.every((name) => index.entity(name)?.role === "ticket")) return "ticket";
  const [only, ...others] = entities;
  return only !== undefined && others.length === 0 ? only : "triggering object";
}
