/** Small questions to a PHP syntax tree. */
import type { SyntaxNode } from "./engine.ts";

/** The elements of an array literal, without comments and without pieces that do not parse. */
export function elementsOf(array: SyntaxNode): readonly SyntaxNode[] {
  return array.namedChildren.filter((child) => child.type === "array_element_initializer");
}

/** The `argument` nodes of an argument list. */
export function argumentsOf(list: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  return list?.namedChildren.filter((child) => child.type === "argument") ?? [];
}

/** Meaningful parts of a node: key and value, or value alone, of an array element. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter((child) => child.type !== "comment" && !child.isError);
}

/** A string without interpolated variables. */
export function isPlainString(node: SyntaxNode): boolean {
  return node.namedChildren.every(
    (part) => part.type === "string_content" || part.type === "escape_sequence",
  );
}

/** The last part of a qualified name: iTop's classes are global, whatever namespace they are named from. */
export function unqualified(name: string): string {
  return name.slice(name.lastIndexOf("\\") + 1);
}
