/** What exports, dumps, mails and log files of a running iTop are read into: definitions, and counts of everything else. */
import type { Location } from "../../model/location.ts";
import type { ObservationWindow, Operation } from "../../model/operation.ts";
import type { StoreObservation } from "../../model/store.ts";
import type { LogContent } from "./log-files/log-content.ts";

/** Objects of a definition class from a REST `core/get` reply or CSV; every value a string, number, boolean, list or map. */
export interface ExportData {
  readonly class: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly location: Location;
}

/** Rows of an object class that is data, not definition: counted, never kept. */
export interface RowCountData {
  readonly class: string;
  readonly rows: number;
  readonly location: Location;
}

/** A folded EventRestService export: shapes, not rows. Field and entity names are as the log has them. */
export interface RestLogData {
  readonly operations: readonly FoldedOperation[];
  readonly window: ObservationWindow;
  /** Ids of the rows as ranges; absent when a row had none. */
  readonly ids?: readonly number[];
}

/** `account` is the log's login; resolved to an account path, with a pseudonym for people, at assembly. */
export type FoldedOperation = Omit<Operation, "path" | "account" | "entities" | "fields"> & {
  readonly account: string;
  readonly operation: string;
  readonly classes: readonly string[];
  /** Attribute codes per class. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
};

/** A folded log store such as EventNotificationEmail: counts and dates. */
export interface StoreRowsData {
  readonly class: string;
  readonly observation: StoreObservation;
  /** Counted kinds of row, such as `Sent`, `No recipient`, `Test`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Ids of the rows as ranges; absent when a row had none. */
  readonly ids?: readonly number[];
  /** Of logs of messages: what each action sent. */
  readonly messages?: readonly FoldedMessages[];
  readonly location: Location;
}

/** Logged messages of one action on one trigger; both by id, `""` when the log does not tell. */
export interface FoldedMessages {
  readonly action: string;
  readonly trigger: string;
  readonly messages: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly domains: readonly DomainCount[];
  /** Addresses in rows of test mode. */
  readonly testAddresses: number;
  /** Most addresses in one message. */
  readonly widest: number;
  /** Rows with something else than addresses where recipients stand. */
  readonly wrongRecipients: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Addresses of one mail domain, which is kept only as marks of itself and the domains above it. */
export interface DomainCount {
  readonly marks: readonly string[];
  readonly addresses: number;
}

/** A table of a database dump. */
export interface TableData {
  /** As in the dump, with the table prefix of the installation. */
  readonly name: string;
  readonly prefix: string;
  /** Rows wait in it for a synchronization. */
  readonly staging: boolean;
  /** Of staging tables only. */
  readonly columns: readonly string[];
  /** `null` when the dump holds only its structure. */
  readonly rows: number | null;
  readonly location: Location;
}

/** A file that was loaded into a staging table. */
export interface ImportFileData {
  /** Without `primary_key`. */
  readonly columns: readonly string[];
  readonly rows: number;
  readonly location: Location;
}

/** One run that synchro_import.php or synchro_exec.php reported. */
export interface SynchroRunData {
  readonly kind: "import" | "synchronization";
  /** Id of the data source. */
  readonly source: string;
  /** An import that synchronized at once. */
  readonly synchronizes: boolean;
  readonly simulated: boolean;
  readonly class: string | null;
  /** Without `primary_key`. */
  readonly columns: readonly string[];
  readonly rows: number | null;
  readonly location: Location;
}

/** A mail that iTop sent. Domains of recipients are hashed; nothing else of them is kept. */
export interface SentMailData {
  /** Class of the object it is about; `null` when its ids do not tell. */
  readonly entity: string | null;
  readonly recipients: readonly DomainCount[];
  readonly attachments: number;
  /** ISO date. */
  readonly date: string | null;
  readonly location: Location;
}

/** A log file: counts alone. */
export interface LogFileData {
  readonly observation: StoreObservation;
  readonly levels: readonly (readonly [level: string, entries: number])[];
  readonly channels: readonly (readonly [channel: string, entries: number])[];
  /** Entries that hold a kind of value. */
  readonly holds: Readonly<Partial<Record<LogContent, number>>>;
  readonly location: Location;
}
