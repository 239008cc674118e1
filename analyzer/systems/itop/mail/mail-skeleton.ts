/** What tells the structure of a mail: its headers, and the lines that part it; bodies are left out before anything is parsed. */

/** Lines kept of one mail; each costs the parser an object, in a body even a file in memory. */
export const MAX_MAIL_LINES = 50_000;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DASH = 0x2d;

/** Headers stand at the beginning and behind each line that may be a boundary, up to an empty line. */
export function mailSkeleton(mail: Uint8Array): { readonly bytes: Uint8Array; readonly cut: boolean } {
  const kept: Uint8Array[] = [];
  let inHeaders = true;
  for (let at = 0; at < mail.length;) {
    const feed = mail.indexOf(LINE_FEED, at);
    const end = feed === -1 ? mail.length : feed + 1;
    if (mail[at] === DASH && mail[at + 1] === DASH) inHeaders = true;
    if (inHeaders) {
      if (kept.length === MAX_MAIL_LINES) return { bytes: Buffer.concat(kept), cut: true };
      kept.push(mail.subarray(at, end));
      inHeaders = !isEmpty(mail, at, end);
    }
    at = end;
  }
  return { bytes: Buffer.concat(kept), cut: false };
}

function isEmpty(mail: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++)
    if (mail[at] !== CARRIAGE_RETURN && mail[at] !== LINE_FEED) return false;
  return true;
}
