/** Reads a PHP file into a syntax tree, walks its statements in order, and reports what does not parse. */
import type { Location } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import type { SyntaxEngine, SyntaxNode } from "./engine.ts";
import type { SourceText } from "./text.ts";
import { MAX_PARSE_SECONDS, MAX_PARSE_STEPS } from "./tree-sitter-runtime.ts";

/** Longest PHP text that is parsed, in UTF-16 units; the largest file of a standard iTop has 0.3 million. */
export const MAX_PHP_CHARACTERS = 1024 * 1024;
/** Problems of one file that are listed one by one. */
export const MAX_PHP_PROBLEMS = 100;
/** Said of PHP that only an attacker or a damaged disk writes. */
export const TOO_COSTLY = `PHP that takes more than ${MAX_PARSE_STEPS} steps, ${MAX_PARSE_SECONDS} seconds or too much memory to parse (limits MAX_PARSE_STEPS, MAX_PARSE_SECONDS)`;
/** Syntax errors that are counted before the search is given up. */
const MAX_COUNTED_ERRORS = 100;
/** Levels searched for the place of an error. */
const MAX_ERROR_DEPTH = 200;

/**
 * Parses and hands the root to `read`; broken PHP is read as far as the parser could make sense of it.
 * `empty` is the result for a file that is not parsed at all: too long, binary, or without PHP.
 */
export function readPhp<Result>(
  source: SourceText,
  engine: SyntaxEngine,
  problems: Problem[],
  empty: Result,
  read: (root: SyntaxNode) => Result,
): Result {
  const refusal = refuse(source);
  if (refusal !== undefined) {
    problems.push({ ...refusal, location: source.locate(0), lost: "everything in this file" });
    return empty;
  }
  const parsed = engine.parse(source.text, (root) => {
    if (root.hasError) problems.push(describeErrors(root, source));
    return { result: read(root) };
  });
  if (parsed === null) {
    const location = source.locate(0);
    problems.push({ kind: "limit", message: TOO_COSTLY, location, lost: "everything in this file" });
    return empty;
  }
  if (problems.length > MAX_PHP_PROBLEMS) {
    const more = problems.splice(MAX_PHP_PROBLEMS);
    const message = `${more.length} more problems in this file are not listed (limit MAX_PHP_PROBLEMS)`;
    problems.push({ kind: "limit", message, location: (more[0] as Problem).location });
  }
  return parsed.result;
}

function refuse({ text }: SourceText): Pick<Problem, "kind" | "message"> | undefined {
  if (text.length > MAX_PHP_CHARACTERS) {
    const message = `PHP file of ${text.length} characters; at most ${MAX_PHP_CHARACTERS} are read (limit MAX_PHP_CHARACTERS)`;
    return { kind: "limit", message };
  }
  if (text.includes("\0")) return { kind: "binary", message: "Binary content in a PHP file" };
  if (!text.includes("<?")) return { kind: "malformed", message: "No PHP opening tag in a PHP file" };
  return undefined;
}

function describeErrors(root: SyntaxNode, source: SourceText): Problem {
  const errors: SyntaxNode[] = [];
  collectErrors(root, errors, 0);
  const first = errors[0] ?? root;
  const end = source.text.trimEnd();
  const reachesEnd = (errors.at(-1) ?? root).endIndex >= end.length;
  const truncated = reachesEnd && !/(?:[;}]|[^=-]>)$/.test(end);
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more places)` : "";
  return {
    kind: truncated ? "truncated" : "malformed",
    message: truncated ? "The PHP ends in the middle of a statement" : `PHP syntax error${more}`,
    location: truncated ? source.locate(end.length) : lineOf(source, first.startIndex),
    lost: "definitions at and after the broken place may be missing",
  };
}

/** From the error to the end of its line; error nodes may span the rest of a file. */
function lineOf(source: SourceText, start: number): Location {
  const lineEnd = source.text.indexOf("\n", start);
  return source.locate(start, lineEnd === -1 ? source.text.length : lineEnd);
}

function collectErrors(node: SyntaxNode, errors: SyntaxNode[], depth: number): void {
  if (errors.length >= MAX_COUNTED_ERRORS) return;
  if (node.isError || node.isMissing) errors.push(node);
  else if (depth < MAX_ERROR_DEPTH) {
    for (const child of node.children)
      if (child.hasError || child.isMissing) collectErrors(child, errors, depth + 1);
  }
}
