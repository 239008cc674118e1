/** Passwords, keys and tokens that stand in clear in files of the analysed directory. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Setting, System } from "../kit/facts.ts";

export default defineRule({
  meta: {
    id: "config/secret-in-configuration",
    title: "Secret written in a configuration or sync file",
    family: "config",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P1",
    articles: ["Art. 5(1)(f)", "Art. 32(1)(b)"],
    basis: "law",
    systems: "all",
    inputs: [],
    anyInput: ["config", "sync"],
    options: { allowFiles: [] },
    messages: {
      found: {
        what: "{name} holds a secret in {file}",
        why: "Whoever has a copy of this file can open what the secret protects (Art. 32(1)(b)).",
        fix: "Move it to the environment or to a file that is not shared, and replace the secret, which copies still hold.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const setting of system.settings) judge(context, system, setting);
    }
  },
});

/** The reader tells references, empty and shipped values apart; the value itself is not in the model. */
function judge(context: RuleContext, system: System, { path, name, secret, location }: Setting): void {
  if (secret !== "literal" || location === null) return;
  const { file } = location;
  if (context.option<readonly string[]>("allowFiles").some((allowed) => isFile(file, allowed))) return;
  context.report({ system: system.id, path, location, args: { name, file } });
}

/** The path itself, or the end of it from a folder on. */
function isFile(file: string, allowed: string): boolean {
  return file === allowed || file.endsWith(`/${allowed}`);
}
