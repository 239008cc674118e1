/** Which systems give a rule what it needs: a rule without its inputs is "not run", never passed. */
import type { SystemId } from "../../analyzer/model/model-path.ts";
import type { System } from "../../analyzer/model/system.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import type { RuleMeta } from "../kit/define-rule.ts";

type Input = RuleMeta["inputs"][number];

export interface NotRun {
  readonly rule: string;
  /** `null` when the missing input belongs to the whole estate. */
  readonly system: SystemId | null;
  readonly missing: readonly Input[];
}

export interface Applicable {
  /** Systems to judge; `null` when the rule cannot run at all. */
  readonly systems: readonly System[] | null;
  readonly notRun: readonly NotRun[];
}

export function applicable(meta: RuleMeta, { estate, register }: Snapshot): Applicable {
  if (meta.inputs.includes("records") && !register.declared) {
    return { systems: null, notRun: [{ rule: meta.id, system: null, missing: ["records"] }] };
  }
  const needed = meta.inputs.filter((input) => input !== "records" && input !== "exceptions");
  const systems: System[] = [];
  const notRun: NotRun[] = [];
  for (const system of estate.systems) {
    const missing = [
      ...needed.filter((input) => !gives(system, input)),
      ...missingAll(meta.anyInput ?? [], system),
    ];
    if (missing.length === 0) systems.push(system);
    else notRun.push({ rule: meta.id, system: system.id, missing });
  }
  if (needed.length === 0 && meta.anyInput === undefined) return { systems, notRun };
  if (estate.systems.length === 0) notRun.push({ rule: meta.id, system: null, missing: needed });
  return { systems: systems.length > 0 ? systems : null, notRun };
}

/** All of several inputs where the system has none of them. */
function missingAll(inputs: readonly Input[], system: System): readonly Input[] {
  return inputs.some((input) => gives(system, input)) ? [] : inputs;
}

/** The catalogue of the standard model is a model: its gaps are problems of their own. */
function gives(system: System, input: Input): boolean {
  return system.inputs.some((given) => given === input || (given === "catalogue" && input === "model"));
}
