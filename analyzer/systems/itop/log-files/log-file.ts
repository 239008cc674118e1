/** Reads iTop's log files (error.log, setup.log, deprecated-calls.log): counts per level and channel, kinds of what they hold. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import { textLines } from "../../../source/text-lines.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { fragment, type LogFileData } from "../fragments.ts";
import { type LogContent, contentOf } from "./log-content.ts";

/** `2026-03-01 08:00:00 | Error   | 4     | …`; the message may go on over several lines. */
const ENTRY = /^(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2} \| (\w{1,20}) *(?:\||$)/;

/** The last line of a message names the channel. */
const CHANNEL = / \| ([\w-]{0,64}) \|\|\|$/;

/** Channels of iTop 2.7 to 3.2; what extensions call theirs could be anything, and counts as `other`. */
const CHANNELS: ReadonlySet<string> = new Set(
  (
    "Apc Backup Cli CmdbSource Console Core Datatable DataIntegrity DeadLock DMCrud EventService Exception Export " +
    "InlineImage IssueLog Notifications Portal Router Security SessionTracker SetupLog TemporaryObjects ToolsLog " +
    "WebRequest apc cmdbsource deprecated-file deprecated-php-api deprecated-php-endpoint deprecated-php-libmethod " +
    "deprecated-php-method export notifications portal"
  ).split(" "),
);

const LEVELS: ReadonlySet<string> = new Set("Error Warning Info Ok Debug Trace Notice".split(" "));

export function acceptsLogFile(file: SourceFile): "log-file" | null {
  if (!/\.(?:log|txt)(?:\.\d+)?$/i.test(file.name)) return null;
  const lines = file.head.replace(/^\uFEFF/, "").split(/\r?\n/, 50);
  return lines.some((line) => ENTRY.test(line)) ? "log-file" : null;
}

export async function readLogFile(file: SourceFile): Promise<ReadResult> {
  const counter = new LogCounter();
  const problems: Problem[] = [];
  const start: Location = { file: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const foreign = (): void => {
    const message = "The file is not valid UTF-8; Windows-1252 was read instead.";
    problems.push({ kind: "encoding", message, location: start });
  };
  let last = 1;
  for await (const { text, number } of textLines(file.chunks(), foreign)) {
    counter.line(text);
    last = number;
  }
  const data = counter.finish({ ...start, endLine: last });
  return { fragments: data === null ? [] : [fragment("log-file", file.path, data)], problems };
}

class LogCounter {
  readonly #levels = new Map<string, number>();
  readonly #channels = new Map<string, number>();
  readonly #holds = new Map<LogContent, number>();
  #entries = 0;
  #from: string | null = null;
  #to: string | null = null;
  #inMessage = false;
  #current = new Set<LogContent>();

  line(text: string): void {
    const entry = ENTRY.exec(text);
    if (entry !== null) this.#begin(entry[1] as string, entry[2] as string);
    if (this.#entries === 0) return;
    const channel = this.#inMessage ? CHANNEL.exec(text.slice(-80)) : null;
    if (channel !== null) {
      this.#inMessage = false;
      const name = channel[1] as string;
      count(this.#channels, name === "" || CHANNELS.has(name) ? name : "other");
    }
    for (const kind of contentOf(text)) this.#current.add(kind);
  }

  finish(location: Location): LogFileData | null {
    this.#end();
    if (this.#entries === 0) return null;
    const observation = { rows: this.#entries, from: this.#from, to: this.#to, file: location.file };
    const holds = Object.fromEntries(sorted(this.#holds));
    return { observation, levels: sorted(this.#levels), channels: sorted(this.#channels), holds, location };
  }

  #begin(date: string, level: string): void {
    this.#end();
    this.#entries++;
    this.#inMessage = true;
    count(this.#levels, LEVELS.has(level) ? level : "other");
    if (this.#from === null || date < this.#from) this.#from = date;
    if (this.#to === null || date > this.#to) this.#to = date;
  }

  #end(): void {
    for (const kind of this.#current) this.#holds.set(kind, (this.#holds.get(kind) ?? 0) + 1);
    this.#current = new Set();
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sorted<Key extends string>(counts: ReadonlyMap<Key, number>): readonly (readonly [Key, number])[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
