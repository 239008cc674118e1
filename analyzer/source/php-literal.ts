/** Evaluates PHP literals without running any PHP. */
import type { Location } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import type { SyntaxNode } from "./engine.ts";
import { MAX_PHP_SUBSTITUTION, PhpScope } from "./php-scope.ts";
import { decodeHeredoc, decodeQuoted } from "./php-string.ts";
import { argumentsOf, elementsOf, isPlainString, partsOf, unqualified } from "./php-syntax.ts";
import { EntryList } from "./php-value.ts";
import type { PhpArray, PhpValue } from "./php-value.ts";
import type { SourceText } from "./text.ts";

/** Arrays in arrays, calls in calls: deeper than this is not read. */
export const MAX_PHP_NESTING = 100;
/** Longest quotation of an expression that is not a literal, in UTF-16 units. */
export const MAX_EXPRESSION_TEXT = 500;

type Scalar = string | number | boolean | null;

export class PhpLiteralReader {
  readonly #source: SourceText;
  readonly #problems: Problem[];
  readonly #globals: ReadonlyMap<string, Scalar>;
  /** Helper variables, and the constants of the class being read. */
  readonly scope = new PhpScope();
  readonly #reported = new Set<string>();

  /** Reports what it cannot follow to `problems`; `globals` are constants the program defines elsewhere. */
  constructor(source: SourceText, problems: Problem[], globals: ReadonlyMap<string, Scalar> = new Map()) {
    this.#source = source;
    this.#problems = problems;
    this.#globals = globals;
  }

  textOf(node: SyntaxNode): string {
    return this.#source.text.slice(node.startIndex, node.endIndex);
  }

  /** Anything that is not a literal comes out as an `expression`. */
  read(node: SyntaxNode, depth = 0): PhpValue {
    if (depth > MAX_PHP_NESTING) {
      this.reportNesting(node);
      return this.#expression(node);
    }
    switch (node.type) {
      case "string":
        return this.#scalar(node, decodeQuoted(this.textOf(node)));
      case "encapsed_string":
        return isPlainString(node)
          ? this.#scalar(node, decodeQuoted(this.textOf(node)))
          : this.#expression(node);
      case "nowdoc":
        return this.#scalar(node, decodeHeredoc(this.textOf(node)));
      case "heredoc":
        return this.#heredoc(node);
      case "integer":
      case "float":
        return this.#scalar(node, numberOf(this.textOf(node)));
      case "boolean":
        return this.#scalar(node, this.textOf(node).toLowerCase() === "true");
      case "null":
        return this.#scalar(node, null);
      case "array_creation_expression":
        return this.array(node, elementsOf(node), depth);
      case "argument":
      case "parenthesized_expression":
        return this.#inner(node, depth);
      case "unary_op_expression":
        return this.#unary(node, depth);
      case "binary_expression":
        return this.#binary(node, depth);
      case "object_creation_expression":
        return this.#creation(node, depth);
      case "function_call_expression":
        return this.#call(node, depth);
      case "variable_name":
        return this.#known(node, this.scope.variable(this.textOf(node).slice(1)));
      case "name":
        return this.#global(node);
      case "class_constant_access_expression":
        return this.#constant(node);
      default:
        return this.#expression(node);
    }
  }

  /** An array from its elements; `node` is what its location comes from. */
  array(node: SyntaxNode, elements: readonly SyntaxNode[], depth = 0): PhpArray {
    const list = new EntryList();
    for (const element of elements) {
      const parts = partsOf(element);
      const last = parts.at(-1);
      if (last === undefined) continue;
      if (last.type === "variadic_unpacking") {
        const spread = this.#inner(last, depth + 1);
        if (spread.kind === "array") list.addAll(spread.entries);
        else list.add(undefined, spread);
      } else {
        const key = parts.length > 1 ? this.read(parts[0] as SyntaxNode, depth + 1) : undefined;
        list.add(key, this.read(last, depth + 1));
      }
    }
    return { kind: "array", entries: list.entries, location: this.#locate(node) };
  }

  #heredoc(node: SyntaxNode): PhpValue {
    const body = node.childForFieldName("value");
    if (body !== null && !isPlainString(body)) return this.#expression(node);
    return this.#scalar(node, decodeHeredoc(this.textOf(node)));
  }

