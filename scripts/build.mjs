// Builds everything into dist/: compiled sources, the data that ships with them, the grammars and the viewer.
// `--if-stale` does nothing when dist/ is newer than every source.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const stamp = join(dist, ".built");
const SOURCES = [
  "analyzer",
  "rules",
  "cli",
  "server",
  "viewer",
  "scripts",
  "test/bench",
  "test/fuzz",
  "test/oracle",
  "package-lock.json",
];
const SHIPPED = /\.(json|yaml|md|css|txt)$/;

if (process.argv.includes("--if-stale") && isFresh()) process.exit(0);

rmSync(dist, { recursive: true, force: true });
process.stderr.write("building …\n");
bin("tsc", ["-p", "tsconfig.build.json"]);
for (const floor of ["analyzer", "rules", "server"]) copyData(floor);
copyGrammar("tree-sitter-php", "tree-sitter-php.wasm");
bin("vite", ["build", "viewer", "--logLevel", "warn"]);
cpSync(join(root, "node_modules/elkjs/LICENSE.md"), join(dist, "viewer/elkjs.LICENSE.md"));
writeFileSync(stamp, "");

function bin(name, args) {
  execFileSync(process.execPath, [binOf(name), ...args], { cwd: root, stdio: ["ignore", 2, 2] });
}

function binOf(name) {
  const at = name === "tsc" ? "typescript/bin/tsc" : `${name}/bin/${name}.js`;
  return join(root, "node_modules", at);
}

/** Files that are read at run time lie beside the code that reads them, as in the sources. */
function copyData(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyData(path);
    else if (SHIPPED.test(entry.name)) {
      mkdirSync(join(dist, folder), { recursive: true });
      cpSync(join(root, path), join(dist, path));
    }
  }
}

/** The grammar package is 29 MB of sources; only its wasm and its licence are shipped. */
function copyGrammar(packageName, wasm) {
  const from = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  const to = join(dist, "analyzer/grammars");
  mkdirSync(to, { recursive: true });
  cpSync(join(from, wasm), join(to, wasm));
  cpSync(join(from, "LICENSE"), join(to, `${packageName}.LICENSE`));
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return SOURCES.every((path) => !existsSync(join(root, path)) || newest(join(root, path)) <= built);
}

function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
