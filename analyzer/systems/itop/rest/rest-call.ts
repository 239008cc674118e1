/** Reads one EventRestService row into what the call was: account, operation, classes, attributes, outcome. */
import type { Operation, Verb } from "../../../model/operation.ts";
import { readTruncatedJson } from "../../../source/json-lenient.ts";
import { accountIdentity } from "../rights/accounts-identity.ts";
import { isMap, textValue } from "../exports/export-values.ts";
import { isIdentifier, operationName, verbOf } from "./rest-names.ts";
import { findInParameters, type ParameterKind, secretInText } from "./rest-parameters.ts";
import { readReply, type RestReply } from "./rest-reply.ts";

export interface RestCall {
  readonly account: string;
  readonly operation: string;
  readonly verb: Verb;
  /** Class named in the request, `null` when it names none. */
  readonly asked: string | null;
  readonly selection: Operation["selection"];
  /** Attribute codes that were asked for by name or written. */
  readonly named: readonly string[];
  readonly reply: RestReply;
  readonly bulk: boolean;
  readonly failed: boolean;
  readonly parameters: readonly ParameterKind[];
  /** `YYYY-MM-DDTHH:MM:SS` in the server's local time. */
  readonly time: string | null;
  readonly truncated: boolean;
  readonly unreadable: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** A request as far as it could be read. */
export interface RestRequest {
  readonly input: Fields;
  readonly state: "complete" | "truncated" | "malformed";
  /** Class named in the request, `null` when it names none. */
  readonly asked: string | null;
  readonly parameters: readonly ParameterKind[];
}

/** `read` reads the request; a folder has one that knows recent texts again. */
export function readRestCall(row: Fields, read: typeof readRequest = readRequest): RestCall {
  const request = read(textValue(row["json_input"]));
  const code = textValue(row["code"]);
  const reply = readReply(code === "0" ? textValue(row["json_output"]) : "", limitOf(request.input));
  return restCall({ ...row, failed: code !== "0" }, request, reply);
}

export function readRequest(text: string): RestRequest {
  const { value, state } = readTruncatedJson(text);
  const request = requestOf(isMap(value) ? value : {}, state);
  // A secret in a text that holds no value at all.
  if (value === undefined && secretInText(text))
    return { ...request, parameters: [{ where: "body", kind: "secret" }] };
  return request;
}

export function requestOf(input: Fields, state: RestRequest["state"]): RestRequest {
  const name = textValue(input["class"]) || classOfQuery(input["key"]);
  const asked = isIdentifier(name) ? name : null;
  return { input, state, asked, parameters: findInParameters(input, asked) };
}

/** `row` gives `userinfo`, `operation` and `date` as logged. */
export function restCall(
  row: Fields & { failed: boolean },
  request: RestRequest,
  reply: RestReply,
): RestCall {
  const { input, state, asked, parameters } = request;
  // Early failures leave the column empty; the request still tells what was tried.
  const operation = operationName(textValue(row["operation"]) || textValue(input["operation"]));
  // A simulated deletion deletes nothing; it only lists what a real one would reach.
  const verb = input["simulate"] === true ? "other" : verbOf(operation);
  const whole = state === "complete" || "key" in input;
  return {
    account: accountIdentity(textValue(row["userinfo"])).account,
    operation,
    verb,
    asked,
    ...attributesOf(verb, input),
    reply,
    bulk: limitOf(input) === null && whole && isBulk(verb, input["key"]),
    failed: row.failed,
    parameters,
    time: isoTime(textValue(row["date"])),
    truncated: reply.truncated || state === "truncated",
    unreadable: state === "malformed",
  };
}

export function limitOf(input: Fields): number | null {
  return Number(textValue(input["limit"])) || null;
}

/** iTop's `YYYY-MM-DD HH:MM:SS` without an offset; another format gives `null`. */
export function isoTime(date: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(date);
  return match === null ? null : `${match[1]}T${match[2]}`;
}

function attributesOf(verb: Verb, input: Fields): Pick<RestCall, "selection" | "named"> {
  switch (verb) {
    case "read": {
      const fields = textValue(input["output_fields"]).trim();
      if (fields === "" || fields === "*") return { selection: "all", named: [] };
      if (fields === "*+") return { selection: "all-with-subclasses", named: [] };
      return { selection: "named", named: codes(fields.split(/[,;:]/)) };
    }
    case "create":
    case "update":
    case "stimulus":
      return { selection: "named", named: codes(isMap(input["fields"]) ? Object.keys(input["fields"]) : []) };
    case "related":
      return { selection: "named", named: [] };
    case "delete":
    case "check-credentials":
    case "list":
    case "other":
      return { selection: "unknown", named: [] };
    default:
      return verb satisfies never;
  }
}

function codes(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.trim()).filter(isIdentifier))].sort();
}

function classOfQuery(key: unknown): string {
  return typeof key === "string" ? (/^\s*SELECT\s+(?:\w+\s+FROM\s+)?(\w+)/i.exec(key)?.[1] ?? "") : "";
}

/** A whole set: no key, an empty criteria object, or a query without a condition that could reject anything. */
function isBulk(verb: Verb, key: unknown): boolean {
  if (verb !== "read" && verb !== "related" && verb !== "delete") return false;
  if (key === undefined || key === null || key === "") return true;
  if (isMap(key)) return Object.keys(key).length === 0;
  if (typeof key !== "string" || !/^\s*SELECT\b/i.test(key)) return false;
  const branches = key.replace(/(["'])(?:\\.|(?!\1)[^\\])*\1/g, "''").split(/\bUNION\b/i);
  return branches.some((branch) => !/\bWHERE\b(?!\s*(?:1|TRUE|1\s*=\s*1)\s*$)/i.test(branch));
}
