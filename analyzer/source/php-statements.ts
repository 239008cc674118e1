/** The statements of a PHP file in document order, those in blocks and conditions and before a break included. */
import type { Problem } from "../model/problem.ts";
import type { SyntaxNode } from "./engine.ts";
import { argumentsOf, partsOf } from "./php-syntax.ts";
import type { SourceText } from "./text.ts";

export type PhpStatement =
  | PhpCall
  | PhpAssignment
  | {
      readonly kind: "class";
      readonly name: string;
      readonly parent: string;
      readonly abstract: boolean;
      readonly node: SyntaxNode;
    }
  /** A method of the last class begins. */
  | { readonly kind: "method"; readonly name: string }
  | { readonly kind: "constant"; readonly name: string; readonly value: SyntaxNode };

/** `Scope::Method(args)` standing as a statement. */
export interface PhpCall {
  readonly kind: "call";
  readonly scope: string;
  readonly method: string;
  readonly args: readonly SyntaxNode[];
  /** Elements of the array, last argument of the call, in the middle of which the file breaks off; else empty. */
  readonly tail: readonly SyntaxNode[];
  /** The file breaks off inside the call. */
  readonly broken: boolean;
  readonly node: SyntaxNode;
}

/** `target = value`; `value` is `null` when the target gets something unknown, as in a loop. */
export interface PhpAssignment {
  readonly kind: "assignment";
  readonly target: SyntaxNode;
  readonly value: SyntaxNode | null;
  /** As for calls: the file breaks off in the array that is assigned. */
  readonly tail: readonly SyntaxNode[];
  readonly node: SyntaxNode;
}

/** Blocks in blocks: deeper than this is not walked. */
export const MAX_BLOCK_DEPTH = 100;

// prettier-ignore
const BLOCKS = new Set([
  "program", "compound_statement", "if_statement", "else_clause", "else_if_clause", "switch_statement",
  "switch_block", "case_statement", "default_statement", "try_statement", "catch_clause", "finally_clause",
  "while_statement", "for_statement", "do_statement", "colon_block", "namespace_definition",
]);

export class StatementWalk {
  readonly #source: SourceText;
  readonly #problems: Problem[];
  readonly #enters: (declaration: SyntaxNode) => boolean;

  /** Classes and methods are walked only when `enters` says so. */
  constructor(
    source: SourceText,
    problems: Problem[],
    enters: (declaration: SyntaxNode) => boolean = () => false,
  ) {
    this.#source = source;
    this.#problems = problems;
    this.#enters = enters;
  }

  *in(node: SyntaxNode, depth = 0): Generator<PhpStatement> {
    if (depth > MAX_BLOCK_DEPTH) return this.#tooDeep(node);
    if (BLOCKS.has(node.type)) {
      for (const child of node.namedChildren) yield* this.in(child, depth + 1);
    } else if (node.type === "expression_statement") {
      yield* this.#expression(node);
    } else if (node.type === "class_declaration") {
      if (this.#enters(node)) yield* this.#class(node, depth);
    } else if (node.type === "method_declaration") {
      if (this.#enters(node)) yield* this.#method(node, depth);
    } else if (node.type === "const_declaration") {
      yield* this.#constants(node);
    } else if (node.type === "foreach_statement") {
      yield* this.#loop(node, depth);
    } else if (node.type === "ERROR") {
      yield* this.#fragments(node, depth);
    }
  }

  *#expression(statement: SyntaxNode): Generator<PhpStatement> {
    const node = partsOf(statement)[0];
    if (node?.type === "scoped_call_expression") {
      const [scope, method] = ["scope", "name"].map((field) => this.#text(node.childForFieldName(field)));
      const args = argumentsOf(node.childForFieldName("arguments"));
      yield { kind: "call", scope: scope ?? "", method: method ?? "", args, tail: [], broken: false, node };
    } else if (node?.type === "assignment_expression" || node?.type === "augmented_assignment_expression") {
      const target = node.childForFieldName("left");
      const value = node.type === "assignment_expression" ? node.childForFieldName("right") : null;
      if (target !== null) yield { kind: "assignment", target, value, tail: [], node };
    }
  }

  *#class(node: SyntaxNode, depth: number): Generator<PhpStatement> {
    const base = node.namedChildren.find((child) => child.type === "base_clause");
    yield this.#classNamed(node.childForFieldName("name"), base, this.#isAbstract(node.namedChildren), node);
    const members = node.childForFieldName("body")?.namedChildren ?? [];
    // Methods may use constants that follow them.
    for (const member of members) if (member.type === "const_declaration") yield* this.#constants(member);
    for (const member of members) {
      if (member.type !== "const_declaration") yield* this.in(member, depth + 1);
    }
  }

  *#method(node: SyntaxNode, depth: number): Generator<PhpStatement> {
    yield { kind: "method", name: this.#text(node.childForFieldName("name")) };
    const body = node.childForFieldName("body");
    if (body !== null) yield* this.in(body, depth + 1);
  }

  *#constants(node: SyntaxNode): Generator<PhpStatement> {
    for (const element of node.namedChildren) {
      const [name, value] = partsOf(element);
      if (element.type !== "const_element" || name === undefined || value === undefined) continue;
      yield { kind: "constant", name: this.#text(name), value };
    }
  }

  *#loop(node: SyntaxNode, depth: number): Generator<PhpStatement> {
    // The first child is what is looped over.
    for (const child of node.namedChildren.slice(1)) {
      const bound = child.type === "pair" ? child.namedChildren : [child];
      for (const target of bound) {
        if (target.type === "variable_name")
          yield { kind: "assignment", target, value: null, tail: [], node };
      }
    }
    const body = node.childForFieldName("body");
    if (body !== null) yield* this.in(body, depth + 1);
  }

