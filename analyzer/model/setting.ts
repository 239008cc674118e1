/** One configuration value and what it means for personal data. */
import type { Location } from "./location.ts";
import type { ModelPath } from "./model-path.ts";

export type SettingValue = string | number | boolean | null | readonly string[];

export interface Setting {
  readonly path: ModelPath;
  readonly name: string;
  /** The value in force; always `null` for a secret, whose value is never kept. */
  readonly value: SettingValue;
  /** Default of the product version; `null` when unknown. */
  readonly default: SettingValue;
  readonly isDefault: boolean;
  /** Whether a secret stands in the file: its value is never read into the model. */
  readonly secret: "none" | "literal" | "reference" | "default-constant";
  /** `null` when the key is absent and the default holds. */
  readonly location: Location | null;
  /** What says so when there is no location. */
  readonly basis: string | null;
}
