/** Reads one method in the order of its text and follows values from where they come to where they go. */
import type { SyntaxNode } from "../../../source/engine.ts";
import { argumentsOf, partsOf, unqualified } from "../../../source/php-syntax.ts";
import { callMember, callStatic, create, requestValue, typedObject } from "./flow-calls.ts";
import { feed, type FlowFrame } from "./flow-frame.ts";
import { callFunction, handlesOf } from "./flow-functions.ts";
import { constant, interpolated, isName, namedConstant, plainText } from "./flow-text.ts";
import { namesIn, propertyName, store } from "./flow-store.ts";
import {
  CLOSED,
  concat,
  derived,
  elementsOf,
  from,
  gathered,
  holding,
  join,
  OPEN,
  type FlowValue,
} from "./flow-value.ts";

/** Expressions and blocks in each other. */
export const MAX_CODE_DEPTH = 150;
/** Syntax nodes looked at in one method. */
export const MAX_CODE_STEPS = 100_000;

const CONDITIONAL = new Set(
  `if_statement else_clause else_if_clause while_statement for_statement do_statement switch_statement try_statement
  catch_clause match_expression conditional_expression`.split(/\s+/),
);

export class FlowReader {
  readonly #frame: FlowFrame;
  #depth = 0;
  #steps = 0;
  /** A limit was reached, so that some of the method was passed over. */
  exceeded = false;

  constructor(frame: FlowFrame) {
    this.#frame = frame;
  }

  /** Parameters are known by their type hints alone. */
  parameters(list: SyntaxNode | null): void {
    for (const parameter of list?.namedChildren ?? []) {
      const name = parameter.childForFieldName("name");
      if (name === null) continue;
      const types = namesIn(parameter.childForFieldName("type"), this.#frame);
      const typed = types.flatMap((type) => typedObject(type) ?? []);
      this.#frame.assign(this.#frame.textOf(name).slice(1), typed.length === 0 ? OPEN : join(typed));
    }
  }

  read(node: SyntaxNode): FlowValue {
    if (this.#depth >= MAX_CODE_DEPTH || this.#steps >= MAX_CODE_STEPS) {
      this.exceeded = true;
      return OPEN;
    }
    this.#depth++;
    this.#steps++;
    const conditional = CONDITIONAL.has(node.type);
    if (conditional) this.#frame.conditions++;
    const value = this.#value(node);
    if (conditional) this.#frame.conditions--;
    this.#depth--;
    return value;
  }

  #value(node: SyntaxNode): FlowValue {
    const frame = this.#frame;
    switch (node.type) {
      case "string":
      case "nowdoc":
        return plainText(frame, node);
      case "encapsed_string":
      case "heredoc":
      case "shell_command_expression":
        return interpolated(frame, node, (part) => this.read(part));
      case "integer":
      case "float":
      case "boolean":
      case "null":
      case "comment":
        return CLOSED;
      case "name":
        return namedConstant(frame, node);
      case "variable_name":
        return this.#variable(frame.textOf(node).slice(1));
      case "class_constant_access_expression":
        return constant(frame, node);
      case "assignment_expression":
      case "augmented_assignment_expression":
      case "reference_assignment_expression":
        return this.#assignment(node);
      case "binary_expression":
        return this.#binary(node);
      case "member_call_expression":
      case "nullsafe_member_call_expression":
        return this.#member(node);
      case "scoped_call_expression":
        return this.#scoped(node);
      case "function_call_expression":
        return this.#function(node);
      case "object_creation_expression":
        return this.#creation(node);
      case "member_access_expression":
      case "nullsafe_member_access_expression":
        return this.#property(node);
      case "subscript_expression":
        return this.#subscript(node);
      case "array_creation_expression":
        return gathered(partsOf(node).map((each) => gathered(partsOf(each).map((part) => this.read(part)))));
      case "conditional_expression":
        return this.#choice(node);
      case "foreach_statement":
        return this.#loop(node);
      case "class_declaration":
      case "function_definition":
      case "method_declaration":
        // Read on their own.
        return CLOSED;
      case "cast_expression":
      case "argument":
      case "parenthesized_expression":
      case "clone_expression":
      case "error_suppression_expression":
        return this.#last(node);
      default:
        return join(partsOf(node).map((each) => this.read(each)));
    }
  }