  /** Where the text breaks off, the parser leaves the open constructs as a flat row of what they are made of. */
  *#fragments(error: SyntaxNode, depth: number): Generator<PhpStatement> {
    const row = error.children.filter((child) => child.type !== "comment");
    for (const [at, node] of row.entries()) {
      const [before, next, third] = [row[at - 1], row[at + 1], row[at + 2]];
      if (node.type === "class" && next?.type === "name") {
        const base = third?.type === "base_clause" ? third : undefined;
        yield this.#classNamed(next, base, this.#isAbstract(before === undefined ? [] : [before]), next);
      } else if (node.type === "function" && next?.type === "name") {
        yield { kind: "method", name: this.#text(next) };
      } else if (next?.type === "::" && third?.type === "name" && row[at + 3]?.type === "(") {
        const { args, tail } = openArguments(row, at + 4);
        const [scope, method] = [this.#text(node), this.#text(third)];
        yield { kind: "call", scope, method, args, tail, broken: true, node };
      } else if (/^(?:variable_name|subscript_expression)$/.test(node.type) && next?.type === "=") {
        yield { kind: "assignment", target: node, value: null, tail: openArguments(row, at + 2).tail, node };
      } else if (node.isError || node.isNamed) {
        yield* this.in(node, depth + 1);
      }
    }
  }

  #classNamed(
    name: SyntaxNode | null,
    base: SyntaxNode | undefined,
    abstract: boolean,
    node: SyntaxNode,
  ): PhpStatement {
    const parent = base === undefined ? null : (partsOf(base)[0] ?? null);
    return { kind: "class", name: this.#text(name), parent: this.#text(parent), abstract, node };
  }

  #isAbstract(modifiers: readonly SyntaxNode[]): boolean {
    return modifiers.some((child) => child.type === "abstract_modifier");
  }

  #tooDeep(node: SyntaxNode): void {
    const message = `PHP blocks nest deeper than ${MAX_BLOCK_DEPTH} levels here (limit MAX_BLOCK_DEPTH)`;
    const location = this.#source.locate(node.startIndex);
    this.#problems.push({ kind: "limit", message, location, lost: "statements below this level" });
  }

  #text(node: SyntaxNode | null): string {
    return node === null ? "" : this.#source.text.slice(node.startIndex, node.endIndex);
  }
}

/** Arguments, then the elements of an array that never ends, up to whatever else follows. */
function openArguments(row: readonly SyntaxNode[], from: number) {
  const args: SyntaxNode[] = [];
  const tail: SyntaxNode[] = [];
  for (let at = from; at < row.length; at++) {
    const node = row[at] as SyntaxNode;
    if (node.type === "argument" && tail.length === 0) args.push(node);
    else if (node.type === "array_element_initializer") tail.push(node);
    else if (!["(", "[", ",", "array"].includes(node.type)) break;
  }
  return { args, tail };
}
