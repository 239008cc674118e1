/** Data that ships with the product, read from where the package lies: sources and build have the same layout. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Resources } from "../systems/adapter.ts";

const ANALYZER = dirname(dirname(fileURLToPath(import.meta.url)));

/** The wasm of the parser and its grammars comes from packages; a build keeps a copy of the grammars. */
const FROM_PACKAGES: Readonly<Record<string, string>> = {
  "grammars/web-tree-sitter.wasm": "web-tree-sitter/web-tree-sitter.wasm",
  "grammars/tree-sitter-php.wasm": "tree-sitter-php/tree-sitter-php.wasm",
};

/** One object for the whole process: readers key what they load once by it. */
export const PACKAGE_RESOURCES: Resources = {
  async text(name) {
    return readFileSync(locate(name), "utf8");
  },
  async bytes(name) {
    return readFileSync(locate(name));
  },
  spent() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
  async list(folder) {
    const path = join(ANALYZER, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .sort()
      .map((name) => `${folder}/${name}`);
  },
};

function locate(name: string): string {
  const beside = join(ANALYZER, name);
  const inPackage = FROM_PACKAGES[name];
  if (inPackage === undefined || existsSync(beside)) return beside;
  return createRequire(import.meta.url).resolve(inPackage);
}
