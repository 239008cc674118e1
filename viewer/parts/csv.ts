/** Writes a table as CSV (RFC 4180) that a spreadsheet opens as text, whatever an analysed file tried to put in it. */

/** A cell that begins like a formula is led by an apostrophe, so that nothing of it is ever run. */
const FORMULA = /^[=+\-@\t\r]/;

export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