  #inner(node: SyntaxNode, depth: number): PhpValue {
    const inner = partsOf(node).at(-1);
    return inner === undefined ? this.#expression(node) : this.read(inner, depth + 1);
  }

  #unary(node: SyntaxNode, depth: number): PhpValue {
    const operand = node.childForFieldName("argument");
    const value = operand === null ? undefined : this.read(operand, depth + 1);
    if (value?.kind !== "scalar") return this.#expression(node);
    const sign = this.#source.text[node.startIndex];
    if (sign === "-" && typeof value.value === "number") return this.#scalar(node, -value.value);
    if (sign === "+" && typeof value.value === "number") return this.#scalar(node, value.value);
    if (sign === "!" && typeof value.value === "boolean") return this.#scalar(node, !value.value);
    return this.#expression(node);
  }

  /** A chain such as `'a' . 'b' . 'c'` nests on its left: followed in a loop, long texts are put together so. */
  #binary(node: SyntaxNode, depth: number): PhpValue {
    const steps: { readonly operator: string; readonly right: SyntaxNode }[] = [];
    let at: SyntaxNode = node;
    while (at.type === "binary_expression") {
      const [left, right, operator] = ["left", "right", "operator"].map((name) => at.childForFieldName(name));
      if (!left || !right || !operator) return this.#expression(node);
      steps.push({ operator: operator.type, right });
      at = left;
    }
    let result = scalarOf(this.read(at, depth + 1));
    for (const { operator, right } of steps.reverse()) {
      if (result === undefined) break;
      const operand = scalarOf(this.read(right, depth + 1));
      result = operand === undefined ? undefined : combine(operator, result, operand);
    }
    return result === undefined ? this.#expression(node) : this.#scalar(node, result);
  }

  #creation(node: SyntaxNode, depth: number): PhpValue {
    const [name, list] = node.namedChildren.filter((child) => child.type !== "comment");
    if (name === undefined || !/^(?:qualified_)?name$/.test(name.type)) return this.#expression(node);
    const args = argumentsOf(list).map((argument) => this.read(argument, depth + 1));
    return { kind: "new", class: unqualified(this.textOf(name)), args, location: this.#locate(node) };
  }

  #call(node: SyntaxNode, depth: number): PhpValue {
    const name = node.childForFieldName("function");
    if (name === null || unqualified(this.textOf(name)).toLowerCase() !== "array_merge")
      return this.#expression(node);
    const list = new EntryList();
    for (const argument of argumentsOf(node.childForFieldName("arguments"))) {
      const part = this.read(argument, depth + 1);
      if (part.kind !== "array") return this.#expression(node);
      list.addAll(part.entries);
    }
    return { kind: "array", entries: list.entries, location: this.#locate(node) };
  }

  #constant(node: SyntaxNode): PhpValue {
    const [scope, name] = this.textOf(node).split(/\s*::\s*/) as [string, string];
    if (name.toLowerCase() === "class") return this.#scalar(node, unqualified(scope));
    return this.#known(node, /^(?:self|static)$/i.test(scope) ? this.scope.constant(name) : undefined);
  }

  #scalar(node: SyntaxNode, value: Scalar): PhpValue {
    return { kind: "scalar", value, location: this.#locate(node) };
  }

  #expression(node: SyntaxNode): PhpValue {
    const end = Math.min(node.endIndex, node.startIndex + MAX_EXPRESSION_TEXT);
    return {
      kind: "expression",
      text: this.#source.text.slice(node.startIndex, end),
      location: this.#locate(node),
    };
  }

  #global(node: SyntaxNode): PhpValue {
    const value = this.#globals.get(this.textOf(node));
    return value === undefined ? this.#expression(node) : this.#scalar(node, value);
  }

  #known(node: SyntaxNode, value: PhpValue | undefined): PhpValue {
    const known = value ?? this.#expression(node);
    if (this.scope.exhausted) {
      this.#limit(
        "MAX_PHP_SUBSTITUTION",
        `variables stand for more than ${MAX_PHP_SUBSTITUTION} values`,
        known.location,
      );
    }
    return known;
  }

  /** Once per file. */
  reportNesting(node: SyntaxNode): void {
    this.#limit("MAX_PHP_NESTING", `nests deeper than ${MAX_PHP_NESTING} levels`, this.#locate(node));
  }

  #limit(name: string, what: string, location: Location): void {
    if (this.#reported.has(name)) return;
    this.#reported.add(name);
    const message = `PHP ${what} here (limit ${name})`;
    this.#problems.push({ kind: "limit", message, location, lost: "values beyond the limit" });
  }

  #locate(node: SyntaxNode): Location {
    return this.#source.locate(node.startIndex, node.endIndex);
  }
}

function numberOf(text: string): number {
  const digits = text.replaceAll("_", "");
  return /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
}

function scalarOf(value: PhpValue): Scalar | undefined {
  return value.kind === "scalar" ? value.value : undefined;
}

function combine(operator: string, left: Scalar, right: Scalar): Scalar | undefined {
  if (operator === ".") return stringify(left) + stringify(right);
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  if (operator === "*") return left * right;
  if (operator === "+") return left + right;
  return operator === "-" ? left - right : undefined;
}

/** As PHP converts: false and null to nothing, true to 1. */
function stringify(value: Scalar): string {
  if (typeof value === "boolean") return value ? "1" : "";
  return value === null ? "" : String(value);
}
