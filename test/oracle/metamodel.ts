/** Compares the effective model with the recorded run-time model of installed instances: fields, and grants of profiles. */
import type { Entity } from "../../analyzer/model/entity.ts";
import type { Field } from "../../analyzer/model/field.ts";
import type { ItopModel } from "../../analyzer/systems/itop/model/model-of.ts";
import { readProfiles } from "../../analyzer/systems/itop/rights/rights.ts";
import type { Agreement, Comparison } from "./comparison.ts";
import { compareGrants, type RecordedProfiles } from "./grants.ts";
import { readItopTree } from "./itop-tree.ts";
import { readRecorded } from "./recorded.ts";

const VERSIONS = ["3.1.2", "2.7.11"] as const;

interface RecordedField {
  readonly type: string;
  readonly origin_class: string;
  readonly is_null_allowed: boolean;
  readonly is_writable: boolean;
  readonly tracking_level: number;
  readonly max_size: number | null;
  readonly target_class?: string;
  readonly linked_class?: string;
  readonly final_attr?: string;
}

interface RecordedClass {
  readonly mm_parent: string | null;
  readonly abstract: boolean;
  readonly archivable: boolean;
  readonly fields: Readonly<Record<string, RecordedField>>;
}

interface Recording extends RecordedProfiles {
  readonly classes: Readonly<Record<string, RecordedClass>>;
}

export const metamodel: Comparison = {
  name: "effective model",
  files: VERSIONS.map(fileOf),
  run: async ({ dir, itopDirs }) => {
    const agreements: Agreement[] = [];
    for (const version of VERSIONS) {
      const sources = itopDirs.get(version);
      if (sources === undefined) agreements.push(withoutSources(version));
      else
        agreements.push(...compareAll(fileOf(version), dir, (await readItopTree([sources], version)).model));
    }
    return agreements;
  },
};

function fileOf(version: string): string {
  return `metamodel-${version}-itil.json.gz`;
}

function withoutSources(version: string): Agreement {
  const reason = `no source tree given: --itop ${version}=DIR`;
  return {
    file: fileOf(version),
    agreed: 0,
    compared: 0,
    disagreements: [],
    notCompared: new Map([[reason, 1]]),
  };
}

function compareAll(file: string, dir: string, { index, root }: ItopModel): readonly Agreement[] {
  const recording: Recording = readRecorded(dir, file);
  const entities = [...index.names].flatMap((name) => index.entity(name) ?? []);
  const { roles } = readProfiles(root, index, { system: "itop", legacy: false });
  return [compare(file, recording, entities), compareGrants(`${file}, grants of profiles`, recording, roles)];
}

/** A case is a class (its place in the hierarchy) or a field (everything recorded of it). */
export function compare(file: string, recording: Recording, entities: readonly Entity[]): Agreement {
  const disagreements: string[] = [];
  let compared = 0;
  const check = (what: string, expected: unknown, got: unknown): void => {
    compared++;
    const [want, have] = [JSON.stringify(expected), JSON.stringify(got)];
    if (want !== have) disagreements.push(`${what}: expected ${want}, got ${have}`);
  };
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  for (const name of union(Object.keys(recording.classes), byName.keys())) {
    const recorded = recording.classes[name];
    const entity = byName.get(name);
    check(name, recorded && classFacts(recorded), entity && entityFacts(entity));
    if (recorded === undefined || entity === undefined) continue;
    const fields = new Map(entity.fields.map((field) => [field.name, field]));
    for (const code of union(Object.keys(recorded.fields), fields.keys())) {
      const expected = recorded.fields[code];
      const field = fields.get(code);
      check(`${name}.${code}`, expected && recordedFacts(expected, entity), field && fieldFacts(field));
    }
  }
  return { file, agreed: compared - disagreements.length, compared, disagreements, notCompared: new Map() };
}

function union(a: Iterable<string>, b: Iterable<string>): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}

function classFacts({ mm_parent: parent, abstract, archivable }: RecordedClass): unknown {
  return { parent, abstract, archivable };
}

function entityFacts({ parent, abstract, lifecycle }: Entity): unknown {
  return { parent, abstract, archivable: lifecycle.archivable };
}

function recordedFacts(field: RecordedField, { tracked }: Entity): unknown {
  return {
    type: field.type,
    declaredIn: field.origin_class,
    nullable: field.is_null_allowed,
    writable: field.is_writable,
    // Computed fields have a level, too, but nothing of them is ever written to the history.
    tracked: tracked && field.is_writable && field.tracking_level > 0,
    target: field.linked_class ?? field.target_class ?? null,
    copies: field.final_attr === undefined ? null : `itop:${field.final_attr}`,
  };
}

function fieldFacts(field: Field): unknown {
  return {
    type: field.declaredType,
    declaredIn: field.declaredIn,
    nullable: field.nullable,
    writable: field.writable,
    tracked: field.writable && field.history.tracked,
    target: field.target,
    copies: field.copyOf?.field ?? null,
  };
}
