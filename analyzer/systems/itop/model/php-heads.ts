/** Heads of PHP classes the model builds on without declaring them: parents of its classes, and types of attributes. */
import { SourceText } from "../../../source/text.ts";
import { child, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";
import type { PhpHeadData } from "../fragments.ts";

/**
 * One pass over the tokens that matter: comments, strings and heredocs are stepped over, so that a class named in
 * them is none. An unclosed one reaches to the end of the file, which keeps the search linear.
 */
const TOKENS =
  /\/\*[^]*?(?:\*\/|$)|(?:\/\/|#(?!\[))[^\n]*|'(?:[^'\\]|\\[^])*(?:'|$)|"(?:[^"\\]|\\[^])*(?:"|$)|<<<[ \t]*["']?([A-Za-z_]\w*)["']?\r?\n(?:[^]*?\n[ \t]*\1\b|[^]*$)|(?<![\w$>:])class\s+([A-Za-z_]\w*)\s+extends\s+([\w\\]+)|(?<![\w$>:])function\s+&?([A-Za-z_]\w*)/g;

/** Methods by which an attribute type checks what is put into it. */
const CHECKS = /^(?:CheckFormat|CheckValue|GetValidationPattern)$/i;

/**
 * Heads that can stand behind a model: attribute types, what convention names a PHP parent, and what extends iTop's
 * roots or the classes extensions build on. Of the thousands of other classes of an iTop none does.
 */
const MATTERS = /^(?:_|Abstract)|^Attribute[A-Z]/;
const ROOTS =
  /^(?:cmdbAbstractObject|CMDBObject|DBObject|User(?:Internal)?|Action(?:Notification|Email)?|Trigger(?:OnObject)?|Event(?:Notification)?|AsyncTask|Query|Ticket|Contact|Person|FunctionalCI)$/;

export function readPhpHeads(source: SourceText): readonly PhpHeadData[] {
  if (!/\bextends\b/.test(source.text)) return [];
  const heads: (PhpHeadData & { checks: boolean })[] = [];
  let open: (PhpHeadData & { checks: boolean }) | null = null;
  for (const match of source.text.matchAll(TOKENS)) {
    const [head, , name, qualified, method] = match;
    if (name !== undefined && qualified !== undefined) {
      const parent = qualified.slice(qualified.lastIndexOf("\\") + 1);
      const location = source.locate(match.index, match.index + head.length);
      open = { name, parent, checks: false, location };
      if (MATTERS.test(name) || MATTERS.test(parent) || ROOTS.test(parent)) heads.push(open);
    } else if (open !== null && method !== undefined && CHECKS.test(method)) open.checks = true;
  }
  return heads;
}

/** The same of the PHP that a model carries in its snippets; the place is that of the snippet. */
export function snippetHeads(root: XmlElement): readonly PhpHeadData[] {
  const snippets = child(root, "snippets");
  if (snippets === undefined) return [];
  return childrenNamed(snippets, "snippet").flatMap((snippet) => {
    const { location } = snippet;
    const code = new SourceText(location.file, textOf(child(snippet, "content")));
    return readPhpHeads(code).map((head) => ({ ...head, location }));
  });
}

/** What PHP code says of its classes, by lower-case name: of two declarations the first counts. */
export interface PhpHeads {
  readonly parents: ReadonlyMap<string, string>;
  /** Classes with a check of their own. */
  readonly checked: ReadonlySet<string>;
}

export const NO_PHP_HEADS: PhpHeads = { parents: new Map(), checked: new Set() };

export function phpHeads(heads: readonly PhpHeadData[]): PhpHeads {
  const parents = new Map<string, string>();
  const checked = new Set<string>();
  for (const { name, parent, checks } of heads) {
    const key = name.toLowerCase();
    if (parents.has(key)) continue;
    parents.set(key, parent);
    if (checks) checked.add(key);
  }
  return { parents, checked };
}

/** PHP names a class by its last part wherever the namespace is clear. */
export function headKey(name: string): string {
  return name.slice(name.lastIndexOf("\\") + 1).toLowerCase();
}
