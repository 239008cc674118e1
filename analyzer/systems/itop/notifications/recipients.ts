/** Reads recipient expressions: OQL of `to`, `cc`, `bcc` and newsroom recipients, fixed addresses, placeholders. */
import type { Location } from "../../../model/location.ts";
import type { Recipient } from "../../../model/notification.ts";
import { isQuery, type OqlParameter, type OqlQuery } from "../../../source/oql/ast.ts";
import { checkOql, classOfQuery, hasAttribute } from "../../../source/oql/check.ts";
import { parseOql } from "../../../source/oql/parse.ts";
import { parametersOf, selectedClasses, selectsOf } from "../../../source/oql/walk.ts";
import { placeholdersOf } from "../../../source/template/placeholder.ts";
import {
  mailDomainOf,
  receiverOfDomain,
  receiverOfKey,
  receiverOfSelect,
  type AudienceContext,
  type Receiver,
} from "./notification-audience.ts";
import { attributesNamed } from "./placeholders.ts";

export interface RecipientContext extends AudienceContext {
  /** Events of the triggers; empty when nothing triggers the notification. */
  readonly events: readonly string[];
  /** The channel writes to the first e-mail attribute of the selected class. */
  readonly byMail: boolean;
  readonly location: Location;
}

/** A recipient with the groups of people behind it; none when the expression is not valid. */
export interface RecipientReading {
  /** Without the parties, which are named once for the whole system. */
  readonly recipient: Omit<Recipient, "parties">;
  readonly receivers: readonly Receiver[];
}

type Slot = Recipient["slot"];

/** Objects that triggers hand to the query besides `this`. */
const PARAMETER_ROOTS: ReadonlySet<string> = new Set([
  "this",
  "mentioned",
  "attachment",
  "trigger",
  "action",
  "current_contact",
  "current_contact_id",
  "current_user",
]);

/** A slot that iTop reads as OQL. */
export function readQueryRecipient(slot: Slot, text: string, context: RecipientContext): RecipientReading {
  const domain = mailDomainOf(text);
  if (domain !== null) {
    const receiver = receiverOfDomain(domain, context.internalDomains);
    return invalid(slot, "address", "an address stands where a query is expected", context, receiver);
  }
  const { query, errors } = parseOql(text);
  const [syntax] = errors;
  if (syntax !== undefined) return invalid(slot, "query", syntax.message, context);
  if (query === null || !isQuery(query)) return invalid(slot, "query", "a condition without SELECT", context);
  const entity = classOfQuery(query, context.index);
  const error = errorOf(query, entity, context);
  if (error !== null || entity === null) return invalid(slot, "query", error ?? "unknown class", context);
  const bound = parametersOf(query).length > 0;
  const receivers = selectsOf(query).map((select) =>
    receiverOfSelect(select, selectedClasses(select)[0]?.class ?? entity, context),
  );
  return reading({ slot, kind: "query", entity, bound, valid: true, error: null }, receivers, context);
}

/** A slot that holds an address, possibly as placeholder. */
export function readAddressRecipient(slot: Slot, text: string, context: RecipientContext): RecipientReading {
  const [placeholder] = placeholdersOf(text);
  const [key] = placeholder?.path ?? [];
  if (placeholder !== undefined) {
    const isKey = key !== undefined && placeholder.path.length > 1;
    const parameter: OqlParameter = {
      kind: "parameter",
      root: placeholder.root,
      attribute: isKey ? key.name : null,
      start: placeholder.start,
      end: placeholder.end,
    };
    const targets = context.entities.flatMap((name) =>
      attributesNamed(context.index, name, isKey ? key.name : ""),
    );
    const entity = placeholder.root === "this" ? (targets[0]?.target ?? context.entities[0] ?? null) : null;
    const receiver = receiverOfKey(parameter, entity, context);
    return reading(
      { slot, kind: "field", entity, bound: true, valid: true, error: null },
      [receiver],
      context,
    );
  }
  const domain = mailDomainOf(text);
  if (domain === null) return invalid(slot, "address", "no mail address", context);
  const receiver = receiverOfDomain(domain, context.internalDomains);
  return reading(
    { slot, kind: "address", entity: null, bound: false, valid: true, error: null },
    [receiver],
    context,
  );
}

function errorOf(query: OqlQuery, entity: string | null, context: RecipientContext): string | null {
  const { index, byMail } = context;
  const [wrong] = checkOql(query, index);
  if (wrong !== undefined) return wrong.message;
  if (entity === null) return "unknown class";
  if (byMail && !index.entity(entity)?.fields.some((field) => field.kind === "email")) {
    return `${entity} has no e-mail attribute`;
  }
  for (const parameter of parametersOf(query)) {
    const error = parameterError(parameter, context);
    if (error !== null) return error;
  }
  return null;
}

function parameterError(
  { root, attribute }: OqlParameter,
  { index, entities, events }: RecipientContext,
): string | null {
  if (!PARAMETER_ROOTS.has(root)) return `nothing gives the parameter ${root}`;
  if (root === "mentioned" && events.length > 0 && !events.includes("mention")) {
    return "only mention triggers know whom a log entry mentions";
  }
  if (root !== "this" || attribute === null || entities.length === 0) return null;
  const known = entities.some(
    (entity) =>
      hasAttribute(index, entity, attribute) || attributesNamed(index, entity, attribute).length > 0,
  );
  return known ? null : `${entities.join(" and ")} without attribute ${attribute}`;
}

function invalid(
  slot: Slot,
  kind: Recipient["kind"],
  error: string,
  context: RecipientContext,
  receiver?: Receiver,
): RecipientReading {
  const audience = receiver?.audience ?? "unknown";
  const why = receiver?.why ?? "the expression does not work, so nobody is selected";
  const { location } = context;
  return {
    recipient: { slot, kind, entity: null, audience, why, bound: false, valid: false, error, location },
    receivers: receiver === undefined ? [] : [receiver],
  };
}

function reading(
  facts: Omit<Recipient, "audience" | "why" | "location" | "parties">,
  receivers: readonly Receiver[],
  { location }: RecipientContext,
): RecipientReading {
  const audiences = new Set(receivers.map(({ audience }) => audience));
  const audience = audiences.size === 1 ? (receivers[0]?.audience ?? "unknown") : "unknown";
  const why = [...new Set(receivers.map((receiver) => receiver.why))].join("; ");
  return { recipient: { ...facts, audience, why, location }, receivers };
}
