/** Resolves the headings of a table to classes and attribute codes: codes, labels of a user's language, join queries. */
import { familyOf } from "./export-classes.ts";
import { attributesOf, type LabelFacts, languages, PARENTS } from "./labels/label-facts.ts";

/** One attribute of a row, with the cells that can hold it. */
export interface Column {
  /** Cells under this heading; a key and the name of its target share one label. */
  readonly cells: readonly number[];
  /** Cell of the time where a date was split in two. */
  readonly time: number | null;
  /** Attribute codes the heading stands for; several only for a key and names of its target, the key first. */
  readonly codes: readonly string[];
}

export interface ColumnPlan {
  /** Alias of a join query; `null` where all columns are of one class. */
  readonly alias: string | null;
  /** Class the headings tell; `null` when they do not. */
  readonly className: string | null;
  /** Language of the headings; `null` for attribute codes. */
  readonly language: LabelFacts | null;
  readonly columns: readonly Column[];
  /** Headings that stand for several attributes or for none that is known. */
  readonly unresolved: number;
}

const ALIASED = /^([A-Za-z_]\w*)\.(\S.*)$/;
const CODE = /^[A-Za-z_]\w*(?:->\w+)*$/;

/** A heading with the cell it stands over. */
interface Heading {
  readonly text: string;
  readonly cell: number;
  readonly time: number | null;
}

/** One plan, or one an alias. `classHint` is what else tells the class, such as the file's name. */
export function columnPlans(header: readonly string[], classHint: string | null): readonly ColumnPlan[] {
  const headings = withJoinedDates(header);
  if (headings.length === 0 || !headings.every(({ text }) => ALIASED.test(text))) {
    return [planOf(headings, null, classHint)];
  }
  const byAlias = new Map<string, Heading[]>();
  for (const heading of headings) {
    const [, alias, text] = ALIASED.exec(heading.text) as unknown as [string, string, string];
    byAlias.set(alias, [...(byAlias.get(alias) ?? []), { ...heading, text }]);
  }
  return [...byAlias].map(([alias, own]) => planOf(own, alias, isKnownClass(alias) ? alias : null));
}

/** Whether a class has facts of its own here. */
export function isKnownClass(name: string): boolean {
  return familyOf(name) !== "other" || languages().some(({ classes }) => classes.has(name));
}

export function areCodes(headings: readonly string[]): boolean {
  const capital = headings.filter((text) => /^[A-Z]/.test(text)).length;
  return headings.every((text) => CODE.test(text)) && capital * 2 <= headings.length;
}

/** Attributes that hold the id of another object. */
export function isKey(code: string): boolean {
  return (
    code.endsWith("_id") ||
    code === "userid" ||
    code === "profileid" ||
    code === "contactid" ||
    code === "change"
  );
}

function planOf(headings: readonly Heading[], alias: string | null, hint: string | null): ColumnPlan {
  if (areCodes(headings.map(({ text }) => text))) {
    const columns = headings.map(({ text, cell, time }) => ({ cells: [cell], time, codes: [codeOf(text)] }));
    return { alias, className: hint, language: null, columns, unresolved: 0 };
  }
  const { className, language } = told(headings, hint);
  const groups = new Map<string, Heading[]>();
  for (const heading of headings) groups.set(heading.text, [...(groups.get(heading.text) ?? []), heading]);
  let unresolved = 0;
  const columns: Column[] = [];
  for (const [label, [first, ...others]] of groups as Map<string, [Heading, ...Heading[]]>) {
    const codes = codesOf(language, className, label);
    const isOne = codes.length === 1 || (codes.length > 1 && isKey(codes[0] as string));
    // What is told of a target of a target is not used.
    if (!isOne) unresolved += label.includes("->") ? 0 : 1;
    else columns.push({ cells: [first, ...others].map(({ cell }) => cell), time: first.time, codes });
  }
  return { alias, className, language, columns, unresolved };
}

/** `sync_source_id->name` → `sync_source_name`, as the attribute is called where it stands alone. */
function codeOf(heading: string): string {
  const match = /^(\w+?)(_id)?->(\w+)$/.exec(heading);
  if (match === null) return heading;
  const [, base, isId, of] = match as unknown as [string, string, string | undefined, string];
  return of === "name" ? `${base}_name` : `${base}${isId ?? ""}_${of}`;
}

