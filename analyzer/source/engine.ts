/** The port to tree-sitter: parses program text with its WebAssembly build, or its native one where installed. */
import { type Parse, runtimeParser } from "./tree-sitter-runtime.ts";

/** What readers use of a syntax node; both builds of tree-sitter answer it as it stands. Offsets are UTF-16 units. */
export interface SyntaxNode {
  readonly type: string;
  readonly startIndex: number;
  /** Exclusive. */
  readonly endIndex: number;
  /** The node or something below it does not parse. */
  readonly hasError: boolean;
  readonly isError: boolean;
  /** A token the grammar wanted and the text lacks; zero wide. */
  readonly isMissing: boolean;
  readonly isNamed: boolean;
  readonly children: readonly SyntaxNode[];
  readonly namedChildren: readonly SyntaxNode[];
  childForFieldName(name: string): SyntaxNode | null;
}

export interface SyntaxEngine {
  readonly name: "webassembly" | "native";
  /**
   * Parses PHP (with or without HTML around it) and hands the root to `read`; the tree and its nodes are gone
   * when it returns. Broken text gives a tree with error nodes; `null` comes of one that would cost too much to parse.
   * `read` itself must not parse: giving up takes every tree along.
   */
  readonly parse: Parse;
}

/** Where the grammars come from; `Resources` of the adapter port fits. */
export interface GrammarFiles {
  bytes(name: string): Promise<Uint8Array>;
  /** Seconds of computing this process has spent; where nobody tells, only steps bound what a text may cost. */
  spent?(): number;
}

const shared = new WeakMap<GrammarFiles, Promise<SyntaxEngine>>();

/** The one engine of everybody who reads with the same resources: native if installed, else WebAssembly. */
export function sharedEngine(grammars: GrammarFiles): Promise<SyntaxEngine> {
  let engine = shared.get(grammars);
  if (engine === undefined) {
    engine = createNativeEngine().then((native) => native ?? createEngine(grammars));
    shared.set(grammars, engine);
  }
  return engine;
}

export async function createEngine(grammars: GrammarFiles): Promise<SyntaxEngine> {
  const parse = await runtimeParser(grammars);
  return { name: "webassembly", parse: (text, read) => parse(text, read, grammars.spent) };
}

interface NativeParser {
  setLanguage(language: unknown): void;
  parse(input: (offset: number) => string | null): { readonly rootNode: SyntaxNode };
}

/** Handed over in pieces: given a string, the native build refuses texts above 32 KiB. */
const NATIVE_PIECE = 16_384;

/** `null` unless the optional packages `tree-sitter` and `tree-sitter-php` are installed and load here. */
export async function createNativeEngine(
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<SyntaxEngine | null> {
  let parser: NativeParser;
  try {
    const NativeParser = defaultExport(await load("tree-sitter")) as new () => NativeParser;
    const grammars = defaultExport(await load("tree-sitter-php")) as { readonly php: unknown };
    parser = new NativeParser();
    parser.setLanguage(grammars.php);
  } catch {
    return null;
  }
  return {
    name: "native",
    parse: (text, read) =>
      read(parser.parse((offset) => text.slice(offset, offset + NATIVE_PIECE) || null).rootNode),
  };
}

function defaultExport(module: unknown): unknown {
  return typeof module === "object" && module !== null && "default" in module ? module.default : module;
}
