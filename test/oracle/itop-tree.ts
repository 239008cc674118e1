/** Reads iTop source trees by the product's own path, up to the effective model. */
import { resolve } from "node:path";
import type { Fragment } from "../../analyzer/systems/adapter.ts";
import { itopAdapter } from "../../analyzer/systems/itop/adapter.ts";
import { itopModel, type ItopModel } from "../../analyzer/systems/itop/model/model-of.ts";
import { discover } from "../../analyzer/workspace/discover.ts";
import { diskReader } from "../../analyzer/workspace/reader.ts";
import { PACKAGE_RESOURCES } from "../../analyzer/workspace/resources.ts";

export interface ItopTree {
  readonly fragments: readonly Fragment[];
  readonly model: ItopModel;
}

/** `without` names modules to leave out, `choices` what the setup was asked for; either chooses between alternatives. */
export async function readItopTree(
  folders: readonly string[],
  version: string,
  without: readonly string[] = [],
  choices: readonly string[] | null = null,
): Promise<ItopTree> {
  const paths = folders.map((folder) => resolve(folder).slice(1));
  const asked = choices === null ? {} : { choices: [...choices] };
  const itop = { adapter: "itop" as const, paths, version, excludeModules: [...without], ...asked };
  const sink = { problem: () => {}, suppressible: () => {} };
  const [input] = discover(diskReader("/"), { systems: { itop } }, [itopAdapter], sink).systems;
  if (input === undefined) throw new Error(`nothing of an iTop in ${folders.join(", ")}`);
  const fragments: Fragment[] = [];
  for (const { file, kind } of input.files) {
    fragments.push(...(await itopAdapter.read(file, kind, PACKAGE_RESOURCES)).fragments);
  }
  return { fragments, model: await itopModel(fragments, input.options, PACKAGE_RESOURCES) };
}
