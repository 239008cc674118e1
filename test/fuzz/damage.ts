/** Damages a file the way transports, editors and attackers do. */
import type { Random } from "./random.ts";

type Damage = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

/** What has a meaning to one of the readers, and what breaks one in the wild. */
const TOKENS = [
  "<", ">", "</", "/>", "<![CDATA[", "]]>", "]]]>", "<!--", "-->", "<?php", "?>", "&#x0;", "&lt;", "&amp;amp;",
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>', "&c;", "{", "}", "[", "]", '"', "'", "\\", "\\u0000",
  "\\ud800", ",", ";", "\t", "\r\n", "\r", "\n", "\0", "\uFEFF", "\u2028", "(", ")", "array(", "=>", "$x", "::", "->", "<<<EOT\n",
  "SELECT ", " JOIN ", " WHERE ", " UNION ", "NOT IN (", "INTERVAL ", ":this->", "`", "$this->", "$", "-1", "1e308",
  "99999999999999999999", "__proto__", "constructor", "null", "true", " -truncated (599926 chars)", "é", "INSERT INTO `t` VALUES (",
  "),(", "/*!50003 ", "*/", "DELIMITER ;;", "DELIMITER ;", "-- ", "0x", "_binary '", "Content-Type: multipart/mixed; boundary=a\r\n", "--a\r\n", "=?UTF-8?Q?=",
  "<table>", "<td>", "</table>", "</b>", "<tr><td>", "<em>", "<a href='$x$'>", "<row>", "<field name=\"id\">", "<Set>", "<Row>", "<si><t>", "<c r=\"XFD1\">",
  "<class/>", "<class id=\"A\">", "<item id=\"col:1\"><items>", "<options><choice>", "_x000D_", "\\N\t", "NULL", "''", '""', "'a'\n'b'", "/*", "/**/", "#",
  "id,", "id\t", "primary_key;", "Working on a (id=1)...\n", "2026-03-01 08:00:00 | Error | ", " | IssueLog |||\n", "@x.example", "a@b.", "$prefix$", "+49 30 12",
  "$this->Get('a->b')->", "fn($x) => ", "[...", "?->", "match (true) {", "new class {", "namespace A;", "if (1) {", "'a' . ", "\"{$a}\"", "!", "- ", "? 1 : ",
  "Person AS p JOIN ", " NOT ", "CONCAT(", "MATCHES", "*a ", "&a ", "? ", "? - ", "|\n", "Content-Type: message/rfc822\r\n\r\n", "To: a:", ";;", "filename*0=a;", "\u202E",
]; // prettier-ignore

/** How often a token is repeated to look for recursion and quadratic time. */
const REPEATS = [2, 50, 3_000, 100_000, 400_000];
/** A damaged file is at most this long. */
const MAX_BYTES = 4_000_000;

const DAMAGES: readonly Damage[] = [
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => bytes.subarray(random.below(bytes.length)),
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    return insert(bytes, random.below(bytes.length), bytes.subarray(from, Math.min(to, from + 20_000)));
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let left = 1 + random.below(8); left > 0; left--)
      changed[random.below(changed.length)] = random.below(256);
    return changed;
  },
  (bytes, random) => insert(bytes, random.below(bytes.length), Buffer.from(random.of(TOKENS))),
  (bytes, random) =>
    insert(bytes, random.below(bytes.length), Buffer.from(random.of(TOKENS).repeat(random.of(REPEATS)))),
  (bytes, random, others) => {
    const other = random.of(others);
    return Buffer.concat([
      bytes.subarray(0, random.below(bytes.length)),
      other.subarray(random.below(other.length)),
    ]);
  },
  (bytes, random) => {
    // One line, element or row many times over.
    const text = bytes.toString("latin1");
    const line = random.of(text.split("\n"));
    const times = Math.min(random.of([2, 40, 1_000, 100_000]), Math.ceil(MAX_BYTES / (line.length + 1)));
    return Buffer.from(
      text.replace(line, () => `${line}\n`.repeat(times)),
      "latin1",
    );
  },
  (bytes, random) => Buffer.from(bytes.toString("utf8"), random.of(["latin1", "utf16le"] as const)),
  (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString("utf8"), "utf16le")]),
];

/** One to four damages in a row. */
export function damaged(bytes: Buffer, random: Random, others: readonly Buffer[]): Buffer {
  let result = bytes;
  for (let left = 1 + random.below(4); left > 0 && result.length > 0; left--)
    result = random.of(DAMAGES)(result, random, others).subarray(0, MAX_BYTES);
  return result;
}

function span(bytes: Buffer, random: Random): readonly [number, number] {
  const from = random.below(bytes.length);
  return [from, from + random.below(Math.min(bytes.length - from, 1 + random.below(5_000)) + 1)];
}

function insert(bytes: Buffer, at: number, what: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
}
