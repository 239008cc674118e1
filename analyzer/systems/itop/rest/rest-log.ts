/** Folds EventRestService rows into counted operation shapes as they stream; no row and no value is kept. */
import type { Location } from "../../../model/location.ts";
import type { ParameterFinding } from "../../../model/operation.ts";
import type { Problem } from "../../../model/problem.ts";
import type { FoldedOperation, RestLogData } from "../fragments.ts";
import { readRequest, readRestCall, type RestCall, type RestRequest } from "./rest-call.ts";

/** Distinct shapes of one log; further calls are counted in one shape of operation `other`. */
export const MAX_SHAPES = 5_000;

/** Attribute codes kept per shape and class; no iTop class comes near. */
export const MAX_ATTRIBUTES = 1_000;

/** Requests that are known again, and how long they may be. */
const MAX_KNOWN_REQUESTS = 500;
const MAX_KNOWN_CHARACTERS = 2_000;

interface Shape {
  readonly call: RestCall;
  readonly attributes: Map<string, Set<string>>;
  readonly parameters: Map<string, ParameterFinding>;
  calls: number;
  failures: number;
  objects: number;
  truncated: number;
  unreadable: number;
  from: string | null;
  to: string | null;
  location: Location;
}

export interface CallGroup {
  readonly calls: number;
  /** Of all calls together. */
  readonly objects: number;
  readonly from: string | null;
  readonly to: string | null;
}

