/** Bytes to text without ever failing: UTF-8 where it is valid, Windows-1252 where it is not. */
import { isUtf8 } from "node:buffer";

/** ISO-8859-1 exports of iTop's old `export.php` carry Windows-1252 characters such as `€`. */
const FALLBACK = new TextDecoder("windows-1252");

export interface Decoded {
  readonly text: string;
  /** The bytes were valid UTF-8. */
  readonly valid: boolean;
}

export function decodeLeniently(bytes: Uint8Array): Decoded {
  if (isUtf8(bytes)) {
    return {
      text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"),
      valid: true,
    };
  }
  return { text: FALLBACK.decode(bytes), valid: false };
}

/** Decodes a stream piece by piece; calls `invalid` once when it leaves UTF-8, and stays with the fallback from there. */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  invalid: () => void,
): AsyncGenerator<string> {
  let carried: Uint8Array = new Uint8Array(0);
  let fallback = false;
  let first = true;
  let wide: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of chunks) {
    if (first) wide = wideDecoder(chunk);
    if (wide !== null) {
      first = false;
      yield wide.decode(chunk, { stream: true });
      continue;
    }
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const end = fallback ? bytes.length : wholeCharacters(bytes);
    const decoded = fallback ? FALLBACK.decode(bytes) : decodeLeniently(bytes.subarray(0, end));
    carried = bytes.slice(end);
    let text = typeof decoded === "string" ? decoded : decoded.text;
    if (typeof decoded !== "string" && !decoded.valid) {
      fallback = true;
      invalid();
    }
    if (first) text = text.replace(/^\uFEFF/, "");
    first = false;
    if (text !== "") yield text;
  }
  if (carried.length > 0) {
    invalid();
    yield FALLBACK.decode(carried);
  }
}

/** Spreadsheet programs save text as UTF-16, always with a byte-order mark. */
function wideDecoder(bytes: Uint8Array): InstanceType<typeof TextDecoder> | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le");
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder("utf-16be") : null;
}

/** Number of leading bytes that do not end inside a UTF-8 sequence. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
