/** What an assignment changes: variables, elements of arrays, properties, and lists of them. */
import type { SyntaxNode } from "../../../source/engine.ts";
import { partsOf, unqualified } from "../../../source/php-syntax.ts";
import type { FlowFrame } from "./flow-frame.ts";
import { concat, gathered, type FlowValue } from "./flow-value.ts";

/** Keys in a row, as in `$a['b']['c']`. */
const MAX_KEYS = 100;

/** `adds`: the value is appended, as `.=` does. */
export function store(frame: FlowFrame, target: SyntaxNode, value: FlowValue, adds: boolean): void {
  const put = (name: string): void => frame.assign(name, adds ? concat(frame.variable(name), value) : value);
  switch (target.type) {
    case "variable_name":
      return put(frame.textOf(target).slice(1));
    case "member_access_expression":
      return put(propertyName(frame, target));
    case "subscript_expression": {
      const base = baseOf(target);
      if (base?.type === "variable_name") frame.add(frame.textOf(base).slice(1), gathered([value]));
      return;
    }
    case "list_literal":
    case "array_creation_expression":
      for (const each of partsOf(target)) {
        const inner = each.type === "array_element_initializer" ? partsOf(each).at(-1) : each;
        if (inner?.type === "variable_name") frame.assign(frame.textOf(inner).slice(1), gathered([value]));
      }
  }
}

/** Properties are kept among the variables, under a name no variable can have. */
export function propertyName(frame: FlowFrame, node: SyntaxNode): string {
  return `->${frame.textOf(node)}`;
}

function baseOf(node: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = node;
  for (let keys = 0; at?.type === "subscript_expression" && keys < MAX_KEYS; keys++) at = partsOf(at)[0];
  return at;
}

/** Class names of a type hint, unqualified. */
export function namesIn(type: SyntaxNode | null, frame: FlowFrame): readonly string[] {
  if (type === null) return [];
  return frame
    .textOf(type)
    .split(/[?|&()\s]+/)
    .filter((name) => /^[\\\w]+$/.test(name) && !/^[a-z]+$/.test(unqualified(name)))
    .map(unqualified);
}
