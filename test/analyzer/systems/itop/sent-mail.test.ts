import { describe, expect, it } from "vitest";
import type { ReadResult } from "../../../../analyzer/systems/adapter.ts";
import { acceptsItop } from "../../../../analyzer/systems/itop/accepts.ts";
import { dataOf, type SentMailData } from "../../../../analyzer/systems/itop/fragments.ts";
import { mailWindows } from "../../../../analyzer/systems/itop/mail/mail-window.ts";
import { MAX_MAIL_LINES, mailSkeleton } from "../../../../analyzer/systems/itop/mail/mail-skeleton.ts";
import { MAX_MAIL_BYTES, readMail } from "../../../../analyzer/systems/itop/mail/sent-mail.ts";
import { streamed } from "./streamed-file.ts";

const HEADERS = [
  "To: Ingrid Haugland <ingrid@ward.clinic.example>, Ops <ops@partner.example>",
  "Cc: ingrid@ward.clinic.example",
  "Subject: =?UTF-8?Q?Bed_of_Ingrid_Haugland?=",
  "Date: Sun, 01 Mar 2026 08:00:00 +0100",
  "MIME-Version: 1.0",
  "From: desk@clinic.example",
  "Message-ID: =?UTF-8?Q?iTop=5FUserRequest=5F7=5F1795311096.066719@cafe-production.openitop.org?=",
];

function mail(
  headers: readonly string[] = HEADERS,
  body = "Content-Type: text/html\r\n\r\n<p>Haugland</p>\r\n",
): string {
  return `${headers.join("\r\n")}\r\n${body}`;
}

async function read(content: string | Uint8Array): Promise<ReadResult> {
  return readMail(streamed("sent.eml", content, 4096));
}

async function data(content: string | Uint8Array): Promise<SentMailData | undefined> {
  return dataOf((await read(content)).fragments, "sent-mail")[0];
}

