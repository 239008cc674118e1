/** Feeds the XML parts of a zip file to readers, part by part as they stand in the file. */
import type { Report } from "../records-scanner.ts";
import { type XmlHandler, XmlStream } from "../xml-stream.ts";
import { zipParts } from "./zip-parts.ts";

/** What a reader gathers of so much text is taken before the next; a little packed data unpacks to megabytes. */
const PIECE = 65_536;

/** Yields after each piece, so that what a reader gathered can be taken before the next. */
export async function* partTexts(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
  isWanted: (part: string) => boolean,
  handlerOf: (part: string) => XmlHandler,
): AsyncGenerator<void> {
  let open: { readonly stream: XmlStream; readonly decoder: InstanceType<typeof TextDecoder> } | null = null;
  for await (const { name, bytes, last } of zipParts(chunks, file, isWanted, report)) {
    open ??= {
      stream: new XmlStream(file, report, handlerOf(name)),
      decoder: new TextDecoder(),
    };
    const text = open.decoder.decode(bytes, { stream: !last });
    for (let at = 0; at < text.length; at += PIECE) {
      open.stream.write(text.slice(at, at + PIECE));
      yield;
    }
    if (!last) continue;
    open.stream.end();
    open = null;
    yield;
  }
}
