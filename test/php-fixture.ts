/** Loads the PHP engine from the installed packages, once for a whole test run. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createEngine, type GrammarFiles, type SyntaxEngine } from "../analyzer/source/engine.ts";
import { SourceText } from "../analyzer/source/text.ts";
import { PHP_GRAMMAR_FILE, RUNTIME_FILE } from "../analyzer/source/tree-sitter-runtime.ts";

const require = createRequire(import.meta.url);

const PACKAGE_FILES: Readonly<Record<string, string>> = {
  [RUNTIME_FILE]: "web-tree-sitter/web-tree-sitter.wasm",
  [PHP_GRAMMAR_FILE]: "tree-sitter-php/tree-sitter-php.wasm",
};

export const installedGrammars: GrammarFiles = {
  bytes: async (name) => new Uint8Array(await readFile(require.resolve(PACKAGE_FILES[name] ?? name))),
};

let engine: Promise<SyntaxEngine> | undefined;

export function phpEngine(): Promise<SyntaxEngine> {
  return (engine ??= createEngine(installedGrammars));
}

export function phpText(text: string, file = "extensions/visitors/module.visitors.php"): SourceText {
  return new SourceText(file, text);
}
