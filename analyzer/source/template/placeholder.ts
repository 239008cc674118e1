/** Finds iTop's `$this->caller_id->email$` in template texts, however often the text was escaped. */
import { decodeEntities } from "./entities.ts";

/** `caller_id` has no argument; `head(public_log)` has one; `name()` has an empty one. */
export interface PlaceholderStep {
  readonly name: string;
  readonly argument: string | null;
}

export interface RawPlaceholder {
  /** The placeholder without escapes, `$…$` also where the text has `%24…%24`. */
  readonly text: string;
  /** Object it starts from (`this`), or the scalar itself (`APP_URL`). */
  readonly root: string;
  /** Empty for scalars. */
  readonly path: readonly PlaceholderStep[];
  /** Offsets in the text as given; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Why iTop leaves it as it stands whatever the model says; `null` when it is well written. */
  readonly broken: string | null;
}

/** Scalars iTop replaces without an object. Other words between dollars are prose, prices or shell text. */
export const PLACEHOLDER_SCALARS: ReadonlySet<string> = new Set([
  "APP_URL",
  "MODULES_URL",
  "current_contact_id",
]);

/** Objects iTop or its approval extension puts into a template; only these count when the rest is malformed. */
export const PLACEHOLDER_ROOTS: ReadonlySet<string> = new Set([
  "this",
  "trigger",
  "action",
  "mentioned",
  "attachment",
  "current_contact",
  "current_user",
  "approver",
  "object",
]);

const STEP = String.raw`[A-Za-z_]\w*(?:\([\w.-]*\))?`;
const PLAIN = new RegExp(String.raw`\$([A-Za-z_]\w*)((?:->${STEP})*)\$`, "y");
const URL_ENCODED = new RegExp(String.raw`%24([A-Za-z_]\w*)((?:-(?:>|%3[Ee])${STEP})*)%24`, "y");
/** Longest stretch between two dollars in which a placeholder broken by markup is looked for. */
const INTERRUPTED = /\$([A-Za-z_]\w*)([^$]{3,300})\$/y;
const PATH = new RegExp(`^(?:->${STEP})+$`);
const DOLLAR = /\$|%24/g;
const MARKUP = /<[^<>]*>|\s/g;

export function placeholdersOf(original: string): readonly RawPlaceholder[] {
  const { text, origin } = decodeEntities(original);
  const found: RawPlaceholder[] = [];
  for (let at = nextDollar(text, 0); at !== -1;) {
    const match = plainAt(text, at) ?? encodedAt(text, at) ?? interruptedAt(text, at);
    if (match === null) {
      at = nextDollar(text, at + 1);
      continue;
    }
    const { root, path, length, broken } = match;
    const end = at + length;
    found.push({
      text: `$${root}${path}$`,
      root,
      path: stepsOf(path),
      start: origin(at),
      end: origin(end),
      broken,
    });
    at = nextDollar(text, end);
  }
  return found;
}

interface Match {
  readonly root: string;
  readonly path: string;
  readonly length: number;
  readonly broken: string | null;
}

function nextDollar(text: string, from: number): number {
  DOLLAR.lastIndex = from;
  return DOLLAR.exec(text)?.index ?? -1;
}

function plainAt(text: string, at: number): Match | null {
  const [all, root = "", path = ""] = execAt(PLAIN, text, at);
  if (all === undefined || (path === "" && !PLACEHOLDER_SCALARS.has(root))) return null;
  return { root, path, length: all.length, broken: null };
}

/** In URLs iTop wants the arrow unescaped and matches the path with a character class that excludes `%`, `2`, `4`. */
function encodedAt(text: string, at: number): Match | null {
  const [all, root = "", raw = ""] = execAt(URL_ENCODED, text, at);
  if (all === undefined || (raw === "" && !PLACEHOLDER_SCALARS.has(root))) return null;
  const path = raw.replace(/-%3[Ee]/g, "->");
  let broken: string | null = null;
  if (path !== raw) broken = "its arrow is URL-encoded";
  else if (/[24]/.test(path)) broken = "a URL-encoded placeholder cannot hold the digits 2 and 4";
  return { root, path, length: all.length, broken };
}

function interruptedAt(text: string, at: number): Match | null {
  const [all, root = "", raw = ""] = execAt(INTERRUPTED, text, at);
  if (all === undefined || !PLACEHOLDER_ROOTS.has(root)) return null;
  const path = raw.replace(MARKUP, "");
  if (!PATH.test(path)) return null;
  return { root, path, length: all.length, broken: "markup or white space stands inside it" };
}

function execAt(pattern: RegExp, text: string, at: number): readonly (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}

function stepsOf(path: string): readonly PlaceholderStep[] {
  return path
    .split("->")
    .slice(1)
    .map((step) => {
      const open = step.indexOf("(");
      return open === -1
        ? { name: step, argument: null }
        : { name: step.slice(0, open), argument: step.slice(open + 1, -1) };
    });
}
