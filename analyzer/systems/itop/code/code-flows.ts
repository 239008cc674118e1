/** From what methods do to movements of the system, with the parties behind them and what could not be followed. */
import type { Entity } from "../../../model/entity.ts";
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Location } from "../../../model/location.ts";
import type { Movement, MovementEnd } from "../../../model/movement.ts";
import type { Party } from "../../../model/party.ts";
import type { Problem } from "../../../model/problem.ts";
import type { OriginLookup } from "../model/fields.ts";
import { isThisMachine } from "./code-address.ts";
import { CodeMovements, type Step } from "./code-draft.ts";
import { CodeParties, type CodeEnds } from "./code-ends.ts";
import type { CodeData, CodeEffect, CodeOrigin } from "./code-facts.ts";
import { CodeResolver, type FoundField } from "./code-resolve.ts";
import { UnresolvedCode } from "./code-unresolved.ts";

export interface CodeContext extends CodeEnds {
  readonly index: EntityIndex;
  readonly originOf: OriginLookup;
  /** Path of the store that log files are, where the system has one. */
  readonly logStore: string | null;
}

export interface CodeFlows {
  readonly movements: readonly Movement[];
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
}

/** `code` is what runs, in file order. */
export function codeFlows(code: readonly CodeData[], context: CodeContext): CodeFlows {
  const builder = new FlowBuilder(context);
  for (const each of code) builder.take(each);
  return builder.result;
}

type Sink = Extract<CodeEffect, { readonly kind: "mail" | "log" | "file" | "http" }>;

class FlowBuilder {
  readonly #context: CodeContext;
  readonly #resolve: CodeResolver;
  readonly #movements: CodeMovements;
  readonly #parties: CodeParties;
  readonly #unresolved = new UnresolvedCode();

  constructor(context: CodeContext) {
    this.#context = context;
    this.#resolve = new CodeResolver(context.index);
    this.#movements = new CodeMovements(context.system);
    this.#parties = new CodeParties(context);
  }

  get result(): CodeFlows {
    const movements = this.#movements.all;
    const used = new Set(movements.flatMap(({ from, to }) => [from.ref, to.ref]));
    return {
      movements,
      parties: this.#parties.all.filter(({ path }) => used.has(path)),
      problems: this.#unresolved.problems,
    };
  }

  take(data: CodeData): void {
    const unit = new Unit(data, this.#context.originOf);
    for (const effect of data.effects) {
      switch (effect.kind) {
        case "set":
          this.#set(unit, effect);
          break;
        case "query":
          this.#query(unit, effect);
          break;
        case "mail":
        case "log":
        case "file":
        case "http":
          this.#send(unit, effect);
          break;
        default:
          effect satisfies never;
      }
    }
  }

  #set(unit: Unit, effect: Extract<CodeEffect, { kind: "set" }>): void {
    const targets = this.#resolve.field(effect.classes, effect.code);
    if (targets === "foreign") return;
    if (targets === "unknown") {
      this.#note("Set", unit, effect.location);
      return this.#mailIntoUnknown(unit, effect);
    }
    for (const target of targets) {
      const to = entityEnd(target.entity);
      const shared = { unit: unit.name, to, location: effect.location };
      for (const source of this.#sources(unit, effect)) {
        if (source.field.path === target.field.path) continue;
        const [one, other] = [source.entity.name, target.entity.name];
        const label = one === other ? `within ${one}` : `from ${one} to ${other}`;
        const step: Step = { ...shared, label, kind: "code", from: entityEnd(source.entity) };
        this.#movements.add(step, mapping(source.field.path, target));
      }
      for (const origin of effect.origins) {
        const outside = this.#outside(origin, unit, effect.location);
        if (outside === null) continue;
        const { name, ...step } = outside;
        const label = `${step.label} to ${target.entity.name}`;
        this.#movements.add({ ...shared, ...step, label }, mapping(name, target));
      }
    }
  }

  /** A mailbox fills objects of a class its settings name: that mail comes in is certain all the same. */
  #mailIntoUnknown(unit: Unit, { origins, location }: Pick<Sink, "origins" | "location">): void {
    if (unit.vendor || !origins.some(({ kind }) => kind === "mail")) return;
    const from = partyEnd(this.#parties.sender(location));
    const to: MovementEnd = { kind: "system", ref: this.#context.system };
    this.#movements.add({ unit: unit.name, label: "from mail", kind: "mail-in", from, to, location }, null);
  }

  /** What the fields of the model are that flow in; those that cannot be told are counted. */
  #sources(unit: Unit, { origins, location }: Pick<Sink, "origins" | "location">): readonly FoundField[] {
    return origins.flatMap((origin) => {
      const found = this.#resolve.origin(origin);
      if (found === "unknown") this.#note("Get", unit, location);
      return typeof found === "string" ? [] : found;
    });
  }

