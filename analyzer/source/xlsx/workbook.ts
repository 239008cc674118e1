/** What the sheets of a workbook refer to: shared strings, date styles, and the calendar. */
import { dateStyle, type DateStyle } from "./cell-dates.ts";
import type { XmlHandler } from "../xml-stream.ts";

/** Characters of all shared strings together, each counted with what it costs to keep one. */
export const MAX_SHARED_CHARACTERS = 256 * 1024 * 1024;

const CHARACTERS_OF_A_STRING = 32;

/** Styles and number formats of a workbook; programs that write them end at 64,000. */
export const MAX_STYLES = 100_000;

export class Workbook {
  readonly strings: string[] = [];
  calendar: 1900 | 1904 = 1900;
  /** Named limits that were reached. */
  readonly limits = new Set<string>();
  readonly #styles: (DateStyle | null)[] = [];
  readonly #formats = new Map<number, string>();
  #characters = 0;

  /** What a cell style shows a number as; `null` for the number itself. */
  styleOf(index: number): DateStyle | null {
    return this.#styles[index] ?? null;
  }

  /** Whether a part of the zip file holds any of this. */
  static reads(part: string): boolean {
    return /^xl\/(?:sharedStrings|styles|workbook)\.xml$/i.test(part);
  }

  handlerOf(part: string): XmlHandler {
    if (/sharedStrings\.xml$/i.test(part)) return this.#sharedStrings();
    return /styles\.xml$/i.test(part) ? this.#numberFormats() : this.#properties();
  }

  #sharedStrings(): XmlHandler {
    const text = new StringText();
    return {
      open: (name) => text.open(local(name)),
      text: (piece) => text.add(piece),
      close: (name) => {
        if (local(name) !== "si") return text.close(local(name));
        this.#characters += text.value.length + CHARACTERS_OF_A_STRING;
        if (this.#characters <= MAX_SHARED_CHARACTERS) this.strings.push(unescaped(text.value));
        else this.limits.add(`${MAX_SHARED_CHARACTERS} characters of shared text (MAX_SHARED_CHARACTERS)`);
        text.reset();
      },
    };
  }

  #numberFormats(): XmlHandler {
    let inCellFormats = false;
    return {
      open: (name, attributes) => {
        const element = local(name);
        if (element === "cellXfs") inCellFormats = true;
        else if (element === "numFmt") {
          if (this.#hasRoom(this.#formats.size))
            this.#formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
        } else if (element === "xf" && inCellFormats && this.#hasRoom(this.#styles.length)) {
          const id = Number(attributes["numFmtId"] ?? "0");
          this.#styles.push(dateStyle(id, this.#formats.get(id)));
        }
      },
      text: () => undefined,
      close: (name) => {
        if (local(name) === "cellXfs") inCellFormats = false;
      },
    };
  }

  #hasRoom(styles: number): boolean {
    if (styles === MAX_STYLES) this.limits.add(`${MAX_STYLES} styles (MAX_STYLES)`);
    return styles < MAX_STYLES;
  }

  #properties(): XmlHandler {
    return {
      open: (name, attributes) => {
        const flag = attributes["date1904"];
        if (local(name) === "workbookPr" && (flag === "1" || flag === "true")) this.calendar = 1904;
      },
      text: () => undefined,
      close: () => undefined,
    };
  }
}

/** Text of a string item: plain, or in runs of different looks; readings of Asian characters are left out. */
export class StringText {
  value = "";
  #inText = 0;
  #inReading = 0;

  open(element: string): void {
    if (element === "t") this.#inText++;
    else if (element === "rPh") this.#inReading++;
  }

  add(piece: string): void {
    if (this.#inText > 0 && this.#inReading === 0) this.value += piece;
  }

  close(element: string): void {
    if (element === "t") this.#inText--;
    else if (element === "rPh") this.#inReading--;
  }

  reset(): void {
    this.value = "";
    this.#inText = 0;
    this.#inReading = 0;
  }
}

/** Element names may carry a prefix. */
export function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Characters XML does not allow stand as `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
