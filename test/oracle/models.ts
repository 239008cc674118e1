/** Orders the modules of a real iTop, merges their data models and compares the result with what iTop compiled. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Agreement, Comparison, ComparisonInput } from "./comparison.ts";
import { readItopTree } from "./itop-tree.ts";
import { modelDifferences, type RecordedModel } from "./model-differences.ts";
import { readRecorded } from "./recorded.ts";

/** A recorded model and how to get there from the sources. */
interface Variant {
  readonly file: string;
  readonly version: string;
  readonly excludeModules: readonly string[];
  /** Codes of the setup's choices, where these choose instead. */
  readonly choices?: readonly string[];
  /** With the modules that lie beside the recordings. */
  readonly extensions: boolean;
}

const SIMPLE = [
  "itop-request-mgmt-itil",
  "itop-incident-mgmt-itil",
  "itop-service-mgmt",
  "itop-change-mgmt-itil",
];

/** Both have every part of configuration management, known errors and problems. */
const CHOSEN = [
  ...["core", "datacenter", "end-user", "storage", "virtualization"].map(
    (part) => `itop-config-mgmt-${part}`,
  ),
  "itop-kown-error-mgmt",
  "itop-problem-mgmt",
];
const CHOSEN_SIMPLE = [
  ...CHOSEN,
  "itop-service-mgmt-service-provider",
  "itop-ticket-mgmt-simple-ticket",
  "itop-ticket-mgmt-simple-ticket-enhanced-portal",
  "itop-change-mgmt-simple",
];
const CHOSEN_ITIL = [
  ...CHOSEN,
  "itop-service-mgmt-enterprise",
  "itop-ticket-mgmt-itil",
  ...["user-request", "incident", "enhanced-portal"].map((part) => `itop-ticket-mgmt-itil-${part}`),
  "itop-change-mgmt-itil",
];

const VARIANTS: readonly Variant[] = [
  { file: "model-2.7.11-itil.json.gz", version: "2.7.11", excludeModules: [], extensions: false },
  { file: "model-2.7.11-simple.json.gz", version: "2.7.11", excludeModules: SIMPLE, extensions: false },
  { file: "model-3.1.2-itil.json.gz", version: "3.1.2", excludeModules: [], extensions: false },
  { file: "model-3.1.2-simple.json.gz", version: "3.1.2", excludeModules: SIMPLE, extensions: false },
  ...["2.7.11", "3.1.2"].flatMap((version) => [
    {
      file: `model-${version}-itil.json.gz`,
      version,
      excludeModules: [],
      choices: CHOSEN_ITIL,
      extensions: false,
    },
    {
      file: `model-${version}-simple.json.gz`,
      version,
      excludeModules: [],
      choices: CHOSEN_SIMPLE,
      extensions: false,
    },
  ]),
  { file: "model-3.1.2-itil-custom.json.gz", version: "3.1.2", excludeModules: [], extensions: true },
];

export const effectiveModels: Comparison = {
  name: "effective models",
  files: VARIANTS.map(({ file }) => file),
  run: async (input) => {
    const agreements: Agreement[] = [];
    for (const variant of VARIANTS) {
      if (existsSync(join(input.dir, variant.file))) agreements.push(await compare(variant, input));
    }
    return agreements;
  },
};

async function compare(variant: Variant, { dir, itopDirs }: ComparisonInput): Promise<Agreement> {
  const { version, excludeModules } = variant;
  const file = variant.choices === undefined ? variant.file : `${variant.file} by choices`;
  const itop = itopDirs.get(version);
  if (itop === undefined) {
    const reason = `needs the sources: --itop ${version}=DIR`;
    return { file, agreed: 0, compared: 0, disagreements: [], notCompared: new Map([[reason, 1]]) };
  }
  const folders = variant.extensions ? [itop, join(dir, "extensions")] : [itop];
  const { root, modules, problems } = (
    await readItopTree(folders, version, excludeModules, variant.choices ?? null)
  ).model;
  const recorded = readRecorded<RecordedModel>(dir, variant.file);
  const { compared, disagreements } = modelDifferences(recorded, root, modules);
  const unexpected = problems
    .filter(({ kind }) => kind === "merge" || kind === "catalogue")
    .map(({ message, location }) => `problem at ${location.file}:${location.line}: ${message}`);
  return {
    file,
    compared: compared + 1,
    agreed: compared + 1 - disagreements.length - (unexpected.length > 0 ? 1 : 0),
    disagreements: [...disagreements, ...unexpected],
    notCompared: new Map(),
  };
}
