/** The WebAssembly runtime of tree-sitter with one parser: bounded in time and memory, and sound again after hostile text. */
import type { GrammarFiles, SyntaxNode } from "./engine.ts";
import { MemoryImage, type WebAssemblyMemory } from "./wasm-memory.ts";

export const RUNTIME_FILE = "grammars/web-tree-sitter.wasm";
export const PHP_GRAMMAR_FILE = "grammars/tree-sitter-php.wasm";

/** Steps of the parser for one text; a million characters of dense PHP take two million. */
export const MAX_PARSE_STEPS = 2_500_000;
/** Steps between two looks at the limits, as tree-sitter has it. */
const STEPS_A_LOOK = 100;

/** Characters the parser may read of one text: it goes back where it guesses, for `/*` without an end to the end each time. */
const MAX_READ_AGAIN = 16;
const MIN_READ = 4_000_000;

/**
 * Seconds of computing for one text; a million characters of PHP take less than half of one. Where broken text chains
 * prefixes, such as `? - ? - `, each step costs as much as all before it, and nothing but time tells.
 */
export const MAX_PARSE_SECONDS = 3;

/** What the parser takes of the text at once. */
const PIECE = 10_000;

/** Memory of the parser and all it builds: the worst text of a million characters takes some 400 MiB. */
const MAX_MEMORY = 512 * 1024 * 1024;
const FIRST_MEMORY = 32 * 1024 * 1024;
const PAGE = 65_536;

/**
 * The runtime is built with a stack of 64 KiB that runs over into its own data: 20 KB of `$ ) ;` are enough. With this
 * one the stack of JavaScript ends first, in an error that can be caught.
 */
const STACK_BYTES = 16 * 1024 * 1024;

interface Instance {
  readonly exports: { malloc(bytes: number): number };
}

interface WebAssemblyApi {
  Memory: new (pages: { initial: number; maximum: number }) => WebAssemblyMemory;
  instantiate(
    binary: Uint8Array,
    imports: Imports,
  ): Promise<{ readonly instance: Instance; readonly module: unknown }>;
}

interface Imports {
  readonly env: { readonly __stack_pointer: { value: number } };
}

interface Started {
  readonly pointer: { value: number };
  readonly instance: Instance;
}

/** `null` when the text costs more than the limits allow. */
export type Parse = <Result>(text: string, read: (root: SyntaxNode) => Result) => Result | null;

type TimedParse = <Result>(
  text: string,
  read: (root: SyntaxNode) => Result,
  spent: (() => number) | undefined,
) => Result | null;

let started: Promise<TimedParse> | undefined;

/** The library keeps one runtime a process; whoever asks first brings the files. */
export function runtimeParser(grammars: GrammarFiles): Promise<TimedParse> {
  started ??= start(grammars).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

/** Loaded on first use because it costs about 50 ms that `--version` must not pay. */
async function start(grammars: GrammarFiles): Promise<TimedParse> {
  const { Language, Parser } = await import("web-tree-sitter");
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const memory = new WebAssembly.Memory({ initial: FIRST_MEMORY / PAGE, maximum: MAX_MEMORY / PAGE });
  const binary = await grammars.bytes(RUNTIME_FILE);
  const { pointer, instance } = await new Promise<Started>((give, fail) => {
    let begun: Started;
    const instantiateWasm = (
      imports: Imports,
      done: (instance: Instance, module: unknown) => void,
    ): object => {
      WebAssembly.instantiate(binary, imports).then(({ instance, module }) => {
        begun = { pointer: imports.env.__stack_pointer, instance };
        done(instance, module);
      }, fail);
      return {};
    };
    const options = { wasmMemory: memory, printErr: () => undefined, instantiateWasm };
    Parser.init(options as Parameters<typeof Parser.init>[0]).then(() => give(begun), fail);
  });
  const top = instance.exports.malloc(STACK_BYTES) + STACK_BYTES;
  pointer.value = top;
  const parser = new Parser();
  parser.setLanguage(await Language.load(await grammars.bytes(PHP_GRAMMAR_FILE)));
  const image = new MemoryImage(memory);
  return (text, read, spent = () => 0) => {
    const tree = parseWithin(text, spent, (pieces, goesOn) =>
      parser.parse(pieces, null, { progressCallback: () => !goesOn() }),
    );
    if (tree === null) {
      image.restore();
      pointer.value = top;
      return null;
    }
    try {
      return read(tree.rootNode);
    } finally {
      // WebAssembly memory is outside the reach of the garbage collector.
      tree.delete();
    }
  };
}

/** Whatever the parser throws, it throws inside of itself: the text broke it, and nothing it holds can be trusted. */
function parseWithin<Tree>(
  text: string,
  spent: () => number,
  parse: (pieces: (offset: number) => string, goesOn: () => boolean) => Tree | null,
): Tree | null {
  const readable = Math.max(MIN_READ, text.length * MAX_READ_AGAIN);
  let read = 0;
  let looks = 0;
  const until = spent() + MAX_PARSE_SECONDS;
  const piece = (offset: number): string => {
    const next = read > readable ? "" : text.slice(offset, offset + PIECE);
    read += next.length;
    return next;
  };
  try {
    const goesOn = (): boolean =>
      read <= readable && ++looks <= MAX_PARSE_STEPS / STEPS_A_LOOK && spent() < until;
    const tree = parse(piece, goesOn);
    return read > readable ? null : tree;
  } catch {
    return null;
  }
}
