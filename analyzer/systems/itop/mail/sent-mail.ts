/** Reads a mail that iTop sent: about which class, to how many, with how many files; never subject, address or text. */
import type { Email } from "postal-mime";
import type { Location } from "../../../model/location.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { fragment, type SentMailData } from "../fragments.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import { recipientDomains } from "./mail-recipients.ts";
import { mailSkeleton, MAX_MAIL_LINES } from "./mail-skeleton.ts";

/** Of a larger mail only the beginning is read, which holds its headers. */
export const MAX_MAIL_BYTES = 32 * 1024 * 1024;

/** Nesting of parts; real mails have three or four levels. */
export const MAX_MAIL_DEPTH = 50;

/** All headers of a mail together. */
export const MAX_MAIL_HEADER_BYTES = 1024 * 1024;

/** iTop names the object in the ids of its mails: `iTop_UserRequest_7_<time>@…`, or without time in a reference. */
const OBJECT_ID = /iTop_([A-Za-z]\w{0,63}?)_\d{1,20}(?:_[\d.]{1,40})?@/;

const MAIL_HEADER =
  /^(?:return-path|received|delivered-to|message-id|from|to|cc|subject|date|mime-version|content-type|x-[\w-]+)[ \t]*:/im;

export function acceptsMail(file: SourceFile): "sent-mail" | null {
  return /\.eml$/i.test(file.name) && MAIL_HEADER.test(file.head) ? "sent-mail" : null;
}

export async function readMail(file: SourceFile): Promise<ReadResult> {
  const location: Location = { file: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const { bytes: whole, cut } = await beginning(file);
  const { bytes, cut: tooManyLines } = mailSkeleton(whole);
  // Loaded on first use: few workspaces hold mails.
  const { default: PostalMime, decodeWords } = await import("postal-mime");
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, {
      maxNestingDepth: MAX_MAIL_DEPTH,
      maxHeadersSize: MAX_MAIL_HEADER_BYTES,
      maxRfc822NestingDepth: 0,
      rfc822Attachments: true,
    });
  } catch {
    const message = `The mail has more than ${MAX_MAIL_DEPTH} nested parts (MAX_MAIL_DEPTH) or headers of more than ${MAX_MAIL_HEADER_BYTES} bytes (MAX_MAIL_HEADER_BYTES).`;
    return { fragments: [], problems: [{ kind: "limit", message, location, lost: "the whole file" }] };
  }
  const ids = [mail.messageId, mail.inReplyTo, mail.references];
  const named = ids.map((id) => OBJECT_ID.exec(decodeWords((id ?? "").slice(0, 2000)))?.[1]);
  const entity = named.find((name) => name !== undefined && isIdentifier(name)) ?? null;
  const data: SentMailData = {
    entity,
    recipients: recipientDomains([mail.to, mail.cc, mail.bcc]),
    attachments: mail.attachments.filter(({ related }) => related !== true).length,
    date: /^\d{4}-\d{2}-\d{2}/.exec(mail.date ?? "")?.[0] ?? null,
    location,
  };
  const message = cut
    ? `The mail is larger than ${MAX_MAIL_BYTES / 1024 / 1024} MiB (MAX_MAIL_BYTES).`
    : `The mail has more than ${MAX_MAIL_LINES} lines of headers and boundaries (MAX_MAIL_LINES).`;
  const lost = "the number of files it carries";
  return {
    fragments: [fragment("sent-mail", file.path, data)],
    problems: cut || tooManyLines ? [{ kind: "limit", message, location, lost }] : [],
  };
}

async function beginning(file: SourceFile): Promise<{ bytes: Uint8Array; cut: boolean }> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.chunks()) {
    held.push(chunk);
    length += chunk.length;
    if (length > MAX_MAIL_BYTES) return { bytes: Buffer.concat(held).subarray(0, MAX_MAIL_BYTES), cut: true };
  }
  return { bytes: Buffer.concat(held), cut: false };
}
