/** Counts the rows of log classes: dates and closed kinds of outcome, never a text of a row. */
import type { Location } from "../../../model/location.ts";
import type { StoreRowsData } from "../fragments.ts";
import { isMessageLog, MessageRows } from "./export-messages.ts";
import { flagValue, textValue } from "./export-values.ts";
import { RowIds } from "./row-ids.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Columns that date a row, the class's own first. */
const DATE_COLUMNS = ["date", "start_date", "created", "info_creation_date", "status_last_seen"] as const;

/** Closed columns whose codes are the outcome; anything else they hold counts as `other`. */
const CODE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  origin: [
    "interactive",
    "csv-interactive",
    "csv-import.php",
    "webservice-soap",
    "webservice-rest",
    "synchro-data-source",
    "email-processing",
    "custom-extension",
  ],
  status: [
    "new",
    "synchronized",
    "modified",
    "orphan",
    "obsolete",
    "running",
    "completed",
    "error",
    "planned",
    "idle",
  ],
};

export class LogRows {
  readonly #class: string;
  readonly #outcomes = new Map<string, number>();
  readonly #messages: MessageRows | null;
  readonly #ids = new RowIds();
  #location: Location;
  #rows = 0;
  #from: string | null = null;
  #to: string | null = null;

  constructor(className: string, location: Location) {
    this.#class = className;
    this.#messages = isMessageLog(className) ? new MessageRows() : null;
    this.#location = location;
  }

  /** `id` is empty where the export does not tell it. */
  add(fields: Fields, location: Location, id: string): void {
    this.#rows++;
    this.#ids.add(id);
    const outcome = outcomeOf(this.#class, fields);
    if (outcome !== null) this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    const date = dateOf(fields);
    if (date !== null && (this.#from === null || date < this.#from)) this.#from = date;
    if (date !== null && (this.#to === null || date > this.#to)) this.#to = date;
    this.#messages?.add(fields, outcome, date);
    this.#location = { ...this.#location, endLine: location.endLine, endColumn: location.endColumn };
  }

  /** The limit that was reached, in words; `null` for none. */
  get limit(): string | null {
    return this.#messages?.limit ?? null;
  }

  finish(): StoreRowsData {
    const outcomes = Object.fromEntries([...this.#outcomes].sort(([a], [b]) => (a < b ? -1 : 1)));
    const observation = { rows: this.#rows, from: this.#from, to: this.#to, file: this.#location.file };
    const messages = this.#messages?.finish() ?? [];
    const ids = this.#ids.ranges();
    return {
      class: this.#class,
      observation,
      outcomes,
      ...(messages.length > 0 && { messages }),
      ...(ids !== undefined && { ids }),
      location: this.#location,
    };
  }
}

/** A closed word: iTop writes addresses into the message, as in `TEST (<address>) - Sent`. */
function outcomeOf(className: string, fields: Fields): string | null {
  if (className === "EventNotificationEmail") return mailOutcome(textValue(fields["message"]));
  if (className === "EventNotificationNewsroom" && "read" in fields) {
    const read = flagValue(fields["read"]);
    return read === null ? "other" : read ? "read" : "unread";
  }
  for (const [column, codes] of Object.entries(CODE_COLUMNS)) {
    const code = textValue(fields[column]);
    if (code !== "") return codes.includes(code) ? code : "other";
  }
  return null;
}

function mailOutcome(message: string): string {
  if (/^TEST\b/.test(message)) return "test";
  if (/^Sent\b/.test(message)) return "sent";
  if (/^No recipient\b/.test(message)) return "no-recipient";
  if (/^(?:Queued|Pending)\b/.test(message)) return "queued";
  return /^Error\b/i.test(message) ? "error" : "other";
}

function dateOf(fields: Fields): string | null {
  for (const column of DATE_COLUMNS) {
    const date = /^\d{4}-\d{2}-\d{2}(?=[ T]|$)/.exec(textValue(fields[column]));
    if (date !== null) return date[0];
  }
  return null;
}
