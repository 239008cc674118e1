/** What each iTop artefact is read into: plain data, one type per fragment kind. */
import type { Location } from "../../model/location.ts";
import type { ObservationWindow, Operation } from "../../model/operation.ts";
import type { StoreObservation } from "../../model/store.ts";
import type { PhpValue } from "../../source/php-value.ts";
import type { Fragment } from "../adapter.ts";
import type { CodeData } from "./code/code-facts.ts";
import type { XmlElement } from "../../source/xml.ts";
import type {
  CollectorClassData,
  CollectorDefinitionData,
  CollectorParametersData,
} from "./collector/collector-data.ts";
import type { LogContent } from "./log-files/log-content.ts";

/** `module.<name>.php`. */
export interface ModuleData {
  readonly name: string;
  readonly version: string;
  /** Folder of the file, relative to the system's root; data model files lie directly in it. */
  readonly folder: string;
  readonly label: string;
  readonly category: string;
  readonly dependencies: readonly string[];
  readonly mandatory: boolean;
  readonly visible: boolean;
  /** PHP expression over `SetupInfo::ModuleIsSelected`, `null` when absent. */
  readonly autoSelect: string | null;
  /** PHP files listed under `datamodel`. */
  readonly phpFiles: readonly string[];
  /** Keys iTop demands and the file lacks; with any, iTop ignores the module. */
  readonly missingKeys: readonly string[];
  readonly location: Location;
}

/** `datamodel.*.xml`, `data/<env>.delta.xml`, or a compiled `datamodel-<env>[-with-delta].xml`. */
export interface DatamodelData {
  readonly root: XmlElement;
  /** Folder of the file relative to the system's root. */
  readonly folder: string;
  readonly role: "module" | "core" | "application" | "customisation" | "compiled";
  /** `version` attribute of `itop_design`; "1.0" when absent. */
  readonly designVersion: string;
}

/** Classes declared by `MetaModel::Init_*` calls in one PHP file. */
export interface PhpClassData {
  readonly name: string;
  readonly parent: string;
  readonly isAbstract: boolean;
  /** The array given to `Init_Params`. */
  readonly params: PhpValue | null;
  /** Calls `MetaModel::Init_InheritAttributes`. */
  readonly inherits: boolean;
  readonly attributes: readonly PhpAttributeData[];
  readonly location: Location;
}

export interface PhpAttributeData {
  readonly name: string;
  readonly type: string;
  readonly params: PhpValue | null;
  readonly location: Location;
}

/** `Dict::Add` of one language in one file; entries keep their line for evidence. */
export interface DictionaryData {
  /** `EN US`, `FR FR` … */
  readonly language: string;
  readonly entries: readonly { readonly key: string; readonly text: string; readonly line: number }[];
}

/** `config-itop.php`: three arrays in one map; `duplicates` lists keys given twice (the last wins). */
export interface ConfigData {
  /** Keys of `$MySettings` as they are, of `$MyModuleSettings` as `<module>/<key>`. */
  readonly values: readonly ConfigValue[];
  readonly duplicates: readonly { readonly name: string; readonly location: Location }[];
}

export interface ConfigValue {
  readonly name: string;
  /** `null` for secrets: their value is never read into a fragment. Lists hold scalars. */
  readonly value: string | number | boolean | null | readonly string[];
  readonly secret: "none" | "literal" | "default-constant";
  readonly location: Location;
}

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

export interface FragmentData {
  module: ModuleData;
  datamodel: DatamodelData;
  "php-class": PhpClassData;
  dictionary: DictionaryData;
  config: ConfigData;
  export: ExportData;
  "row-count": RowCountData;
  "rest-log": RestLogData;
  "store-rows": StoreRowsData;
  table: TableData;
  "import-file": ImportFileData;
  "synchro-run": SynchroRunData;
  "sent-mail": SentMailData;
  "log-file": LogFileData;
  "collector-parameters": CollectorParametersData;
  "collector-definition": CollectorDefinitionData;
  "collector-class": CollectorClassData;
  code: CodeData;
}

export type FragmentKind = keyof FragmentData;

export interface ItopFragment<Kind extends FragmentKind = FragmentKind> extends Fragment {
  readonly kind: Kind;
  readonly data: FragmentData[Kind];
}

export function fragment<Kind extends FragmentKind>(
  kind: Kind,
  file: string,
  data: FragmentData[Kind],
): ItopFragment<Kind> {
  return { kind, file, data };
}

/** Data of all fragments of one kind, in file order. */
export function dataOf<Kind extends FragmentKind>(
  fragments: readonly Fragment[],
  kind: Kind,
): readonly FragmentData[Kind][] {
  return fragments.filter((each) => each.kind === kind).map((each) => each.data as FragmentData[Kind]);
}