describe("a mail that iTop sent", () => {
  it("is told by its name and headers", () => {
    expect(acceptsItop(streamed("sent.eml", mail()))).toBe("sent-mail");
    expect(acceptsItop(streamed("sent.eml", "just a text"))).toBeNull();
  });

  it("tells its class, day and number of recipients, and nothing of its content", async () => {
    const result = await read(mail());
    expect(result.problems).toEqual([]);
    expect(result.fragments).toMatchObject([
      { data: { entity: "UserRequest", date: "2026-03-01", attachments: 0, recipients: [{}, {}] } },
    ]);
    expect(JSON.stringify(result)).not.toMatch(/haugland|ingrid|clinic|partner|openitop|1795311096/i);
  });

  it("without an id of its own takes the class from what it answers", async () => {
    const reference = "References: <iTop_Person_44@cafe-production.openitop.org>";
    expect(await data(mail([...HEADERS.slice(0, 5), reference]))).toMatchObject({ entity: "Person" });
    expect(await data(mail(HEADERS.slice(0, 5)))).toMatchObject({ entity: null });
  });

  it("counts attachments, also mails within the mail", async () => {
    const parts = [
      "Content-Type: text/plain\r\n\r\nHaugland",
      'Content-Type: image/png; name="haugland.png"\r\nContent-Disposition: attachment; filename="haugland.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=',
      `Content-Type: message/rfc822\r\n\r\n${mail()}`,
    ];
    const body = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`;
    expect(await data(mail(HEADERS, body))).toMatchObject({ attachments: 2 });
    expect(JSON.stringify(await read(mail(HEADERS, body)))).not.toMatch(/haugland/i);
  });
});

describe("the skeleton of a mail", () => {
  it("is its headers and what parts it", () => {
    const text = "A: b\r\n c\r\n\r\nDear Ingrid\n--\r\nHaugland\n\ntext\n--b\r\nC: d\n\r\nbody\n--b--";
    const { bytes, cut } = mailSkeleton(Buffer.from(text));
    expect(Buffer.from(bytes).toString()).toBe("A: b\r\n c\r\n\r\n--\r\nHaugland\n\n--b\r\nC: d\n\r\n--b--");
    expect(cut).toBe(false);
  });
});

describe("hostile mails", () => {
  it.each([
    [
      "nested without end",
      mail(
        HEADERS,
        Array.from(
          { length: 300 },
          (_none, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
        ).join(""),
      ),
    ],
    ["with giant headers", mail([...HEADERS, `X-Trace: ${"Haugland ".repeat(300_000)}`])],
  ])("%s are refused as a whole, with the limit's name", async (_what, content) => {
    const result = await read(content);
    expect(result.fragments).toEqual([]);
    expect(result.problems).toMatchObject([{ kind: "limit", lost: "the whole file" }]);
    expect(JSON.stringify(result.problems)).toMatch(/MAX_MAIL_/);
    expect(JSON.stringify(result.problems)).not.toContain("Haugland");
  });

  it.each([
    [
      "in a character set that does not exist",
      mail(HEADERS, "Content-Type: text/html; charset=martian-9\r\n\r\n\xff\xfe"),
    ],
    [
      "with broken encoded words",
      mail([...HEADERS.slice(1), "To: =?UTF-8?B?////?= <a@b.example>", "Subject: =?x?y?z"]),
    ],
    [
      "with an address list of nonsense",
      mail(["To: ,,;<>@:;(((", "Date: yesterday", "Message-ID: <iTop_<script>_7_1@x>"]),
    ],
    ["of headers alone", "To: a@b.example"],
    [
      "cut in a part",
      mail(
        HEADERS,
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVB",
      ),
    ],
    ["with NUL bytes", mail(["To: a\0b@c.example", "Subject: \0"])],
  ])("%s are read as far as they go", async (_what, content) => {
    const result = await read(Buffer.from(content, "latin1"));
    expect(result.fragments).toHaveLength(1);
    expect(result.problems).toEqual([]);
  });

  it("of very many lines are read to the limit; the lines of their bodies do not count", async () => {
    const parts = "--b\r\nContent-Type: image/png\r\n\r\n".repeat(MAX_MAIL_LINES);
    const many = mail(HEADERS, `Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`);
    expect(await read(many)).toMatchObject({
      fragments: [{}],
      problems: [{ kind: "limit", location: { line: 1 } }],
    });
    const long = mail(HEADERS, `Content-Type: text/html\r\n\r\n${" \n".repeat(2_000_000)}`);
    expect(await read(long)).toMatchObject({ fragments: [{}], problems: [] });
  });

  it("larger than the limit are read to it", async () => {
    const result = await readMail(
      streamed("sent.eml", Buffer.concat([Buffer.from(mail()), Buffer.alloc(MAX_MAIL_BYTES, "x")]), 1 << 20),
    );
    expect(result.fragments).toMatchObject([{ data: { entity: "UserRequest" } }]);
    expect(result.problems).toMatchObject([{ kind: "limit" }]);
  });
});

describe("sent mails together", () => {
  it("show recipients inside and outside of the organisation, by what the mails are about", async () => {
    const mails = (
      await Promise.all([mail(), mail(), mail(HEADERS.slice(0, 5))].map((each) => data(each)))
    ).flatMap((each) => each ?? []);
    expect(mailWindows(mails, ["clinic.example"])).toMatchObject([
      {
        channel: "notification",
        rows: 3,
        from: "2026-03-01",
        to: "2026-03-01",
        sent: [
          { entity: null, messages: 1, internal: 1, external: 1, unknown: 0 },
          { entity: "UserRequest", messages: 2, internal: 2, external: 2, unknown: 0 },
        ],
      },
    ]);
  });

  it("leave the side open where no internal domain is configured", async () => {
    const one = await data(mail());
    expect(mailWindows(one === undefined ? [] : [one], [])).toMatchObject([
      { sent: [{ internal: 0, external: 0, unknown: 2 }] },
    ]);
    expect(mailWindows([], [])).toEqual([]);
  });
});
