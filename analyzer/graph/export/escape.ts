/** Escaping for each output format; every label comes from analysed files and is hostile. */

/** What XML cannot hold, and what turns the reading direction. */
const UNFIT = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu;

/** For XML and HTML, in text and in double-quoted attributes. Unfit characters become U+FFFD. */
export function escapeMarkup(text: string): string {
  return text
    .replace(UNFIT, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * For a quoted Mermaid label: everything but letters, digits and harmless marks becomes an entity code, so that no
 * quote, bracket, backtick, `%%` directive or tag is left to read.
 */
export function escapeMermaid(text: string): string {
  return text.replace(
    /[^\p{L}\p{M}\p{N} _.,:/()+·…–-]/gu,
    (character) => `#${character.codePointAt(0) ?? 63};`,
  );
}
