/** `art30.yaml`: one schema gives validation, types and the JSON Schema for editors. */
import { Type, type Static, type TUnsafe } from "typebox";
import { readYaml, type ConfigProblem } from "../source/yaml.ts";

const oneOf = <const T extends readonly string[]>(...values: T) =>
  Type.Union(values.map((each) => Type.Literal(each))) as unknown as TUnsafe<T[number]>;

const SeveritySetting = oneOf("error", "warning", "info", "off");
const OptionSetting = Type.Union([Type.Number(), Type.Boolean(), Type.String(), Type.Array(Type.String())]);

const SystemSchema = Type.Object(
  {
    adapter: Type.Optional(Type.Union([Type.Literal("itop"), Type.Literal("profile")])),
    paths: Type.Optional(
      Type.Array(Type.String(), { description: "Folders or files, relative to this file." }),
    ),
    profile: Type.Optional(Type.String({ description: "A system profile that ships with the product." })),
    version: Type.Optional(
      Type.String({ description: "Product version to read for; otherwise read from the input." }),
    ),
    deployment: Type.Optional(oneOf("on-premises", "vendor-cloud", "hosted", "unknown")),
    host: Type.Optional(Type.String({ description: "Who runs the machines." })),
    region: Type.Optional(Type.String()),
    excludeModules: Type.Optional(
      Type.Array(Type.String(), { description: "Modules that are not installed." }),
    ),
    modules: Type.Optional(
      Type.Array(Type.String(), {
        description: "Modules that are installed, besides those the setup adds by itself.",
      }),
    ),
    choices: Type.Optional(
      Type.Array(Type.String(), {
        description:
          "Choices of the setup wizard that were picked, by extension code; extensions come on top.",
      }),
    ),
  },
  { additionalProperties: false },
);

export const ConfigSchema = Type.Object(
  {
    estate: Type.Optional(Type.String({ description: "Name of the organisation or estate." })),
    internalDomains: Type.Optional(
      Type.Array(Type.String(), { description: "Mail domains of the organisation." }),
    ),
    systems: Type.Optional(Type.Record(Type.String({ pattern: "^[a-z][a-z0-9-]*$" }), SystemSchema)),
    ignore: Type.Optional(Type.Array(Type.String(), { description: "Folders or files that are not read." })),
    rules: Type.Optional(
      Type.Object(
        {
          preset: Type.Optional(oneOf("minimal", "recommended", "strict")),
          severity: Type.Optional(Type.Record(Type.String(), SeveritySetting)),
          options: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), OptionSetting))),
        },
        { additionalProperties: false },
      ),
    ),
    files: Type.Optional(
      Type.Object(
        {
          register: Type.Optional(Type.String()),
          decisions: Type.Optional(Type.String()),
          exceptions: Type.Optional(Type.String()),
          baseline: Type.Optional(Type.String()),
        },
        { additionalProperties: false },
      ),
    ),
    limits: Type.Optional(
      Type.Object(
        {
          maxFileBytes: Type.Optional(Type.Integer({ minimum: 1024 })),
          maxFiles: Type.Optional(Type.Integer({ minimum: 1 })),
          bigLogBytes: Type.Optional(Type.Integer({ minimum: 1 })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false, title: "art30.yaml" },
);

export type Config = Static<typeof ConfigSchema>;
export type SystemConfig = Static<typeof SystemSchema>;

/** Largest file read as a whole; logs are streamed and have no limit. Key `limits.maxFileBytes`. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Most files looked at in one estate. Key `limits.maxFiles`. */
export const MAX_FILES = 100_000;
/** From this size on a log goes through a query engine where one is installed. Key `limits.bigLogBytes`. */
export const BIG_LOG_BYTES = 100 * 1024 * 1024;

export function readConfig(
  text: string,
  file: string,
): { config: Config; problems: readonly ConfigProblem[] } {
  const { value, problems } = readYaml(text, file, ConfigSchema);
  return { config: problems.length === 0 ? (value as Config) : {}, problems };
}
