/** Dates of a workbook: which cell styles show one, and what day a serial number is. */

/** Number formats every workbook has without declaring them. */
const BUILT_IN: Readonly<Record<number, DateStyle>> = {
  14: "date",
  15: "date",
  16: "date",
  17: "date",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "date-time",
  45: "time",
  46: "time",
  47: "time",
};

export type DateStyle = "date" | "time" | "date-time";

const DAY = 86_400_000;
/** Days from the workbook's day 0 to 1970-01-01. */
const EPOCH = { 1900: 25_569, 1904: 24_107 } as const;
/** 31 December 9999, the last day a workbook knows. */
const MAX_SERIAL = 2_958_466;

/** `null` for a format that shows a number. */
export function dateStyle(formatId: number, formatCode: string | undefined): DateStyle | null {
  if (formatCode === undefined) return BUILT_IN[formatId] ?? null;
  const code = formatCode
    .slice(0, 256)
    .replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "")
    .toLowerCase();
  if (/general|#/.test(code)) return null;
  const day = /[yd]/.test(code);
  if (/[hs]/.test(code)) return day ? "date-time" : "time";
  return day ? "date" : null;
}

/** ISO text as iTop writes it, `YYYY-MM-DD HH:MM:SS`; `null` for what is no date. */
export function serialDate(serial: number, style: DateStyle, system: 1900 | 1904): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > MAX_SERIAL) return null;
  // The 1900 calendar has a 29 February that never was.
  const days = system === 1900 && serial < 60 ? serial + 1 : serial;
  const iso = new Date(Math.round(((days - EPOCH[system]) * DAY) / 1000) * 1000).toISOString();
  switch (style) {
    case "date":
      return iso.slice(0, 10);
    case "time":
      return iso.slice(11, 19);
    case "date-time":
      return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
    default:
      return style satisfies never;
  }
}
