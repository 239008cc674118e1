/** Texts as code writes them: plain, with values put in, or as the name of a class. */
import type { SyntaxNode } from "../../../source/engine.ts";
import { decodeHeredoc, decodeQuoted } from "../../../source/php-string.ts";
import { isPlainString, partsOf, unqualified } from "../../../source/php-syntax.ts";
import type { FlowFrame } from "./flow-frame.ts";
import { CLOSED, concat, literal, type FlowValue } from "./flow-value.ts";

export function plainText(frame: FlowFrame, node: SyntaxNode): FlowValue {
  const text = frame.textOf(node);
  return literal(node.type === "nowdoc" ? decodeHeredoc(text) : decodeQuoted(text));
}

/** A double-quoted text or heredoc with the values it inserts, which `read` tells. */
export function interpolated(
  frame: FlowFrame,
  node: SyntaxNode,
  read: (part: SyntaxNode) => FlowValue,
): FlowValue {
  const body = node.type === "heredoc" ? node.childForFieldName("value") : node;
  if (body === null) return CLOSED;
  if (isPlainString(body)) {
    const text = frame.textOf(node);
    return literal(node.type === "heredoc" ? decodeHeredoc(text) : decodeQuoted(text));
  }
  let value = literal("");
  for (const part of partsOf(body)) {
    const isText = part.type === "string_content" || part.type === "escape_sequence";
    value = concat(value, isText ? literal(frame.textOf(part)) : read(part));
  }
  return value;
}

/** Folders a path begins with: what follows tells what the file is. */
const FOLDERS = new Set(["APPROOT", "MODULESROOT", "__DIR__"]);

export function namedConstant(frame: FlowFrame, node: SyntaxNode): FlowValue {
  const name = frame.textOf(node);
  if (name === "__CLASS__" && frame.self !== null) return literal(frame.self);
  return FOLDERS.has(name) ? literal("") : CLOSED;
}

/** `Person::class`; other constants tell nothing. */
export function constant(frame: FlowFrame, node: SyntaxNode): FlowValue {
  const [scope, name] = frame.textOf(node).split(/\s*::\s*/);
  if (name?.toLowerCase() !== "class" || scope === undefined) return CLOSED;
  const self = /^(?:self|static)$/i.test(scope) ? frame.self : unqualified(scope);
  return self === null ? CLOSED : literal(self);
}

/** A class or function named in the text, rather than held by a variable. */
export function isName({ type }: SyntaxNode): boolean {
  return type === "name" || type === "qualified_name";
}