  #outside(
    origin: CodeOrigin,
    unit: Unit,
    location: Location,
  ): (Pick<Step, "label" | "kind" | "from" | "address"> & { readonly name: string | null }) | null {
    switch (origin.kind) {
      case "request":
        return {
          label: "from web requests",
          kind: "api",
          from: partyEnd(this.#parties.request(location)),
          name: origin.name,
        };
      case "mail":
        return {
          label: "from mail",
          kind: "mail-in",
          from: partyEnd(this.#parties.sender(location)),
          name: origin.name,
        };
      case "reply": {
        const party = this.#parties.host(origin.address, unit.name, location);
        return {
          label: `from ${party.name}`,
          kind: "api",
          from: partyEnd(party),
          name: null,
          address: origin.address,
        };
      }
      case "field":
        return null;
      default:
        return origin satisfies never;
    }
  }

  #send(unit: Unit, effect: Sink): void {
    const sources = this.#sources(unit, effect);
    for (const source of sources) {
      const step = this.#target(unit, effect);
      if (step === null) return;
      this.#movements.add({ ...step, from: entityEnd(source.entity) }, mapping(null, source));
    }
    if (effect.kind === "log" || effect.kind === "file") return this.#keep(unit, effect);
    if (!effect.open && !effect.origins.some((origin) => origin.kind !== "field")) return;
    this.#note(effect.kind === "http" ? "HTTP" : "mail", unit, effect.location);
    // What a record of the model sends is something of that record, though it is not told what.
    const step = sources.length > 0 || unit.vendor ? null : this.#target(unit, effect);
    if (step !== null && unit.entity(this.#resolve) !== undefined)
      this.#movements.add({ ...step, from: entityEnd(unit.entity(this.#resolve) as Entity) }, null);
  }

  /** What came from outside and is written to a log or file as it came. */
  #keep(unit: Unit, effect: Sink): void {
    if (effect.kind === "file" && effect.open) this.#note("file", unit, effect.location);
    if (unit.vendor) return;
    const target = this.#target(unit, effect);
    for (const origin of target === null ? [] : effect.origins) {
      const outside = this.#outside(origin, unit, effect.location);
      if (outside === null || target === null || target.to.kind !== "store") continue;
      const { name: _, ...step } = outside;
      this.#movements.add({ ...target, ...step, label: `${step.label} ${target.label}` }, null);
    }
  }

  #target(unit: Unit, effect: Sink): Omit<Step, "from"> | null {
    const { location } = effect;
    const shared = { unit: unit.name, location };
    switch (effect.kind) {
      case "mail": {
        const to = partyEnd(this.#parties.recipients(unit.name, location));
        return { ...shared, label: "by mail", kind: "code", to };
      }
      case "http": {
        const party = this.#parties.host(effect.address, unit.name, location);
        const label = effect.address === null ? "by HTTP" : `to ${party.name}`;
        // Within one machine there is no connection to protect.
        if (effect.address !== null && isThisMachine(effect.address.host))
          return { ...shared, label, kind: "code", to: partyEnd(party) };
        return { ...shared, label, kind: "webhook", to: partyEnd(party), address: effect.address };
      }
      case "log":
        if (this.#context.logStore === null) return null;
        return {
          ...shared,
          label: "to log files",
          kind: "code",
          to: { kind: "store", ref: this.#context.logStore },
        };
      case "file":
        return { ...shared, label: "to files", kind: "export", to: partyEnd(this.#parties.files(location)) };
      default:
        return effect satisfies never;
    }
  }

  /** iTop's own modules read their own classes all the time: that takes nothing anywhere. */
  #query(unit: Unit, effect: Extract<CodeEffect, { kind: "query" }>): void {
    if (effect.class === null) return this.#note("OQL", unit, effect.location);
    if (unit.vendor) return;
    const entity = this.#resolve.entity(effect.class);
    if (entity === undefined) return this.#note("OQL", unit, effect.location);
    const end = entityEnd(entity);
    const step: Step = {
      unit: unit.name,
      label: `reads ${entity.name}`,
      kind: "code",
      from: end,
      to: end,
      location: effect.location,
    };
    this.#movements.add(step, null);
    for (const each of effect.fields) {
      const field = this.#context.index.field(each.class, each.code);
      if (field !== undefined && each.class === entity.name)
        this.#movements.add(step, { from: null, to: field.path, update: false, match: true });
    }
  }

  #note(what: Parameters<UnresolvedCode["note"]>[0], unit: Unit, location: Location): void {
    this.#unresolved.note(what, unit.place, location, unit.vendor);
  }
}

/** A method, with whose it is. */
class Unit {
  readonly name: string;
  /** What problems name: the class, or the file for what stands in none. */
  readonly place: string;
  readonly vendor: boolean;
  readonly #class: string | null;

  constructor({ class: owner, method, location }: CodeData, originOf: OriginLookup) {
    this.name = owner === null ? method : `${owner}::${method}`;
    this.place = owner ?? location.file.slice(location.file.lastIndexOf("/") + 1);
    this.vendor = originOf(location.file, null).by === "vendor";
    this.#class = owner;
  }

  entity(resolve: CodeResolver): Entity | undefined {
    return this.#class === null ? undefined : resolve.entity(this.#class);
  }
}

function mapping(from: string | null, { field }: FoundField) {
  return { from, to: field.path, update: true, match: false };
}

function entityEnd({ path }: Entity): MovementEnd {
  return { kind: "entity", ref: path };
}

function partyEnd({ path }: Party): MovementEnd {
  return { kind: "party", ref: path };
}
