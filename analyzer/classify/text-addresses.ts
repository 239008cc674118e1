/** Street addresses in text: a house number next to a word for a street. */
import type { Span } from "./free-text.ts";

const WORD = "\\p{Lu}[\\p{L}'’.-]{0,30}";
const ENGLISH =
  "(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Place|Pl|Terrace|Way|Close|Crescent|Parkway|Pkwy|Highway|Hwy|Trail|Circle|Cir|Row|Grove)\\b\\.?";
const ROMANCE =
  "(?:rue|avenue|av\\.?|boulevard|bd|place|chemin|impasse|all[ée]e|quai|cours|route|calle|avenida|avda\\.?|plaza|paseo|camino|via|viale|piazza|corso|rua|travessa)";
const GERMANIC =
  "(?:stra(?:ß|ss)e|str\\.|weg|gasse|platz|allee|damm|ufer|straat|laan|plein|gade|gatan|v[äa]gen|katu|utca)";
const UNIT = "(?:,?\\s(?:Apt|Suite|Unit|Appt)\\.?\\s\\d{1,5})?";

const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\b\\d{1,5}[a-z]?,?\\s(?:${WORD}\\s){1,4}?${ENGLISH}${UNIT}`, "gu"),
  new RegExp(
    `\\b\\d{1,5}(?:\\s?(?:bis|ter))?,?\\s${ROMANCE}\\s(?:(?:de|du|des|la|le|les|l['’]|del|della|dos?)\\s?){0,2}${WORD}(?:[\\s-]${WORD}){0,3}`,
    "giu",
  ),
  new RegExp(
    `\\b${ROMANCE}\\s(?:(?:de|du|des|la|le|les|del|della|dos?)\\s){0,2}${WORD}(?:\\s${WORD}){0,3},?\\s(?:n[º°.]?\\s?)?\\d{1,5}\\b`,
    "gu",
  ),
  new RegExp(
    `(?:\\b(?:${WORD}\\s)?[\\p{L}-]{2,30}${GERMANIC}|\\b${WORD}[\\s-]Stra(?:ß|ss)e)\\s\\d{1,4}\\s?[a-z]?\\b${UNIT}`,
    "gu",
  ),
  /\bP\.?\s?O\.?\s?Box\s\d{1,6}\b|\bPostfach\s\d{1,6}\b|\bbo[îi]te postale\s\d{1,6}\b/giu,
];

export function addressesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      spans.push({ start: match.index, end: match.index + match[0].length, label: "ADDRESS", score: 0.8 });
    }
  }
  return spans;
}
