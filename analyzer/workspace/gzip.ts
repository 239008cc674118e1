/** Unpacks gzip as it streams: bounded against bombs, and read as far as a damaged file goes. */
import { constants, createGunzip, gunzipSync } from "node:zlib";

/** Most bytes one packed file may unpack to; the largest logs seen unpack to some gigabytes. */
export const MAX_UNPACKED_BYTES = 64 * 1024 ** 3;

/** Unpacked bytes per packed byte; logs reach 10 to 100, DEFLATE itself ends at about 1,030. */
export const MAX_EXPANSION = 400;

/** Below so much unpacked text the expansion is not judged: short repetitive files pack well and harm nobody. */
export const MIN_BOMB_BYTES = 16 * 1024 * 1024;

/** Packed bytes given to the decompressor at once, so that even a bomb unpacks in small pieces. */
const SLICE_BYTES = 16 * 1024;

export type GzipDefect = "truncated" | "damaged" | "bytes" | "expansion";

const GZIP_NAME = /\.gz$/i;

/** `logs/rest.json.gz` → `logs/rest.json`. */
export function unpackedName(name: string): string {
  return name.replace(GZIP_NAME, "");
}

/** Browsers unpack what they download and keep the name, so the name alone does not tell. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The beginning of what `packed`, itself only a beginning, unpacks to. */
export function unpackedHead(packed: Uint8Array, length: number): Uint8Array {
  try {
    return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, length);
  } catch {
    return new Uint8Array(0);
  }
}

export interface GzipLimits {
  readonly bytes: number;
  readonly expansion: number;
  readonly judgedFrom: number;
}

const LIMITS: GzipLimits = {
  bytes: MAX_UNPACKED_BYTES,
  expansion: MAX_EXPANSION,
  judgedFrom: MIN_BOMB_BYTES,
};

/** Unpacked bytes in order. Ends early, after calling `defect` once, where the data is damaged or a limit is reached. */
export async function* unpacked(
  packed: AsyncIterable<Uint8Array>,
  defect: (kind: GzipDefect) => void,
  limits: GzipLimits = LIMITS,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const ready: Uint8Array[] = [];
  let failure: NodeJS.ErrnoException | null = null;
  gunzip.on("data", (piece: Uint8Array) => ready.push(piece));
  gunzip.on("error", (error) => (failure = error));
  // A failing decompressor never calls back; it only closes.
  let wake = (): void => undefined;
  gunzip.once("close", () => wake());
  let taken = 0;
  let given = 0;
  const reached = (): GzipDefect | null => {
    if (failure !== null)
      return (failure as NodeJS.ErrnoException).code === "Z_BUF_ERROR" ? "truncated" : "damaged";
    if (given > limits.bytes) return "bytes";
    return given > limits.judgedFrom && given > taken * limits.expansion ? "expansion" : null;
  };
  try {
    for await (const slice of slices(packed)) {
      await new Promise<void>((done) => {
        wake = done;
        gunzip.write(slice, () => done());
      });
      taken += slice.length;
      for (const piece of ready.splice(0)) {
        given += piece.length;
        yield piece;
      }
      const kind = reached();
      if (kind !== null) return defect(kind);
    }
    await new Promise<void>((done) => {
      wake = done;
      gunzip.end();
    });
    yield* ready.splice(0);
    if (failure !== null) defect(reached() ?? "damaged");
  } finally {
    gunzip.destroy();
  }
}

async function* slices(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) yield chunk.subarray(at, at + SLICE_BYTES);
  }
}
