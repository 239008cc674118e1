/** `art30 explain RULE`: the rule's page, as it is written. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { terminalOf, type Command } from "../command.ts";
import { UsageError } from "../options.ts";

const command: Command = {
  summary: "Prints one rule's page: what it detects, examples, options, known false alarms.",
  usage: "art30 explain RULE",
  options: {},
  async run(args, io) {
    const [rule] = args.positionals;
    if (rule === undefined)
      throw new UsageError("explain needs a rule, such as storage/secret-in-clear; see art30 rules");
    const { CATALOGUE } = await import("../../rules/catalogue.ts");
    const meta = CATALOGUE.find((each) => each.meta.id === rule)?.meta;
    if (meta === undefined) throw new UsageError(await unknownRule(rule, CATALOGUE.map((each) => each.meta.id))); // prettier-ignore
    const page = readFileSync(fileURLToPath(new URL(`../../rules/${rule}.md`, import.meta.url)), "utf8");
    const { renderRulePage } = await import("../../rules/report/rule-page.ts");
    io.out(`${renderRulePage(meta, page, terminalOf(args, io)).trimEnd()}\n`);
    return 0;
  },
};

async function unknownRule(rule: string, known: readonly string[]): Promise<string> {
  const { closest } = await import("../../analyzer/source/closest.ts");
  const near = closest(rule, known);
  return `there is no rule ${rule}${near === null ? "; see art30 rules" : `; did you mean ${near}?`}`;
}

export default command;
