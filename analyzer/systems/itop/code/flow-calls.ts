/** iTop's calls on classes and objects: records read and written, queries, requests, mails, logs, connections. */
import type { SyntaxNode } from "../../../source/engine.ts";
import type { CodeOrigin } from "./code-facts.ts";
import { query, sureRef } from "./flow-query.ts";
import { feed, type FlowFrame } from "./flow-frame.ts";
import { aim, handlesOf } from "./flow-functions.ts";
import {
  addressesOf,
  CLOSED,
  derived,
  elementsOf,
  from,
  holding,
  recordsOf,
  textOf,
  type FlowValue,
} from "./flow-value.ts";

const GETTERS = new Set(
  "Get GetStrict GetOriginal GetAsHTML GetAsCSV GetAsXML GetEditValue GetForTemplate GetForJSON".split(" "),
);
const SETTERS = new Set("Set SetTrim SetIfNull".split(" "));
const NAMES = new Set("GetName GetRawName GetFriendlyName GetHyperlink".split(" "));
const LOG_LEVELS = /^(?:Error|Warning|Info|Ok|Debug|Trace|Log|LogException|LogError|LogInfo|LogWarning)$/;
/** Classes whose objects send mail, in lower case as PHP compares them. */
const MAILERS = new Set(["email", "phpmailer", "swift_message"]);
const BY_OBJECT = new Set(
  "GetObject GetObjectWithArchive GetObjectByColumn GetObjectByName NewObject".split(" "),
);

/** `Scope::Method(args)`. */
export function callStatic(
  frame: FlowFrame,
  scope: string,
  method: string,
  args: readonly FlowValue[],
  node: SyntaxNode,
): FlowValue {
  const owner = scope.toLowerCase();
  if (owner === "metamodel") {
    if (BY_OBJECT.has(method)) return recordOf(textOf(args[0]));
    if (method === "GetObjectFromOQL")
      return holding({ kind: "record", classes: query(frame, args[0], node) });
    if (method === "GetConfig") return holding({ kind: "config" });
    return CLOSED;
  }
  if (/^(?:db(?:object|union)?search|dbsearch)$/.test(owner) && method.startsWith("FromOQL"))
    return holding({ kind: "set", classes: query(frame, args[0], node) });
  if (owner === "utils") return callUtils(frame, method, args, node);
  if (owner.endsWith("log") && LOG_LEVELS.test(method)) {
    frame.sink("log", args, node);
    return CLOSED;
  }
  if (owner === "emailfactory") return holding(frame.handle("mail", node));
  if (owner === "dict" || owner === "userrights")
    return owner === "dict" ? derived(args.slice(1), false) : CLOSED;
  return derived(args, true);
}

function callUtils(
  frame: FlowFrame,
  method: string,
  args: readonly FlowValue[],
  node: SyntaxNode,
): FlowValue {
  if (/^Read\w*Param|^ReadUploadedDocument|^ReadMultipleSelection/.test(method))
    return from({ kind: "request", name: textOf(args[0]) });
  if (method === "DoPostRequest") {
    frame.http(args[0], args.slice(1), node);
    return from({ kind: "reply", address: (args[0] && addressesOf(args[0])[0]) ?? null });
  }
  if (method === "GetConfig") return holding({ kind: "config" });
  return derived(args, false);
}

