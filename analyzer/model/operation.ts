/** Observed use of an interface, folded from a log into counted shapes; no value of a log is kept. */
import type { Location } from "./location.ts";
import type { ModelPath } from "./model-path.ts";

export type Verb =
  "read" | "create" | "update" | "delete" | "stimulus" | "related" | "check-credentials" | "list" | "other";

/** Something personal or secret seen in a parameter; only its kind is kept. */
export interface ParameterFinding {
  readonly where: "query" | "key" | "url" | "comment" | "body";
  readonly kind: "email" | "name" | "phone" | "secret" | "identifier";
  readonly calls: number;
}

/** (account × verb × entity × fields × outcome) with counts. */
export interface Operation {
  readonly path: ModelPath;
  /** Path of the account that called; `null` when the log names none. */
  readonly account: ModelPath | null;
  readonly verb: Verb;
  /** Names of the entities touched. */
  readonly entities: readonly string[];
  /** `named` lists field paths; `all` and `all-with-subclasses` come from wildcards, fields then list what was seen. */
  readonly selection: "named" | "all" | "all-with-subclasses" | "unknown";
  readonly fields: readonly ModelPath[];
  /** No key or an unrestricted query: a whole set was asked for. */
  readonly bulk: boolean;
  readonly calls: number;
  readonly failures: number;
  /** Objects returned or written, as far as rows could be read. */
  readonly objects: number;
  readonly parameters: readonly ParameterFinding[];
  /** ISO date-times of first and last call, in the log's own time zone. */
  readonly from: string | null;
  readonly to: string | null;
  /** Rows that were cut or unreadable among the calls. */
  readonly truncated: number;
  readonly unreadable: number;
  /** The first and last record that contributed. */
  readonly location: Location;
}

/** What was watched, and when. */
export interface ObservationWindow {
  readonly channel: "rest" | "notification" | "web" | "import";
  readonly from: string | null;
  readonly to: string | null;
  readonly rows: number;
  readonly truncatedRows: number;
  readonly unreadableRows: number;
  readonly file: string;
  /** Of the channel "notification": what was sent, by what it is about. */
  readonly sent?: readonly SentMessages[];
}

/** Messages that left, counted; no address, subject or text of them is kept. */
export interface SentMessages {
  /** Name of the entity they are about; `null` when they do not tell. */
  readonly entity: string | null;
  readonly messages: number;
  /** Recipients by mail domain; unknown where no internal domain is configured. */
  readonly internal: number;
  readonly external: number;
  readonly unknown: number;
  readonly attachments: number;
}
