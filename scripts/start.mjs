// `npm start`: builds if needed, analyses the sample hospital group, prints the summary and serves it.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });

const built = node("scripts/build.mjs", "--if-stale");
if (built.status !== 0) process.exit(built.status ?? 1);
const served = node("dist/cli/main.js", "serve", join("samples", "hospital-group"), ...process.argv.slice(2));
process.exit(served.status ?? 0);
