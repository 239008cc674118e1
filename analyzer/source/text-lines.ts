/** Streams the lines of a text with their numbers; of a long line only the beginning is held. */
import { decodeChunks } from "./records-decode.ts";

export interface TextLine {
  /** Without its line break; at most `MAX_LINE_CHARACTERS`. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  readonly cut: boolean;
}

/** Characters of a line that are held. */
export const MAX_LINE_CHARACTERS = 65_536;

/** Calls `foreign` once when the text is not UTF-8. */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array>,
  foreign: () => void,
): AsyncGenerator<TextLine> {
  let held = "";
  let cut = false;
  let number = 1;
  for await (const text of decodeChunks(chunks, foreign)) {
    let from = 0;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
      yield lineOf(held + text.slice(from, Math.min(at, from + MAX_LINE_CHARACTERS)), number++, cut);
      held = "";
      cut = false;
      from = at + 1;
    }
    const rest = text.length - from;
    cut ||= held.length + rest > MAX_LINE_CHARACTERS;
    held += text.slice(from, from + Math.max(0, MAX_LINE_CHARACTERS - held.length));
  }
  if (held !== "") yield lineOf(held, number, cut);
}

function lineOf(text: string, number: number, cut: boolean): TextLine {
  const ended = text.endsWith("\r") ? text.slice(0, -1) : text;
  return {
    text: ended.slice(0, MAX_LINE_CHARACTERS),
    number,
    cut: cut || ended.length > MAX_LINE_CHARACTERS,
  };
}
