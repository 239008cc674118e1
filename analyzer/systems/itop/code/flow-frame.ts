/** What is gathered while one method is read: variables, effects, and the mails and connections it opens. */
import type { SyntaxNode } from "../../../source/engine.ts";
import type { ClassRef, CodeEffect, CodeOrigin } from "./code-facts.ts";
import { addressesOf, CLOSED, join, OPEN, type FlowValue, type Handle } from "./flow-value.ts";
import type { Placed } from "./placed-text.ts";

/** Effects remembered of one method. */
const MAX_EFFECTS = 500;
/** Variables followed in one method. */
const MAX_VARIABLES = 2000;

export class FlowFrame {
  readonly text: Placed;
  /** Class around the method; `null` in a function. */
  readonly self: string | null;
  readonly effects: CodeEffect[] = [];
  /** Inside a condition or loop, where an assignment may or may not happen. */
  conditions = 0;
  readonly #variables = new Map<string, FlowValue>();
  readonly #handles: Handle[] = [];

  constructor(text: Placed, self: string | null) {
    this.text = text;
    this.self = self;
  }

  /** `$this`, seen as an object of the class around it. */
  get selfRef(): readonly ClassRef[] {
    return this.self === null ? [] : [{ name: this.self, through: [], sure: false }];
  }

  textOf(node: SyntaxNode): string {
    return this.text.text.slice(node.startIndex, node.endIndex);
  }

  variable(name: string): FlowValue {
    return this.#variables.get(name) ?? OPEN;
  }

  assign(name: string, value: FlowValue): void {
    const before = this.#variables.get(name);
    if (before === undefined && this.#variables.size >= MAX_VARIABLES) return;
    this.#variables.set(name, this.conditions > 0 && before !== undefined ? join([before, value]) : value);
  }

  /** Puts something into what the variable holds already, as `$a[] = …` and `.=` do. */
  add(name: string, value: FlowValue): void {
    const before = this.#variables.get(name) ?? CLOSED;
    this.#variables.set(name, join([before, value]));
  }

  handle(kind: Handle["kind"], node: SyntaxNode): Handle {
    const { startIndex: start, endIndex: end } = node;
    const handle: Handle = {
      kind,
      address: null,
      log: false,
      origins: new Map(),
      open: false,
      used: false,
      start,
      end,
    };
    if (this.#handles.length < MAX_EFFECTS) this.#handles.push(handle);
    return handle;
  }

  emit(effect: CodeEffect): void {
    if (this.effects.length < MAX_EFFECTS) this.effects.push(effect);
  }

  /** A call that sends or keeps its arguments at once. */
  sink(kind: "mail" | "log" | "file", values: readonly FlowValue[], node: SyntaxNode): void {
    const { origins, open } = join(values);
    this.emit({ kind, origins, open, location: this.text.locate(node.startIndex, node.endIndex) });
  }

  http(address: FlowValue | undefined, values: readonly FlowValue[], node: SyntaxNode): void {
    const all = [...(address === undefined ? [] : [address]), ...values];
    const { origins } = join(all);
    this.emit({
      kind: "http",
      address: address === undefined ? null : (addressesOf(address)[0] ?? null),
      origins,
      open: all.some((each) => each.open),
      location: this.text.locate(node.startIndex, node.endIndex),
    });
  }

  /** Everything that was read, the mails and connections at the call that made them. */
  finish(): readonly CodeEffect[] {
    for (const { kind, address, log, origins, open, used, start, end } of this.#handles) {
      if (!used) continue;
      const sink = { origins: [...origins.values()], open, location: this.text.locate(start, end) };
      if (kind === "http") this.emit({ ...sink, kind, address });
      else this.emit({ ...sink, kind: kind === "file" && log ? "log" : kind });
    }
    this.#handles.length = 0;
    return this.effects.filter(matters);
  }
}

/** Constants that are set, logged or sent move nothing. */
function matters(effect: CodeEffect): boolean {
  switch (effect.kind) {
    case "query":
      return true;
    case "set":
      return (
        effect.origins.length > 0 || (effect.open && (effect.classes.length === 0 || effect.code === null))
      );
    case "log":
      return effect.origins.length > 0;
    case "mail":
    case "file":
    case "http":
      return effect.origins.length > 0 || effect.open;
    default:
      return effect satisfies never;
  }
}

/** Gives a mail, connection or file something to carry. */
export function feed(handle: Handle, values: readonly FlowValue[]): void {
  handle.used = true;
  for (const value of values) {
    for (const origin of value.origins) handle.origins.set(originKey(origin), origin);
    if (value.open) handle.open = true;
  }
}

function originKey(origin: CodeOrigin): string {
  return JSON.stringify(origin);
}
