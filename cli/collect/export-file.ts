/** One class on disk, as a REST reply that a person would save: written page by page, put in place when whole. */
import { closeSync, constants, fchmodSync, ftruncateSync, fstatSync, openSync, renameSync, rmSync, writeSync } from "node:fs"; // prettier-ignore
import type { RestObject } from "./itop-client.ts";

/** Logs hold personal data: nobody else on the machine reads them. */
export const OWNER_ONLY = 0o600;

/** Digits kept free in the head: the number of rows is known when all are written. */
const COUNT_WIDTH = 15;

export class ExportFile {
  readonly #path: string;
  readonly #descriptor: number;
  #bytes: number;
  #rows: number;

  /** `bytes` and `rows` are what a former run has safely written; 0 begins anew. */
  constructor(path: string, bytes: number, rows: number) {
    this.#path = path;
    const part = partOf(path);
    const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
    if (bytes === 0) discardPart(path);
    this.#descriptor = openSync(
      part,
      bytes === 0 ? O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW : O_RDWR | O_NOFOLLOW,
      OWNER_ONLY,
    );
    fchmodSync(this.#descriptor, OWNER_ONLY);
    this.#bytes = bytes;
    this.#rows = rows;
    if (bytes === 0) this.#write(head(0));
    // Behind it stands at most a page that was not finished.
    else ftruncateSync(this.#descriptor, bytes);
  }

  get bytes(): number {
    return this.#bytes;
  }

  get rows(): number {
    return this.#rows;
  }

  append(objects: readonly RestObject[]): void {
    if (objects.length === 0) return;
    this.#write(
      objects.map((object, index) => (this.#rows + index === 0 ? "" : ",") + member(object)).join(""),
    );
    this.#rows += objects.length;
  }

  /** Completes the JSON and gives the file its name. */
  finish(): void {
    this.#write("}}\n");
    if (this.#rows === 0) {
      ftruncateSync(this.#descriptor, 0);
      writeSync(this.#descriptor, '{"code":0,"message":"Found: 0","objects":null}\n', 0);
    } else writeSync(this.#descriptor, head(this.#rows), 0);
    this.close();
    renameSync(partOf(this.#path), this.#path);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #write(text: string): void {
    const content = Buffer.from(text, "utf8");
    for (let done = 0; done < content.length;) {
      done += writeSync(this.#descriptor, content, done, content.length - done, this.#bytes + done);
    }
    this.#bytes += content.length;
  }
}

/** Whether so many bytes of an unfinished file are there. */
export function hasPart(path: string, bytes: number): boolean {
  try {
    const descriptor = openSync(partOf(path), constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return fstatSync(descriptor).size >= bytes;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

export function discardPart(path: string): void {
  rmSync(partOf(path), { force: true });
}

function partOf(path: string): string {
  return `${path}.part`;
}

/** White space between the count and the objects makes every head equally long. */
function head(rows: number): string {
  const message = `"Found: ${rows}"`;
  return `{"code":0,"message":${message.padEnd(COUNT_WIDTH + 9)},"objects":{`;
}

function member({ class: name, id, fields }: RestObject): string {
  return `${JSON.stringify(`${name}::${id}`)}:${JSON.stringify({ code: 0, message: "", class: name, key: String(id), fields })}`;
}
