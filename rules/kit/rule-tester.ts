/** Runs the examples of a rule's page as a user would meet them: files in, findings out. */
import type { ModelPath } from "../../analyzer/model/model-path.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import { readExceptions } from "../engine/exceptions.ts";
import { runRules } from "../engine/run.ts";
import { suppressionsIn } from "../engine/suppression-comment.ts";
import type { OptionValue, Rule } from "./define-rule.ts";
import type { Preset } from "./finding.ts";
import type { RuleExample, RulePage } from "./rule-page.ts";

export type Analyse = (files: Readonly<Record<string, string>>) => Promise<Snapshot>;

/** Read beside the analysed files, as in a workspace. */
const EXCEPTIONS_FILE = "exceptions.yaml";
/** Examples show what a rule can see, so nothing is switched off. */
const PRESET: Preset = "strict";

/** Lines `path [variant]`, sorted; equal on both sides when the example holds. */
export interface ExampleResult {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/** Runs one example with all rules, so that precedence between them shows as it does in use. */
export async function runExample(
  rule: Rule,
  example: RuleExample,
  rules: readonly Rule[],
  analyse: Analyse,
): Promise<ExampleResult> {
  const { [EXCEPTIONS_FILE]: exceptions = "", ...files } = example.files;
  const snapshot = await analyse(files);
  const result = runRules(snapshot, {
    rules,
    preset: PRESET,
    overrides: { options: { [rule.meta.id]: example.options as Record<string, OptionValue> } },
    exceptions: readExceptions(exceptions, EXCEPTIONS_FILE).entries,
    comments: Object.entries(files).flatMap(([file, text]) => suppressionsIn(new SourceText(file, text))),
  });
  const expected = example.expected.map(({ path, messageId }) => `${path} [${messageId}]`);
  if (example.notRun) expected.push("not run");
  const standard = standardElements(snapshot);
  const actual = result.findings
    .filter((finding) => finding.rule === rule.meta.id && finding.suppressed === null)
    .map(({ path, messageId }) => ({ path, line: `${path} [${messageId}]` }))
    .filter(({ path, line }) => !standard.has(path) || expected.includes(line))
    .map(({ line }) => line);
  // Silence counts only where the rule looked: an example that lacks the rule's inputs must say so.
  if (result.notRun.some((each) => each.rule === rule.meta.id)) actual.push("not run");
  return { expected: expected.sort(), actual: actual.sort() };
}

/** Entities and fields no file of the example defines: the catalogue's. Only expected findings on them count. */
function standardElements({ estate }: Snapshot): ReadonlySet<ModelPath> {
  const elements = estate.systems.flatMap(({ entities }) =>
    entities.flatMap((each) => [each, ...each.fields]),
  );
  return new Set(elements.filter(({ location }) => location === null).map(({ path }) => path));
}

/** What keeps a page from describing its rule; empty when it does. */
export function pageDefects(rule: Rule, page: RulePage): readonly string[] {
  const { id, title, messages, options } = rule.meta;
  const defects = page.defects.map((defect) => `${id}: ${defect}`);
  if (page.title !== title) defects.push(`${id}: the page's title is "${page.title}", the rule's "${title}"`);
  const shown = new Set(page.firesOn.flatMap(({ expected }) => expected.map(({ messageId }) => messageId)));
  for (const messageId of Object.keys(messages)) {
    if (!shown.has(messageId)) defects.push(`${id}: no example shows the variant "${messageId}"`);
  }
  for (const messageId of shown) {
    if (!Object.hasOwn(messages, messageId)) defects.push(`${id}: there is no variant "${messageId}"`);
  }
  for (const { line, options: given } of [...page.firesOn, ...page.silentOn]) {
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(options ?? {}, name))
        defects.push(`${id}: line ${line}: there is no option "${name}"`);
    }
  }
  return defects;
}
