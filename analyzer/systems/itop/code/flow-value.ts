/** What is known of a value while a method is read: its literal text, where it comes from, and which object it is. */
import { addressOf } from "./code-address.ts";
import type { ClassRef, CodeAddress, CodeOrigin } from "./code-facts.ts";

/** Origins and objects remembered for one value; more of them tell no more. */
const MAX_ORIGINS = 60;
/** References followed from one class to the next. */
const MAX_THROUGH = 8;
/** Literal text remembered for one value, in UTF-16 units. */
const MAX_TEXT = 20_000;

/** Something a variable may hold. Handles are shared by all who hold them and gather what flows into them. */
export type FlowObject =
  | { readonly kind: "record"; readonly classes: readonly ClassRef[] }
  | { readonly kind: "set"; readonly classes: readonly ClassRef[] }
  | { readonly kind: "config" | "request" | "message" }
  | Handle;

export interface Handle {
  readonly kind: "mail" | "http" | "file";
  address: CodeAddress | null;
  /** A file whose name says it is a log. */
  log: boolean;
  readonly origins: Map<string, CodeOrigin>;
  open: boolean;
  /** Something was given to it or it was told to go. */
  used: boolean;
  /** Offsets of the call that made it. */
  readonly start: number;
  readonly end: number;
}

export interface FlowValue {
  /** Literal text it begins with. */
  readonly text: string;
  /** The literal text is all of it. */
  readonly whole: boolean;
  readonly origins: readonly CodeOrigin[];
  readonly objects: readonly FlowObject[];
  /** Addresses among the parts of an array or of joined values. */
  readonly addresses: readonly CodeAddress[];
  /** Something that cannot be followed is in it. */
  readonly open: boolean;
}

/** Nothing of interest, such as a number or a date. */
export const CLOSED: FlowValue = {
  text: "",
  whole: false,
  origins: [],
  objects: [],
  addresses: [],
  open: false,
};
export const OPEN: FlowValue = { ...CLOSED, open: true };

export function literal(text: string): FlowValue {
  return { ...CLOSED, text: text.slice(0, MAX_TEXT), whole: text.length <= MAX_TEXT };
}

export function from(...origins: readonly CodeOrigin[]): FlowValue {
  return { ...CLOSED, origins };
}

export function holding(...objects: readonly FlowObject[]): FlowValue {
  return { ...CLOSED, objects };
}

/** Either of them, as after a condition, or all of them, as in an array. */
export function join(values: readonly FlowValue[]): FlowValue {
  const [first] = values;
  if (first === undefined) return CLOSED;
  if (values.length === 1) return first;
  const same = values.every(({ text, whole }) => text === first.text && whole === first.whole);
  return {
    text: same ? first.text : "",
    whole: same && first.whole,
    origins: distinct(values.flatMap(({ origins }) => origins)),
    objects: distinct(values.flatMap(({ objects }) => objects)),
    addresses: distinct(values.flatMap(addressesOf)),
    open: values.some(({ open }) => open),
  };
}

/** One text after the other; objects do not survive being put into a text. */
export function concat(left: FlowValue, right: FlowValue): FlowValue {
  const text = left.whole ? (left.text + right.text).slice(0, MAX_TEXT) : left.text;
  return {
    text,
    whole: left.whole && right.whole && text.length < MAX_TEXT,
    origins: distinct([...left.origins, ...right.origins]),
    objects: [],
    addresses: distinct([...left.addresses, ...right.addresses]),
    open: left.open || right.open,
  };
}

/** What a function makes of its arguments: everything in them, but no longer their text. */
export function derived(values: readonly FlowValue[], open: boolean): FlowValue {
  const all = join(values);
  return { ...all, text: "", whole: false, objects: [], open: all.open || open };
}

/** Values put together without order, as in an array. */
export function gathered(values: readonly FlowValue[]): FlowValue {
  return { ...join(values), addresses: distinct(values.flatMap(addressesOf)), text: "", whole: false };
}

export function addressesOf(value: FlowValue): readonly CodeAddress[] {
  const own = addressOf(value.text, value.whole);
  return own === null ? value.addresses : [own, ...value.addresses];
}

/** The whole literal text, `null` when only running the program would tell. */
export function textOf(value: FlowValue | undefined): string | null {
  return value?.whole === true ? value.text : null;
}

/** Classes of the records a value may be; `null` when it is no record that is known. */
export function recordsOf(value: FlowValue): readonly ClassRef[] | null {
  const records = value.objects.filter((each) => each.kind === "record");
  return records.length === 0 ? null : distinct(records.flatMap(({ classes }) => classes));
}

/** Classes of what comes out of a set or query, or of the records behind a link set or reference. */
export function elementsOf(value: FlowValue): readonly ClassRef[] {
  const sets = value.objects.flatMap((each) => (each.kind === "set" ? each.classes : []));
  const links = value.origins.flatMap((origin) => {
    if (origin.kind !== "field" || origin.code === null) return [];
    const { code } = origin;
    return origin.classes
      .filter(({ through }) => through.length < MAX_THROUGH)
      .map((ref) => ({ ...ref, through: [...ref.through, ...pathOf(code)] }));
  });
  return distinct([...sets, ...links]);
}

/** `caller_id->email` leads through `caller_id`. */
export function pathOf(code: string): readonly string[] {
  return code.split("->");
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length < 2) return items;
  const found = new Map<unknown, Item>();
  for (const item of items) {
    if (found.size === MAX_ORIGINS) break;
    found.set(isHandle(item) ? item : JSON.stringify(item), item);
  }
  return [...found.values()];
}

function isHandle(item: unknown): boolean {
  return typeof item === "object" && item !== null && "origins" in item;
}
