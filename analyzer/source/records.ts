/** Streams the records of a JSON file: members of an `objects` map, elements of an array, or one object per line. */
import { MemberScanner, type RawRecord, type Report } from "./records-scanner.ts";

export type { RawRecord, Report } from "./records-scanner.ts";

/**
 * Records in file order, at most one in memory. Accepts a REST reply (`{"code":0,"objects":{…}}`, usually one giant
 * line), an array of objects, and newline-delimited objects; an object that is none of these is one record.
 * A file that ends early yields its last record incomplete and reports `truncated`.
 */
export async function* jsonMembers(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
): AsyncGenerator<RawRecord> {
  const scanner = new MemberScanner(file, report);
  for await (const chunk of chunks) yield* scanner.push(chunk);
  yield* scanner.end();
}
