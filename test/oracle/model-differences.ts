/** Compares a merged model with a recorded one: modules, sections, classes, parents, fields and what they contain. */
import { childrenNamed, child, isElement, textOf, type XmlElement } from "../../analyzer/source/xml.ts";
import type { ModuleData } from "../../analyzer/systems/itop/fragments.ts";

export interface RecordedModel {
  readonly load_order: readonly string[];
  readonly top_level_elements: readonly string[];
  readonly classes: Readonly<Record<string, RecordedClass>>;
}

interface RecordedClass {
  readonly parent: string | null;
  /** PHP writes an empty map as `[]`, which spreads into an empty object just the same. */
  readonly fields: Readonly<Record<string, RecordedField>>;
}

interface RecordedField {
  readonly type: string | null;
  /** Children by tag: text, or lists of described nodes. */
  readonly xml: Readonly<Record<string, unknown>>;
}

/** Names in the recorded load order that are no modules. */
const PSEUDO_MODULES = ["dictionaries", "core", "application"];

/** Characters of a value shown in a disagreement. */
const MAX_SHOWN = 160;

export interface Differences {
  readonly compared: number;
  readonly disagreements: readonly string[];
}

export function modelDifferences(
  recorded: RecordedModel,
  root: XmlElement,
  order: readonly ModuleData[],
): Differences {
  const disagreements: string[] = [];
  let compared = 0;
  const expect = (what: string, expected: unknown, actual: unknown): void => {
    compared++;
    const [want, have] = [JSON.stringify(expected), JSON.stringify(actual)];
    if (want !== have) disagreements.push(`${what}: expected ${shortened(want)}, got ${shortened(have)}`);
  };
  const modules = recorded.load_order.filter((name) => !PSEUDO_MODULES.includes(name));
  expect(
    "load order",
    modules,
    order.map(({ name }) => name),
  );
  expect(
    "sections",
    recorded.top_level_elements,
    root.children.filter(isElement).map(({ name }) => name),
  );
  const classes = childrenNamed(child(root, "classes") ?? root, "class");
  expect(
    "classes",
    Object.keys(recorded.classes).toSorted(),
    classes.map((klass) => klass.attributes["id"]).toSorted(),
  );
  for (const klass of classes) {
    const id = klass.attributes["id"] ?? "";
    const wanted = recorded.classes[id];
    if (wanted === undefined) continue;
    expect(`${id}: parent`, wanted.parent ?? "", textOf(child(klass, "parent")));
    const holder = child(klass, "fields");
    const fields = holder === undefined ? [] : childrenNamed(holder, "field");
    const wantedFields: Readonly<Record<string, RecordedField>> = { ...wanted.fields };
    expect(
      `${id}: fields`,
      Object.keys(wantedFields),
      fields.map((field) => field.attributes["id"]),
    );
    for (const field of fields) {
      const name = field.attributes["id"] ?? "";
      const want = wantedFields[name];
      if (want === undefined) continue;
      expect(`${id}.${name}: type`, want.type ?? "", field.attributes["xsi:type"] ?? "");
      expect(`${id}.${name}: content`, comparable({ ...want.xml }), contentOf(field));
    }
  }
  return { compared, disagreements };
}

/** The way the recording describes an element's children: text by tag, deeper structures as lists. */
function contentOf(element: XmlElement): Readonly<Record<string, unknown>> {
  const parts = element.children.filter(isElement).map((part): [string, unknown] => {
    const inner = part.children.filter(isElement);
    return [part.name, inner.length === 0 ? textOf(part) : inner.map(describe)];
  });
  return Object.fromEntries(parts);
}

/** Text beside elements is not recorded. */
function describe(element: XmlElement): Readonly<Record<string, unknown>> {
  const inner = element.children.filter(isElement);
  const attributes = Object.entries(element.attributes).map(([name, value]) => [`@${name}`, value]);
  const text = inner.length === 0 ? textOf(element) : "";
  return {
    ...Object.fromEntries(attributes),
    ...(text === "" ? {} : { "#text": text }),
    ...(inner.length === 0 ? {} : { "#children": inner.map(describe) }),
    "#tag": element.name,
  };
}

/** The recording without blanks around text, and without `_altered_in`: here the location tells who altered. */
function comparable(recorded: unknown): unknown {
  if (typeof recorded === "string") return recorded.trim();
  if (Array.isArray(recorded)) return recorded.map(comparable);
  if (typeof recorded !== "object" || recorded === null) return recorded;
  const entries = Object.entries(recorded).map(([key, value]): [string, unknown] => [key, comparable(value)]);
  return Object.fromEntries(
    entries.filter(([key, value]) => key !== "@_altered_in" && !(key === "#text" && value === "")),
  );
}

function shortened(text: string | undefined): string {
  const all = text ?? "nothing";
  return all.length <= MAX_SHOWN ? all : `${all.slice(0, MAX_SHOWN)}…`;
}
