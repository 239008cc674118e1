/** Streams chosen parts of a zip file, unpacked in small pieces and bounded against bombs. */
import { Unzip, type UnzipDecoder, UnzipInflate } from "fflate";
import type { Report } from "../records-scanner.ts";

/** Bytes one part may unpack to; a sheet with a million rows has some hundred megabytes. */
export const MAX_PART_BYTES = 1024 ** 3;

/** Unpacked bytes per packed byte of the file so far; sheets of a thousand equal rows reach about 100. */
export const MAX_EXPANSION = 400;

/** Below so much the expansion is not judged: short repetitive parts pack well and harm nobody. */
const MIN_BOMB_BYTES = 16 * 1024 * 1024;

/** Parts in one file; workbooks have some tens. */
export const MAX_PARTS = 10_000;

/** Packed bytes given to the decompressor at once, so that even a bomb unpacks in small pieces. */
const SLICE_BYTES = 16 * 1024;

export interface PartPiece {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The part is complete with this piece. */
  readonly last: boolean;
}

export async function* zipParts(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  isWanted: (name: string) => boolean,
  report: Report,
): AsyncGenerator<PartPiece> {
  const reader = new PartReader(isWanted);
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const lost = "the rest of the file";
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      reader.push(chunk.subarray(at, at + SLICE_BYTES));
      yield* reader.ready.splice(0);
      if (reader.failure === null) continue;
      const message = FAILURES[reader.failure];
      report({ kind: reader.failure === "damaged" ? "malformed" : "limit", message, location, lost });
      return;
    }
  }
  if (reader.isOpen) {
    const message = "The zip file ends inside one of its parts.";
    report({ kind: "truncated", message, location, lost });
  }
}

type Failure = "damaged" | "bytes" | "expansion" | "parts";

const FAILURES: Readonly<Record<Failure, string>> = {
  damaged: "The zip file is damaged; read as far as it goes.",
  bytes: `A part of the zip file unpacks to more than ${MAX_PART_BYTES} bytes (MAX_PART_BYTES).`,
  expansion: `A part of the zip file unpacks to more than ${MAX_EXPANSION} times the size of the file (MAX_EXPANSION), as only a compression bomb does.`,
  parts: `The zip file has more than ${MAX_PARTS} parts (MAX_PARTS).`,
};

class PartReader {
  readonly ready: PartPiece[] = [];
  failure: Failure | null = null;
  isOpen = false;
  readonly #unzip: Unzip;
  #parts = 0;
  #taken = 0;

  constructor(isWanted: (name: string) => boolean) {
    this.#unzip = new Unzip((part) => {
      if (++this.#parts > MAX_PARTS) this.failure ??= "parts";
      const wanted = isWanted(part.name);
      this.isOpen = wanted;
      let given = 0;
      part.ondata = (error, bytes, last) => {
        if (error !== null) this.failure ??= "damaged";
        else if (wanted) {
          given += bytes.length;
          if (given > MAX_PART_BYTES) this.failure ??= "bytes";
          if (given > MIN_BOMB_BYTES && given > this.#taken * MAX_EXPANSION) this.failure ??= "expansion";
          this.ready.push({ name: part.name, bytes, last });
        }
        if (last) this.isOpen = false;
      };
      part.start();
    });
    this.#unzip.register(decoderFor(isWanted));
  }

  push(bytes: Uint8Array): void {
    this.#taken += bytes.length;
    try {
      this.#unzip.push(bytes);
    } catch {
      this.failure ??= "damaged";
    }
  }
}

/** Parts nobody wants are passed over packed; left unstarted, they would be held in memory. */
function decoderFor(isWanted: (name: string) => boolean) {
  return class PartDecoder implements UnzipDecoder {
    static readonly compression = 8;
    ondata: UnzipDecoder["ondata"] = () => undefined;
    readonly #inflate: UnzipInflate | null;

    constructor(name: string) {
      this.#inflate = isWanted(name) ? new UnzipInflate() : null;
      if (this.#inflate !== null) this.#inflate.ondata = (...data) => this.ondata(...data);
    }

    push(bytes: Uint8Array, last: boolean): void {
      if (this.#inflate !== null) this.#inflate.push(bytes, last);
      else if (last) this.ondata(null, new Uint8Array(0), true);
    }
  };
}
