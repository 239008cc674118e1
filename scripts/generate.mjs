// Writes the files that are made from code: JSON Schemas of the files people write, and the golden outputs of the
// samples. `--check` writes nothing and fails when a file is not what the code makes. Needs a build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
/** The day the samples are judged at. */
const SAMPLE_DAY = "2026-11-24";
const check = process.argv.includes("--check");

const files = { ...(await schemas()), ...(await golden("samples/hospital-group")) };
const stale = Object.entries(files).filter(
  ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text,
);

for (const [path, text] of stale) {
  if (check) process.stderr.write(`${path} is not what the code makes; run: npm run generate\n`);
  else {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`${path} written\n`);
  }
}
if (check && stale.length > 0) process.exit(1);

async function schemas() {
  const { ConfigSchema } = await load("analyzer/workspace/config.js");
  const { RegisterSchema } = await load("analyzer/records/declaration-schema.js");
  const { profileJsonSchema } = await load("analyzer/systems/generic/profile-schema.js");
  const folder = "analyzer/workspace/schemas";
  return {
    [`${folder}/art30.schema.json`]: json(ConfigSchema),
    [`${folder}/register.schema.json`]: json(RegisterSchema),
    [`${folder}/system.schema.json`]: json(profileJsonSchema()),
  };
}

/** What the commands print for a sample, as a person reads it before it is committed. */
async function golden(sample) {
  const { run } = await load("cli/run.js");
  const outputs = JSON.parse(readFileSync(join(root, "samples/golden.json"), "utf8"));
  const result = {};
  for (const [name, args] of Object.entries(outputs)) {
    let text = "";
    const io = {
      cwd: root,
      env: {},
      out: (part) => void (text += part),
      err: () => {},
      outIsTerminal: false,
      columns: undefined,
      today: () => SAMPLE_DAY,
      readStdin: async () => "",
    };
    const code = await run([...args, sample, "--as-of", SAMPLE_DAY], io);
    if (code === 2) throw new Error(`art30 ${args.join(" ")} could not run`);
    result[`${sample}/expected/${name}`] = text;
  }
  return result;
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
