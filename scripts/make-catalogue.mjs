/**
 * Rebuilds the built-in catalogue of iTop's standard model from real source trees, for developers:
 * `node scripts/make-catalogue.mjs 3.1.2=DIR …`. Needs a build (`npm run build`) and writes
 * `analyzer/systems/itop/catalogue/<major.minor>.json`: facts only, no label or text of the product. Names and
 * versions of the standard modules go into `modules.json` beside it; versions not given keep their entry there.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);
const { readItopTree } = await import(new URL("test/oracle/itop-tree.js", dist));
const itop = (name) => import(new URL(`analyzer/systems/itop/${name}.js`, dist));
const { xmlClasses } = await itop("model/class-source-xml");
const { phpClassSources } = await itop("model/class-source-php");
const { rightsOf } = await itop("catalogue/catalogue-rights");
const { writeCatalogue } = await itop("catalogue/catalogue-write");
const { dataOf } = await itop("fragments");
const { originLookup } = await itop("modules/provenance-of");

/** Modules left out per variant; the first is the usual one, the others only add classes it lacks. */
const VARIANTS = [
  ["itop-request-mgmt", "itop-service-mgmt-provider", "itop-change-mgmt"],
  [
    "itop-request-mgmt-itil",
    "itop-incident-mgmt-itil",
    "itop-service-mgmt",
    "itop-change-mgmt-itil",
    "itop-full-itil",
  ],
];

const pairs = process.argv.slice(2);
if (pairs.length === 0 || pairs.some((pair) => !/^\d+\.\d+\.\d+=./.test(pair))) {
  console.error("usage: node scripts/make-catalogue.mjs VERSION=ITOP_DIR …");
  process.exit(2);
}

const folder = new URL("analyzer/systems/itop/catalogue/", root);
const modulesFile = new URL("modules.json", folder);
const standard = existsSync(modulesFile) ? JSON.parse(readFileSync(modulesFile, "utf8")) : {};

for (const pair of pairs) {
  const [release, dir] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
  const version = release.split(".").slice(0, 2).join(".");
  let rights;
  const [xml, php, holders, versions] = [new Map(), new Map(), new Map(), new Map()];
  for (const without of VARIANTS) {
    const { fragments, model } = await readItopTree([dir], release, without);
    const originOf = originLookup(model.modules, new Set());
    for (const module of model.modules) versions.set(module.name, module.version);
    const add = (into, source) => {
      if (into.has(source.name)) return;
      into.set(source.name, source);
      holders.set(source.name, originOf(source.location.file, null).module ?? "core");
    };
    rights ??= rightsOf(model.root);
    for (const source of xmlClasses(model.root).classes) add(xml, source);
    for (const source of phpClassSources(dataOf(fragments, "php-class"))) add(php, source);
  }
  const text = writeCatalogue({
    version,
    release,
    xml: [...xml.values()],
    php: [...php.values()],
    rights,
    moduleOf: (source) => holders.get(source.name),
  });
  const file = new URL(`${version}.json`, folder);
  writeFileSync(file, text);
  standard[version] = [...versions].map(([name, of]) => ({ name, version: of })).sort(byName);
  console.log(`${fileURLToPath(file)}: ${xml.size} XML and ${php.size} PHP classes, ${text.length} bytes`);
}

const lines = Object.keys(standard)
  .sort()
  .map((version) => `${JSON.stringify(version)}:${JSON.stringify(standard[version])}`);
writeFileSync(modulesFile, `{\n${lines.join(",\n")}\n}\n`);

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}