/** `$object->Method(args)`; `name` is `null` when it is computed. */
export function callMember(
  frame: FlowFrame,
  object: FlowValue,
  name: string | null,
  args: readonly FlowValue[],
  node: SyntaxNode,
): FlowValue {
  const kinds = new Set(object.objects.map(({ kind }) => kind));
  if (kinds.has("config")) return CLOSED;
  if (kinds.has("request") || kinds.has("message")) return from(fromOutside(object, name, args));
  for (const handle of handlesOf(object, "mail")) feed(handle, args);
  for (const handle of handlesOf(object, "http")) {
    for (const value of args) aim(handle, value);
    feed(handle, args);
  }
  if (kinds.has("http")) {
    const [handle] = handlesOf(object, "http");
    return from({ kind: "reply", address: handle?.address ?? null });
  }
  if (kinds.has("mail")) return object;
  if (name === null) return derived(args, true);
  if (GETTERS.has(name) && args.length > 0) return read(object, textOf(args[0]));
  if (NAMES.has(name) && args.length === 0 && kinds.has("record")) return read(object, "friendlyname");
  if (SETTERS.has(name) && args.length >= 2) return write(frame, object, args, node);
  if (/^(?:Fetch|FetchAssoc|ToArray|ToArrayOfValues|GetFirst)$/.test(name))
    return holding({ kind: "record", classes: elementsOf(object) });
  if (name === "AddCondition" && kinds.has("set")) {
    const code = textOf(args[0]);
    for (const ref of elementsOf(object)) {
      if (code !== null && ref.through.length === 0)
        frame.emit({
          kind: "query",
          class: ref.name,
          fields: [{ class: ref.name, code }],
          location: frame.text.locate(node.startIndex, node.endIndex),
        });
    }
    return CLOSED;
  }
  // What other objects make of their arguments is not known, and records keep nothing they are not told to set.
  return kinds.has("record") ? derived(args, true) : derived([object, ...args], true);
}

/** `new Name(args)`; `qualified` with its name space. */
export function create(
  frame: FlowFrame,
  qualified: string,
  args: readonly FlowValue[],
  node: SyntaxNode,
): FlowValue {
  const name = qualified.slice(qualified.lastIndexOf("\\") + 1);
  const lower = name.toLowerCase();
  if (MAILERS.has(lower)) return holding(frame.handle("mail", node));
  if (lower === "soapclient" || (lower === "client" && frame.text.text.includes("GuzzleHttp"))) {
    const handle = frame.handle("http", node);
    for (const value of args) aim(handle, value);
    return holding(handle);
  }
  if (/^(?:db|cmdb)(?:object)?(?:search|set)$|^dbunionsearch$/.test(lower)) {
    const named = textOf(args[0]);
    const classes = named === null ? elementsOf(args[0] ?? CLOSED) : [sureRef(named)];
    return holding({ kind: "set", classes });
  }
  const typed = typedObject(name);
  return typed ?? derived(args, true);
}

/** What a type hint or a creation says of an object; `undefined` for scalars and classes no record can have. */
export function typedObject(name: string): FlowValue | undefined {
  if (/^(?:Raw)?EmailMessage$/.test(name)) return holding({ kind: "message" });
  if (name === "Request" || name === "ServerRequestInterface") return holding({ kind: "request" });
  if (name === "Config") return holding({ kind: "config" });
  if (/^(?:DBObject|CMDBObject|cmdbAbstractObject)$/.test(name))
    return holding({ kind: "record", classes: [] });
  if (/^(?:self|static|array|string|int|bool|float|callable|iterable|mixed|void|null)$/i.test(name))
    return undefined;
  return holding({ kind: "record", classes: [{ name, through: [], sure: false }] });
}

function read(object: FlowValue, code: string | null): FlowValue {
  return from({ kind: "field", classes: recordsOf(object) ?? elementsOf(object), code });
}

function write(frame: FlowFrame, object: FlowValue, args: readonly FlowValue[], node: SyntaxNode): FlowValue {
  const [attribute, value] = args as readonly [FlowValue, FlowValue];
  frame.emit({
    kind: "set",
    classes: recordsOf(object) ?? [],
    code: textOf(attribute),
    origins: value.origins,
    open: value.open,
    location: frame.text.locate(node.startIndex, node.endIndex),
  });
  return CLOSED;
}

/** A parameter is named by the first argument, a part of a message by the member. */
function fromOutside(object: FlowValue, name: string | null, args: readonly FlowValue[]): CodeOrigin {
  if (object.objects.some(({ kind }) => kind === "message")) return { kind: "mail", name };
  return { kind: "request", name: textOf(args[0]) };
}

function recordOf(name: string | null): FlowValue {
  return holding({ kind: "record", classes: name === null ? [] : [sureRef(name)] });
}

/** Values under one name: what a superglobal holds is what the request brought. */
export function requestValue(key: FlowValue | undefined): FlowValue {
  return from({ kind: "request", name: textOf(key) });
}
