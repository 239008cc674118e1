/** Makes names out of analysed files fit to be shown in one line: no control or direction characters. */

/** Control, format and separator characters, but not the joiners that Persian, Hindi and emoji need. */
const UNFIT = /(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff])+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/** One line; what would move the cursor or turn the reading direction becomes a space. */
export function plain(text: string): string {
  return text.replace(UNFIT, " ").replace(LONE_SURROGATE, "\ufffd").trim();
}

/** Cuts long names in the middle, where names differ least: `lnkContactTo…unctionalCI`. `length` counts characters. */
export function cutMiddle(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const head = Math.ceil((length - 1) / 2);
  const tail = length - 1 - head;
  return `${characters.slice(0, head).join("")}…${characters.slice(characters.length - tail).join("")}`;
}
