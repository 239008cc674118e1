/** What the definitions of an iTop are read into: modules, models, classes, texts, configuration. */
import type { Location } from "../../model/location.ts";
import type { PhpValue } from "../../source/php-value.ts";
import type { XmlElement } from "../../source/xml.ts";

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
  /** What the setup writes into the configuration, as `<module>/<key>`. */
  readonly settings?: readonly ConfigValue[];
  /** PHP files listed under `datamodel`. */
  readonly phpFiles: readonly string[];
  /** Keys iTop demands and the file lacks; with any, iTop ignores the module. */
  readonly missingKeys: readonly string[];
  readonly location: Location;
}

/** One choice of the setup wizard and the choices below it. */
export interface WizardChoice {
  readonly code: string;
  readonly modules: readonly string[];
  readonly mandatory: boolean;
  readonly byDefault: boolean;
  readonly sub: ChoiceGroup;
}

/** Any number of options, and of alternatives exactly one. */
export interface ChoiceGroup {
  readonly options: readonly WizardChoice[];
  readonly alternatives: readonly WizardChoice[];
}

/** `installation.xml`, or the answers of a setup (`log/install-<date>.xml`, a file for an unattended one). */
export interface InstallationData {
  readonly steps: readonly ChoiceGroup[];
  /** `null` in a file without that list. */
  readonly selectedModules: readonly string[] | null;
  readonly selectedExtensions: readonly string[] | null;
  readonly environment: string | null;
  readonly location: Location;
}

/** `extension.xml`. */
export interface ExtensionData {
  readonly code: string;
  readonly version: string;
  readonly mandatory: boolean;
  /** `itop_version_min`. */
  readonly minimum: string | null;
  /** As listed; few files list them. */
  readonly modules: readonly {
    readonly name: string;
    readonly version: string;
    readonly location: Location;
  }[];
  readonly folder: string;
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

/** `class X extends Y` in PHP code, for parents of model classes and types of attributes. */
export interface PhpHeadData {
  readonly name: string;
  /** Without its namespace. */
  readonly parent: string;
  /** The class declares a check of values of its own. */
  readonly checks: boolean;
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
