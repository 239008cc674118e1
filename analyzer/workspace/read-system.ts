/** Reads the files of one system into fragments; a file that defeats its reader becomes a problem and the rest is read. */
import type { InputFile } from "../model/estate.ts";
import type { Problem } from "../model/problem.ts";
import type { InputKind } from "../model/system.ts";
import type { SourceText } from "../source/text.ts";
import type { Fragment, Resources } from "../systems/adapter.ts";
import type { Claimed, SystemInput } from "./discover.ts";
import { LimitReached } from "./limit.ts";
import { type FileReader, Unreadable } from "./reader.ts";
import type { Reading, Readings } from "./readings.ts";
import type { ReadingSink } from "./source-file.ts";
import { unreadableProblem } from "./walk.ts";

export interface SystemReading {
  readonly fragments: readonly Fragment[];
  readonly inputs: readonly InputFile[];
  /** Input kinds that fragments stand for. */
  readonly kinds: ReadonlySet<InputKind>;
  readonly problems: readonly Problem[];
  readonly suppressible: readonly SourceText[];
}

/** Hands what is noticed while a file is read to the reading of that file. */
export class Notices implements ReadingSink {
  problems: Problem[] = [];
  texts: SourceText[] = [];

  problem(problem: Problem): void {
    this.problems.push(problem);
  }

  suppressible(source: SourceText): void {
    this.texts.push(source);
  }

  /** Everything since the last call. */
  take(): { readonly problems: readonly Problem[]; readonly texts: readonly SourceText[] } {
    const { problems, texts } = this;
    this.problems = [];
    this.texts = [];
    return { problems, texts };
  }
}

export interface ReadingContext {
  readonly reader: FileReader;
  readonly resources: Resources;
  readonly notices: Notices;
  readonly readings: Readings;
  /** The limits in force: what was read under others is not what would be read now. */
  readonly limits: string;
}

export async function readSystem(system: SystemInput, context: ReadingContext): Promise<SystemReading> {
  const fragments: Fragment[] = [];
  const inputs: InputFile[] = [];
  const kinds = new Set<InputKind>();
  const problems: Problem[] = [];
  const suppressible: SourceText[] = [];
  for (const claimed of system.files) {
    const { path, name } = claimed.file;
    const key = [system.adapter.id, claimed.kind, path, name, context.limits].join("\n");
    const stamp = context.reader.stamp(path);
    const reading = await context.readings.of(key, stamp, () => readFile(system, claimed, context));
    for (const each of reading.fragments) fragments.push(each);
    for (const each of reading.problems) problems.push(each);
    for (const each of reading.suppressible) suppressible.push(each);
    for (const each of reading.fragments) {
      const kind = system.adapter.inputKind(each.kind);
      if (kind !== null) kinds.add(kind);
    }
    const lossy = reading.problems.some((problem) => problem.lost !== undefined);
    // A file that turns out to hold nothing of the system, such as most PHP code, was no input.
    if (reading.fragments.length === 0 && !lossy) continue;
    inputs.push({
      file: claimed.file.path,
      readAs: `${system.adapter.id}/${claimed.kind}`,
      system: system.options.id,
      state: reading.fragments.length === 0 ? "failed" : lossy ? "partial" : "read",
      bytes: claimed.file.bytes,
    });
  }
  return { fragments, inputs, kinds, problems, suppressible };
}

async function readFile(
  system: SystemInput,
  { file, kind }: Claimed,
  { resources, notices }: ReadingContext,
): Promise<Reading> {
  const read = await system.adapter.read(file, kind, resources).catch((error: unknown) => ({
    fragments: [],
    problems: [refusalProblem(error, file.path, file.bytes)],
  }));
  const { problems, texts } = notices.take();
  return { fragments: read.fragments, problems: [...problems, ...read.problems], suppressible: texts };
}

/** Anything but a refusal of the file system or a limit is a bug, and thrown on. */
function refusalProblem(error: unknown, file: string, bytes: number): Problem {
  if (error instanceof Unreadable) return unreadableProblem(error, "the whole file");
  if (!(error instanceof LimitReached)) throw error;
  return {
    kind: "limit",
    message:
      error.of === "unpacked"
        ? `The file unpacks to more than ${error.maximum} bytes, the most that is read as a whole (${error.limit}).`
        : `The file has ${bytes} bytes; at most ${error.maximum} are read as a whole (${error.limit}).`,
    location: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    lost: "the whole file",
  };
}
