/** A rule's page for the terminal: the same Markdown the repository shows, set for reading. */
import type { RuleMeta } from "../kit/define-rule.ts";
import { painter, type Paint } from "./paint.ts";
import { labelled, wrap } from "./wrap.ts";

export interface PageOptions {
  readonly colour: boolean;
  readonly width: number;
}

/** Facts of the rule first, then its page; widest at 100 columns, the length of an easy line. */
export function renderRulePage(meta: RuleMeta, markdown: string, options: PageOptions): string {
  const paint = painter(options.colour);
  const width = Math.min(Math.max(options.width, 60), 100);
  const [title, ...body] = markdown.split(/\r?\n/);
  const { minimal, recommended, strict } = meta.severity;
  return [
    paint("bold", (title ?? meta.title).replace(/^# */, "")),
    paint("cyan", meta.id),
    "",
    ...labelled("Severity ", `${recommended} (minimal: ${minimal}, strict: ${strict})`, 0, width),
    ...labelled("Rests on ", `${meta.articles.join(", ")} · ${meta.basis}`, 0, width),
    ...labelled("Systems  ", meta.systems, 0, width),
    ...labelled("Needs    ", needsOf(meta), 0, width),
    ...setBody(body, width, paint),
    "",
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

function setBody(lines: readonly string[], width: number, paint: Paint): readonly string[] {
  const set: string[] = [];
  let paragraph: string[] = [];
  let fence: string | null = null;
  const flush = (): void => {
    const [first = ""] = paragraph;
    const item = first.startsWith("- ");
    const text = paragraph.map((line) => line.trim()).join(" ");
    const shown = item ? labelled("•", text.slice(2), 0, width) : wrap(text, width);
    set.push(...shown.map((line) => inline(line, paint)));
    paragraph = [];
  };
  for (const line of lines) {
    const opening = /^```+/.exec(line)?.[0];
    const heading = /^(##+) +(.*)$/.exec(line);
    if (fence !== null) {
      if (line.trimEnd() === fence) fence = null;
      else set.push(`    ${line}`.trimEnd());
    } else if (opening !== undefined) {
      flush();
      fence = opening;
      set.push(...caption(line.slice(opening.length).trim()).map((text) => paint("dim", `    ${text}`)));
    } else if (heading !== null) {
      flush();
      set.push(paint(heading[1] === "##" ? "underline" : "bold", heading[2] as string));
    } else if (line.trim() === "") {
      flush();
      set.push("");
    } else {
      if (line.startsWith("- ")) flush();
      paragraph.push(line);
    }
  }
  flush();
  return set;
}

/** What a block is, from its info string: a file's name, what is found, or options. */
function caption(info: string): readonly string[] {
  const words = info.split(/\s+/);
  const file = words.find((word) => word.startsWith("file="));
  if (file !== undefined) return [`${file.slice("file=".length)}:`];
  if (words.includes("options")) return ["with these options:"];
  return words[0] === "expect" ? ["finding at:"] : [];
}

function inline(line: string, paint: Paint): string {
  return line
    .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => paint("bold", text))
    .replace(/`([^`]+)`/g, (_, text: string) => paint("cyan", text));
}

/** "model, config", "one of config, rest-log" … */
function needsOf({ inputs, anyInput }: RuleMeta): string {
  const any = anyInput === undefined ? [] : [`one of ${anyInput.join(", ")}`];
  const needs = [...inputs, ...any];
  return needs.length === 0 ? "nothing in particular" : needs.join(", ");
}
