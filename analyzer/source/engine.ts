/** The port to tree-sitter: parses program text with its WebAssembly build, or its native one where installed. */

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
   * when it returns. Never fails on broken text: the tree then holds error nodes.
   */
  parse<Result>(text: string, read: (root: SyntaxNode) => Result): Result;
}

/** Where the grammars come from; `Resources` of the adapter port fits. */
export interface GrammarFiles {
  bytes(name: string): Promise<Uint8Array>;
}

export const RUNTIME_FILE = "grammars/web-tree-sitter.wasm";
export const PHP_GRAMMAR_FILE = "grammars/tree-sitter-php.wasm";

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

/** Loaded on first use because it costs about 50 ms that `--version` must not pay. */
export async function createEngine(grammars: GrammarFiles): Promise<SyntaxEngine> {
  const { Language, Parser } = await import("web-tree-sitter");
  await Parser.init({ wasmBinary: (await grammars.bytes(RUNTIME_FILE)).slice().buffer });
  const parser = new Parser();
  parser.setLanguage(await Language.load(await grammars.bytes(PHP_GRAMMAR_FILE)));
  return {
    name: "webassembly",
    parse: (text, read) => {
      const tree = parser.parse(text);
      if (tree === null) throw new Error("the PHP grammar is not loaded");
      try {
        return read(tree.rootNode);
      } finally {
        // WebAssembly memory is outside the reach of the garbage collector.
        tree.delete();
      }
    },
  };
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
