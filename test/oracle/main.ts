/** Compares the implementation with recorded answers: `npm run oracle -- DIR [--itop VERSION=DIR]…`. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Agreement, Comparison, ComparisonInput } from "./comparison.ts";
import { deltaCases } from "./delta-cases.ts";
import { metamodel } from "./metamodel.ts";
import { effectiveModels } from "./models.ts";
import { oqlCases } from "./oql.ts";

const COMPARISONS: readonly Comparison[] = [deltaCases, effectiveModels, oqlCases, metamodel];

/** Disagreements printed per file; the count is always that of all. */
const MAX_PRINTED = 50;

function readArguments(): ComparisonInput {
  const { values, positionals } = parseArgs({
    options: { itop: { type: "string", multiple: true, default: [] } },
    allowPositionals: true,
  });
  const [dir, ...rest] = positionals;
  if (dir === undefined || rest.length > 0)
    throw new Error("usage: npm run oracle -- DIR [--itop VERSION=DIR]…");
  const pairs = values.itop.map((each): [string, string] => {
    const at = each.indexOf("=");
    if (at < 1) throw new Error(`--itop ${each}: expected VERSION=DIR`);
    return [each.slice(0, at), each.slice(at + 1)];
  });
  return { dir, itopDirs: new Map(pairs) };
}

function print(agreement: Agreement): void {
  const verdict =
    agreement.compared === 0 ? "not compared" : `${agreement.agreed} of ${agreement.compared} agree`;
  console.log(`${agreement.file}: ${verdict}`);
  for (const [reason, count] of agreement.notCompared) console.log(`  not compared: ${reason} (${count})`);
  for (const line of agreement.disagreements.slice(0, MAX_PRINTED)) console.log(`  ${line}`);
  const more = agreement.disagreements.length - MAX_PRINTED;
  if (more > 0) console.log(`  … and ${more} more`);
}

async function main(): Promise<number> {
  const input = readArguments();
  let disagreements = 0;
  for (const comparison of COMPARISONS) {
    if (!comparison.files.some((file) => existsSync(join(input.dir, file)))) {
      console.log(`${comparison.name}: skipped, none of ${comparison.files.join(", ")} in ${input.dir}`);
      continue;
    }
    for (const agreement of await comparison.run(input)) {
      print(agreement);
      disagreements += agreement.disagreements.length;
    }
  }
  return disagreements === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
