/** Escapes text for XML and HTML; what stands in analysed files is hostile. */

/** What XML 1.0 cannot hold, and what turns the reading direction. */
const UNFIT = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu;

/** For text and double-quoted attributes. Unfit characters become U+FFFD. */
export function markup(text: string): string {
  return text
    .replace(UNFIT, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
