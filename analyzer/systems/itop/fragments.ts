/** What each iTop artefact is read into: plain data, one type per fragment kind. */
import type { Fragment } from "../adapter.ts";
import type { CodeData } from "./code/code-facts.ts";
import type {
  CollectorClassData,
  CollectorDefinitionData,
  CollectorParametersData,
} from "./collector/collector-data.ts";
import type {
  ModuleData,
  InstallationData,
  ExtensionData,
  DatamodelData,
  PhpClassData,
  PhpHeadData,
  DictionaryData,
  ConfigData,
} from "./definition-fragments.ts";
import type {
  ExportData,
  RowCountData,
  RestLogData,
  StoreRowsData,
  TableData,
  ImportFileData,
  SynchroRunData,
  SentMailData,
  LogFileData,
} from "./export-fragments.ts";

export type * from "./definition-fragments.ts";
export type * from "./export-fragments.ts";

export interface FragmentData {
  module: ModuleData;
  datamodel: DatamodelData;
  installation: InstallationData;
  extension: ExtensionData;
  "php-class": PhpClassData;
  "php-head": PhpHeadData;
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
