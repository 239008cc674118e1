/** Reads the classes that PHP files declare with `MetaModel::Init_*` calls instead of model XML. */
import type { Problem } from "../../../model/problem.ts";
import type { SyntaxEngine, SyntaxNode } from "../../../source/engine.ts";
import { assign } from "../../../source/php-assign.ts";
import { PhpLiteralReader } from "../../../source/php-literal.ts";
import { StatementWalk } from "../../../source/php-statements.ts";
import type { PhpCall, PhpStatement } from "../../../source/php-statements.ts";
import { unqualified } from "../../../source/php-syntax.ts";
import { stringOf } from "../../../source/php-value.ts";
import type { PhpValue } from "../../../source/php-value.ts";
import { readPhp } from "../../../source/php.ts";
import type { SourceText } from "../../../source/text.ts";
import type { PhpAttributeData, PhpClassData } from "../fragments.ts";

export interface PhpClassReading {
  readonly classes: readonly PhpClassData[];
  readonly problems: readonly Problem[];
}

/** Every call that makes a class; a file without this text is not parsed. */
const DECLARING_CALL = /MetaModel\s*::\s*Init_/gi;

export function readPhpClasses(source: SourceText, engine: SyntaxEngine): PhpClassReading {
  const calls = Array.from(source.text.matchAll(DECLARING_CALL), (match) => match.index);
  if (calls.length === 0) return { classes: [], problems: [] };
  const problems: Problem[] = [];
  let next = 0;
  // The walk asks in document order: declarations without a call between their ends are passed over.
  const enters = (node: SyntaxNode): boolean => {
    while ((calls[next] ?? Infinity) < node.startIndex) next++;
    return (calls[next] ?? Infinity) < node.endIndex;
  };
  const classes = readPhp(source, engine, problems, [], (root) =>
    new ClassReader(source, problems).read(root, enters),
  );
  return { classes, problems };
}

interface OpenClass {
  readonly statement: PhpStatement & { readonly kind: "class" };
  params: PhpValue | null;
  inherits: boolean;
  /** It made at least one call that a persistent class makes. */
  declared: boolean;
  readonly attributes: Map<string, PhpAttributeData>;
}

class ClassReader {
  readonly #source: SourceText;
  readonly #problems: Problem[];
  readonly #literals: PhpLiteralReader;
  #open: OpenClass | undefined;

  constructor(source: SourceText, problems: Problem[]) {
    this.#source = source;
    this.#problems = problems;
    this.#literals = new PhpLiteralReader(source, problems);
  }

  read(root: SyntaxNode, enters: (node: SyntaxNode) => boolean): readonly PhpClassData[] {
    const classes: PhpClassData[] = [];
    for (const statement of new StatementWalk(this.#source, this.#problems, enters).in(root)) {
      if (statement.kind === "class") {
        this.#close(classes);
        this.#open = { statement, params: null, inherits: false, declared: false, attributes: new Map() };
      } else {
        this.#take(statement);
      }
    }
    this.#close(classes);
    return classes;
  }

  #close(classes: PhpClassData[]): void {
    const open = this.#open;
    this.#open = undefined;
    this.#literals.scope.clear();
    if (!open?.declared) return;
    const { statement, params, inherits } = open;
    const { name, abstract, node } = statement;
    // The head says where the class is; its body may be thousands of lines.
    const brace = this.#source.text.indexOf("{", node.startIndex);
    const end = brace === -1 || brace > node.endIndex ? node.endIndex : brace;
    const location = this.#source.locate(node.startIndex, this.#source.text.slice(0, end).trimEnd().length);
    const attributes = [...open.attributes.values()];
    classes.push({
      name,
      parent: unqualified(statement.parent),
      isAbstract: abstract,
      params,
      inherits,
      attributes,
      location,
    });
  }

  #take(statement: Exclude<PhpStatement, { readonly kind: "class" }>): void {
    switch (statement.kind) {
      case "method":
        return this.#literals.scope.clearVariables();
      case "constant":
        return this.#literals.scope.setConstant(statement.name, this.#literals.read(statement.value));
      case "assignment":
        return assign(statement, this.#literals);
      case "call":
        return this.#call(statement);
      default:
        return statement satisfies never;
    }
  }

  #call(call: PhpCall): void {
    if (unqualified(call.scope).toLowerCase() !== "metamodel" || !/^Init_/i.test(call.method)) return;
    const open = this.#open;
    if (open === undefined) {
      return this.#skip(call, `MetaModel::${call.method} outside a class is not read`, "what it declares");
    }
    const [first] = call.args;
    switch (call.method.toLowerCase()) {
      case "init_params":
        open.declared = true;
        open.params ??= first === undefined ? null : this.#literals.read(first);
        return;
      case "init_inheritattributes":
        open.declared = true;
        open.inherits = true;
        return;
      case "init_addattribute":
        open.declared = true;
        return this.#attribute(call, open);
      case "init_overloadattributeparams":
        return this.#skip(
          call,
          "Init_OverloadAttributeParams is not applied",
          "changed parameters of an inherited attribute",
        );
    }
  }

  #attribute(call: PhpCall, open: OpenClass): void {
    // The file breaks off inside the call, which is a problem already.
    if (call.broken) return;
    const [first, target] = call.args;
    const value = first === undefined ? undefined : this.#literals.read(first);
    const name = value?.kind === "new" ? stringOf(value.args[0]) : undefined;
    if (value?.kind !== "new" || name === undefined) {
      return this.#skip(call, "An attribute is computed when the program runs", "that attribute");
    }
    const host = target === undefined ? undefined : this.#literals.read(target);
    if (host !== undefined && stringOf(host) !== open.statement.name) {
      return this.#skip(
        call,
        "An attribute is added to another class than the one around it",
        "that attribute",
      );
    }
    // Branches of a condition may declare it twice; iTop itself refuses a second declaration.
    if (open.attributes.has(name)) return;
    const location = this.#source.locate(call.node.startIndex, call.node.endIndex);
    open.attributes.set(name, { name, type: value.class, params: value.args[1] ?? null, location });
  }

  #skip(call: PhpCall, message: string, lost: string): void {
    const location = this.#source.locate(call.node.startIndex, call.node.endIndex);
    this.#problems.push({ kind: "not-analysed", message, location, lost });
  }
}
