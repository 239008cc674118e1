/** Reads PHP of a data model or of a module's file into what its methods do with data; nothing is run. */
import type { Problem } from "../../../model/problem.ts";
import type { SyntaxEngine, SyntaxNode } from "../../../source/engine.ts";
import { MAX_PHP_CHARACTERS, TOO_COSTLY } from "../../../source/php.ts";
import type { SourceText } from "../../../source/text.ts";
import type { XmlElement } from "../../../source/xml.ts";
import { codeElements, type CodeElement } from "./code-elements.ts";
import type { CodeData } from "./code-facts.ts";
import { isOfInterest, isStandardFolder, mayBeModuleCode } from "./code-prefilter.ts";
import { FlowFrame } from "./flow-frame.ts";
import { FlowReader, MAX_CODE_DEPTH, MAX_CODE_STEPS } from "./flow-reader.ts";
import { ElementText, type Placed } from "./placed-text.ts";

export interface CodeReading {
  readonly code: readonly CodeData[];
  readonly problems: readonly Problem[];
}

/** Name spaces, classes and conditions around a method. */
const MAX_NESTING = 20;

/** Methods of one file that may cost too much to parse; one that holds more is made to. */
export const MAX_REFUSED = 3;

const REST_REFUSED = `More than ${MAX_REFUSED} methods of this file cost too much to parse (limit MAX_REFUSED)`;

const NOTHING: CodeReading = { code: [], problems: [] };

/** Whether a data model holds code that is worth an engine. */
export function codeOfInterest(root: XmlElement): readonly CodeElement[] {
  return codeElements(root).filter(({ element }) =>
    element.children.some(
      (node) => "text" in node && isOfInterest(node.text, isStandardFolder(element.location.file)),
    ),
  );
}

export function readElements(elements: readonly CodeElement[], engine: SyntaxEngine): CodeReading {
  const code: CodeData[] = [];
  const problems: Problem[] = [];
  let refused = 0;
  for (const { class: owner, name, element } of elements) {
    if (refused === MAX_REFUSED) {
      problems.push(lost("limit", REST_REFUSED, element.location));
      break;
    }
    // A method stands without its class, on the same line, so that line numbers stay.
    const text =
      owner === null
        ? new ElementText(element, "<?php ")
        : new ElementText(element, "<?php class _ {", "\n}");
    const read = readText(text, engine, { owner, name, element });
    code.push(...read.code);
    problems.push(...read.problems);
    if (read.problems.some(({ message }) => message === TOO_COSTLY)) refused++;
  }
  return { code, problems };
}

/** `name` is the path relative to the system's root. */
export function phpOfInterest(source: SourceText, name: string): boolean {
  return mayBeModuleCode(name, source.text) && isOfInterest(source.text, isStandardFolder(name));
}

/** Syntax errors of files are reported by whoever reads them first; `reportErrors` says whether that is this reader. */
export function readPhpCode(source: SourceText, engine: SyntaxEngine, reportErrors: boolean): CodeReading {
  return readText(source, engine, { owner: null, name: fileName(source.file), element: null, reportErrors });
}

interface Context {
  /** Class of the data model; `null` for files and snippets, whose classes are in the text. */
  readonly owner: string | null;
  readonly name: string;
  readonly element: XmlElement | null;
  readonly reportErrors?: boolean;
}

function readText(text: Placed, engine: SyntaxEngine, context: Context): CodeReading {
  if (text.text.length > MAX_PHP_CHARACTERS) {
    if (context.element === null) return NOTHING;
    const message = `PHP of ${text.text.length} characters; at most ${MAX_PHP_CHARACTERS} are read (limit MAX_PHP_CHARACTERS)`;
    return { code: [], problems: [lost("limit", message, context.element.location)] };
  }
  const read = engine.parse(text.text, (root) => {
    const reader = new UnitReader(text, context);
    reader.file(root);
    if (root.hasError && context.reportErrors !== false)
      reader.problems.push(
        lost("malformed", `PHP of ${context.name} does not parse in full`, firstError(root, text)),
      );
    return { code: reader.code, problems: reader.problems };
  });
  if (read !== null) return read;
  if (context.reportErrors === false) return NOTHING;
  return { code: [], problems: [lost("limit", TOO_COSTLY, context.element?.location ?? text.locate(0))] };
}

class UnitReader {
  readonly code: CodeData[] = [];
  readonly problems: Problem[] = [];
  readonly #text: Placed;
  readonly #context: Context;
  readonly #standard: boolean;

  constructor(text: Placed, context: Context) {
    this.#standard = isStandardFolder(text.file);
    this.#text = text;
    this.#context = context;
  }

  /** Methods, functions, and what stands outside them. */
  file(root: SyntaxNode): void {
    this.#declarations(root, null, 0);
    if (this.#context.owner === null && this.#isOfInterest(root)) {
      this.#unit(this.#context.name, null, root, null);
    }
  }

  #declarations(node: SyntaxNode, owner: string | null, depth: number): void {
    if (depth > MAX_NESTING) return;
    for (const child of node.namedChildren) {
      switch (child.type) {
        case "class_declaration":
        case "trait_declaration":
        case "enum_declaration":
          if (this.#isOfInterest(child)) {
            const name = this.#context.owner ?? this.#textOf(child.childForFieldName("name"));
            const body = child.childForFieldName("body");
            if (body !== null) this.#declarations(body, name, depth + 1);
          }
          break;
        case "method_declaration":
        case "function_definition": {
          const body = child.childForFieldName("body");
          if (body === null || !this.#isOfInterest(child)) break;
          const name = this.#textOf(child.childForFieldName("name"));
          this.#unit(name, owner, body, child.childForFieldName("parameters"));
          break;
        }
        case "namespace_definition":
        case "compound_statement":
        case "if_statement":
        case "ERROR":
          this.#declarations(child, owner, depth + 1);
          break;
      }
    }
  }

  #unit(method: string, owner: string | null, body: SyntaxNode, parameters: SyntaxNode | null): void {
    const frame = new FlowFrame(this.#text, owner);
    const reader = new FlowReader(frame);
    reader.parameters(parameters);
    reader.read(body);
    const location = this.#text.locate(body.startIndex);
    const effects = frame.finish();
    const element = this.#context.element?.location ?? null;
    if (effects.length > 0) this.code.push({ class: owner, method, effects, element, location });
    if (!reader.exceeded) return;
    const message = `${method} nests deeper than ${MAX_CODE_DEPTH} levels or is longer than ${MAX_CODE_STEPS} nodes (limits MAX_CODE_DEPTH, MAX_CODE_STEPS)`;
    this.problems.push(lost("limit", message, location));
  }

  #isOfInterest(node: SyntaxNode): boolean {
    return isOfInterest(this.#text.text.slice(node.startIndex, node.endIndex), this.#standard);
  }

  #textOf(node: SyntaxNode | null): string {
    return node === null ? "" : this.#text.text.slice(node.startIndex, node.endIndex);
  }
}

function firstError(root: SyntaxNode, text: Placed): Problem["location"] {
  let at = root;
  for (let depth = 0; depth < MAX_CODE_DEPTH; depth++) {
    if (at.isError || at.isMissing) break;
    const next = at.children.find((child) => child.hasError || child.isError || child.isMissing);
    if (next === undefined) break;
    at = next;
  }
  const lineEnd = text.text.indexOf("\n", at.startIndex);
  return text.locate(at.startIndex, lineEnd === -1 ? text.text.length : lineEnd);
}

function lost(kind: Problem["kind"], message: string, location: Problem["location"]): Problem {
  return { kind, message, location, lost: "what this code does with personal data" };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