export class RestLogFolder {
  readonly #file: string;
  readonly #shapes = new Map<string, Shape>();
  /** Callers that poll send the same text again and again. */
  readonly #known = new Map<string, RestRequest>();
  #rows = 0;
  #truncated = 0;
  #unreadable = 0;
  #overflow: Location | null = null;
  #full = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** `row` holds the attributes of one EventRestService object. */
  add(row: Readonly<Record<string, unknown>>, location: Location): void {
    const call = readRestCall(row, this.#read);
    const { time: from, time: to, reply } = call;
    this.addGroup(call, { calls: 1, objects: reply.objects, from, to }, location);
  }

  readonly #read = (text: string): RestRequest => {
    if (text.length > MAX_KNOWN_CHARACTERS) return readRequest(text);
    let request = this.#known.get(text);
    if (request === undefined) {
      if (this.#known.size >= MAX_KNOWN_REQUESTS) this.#known.clear();
      this.#known.set(text, (request = readRequest(text)));
    }
    return request;
  };

  /** Whether a bound was reached, so that the order of calls decided what was kept. */
  get bounded(): boolean {
    return this.#overflow !== null || this.#full;
  }

  /** Calls that differ in nothing that is folded. */
  addGroup(call: RestCall, group: CallGroup, location: Location): void {
    this.#rows += group.calls;
    if (call.truncated) this.#truncated += group.calls;
    if (call.unreadable) this.#unreadable += group.calls;
    const key = keyOf(call);
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      if (this.#shapes.size < MAX_SHAPES) this.#shapes.set(key, (shape = emptyShape(call, location)));
      else shape = this.#other(location);
    }
    if (!count(shape, call, group, location)) this.#full = true;
  }

  finish(): { readonly data: RestLogData | null; readonly problems: readonly Problem[] } {
    const operations = [...this.#shapes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, shape]) => folded(shape));
    const window = {
      channel: "rest" as const,
      from: operations.reduce<string | null>((first, each) => earlier(first, each.from), null),
      to: operations.reduce<string | null>((last, each) => later(last, each.to), null),
      rows: this.#rows,
      truncatedRows: this.#truncated,
      unreadableRows: this.#unreadable,
      file: this.#file,
    };
    const problems: readonly Problem[] =
      this.#overflow === null
        ? []
        : [
            {
              kind: "limit",
              message: `The log has more than ${MAX_SHAPES} kinds of call (MAX_SHAPES); the others are counted together.`,
              location: this.#overflow,
              lost: "who called what, for the calls counted together",
            },
          ];
    return { data: this.#rows === 0 ? null : { operations, window }, problems };
  }

  #other(location: Location): Shape {
    this.#overflow ??= location;
    let shape = this.#shapes.get(OTHER_KEY);
    if (shape === undefined) this.#shapes.set(OTHER_KEY, (shape = emptyShape(OTHER_CALL, location)));
    return shape;
  }
}

const OTHER_KEY = "";
const OTHER_CALL: RestCall = {
  account: "",
  operation: "other",
  verb: "other",
  asked: null,
  selection: "unknown",
  named: [],
  reply: { attributes: new Map(), objects: 0, truncated: false },
  bulk: false,
  failed: false,
  parameters: [],
  time: null,
  truncated: false,
  unreadable: false,
};

function keyOf(call: RestCall): string {
  const { account, operation, verb, asked, selection, named, bulk, failed } = call;
  // Optional fields of a write make 2^n sets: the shape of a write is their union.
  const fields = isWrite(call) ? "" : named.join(",");
  return [
    account,
    operation,
    verb,
    asked ?? "",
    selection,
    fields,
    bulk ? "bulk" : "",
    failed ? "failed" : "",
  ].join("\n");
}

function emptyShape(call: RestCall, location: Location): Shape {
  const counts = { calls: 0, failures: 0, objects: 0, truncated: 0, unreadable: 0, from: null, to: null };
  return { call, attributes: new Map(), parameters: new Map(), ...counts, location };
}

/** False when there was no room for an attribute. */
function count(
  shape: Shape,
  call: RestCall,
  { calls, objects, from, to }: CallGroup,
  location: Location,
): boolean {
  shape.calls += calls;
  if (call.failed) shape.failures += calls;
  shape.objects += objects;
  if (call.truncated) shape.truncated += calls;
  if (call.unreadable) shape.unreadable += calls;
  shape.from = earlier(shape.from, from);
  shape.to = later(shape.to, to);
  shape.location = { ...shape.location, endLine: location.endLine, endColumn: location.endColumn };
  for (const { where, kind } of call.parameters) {
    const found = shape.parameters.get(`${where} ${kind}`);
    shape.parameters.set(`${where} ${kind}`, { where, kind, calls: (found?.calls ?? 0) + calls });
  }
  if (shape.call === OTHER_CALL) return true;
  // A write is described by what was written, whatever its reply shows; a list was asked for by name.
  const byName = call.named.length > 0 || isWrite(call);
  let room = true;
  const add = (className: string, codes: Iterable<string>): void => {
    if (!gather(shape, className, codes)) room = false;
  };
  for (const [className, seen] of call.reply.attributes) add(className, byName ? call.named : seen);
  if (call.asked !== null && call.reply.attributes.size === 0) add(call.asked, call.named);
  return room;
}

function gather(shape: Shape, className: string, codes: Iterable<string>): boolean {
  let gathered = shape.attributes.get(className);
  if (gathered === undefined) {
    if (shape.attributes.size >= MAX_ATTRIBUTES) return false;
    shape.attributes.set(className, (gathered = new Set()));
  }
  for (const code of codes) {
    if (gathered.size < MAX_ATTRIBUTES) gathered.add(code);
    else if (!gathered.has(code)) return false;
  }
  return true;
}

function isWrite({ verb }: RestCall): boolean {
  return verb === "create" || verb === "update" || verb === "stimulus" || verb === "delete";
}

function folded({ call, attributes, parameters, ...counts }: Shape): FoldedOperation {
  const classes = [...attributes.keys()].sort();
  return {
    account: call.account,
    operation: call.operation,
    verb: call.verb,
    classes,
    attributes: Object.fromEntries(classes.map((name) => [name, [...(attributes.get(name) ?? [])].sort()])),
    selection: call.selection,
    bulk: call.bulk,
    parameters: [...parameters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding),
    ...counts,
  };
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
