/** A rule's page: one Markdown text that is documentation, example and test. */

/** What an example expects: a finding of the page's rule at a path, in one of its variants. */
export interface Expectation {
  /** Model path. */
  readonly path: string;
  /** Message id; `found` when the line names none. */
  readonly messageId: string;
}

export interface RuleExample {
  /** The heading, a sentence. */
  readonly title: string;
  /** Line of the heading, from 1. */
  readonly line: number;
  /** Contents by file path. */
  readonly files: Readonly<Record<string, string>>;
  /** Options of the rule, as JSON; empty without a block `json options`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: readonly Expectation[];
  /** The example shows input with which the rule does not run. */
  readonly notRun: boolean;
}

export interface RulePage {
  readonly title: string;
  /** First paragraph: what the rule sees. */
  readonly what: string;
  /** Second paragraph: why it matters. */
  readonly why: string;
  readonly firesOn: readonly RuleExample[];
  readonly silentOn: readonly RuleExample[];
  /** Headings of second level, in order. */
  readonly sections: readonly string[];
  /** What is wrong with the page itself, with line numbers; empty when it is sound. */
  readonly defects: readonly string[];
}

/** Sections every page has, in this order. */
export const PAGE_SECTIONS = [
  "Detects",
  "Fires on",
  "Silent on",
  "Options",
  "False positives",
  "References",
] as const;

interface Draft {
  readonly title: string;
  readonly line: number;
  readonly files: Record<string, string>;
  options: Record<string, unknown>;
  readonly expected: Expectation[];
  notRun: boolean;
}

/** Reads a page; what does not fit is a defect of the page, never a throw. */
export function parseRulePage(markdown: string): RulePage {
  const lines = markdown.split(/\r?\n/);
  const defects: string[] = [];
  const sections: string[] = [];
  const prose: string[] = [];
  const examples = { "Fires on": [] as Draft[], "Silent on": [] as Draft[] };
  let title = "";
  let example: Draft | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const heading = /^(#{1,3}) +(.+?) *$/.exec(line);
    const fence = /^```+/.exec(line);
    if (fence !== null) {
      const end = lines.findIndex((each, index) => index > at && each.trimEnd() === fence[0]);
      if (end === -1) defects.push(`line ${at + 1}: the block is not closed`);
      const stop = end === -1 ? lines.length : end;
      const content = `${lines.slice(at + 1, stop).join("\n")}\n`;
      const info = line.slice(fence[0].length).trim();
      if (example !== null)
        takeBlock(example, info, content, (defect) => defects.push(`line ${at + 1}: ${defect}`));
      at = stop;
    } else if (heading?.[1] === "#") {
      title = heading[2] as string;
    } else if (heading?.[1] === "##") {
      sections.push(heading[2] as string);
      example = null;
    } else if (heading?.[1] === "###") {
      const section = sections.at(-1);
      if (section !== "Fires on" && section !== "Silent on") continue;
      example = {
        title: heading[2] as string,
        line: at + 1,
        files: {},
        options: {},
        expected: [],
        notRun: false,
      };
      examples[section].push(example);
    } else if (sections.length === 0) {
      prose.push(line);
    }
  }
  const [what = "", why = ""] = prose
    .join("\n")
    .trim()
    .split(/\n\s*\n/);
  const page = { title, what, why, firesOn: examples["Fires on"], silentOn: examples["Silent on"], sections };
  return { ...page, defects: [...defects, ...defectsOf(page)] };
}

/** Takes up one fenced block of an example by its info string; a block that says nothing is prose. */
function takeBlock(example: Draft, info: string, content: string, defect: (text: string) => void): void {
  const words = info.split(/\s+/);
  const file = words.find((word) => word.startsWith("file="))?.slice("file=".length);
  if (file !== undefined) {
    if (file === "" || Object.hasOwn(example.files, file))
      defect(`the file "${file}" has no name or comes twice`);
    example.files[file] = content;
  } else if (words.includes("options")) {
    try {
      example.options = JSON.parse(content) as Record<string, unknown>;
    } catch {
      defect("the options are no JSON");
    }
  } else if (words[0] === "expect") {
    for (const line of content.split("\n").filter((each) => each.trim() !== "")) {
      if (line.trim() === "not run") example.notRun = true;
      else example.expected.push(expectationOf(line.trim()));
    }
  }
}

/** `itop:sync/HR employees [mapped]`; paths may hold spaces, so the variant stands in brackets. */
function expectationOf(line: string): Expectation {
  const variant = /^(.*\S)\s+\[([^\]\s]+)\]$/.exec(line);
  return variant === null
    ? { path: line, messageId: "found" }
    : { path: variant[1] as string, messageId: variant[2] as string };
}

function defectsOf(page: Omit<RulePage, "defects">): readonly string[] {
  const defects: string[] = [];
  if (page.title === "") defects.push("the title is missing");
  if (page.what === "" || page.why === "")
    defects.push("the page needs two paragraphs before its sections: what and why");
  if (page.sections.join() !== PAGE_SECTIONS.join())
    defects.push(`the sections are not ${PAGE_SECTIONS.join(", ")}`);
  for (const { title, line, files, expected, notRun } of [...page.firesOn, ...page.silentOn]) {
    if (Object.keys(files).length === 0) defects.push(`line ${line}: "${title}" has no file`);
    if (
      page.firesOn.some((each) => each.line === line) ? expected.length === 0 || notRun : expected.length > 0
    ) {
      defects.push(`line ${line}: "${title}" expects findings where its section says otherwise`);
    }
  }
  if (page.firesOn.length === 0) defects.push("nothing under Fires on");
  if (page.silentOn.length === 0) defects.push("nothing under Silent on");
  return defects;
}
