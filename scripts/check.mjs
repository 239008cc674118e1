// `npm run check`: everything a change must pass; stops at the first failure and names it.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (path) => join(root, "node_modules", path);

const STEPS = [
  ["types", [bin("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.json"]],
  ["types of the viewer", [bin("typescript/bin/tsc"), "--noEmit", "-p", "viewer/tsconfig.json"]],
  [
    "lint",
    [
      bin("oxlint/bin/oxlint"),
      "--deny-warnings",
      "analyzer",
      "rules",
      "cli",
      "server",
      "viewer",
      "test",
      "scripts",
    ],
  ],
  ["format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  ["build", ["scripts/build.mjs"]],
  ["generated files", ["scripts/generate.mjs", "--check"]],
  ["tests", [bin("vitest/vitest.mjs"), "run"]],
];

const steps = process.argv.includes("--without-tests") ? STEPS.filter(([name]) => name !== "tests") : STEPS;
for (const [name, command] of steps) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
  process.stdout.write(
    `${status === 0 ? "ok  " : "FAIL"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
  );
  if (status !== 0) process.exit(1);
}
