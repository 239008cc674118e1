/** Decodes PHP string literals: quoted, double-quoted with escapes, heredoc and nowdoc. */

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  v: "\v",
  e: "\u001b",
  f: "\f",
  "\\": "\\",
  $: "$",
};

const LAST_CODE_POINT = 0x10ffff;

/** `'…'` or `"…"` as it stands in the source, quotes and an optional `b` prefix included; without interpolation. */
export function decodeQuoted(literal: string): string {
  const quote = /^b?(['"])/i.exec(literal);
  if (quote === null) return literal;
  const body = literal.slice(quote[0].length, literal.endsWith(quote[1] as string) ? -1 : undefined);
  return quote[1] === "'" ? body.replace(/\\([\\'])/g, "$1") : decodeEscapes(body, true);
}

/** `<<<NAME … NAME` as it stands in the source; the indentation of the closing name is taken off every line. */
export function decodeHeredoc(literal: string): string {
  const opening = /^<<<[ \t]*(['"]?)\w+\1[ \t]*\r?\n/.exec(literal);
  const closing = /(^|\r?\n)([ \t]*)\w+$/.exec(literal);
  if (opening === null || closing === null) return literal;
  // An empty body has one line break for both the opening and the closing line.
  const body = literal.slice(opening[0].length, Math.max(opening[0].length, closing.index));
  const indent = (closing[2] as string).length;
  const text = indent === 0 ? body : body.replace(new RegExp(`^[ \\t]{0,${indent}}`, "gm"), "");
  return opening[1] === "'" ? text : decodeEscapes(text, false);
}

function decodeEscapes(body: string, quoted: boolean): string {
  if (!body.includes("\\")) return body;
  return body.replace(ESCAPE, (all: string, bytes?: string, point?: string) => {
    if (bytes !== undefined) return decodeBytes(bytes);
    if (point !== undefined) return codePoint(Number.parseInt(point, 16)) ?? all;
    if (all === '\\"') return quoted ? '"' : all;
    return SIMPLE_ESCAPES[all.slice(1)] ?? all;
  });
}

const BYTE = /\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))/g;
const ESCAPE = /((?:\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}))+)|\\u\{([0-9A-Fa-f]+)\}|\\[\s\S]/g;

/** Escaped bytes that follow each other may be one character: PHP strings are bytes, here of UTF-8. */
function decodeBytes(escapes: string): string {
  const bytes = Array.from(escapes.matchAll(BYTE), ([, hex, octal]) =>
    hex === undefined ? Number.parseInt(octal ?? "0", 8) & 0xff : Number.parseInt(hex, 16),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function codePoint(point: number): string | undefined {
  return point <= LAST_CODE_POINT ? String.fromCodePoint(point) : undefined;
}