/** Attribute codes a label stands for in a class; without a class only those every class has. */
function codesOf(language: LabelFacts, className: string | null, label: string): readonly string[] {
  if (label === "id" || language.words.get("id")?.includes(label) === true) return ["id"];
  const own = className === null ? [] : attributesOf(language, className);
  const codes = [...new Set(own.filter(({ labels }) => labels.includes(label)).map(({ code }) => code))];
  const keys = codes.filter(isKey);
  if (keys.length === 1) {
    const key = keys[0] as string;
    return [key, ...codes.filter((code) => code !== key), `${key}_friendlyname`];
  }
  if (codes.length > 0) return codes;
  if (language.words.get("friendlyname")?.includes(label) === true) return ["friendlyname"];
  const [of, what, ...more] = label.split("->");
  if (what === undefined || more.length > 0) return [];
  const key = own.find(({ code, labels }) => isKey(code) && labels.includes(of as string))?.code;
  if (key === undefined) return [];
  if (language.words.get("obsolescence_flag")?.includes(what) === true) return [`${key}_obsolescence_flag`];
  if (language.words.get("friendlyname")?.includes(what) === true) return [`${key}_friendlyname`];
  const names = attributesOf(language, "SynchroDataSource").find(({ code }) => code === "name")?.labels;
  return names?.includes(what) === true ? [`${key.replace(/_id$/, "")}_name`] : [];
}

/**
 * Class and language that explain most headings. Without a hint the class must explain most of them, one of which no
 * other family has, and better than every class of another family.
 */
function told(
  headings: readonly Heading[],
  hint: string | null,
): { readonly className: string | null; readonly language: LabelFacts } {
  const labels = [...new Set(headings.map(({ text }) => text))];
  let best = { className: hint, language: languages()[0] as LabelFacts, score: -1, rival: -1 };
  for (const language of languages()) {
    const names = [...language.classes.keys()].filter(
      (name) => hint === null || rootOf(name) === rootOf(hint),
    );
    // First comes first where several explain the same: a hint, then the parent.
    if (hint !== null) names.unshift(hint);
    for (const name of names) {
      const score = labels.filter((label) => codesOf(language, name, label).length > 0).length;
      const isOfFamily = best.className !== null && rootOf(best.className) === rootOf(name);
      if (score > best.score) {
        best = { className: name, language, score, rival: isOfFamily ? best.rival : best.score };
      } else if (!isOfFamily && score > best.rival) best = { ...best, rival: score };
    }
  }
  if (hint !== null) return best;
  const { className, language, score, rival } = best;
  const isTold =
    className !== null &&
    score > rival &&
    score * 5 >= labels.length * 3 &&
    labels.some((label) => isTelling(language, className, label));
  return { className: isTold ? className : null, language };
}

function isTelling(language: LabelFacts, className: string, label: string): boolean {
  const root = rootOf(className);
  const has = (name: string): boolean =>
    (language.classes.get(name) ?? []).some(({ labels }) => labels.includes(label));
  const owners = new Set([...language.classes.keys()].filter(has).map(rootOf));
  return owners.size === 1 && owners.has(root);
}

function rootOf(className: string): string {
  const parent = PARENTS[className];
  return parent === undefined ? className : rootOf(parent);
}

/** `Date (date)` and `Date (time)` next to each other are one date. */
function withJoinedDates(header: readonly string[]): readonly Heading[] {
  const endsWith = (text: string | undefined, word: "date" | "time"): string | null => {
    const match = /^(.+) \(([^()]+)\)$/.exec(text ?? "");
    const isWord = languages().some(({ words }) => words.get(word)?.includes(match?.[2] ?? "") === true);
    return isWord ? (match?.[1] ?? null) : null;
  };
  const headings: Heading[] = [];
  for (let cell = 0; cell < header.length; cell++) {
    const text = (header[cell] ?? "").trim();
    const name = endsWith(text, "date");
    if (name !== null && endsWith((header[cell + 1] ?? "").trim(), "time") === name) {
      headings.push({ text: name, cell, time: ++cell });
    } else headings.push({ text, cell, time: null });
  }
  return headings;
}