  #last(node: SyntaxNode): FlowValue {
    return (
      partsOf(node)
        .map((each) => this.read(each))
        .at(-1) ?? CLOSED
    );
  }

  #variable(name: string): FlowValue {
    if (name === "this") return holding({ kind: "record", classes: this.#frame.selfRef });
    if (/^_(?:POST|GET|REQUEST|COOKIE|FILES)$/.test(name)) return requestValue(undefined);
    return this.#frame.variable(name);
  }

  #assignment(node: SyntaxNode): FlowValue {
    const [left, right] = ["left", "right"].map((name) => node.childForFieldName(name));
    if (!left || !right) return OPEN;
    const value = this.read(right);
    const adds = node.type === "augmented_assignment_expression";
    // A mail may be filled by its properties.
    if (left.type === "member_access_expression") {
      const owner = left.childForFieldName("object");
      if (owner !== null) for (const handle of handlesOf(this.read(owner), "mail")) feed(handle, [value]);
    }
    store(this.#frame, left, value, adds);
    return value;
  }

  /** Chains of texts nest on their left: followed in a loop, they may be thousands long. */
  #binary(node: SyntaxNode): FlowValue {
    const rights: { readonly operator: string; readonly node: SyntaxNode }[] = [];
    let at = node;
    while (at.type === "binary_expression") {
      const [left, right, operator] = ["left", "right", "operator"].map((name) => at.childForFieldName(name));
      if (!left || !right) return OPEN;
      const type = operator?.type ?? "";
      if (type === "instanceof") this.#narrow(left, right);
      else rights.push({ operator: type, node: right });
      at = left;
    }
    let value = this.read(at);
    for (const { operator, node: right } of rights.reverse()) {
      const other = this.read(right);
      if (operator === ".") value = concat(value, other);
      else value = operator === "??" || operator === "?:" ? join([value, other]) : CLOSED;
    }
    return value;
  }

  /** From `$oObject instanceof Ticket` on, the variable may be one. */
  #narrow(left: SyntaxNode, right: SyntaxNode): void {
    if (left.type !== "variable_name" || !isName(right)) return;
    const name = this.#frame.textOf(left).slice(1);
    const typed = typedObject(unqualified(this.#frame.textOf(right)));
    if (typed === undefined || name === "this") return;
    const before = this.#frame.variable(name);
    // A class that is known already is at least as telling.
    const known = before.objects.some((each) => each.kind !== "record" || each.classes.length > 0);
    if (known && !before.open) return;
    this.#frame.assign(name, { ...typed, open: true });
  }

  #member(node: SyntaxNode): FlowValue {
    const [object, name] = ["object", "name"].map((field) => node.childForFieldName(field));
    if (!object || !name) return OPEN;
    const receiver = this.read(object);
    const args = this.#arguments(node);
    const method = name.type === "name" ? this.#frame.textOf(name) : null;
    // A case log is changed in place and set again.
    if (method?.startsWith("AddLogEntry") === true && object.type === "variable_name") {
      this.#frame.add(this.#frame.textOf(object).slice(1), gathered(args));
      return CLOSED;
    }
    return callMember(this.#frame, receiver, method, args, node);
  }

  #scoped(node: SyntaxNode): FlowValue {
    const [scope, name] = ["scope", "name"].map((field) => node.childForFieldName(field));
    if (!scope || !name) return OPEN;
    const args = this.#arguments(node);
    const owner = unqualified(this.#frame.textOf(scope));
    const method = name.type === "name" ? this.#frame.textOf(name) : "";
    // `parent::Set(…)` sets this object.
    if (/^(?:parent|self|static)$/i.test(owner) && /^(?:Set|Get)$/.test(method))
      return callMember(this.#frame, this.#variable("this"), method, args, node);
    return callStatic(this.#frame, owner, method, args, node);
  }

  #function(node: SyntaxNode): FlowValue {
    const name = node.childForFieldName("function");
    const args = this.#arguments(node);
    if (name === null || !isName(name)) return derived(args, true);
    return callFunction(this.#frame, unqualified(this.#frame.textOf(name)).toLowerCase(), args, node);
  }

  #creation(node: SyntaxNode): FlowValue {
    const [name, list] = partsOf(node);
    if (name === undefined || !isName(name)) return OPEN;
    const args = argumentsOf(list).map((argument) => this.read(argument));
    const qualified = this.#frame.textOf(name);
    return create(this.#frame, qualified, args, node);
  }

  #arguments(node: SyntaxNode): readonly FlowValue[] {
    return argumentsOf(node.childForFieldName("arguments")).map((argument) => this.read(argument));
  }

  #property(node: SyntaxNode): FlowValue {
    const owner = node.childForFieldName("object");
    if (owner === null) return OPEN;
    const object = this.read(owner);
    const kinds = object.objects.map(({ kind }) => kind);
    const name = node.childForFieldName("name");
    if (kinds.includes("message"))
      return from({ kind: "mail", name: name === null ? null : this.#frame.textOf(name) });
    if (kinds.includes("request")) return object;
    const known = this.#frame.variable(propertyName(this.#frame, node));
    if (known !== OPEN) return known;
    // Parts of a decoded reply or request are as far away as the whole.
    return object.origins.length > 0 ? derived([object], object.open) : OPEN;
  }

  #subscript(node: SyntaxNode): FlowValue {
    const [base, key] = partsOf(node);
    if (base === undefined) return OPEN;
    const name = base.type === "variable_name" ? this.#frame.textOf(base) : "";
    const index = key === undefined ? undefined : this.read(key);
    if (/^\$_(?:POST|GET|REQUEST|COOKIE|FILES)$/.test(name)) return requestValue(index);
    return gathered([this.read(base)]);
  }

  /** The condition decides, but is not what comes out. */
  #choice(node: SyntaxNode): FlowValue {
    const [condition, body, alternative] = ["condition", "body", "alternative"].map((name) =>
      node.childForFieldName(name),
    );
    const tested = condition ? this.read(condition) : CLOSED;
    const yes = body ? this.read(body) : tested;
    return join([yes, alternative ? this.read(alternative) : CLOSED]);
  }

  #loop(node: SyntaxNode): FlowValue {
    const [collection, bound, ...rest] = partsOf(node);
    if (collection === undefined || bound === undefined) return CLOSED;
    const whole = this.read(collection);
    const classes = elementsOf(whole);
    const element = gathered([whole]);
    const one: FlowValue = {
      ...element,
      objects: [
        ...element.objects.filter(({ kind }) => kind !== "set"),
        ...(classes.length === 0 ? [] : [{ kind: "record" as const, classes }]),
      ],
    };
    const targets = bound.type === "pair" ? partsOf(bound) : [bound];
    this.#frame.conditions++;
    for (const target of targets) {
      const plain = target.type === "variable_name" ? target : partsOf(target)[0];
      if (plain?.type === "variable_name") this.#frame.assign(this.#frame.textOf(plain).slice(1), one);
    }
    for (const part of rest) this.read(part);
    this.#frame.conditions--;
    return CLOSED;
  }
}
