/** Bytes to text: byte-order marks, UTF-8, and an honest fallback for everything else. */

export interface Decoded {
  readonly text: string;
  /** What was wrong, in words; `null` for clean UTF-8. */
  readonly defect: "binary" | "encoding" | null;
}

/** How far binary content is looked for. */
const BINARY_PROBE_BYTES = 4096;

export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), defect: null };
  if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) {
    return { text: "", defect: "binary" };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), defect: null };
  } catch {
    // iTop's legacy exports are ISO-8859-1; windows-1252 reads those and what Excel saves.
    return { text: new TextDecoder("windows-1252").decode(bytes), defect: "encoding" };
  }
}

/** The beginning of a file, whatever it is; a cut multi-byte character at the end does no harm. */
export function decodeHead(bytes: Uint8Array): string {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}
