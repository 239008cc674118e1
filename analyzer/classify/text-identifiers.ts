/** Identifiers in text: by shape and check digit, or by a shape next to a word that announces it. */
import { isCardNumber, isIban } from "./checksum.ts";
import type { Span } from "./free-text.ts";

interface Detector {
  readonly label: string;
  /** No nested quantifiers: text is hostile. */
  readonly pattern: RegExp;
  readonly score: number;
  /** Group that holds the value; the whole match when absent. */
  readonly group?: number;
  readonly accept?: (value: string, text: string, start: number) => boolean;
}

const OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
/** Characters before a value in which an announcing word may stand. */
const CUE_WINDOW = 40;

const PHONE_CUE =
  /\b(?:phone|telephone|tel|mobile|cell|call|fax|pager|contact|number|reach|dial|desk|answering|ring|office|text|sms|whatsapp|telefon|handy|mobil|rufnummer|durchwahl|t[ée]l[ée]phone|t[ée]l|portable|m[óo]vil|celular|tel[ée]fono|telefono|cellulare|telefoon|telefone|telem[óo]vel|ph)\b/iu;
/** `… 4711-Fax`, `… 4711 (mobile)`. */
const PHONE_AFTER = /^[-,\s(]{1,3}(?:office|fax|mobile|cell|home|work|phone|tel|mobil|b[üu]ro)\b/iu;
const NATIONAL_CUE =
  /\b(?:ssn|social security|national id|identity|passport|passeport|pasaporte|reisepass|driver|driving|licen[cs]e|tax id|steuer|sozialversicherung|s[ée]curit[ée] sociale|nir|dni|nie|nif|codice fiscale|nino|national insurance|personnummer|bsn|ahv|nhs|pesel|itin|medicare|aadhaar|personalausweis)\b/iu;

const DETECTORS: readonly Detector[] = [
  {
    label: "EMAIL",
    pattern: /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu,
    score: 1,
  },
  {
    label: "IBAN",
    pattern: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,8}\b/gu,
    score: 1,
    accept: (value) => isIban(value.replace(/[ -]/gu, "")),
  },
  {
    label: "CREDIT_CARD",
    pattern: /(?<![\d.])\d(?:[ -]?\d){11,18}(?![\d.]\d)/gu,
    score: 0.98,
    accept: (value) => isCardNumber(value.replace(/[ -]/gu, "")),
  },
  {
    label: "IP",
    pattern: new RegExp(`(?<![\\d.])(?:${OCTET}\\.){3}${OCTET}(?!\\.?\\d)`, "gu"),
    score: 0.95,
    accept: (_value, text, start) => !/\b(?:version|release|v)\s?$/iu.test(before(text, start, 12)),
  },
  {
    label: "IP",
    pattern:
      /(?<![\w:])(?=[\da-f:.]{2,45})(?:[\da-f]{1,4}:){1,7}(?::?[\da-f]{1,4}){0,7}|(?<![\w:])::[\da-f]{1,4}(?::[\da-f]{1,4}){0,6}/giu,
    score: 0.95,
    accept: (value) => isIpv6(value),
  },
  {
    label: "MAC",
    pattern:
      /\b[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}\b|\b[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}\b/giu,
    score: 0.98,
  },
  {
    label: "NATIONAL_ID",
    pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}(?![\d-])/gu,
    score: 0.9,
  },
  {
    label: "NATIONAL_ID",
    pattern:
      /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b|\b[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}\b|\b(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z]\b|\b756\.\d{4}\.\d{4}\.\d{2}\b/gu,
    score: 0.85,
  },
  {
    label: "NATIONAL_ID",
    pattern: /\b(?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{5,14}\b/gu,
    score: 0.75,
    accept: (value, text, start) =>
      /\d{3}/u.test(value) && NATIONAL_CUE.test(before(text, start, CUE_WINDOW)),
  },
  {
    label: "PHONE",
    pattern: /(?<![\w.+-])(?:\+|00)[1-9]\d{0,2}(?:[ ()./-]{0,2}\d){6,12}(?!\d)(?:\s?x\d{1,5})?/gu,
    score: 0.9,
  },
  {
    label: "PHONE",
    pattern: /(?<![\w.-])\(?0?\d{1,4}\)?(?:[ ./-]{0,2}\d){5,11}(?!-?\d)(?:\s?x\d{1,5})?/gu,
    score: 0.7,
    accept: (value, text, start) => {
      const after = text.slice(start + value.length, start + value.length + 12);
      return isPhone(value, PHONE_CUE.test(before(text, start, CUE_WINDOW)) || PHONE_AFTER.test(after));
    },
  },
  {
    label: "CREDENTIAL",
    pattern:
      /\b(?:password|passwd|pwd|passcode|mot de passe|passwort|kennwort|contrase[ñn]a|wachtwoord|senha)\s{0,2}(?:is|ist|est|es|:|=)\s{0,2}["']?([^\s"']{4,64})/giu,
    score: 0.85,
    group: 1,
  },
];

/** Every identifier, overlaps included. */
export function identifiersIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { label, pattern, score, group, accept } of DETECTORS) {
    for (const match of text.matchAll(pattern)) {
      const value = match[group ?? 0] ?? "";
      const start = match.index + (group === undefined ? 0 : match[0].lastIndexOf(value));
      if (value === "" || (accept !== undefined && !accept(value, text, start))) continue;
      spans.push({ start, end: start + value.length, label, score });
    }
  }
  return spans;
}

function before(text: string, start: number, width: number): string {
  return text.slice(Math.max(0, start - width), start);
}

function isIpv6(value: string): boolean {
  const groups = value.split(":");
  const shortened = value.includes("::");
  if (value.indexOf("::") !== value.lastIndexOf("::")) return false;
  return shortened
    ? groups.length <= 8 && /[\da-f]/iu.test(value)
    : groups.length === 8 && groups.every((group) => group !== "");
}

/** A grouped number is a telephone number by its groups; a bare one only when a word announces it. */
function isPhone(value: string, announced: boolean): boolean {
  const digits = value.replace(/\D/gu, "").length;
  if (digits < 7 || digits > 14) return false;
  if (/^\d{4}-\d{2}-\d{2}|^\d{1,2}[./-]\d{1,2}[./-]\d{4}/u.test(value)) return false;
  if (announced) return true;
  return /^\(\d{2,4}\)|^0\d{1,4}[ ./-]\d|^\d{3}[-. ]\d{3}[-. ]\d{4}|^\d{2}(?:[ -]\d{2}){3,4}$|^0\d(?:[ .-]\d{2}){4}$/u.test(
    value,
  );
}
