/** How much each signal counts, in log-odds: they add up with the prior; 0 is even odds, +1.4 is 80 %. */

/*
 * | signal | weight |
 * |---|---|
 * | prior: most fields of an ITSM product hold no personal data | −1.6 |
 * | annotation of the vendor or customer | ±6 |
 * | standard field of a known product | ±5; device identifiers +2.2 |
 * | declared type (e-mail, phone) | +4; IP address +2 |
 * | words of the field's name: certain / likely / needs context | +3.6 / +2.2 / +0.4 |
 * | … names a person or who did it / a person's key | +2 / +2.2 |
 * | the same read from a label | 0.9 of the above, 0.2 when the name already says so |
 * | the same read from a description | 0.4 |
 * | entity fits a word that needs it / is a site or device / there is none / it does not fit | +2.6 / +1.8 / +1.4 / −1.6 |
 * | entity is about people, an organisation, a thing, for words that need none | +1 / −0.8 / −0.8 to −1.6 |
 * | the name itself says it is a thing's | −2.4 |
 * | words that turn data into a fact about data (`verified`, `format`, `count`) | −4 |
 * | an unknown word as the head or modifier | −1 |
 * | a kind that cannot hold it (flag, duration) | −5; unlikely (number, date, list) −3 |
 * | enumerated values, pattern | +2.5 |
 * | writing room of a record that leads to people / of one nothing is known of / of a thing (0 = even odds, no prior) | +1.6 / +0.4 / −0.8 |
 * | … in a short text | −0.2 more |
 * | a reference to a person (no prior), or of a person to a site or unit | +3 |
 */
export const PRIOR = -1.6;
export const DECLARED = 6;
export const STANDARD = 5;
export const STANDARD_DEVICE = 2.2;
export const TYPE_EXACT = 4;
export const TYPE_IP = 2;
export const CERTAIN = 3.6;
export const LIKELY = 2.2;
export const CONTEXTUAL = 0.4;
export const PERSON_ROLE = 2;
export const PERSON_KEY = 2.2;
export const LABEL_SHARE = 0.9;
export const LABEL_AGREES = 0.2;
export const DESCRIPTION_SHARE = 0.4;
export const CONTEXT_FITS = 2.6;
export const CONTEXT_HELPS = 1;
export const CONTEXT_FOREIGN = -1.6;
export const CONTEXT_OWNED = -2.4;
export const CONTEXT_SITE = 1.8;
export const CONTEXT_ABSENT = 1.4;
export const ABOUT_DATA = -4;
export const UNKNOWN_WORD = -1;
export const KIND_IMPOSSIBLE = -5;
export const KIND_UNLIKELY = -3;
export const VALUES = 2.5;
export const PATTERN = 2.5;
/** Free text of an entity that reaches people, of one nothing is known of, and of a thing. */
export const FREE_TEXT_PEOPLE = 1.6;
export const FREE_TEXT_UNKNOWN = 0.4;
export const FREE_TEXT_THING = -0.8;
export const FREE_TEXT_SHORT = -0.2;
export const LINK = 3;

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
