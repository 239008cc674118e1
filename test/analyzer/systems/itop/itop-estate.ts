/** An invented iTop given as files, read by the product's own path. */
import type { Entity } from "../../../../analyzer/model/entity.ts";
import type { Field } from "../../../../analyzer/model/field.ts";
import type { Problem } from "../../../../analyzer/model/problem.ts";
import type { System } from "../../../../analyzer/model/system.ts";
import { itopAdapter } from "../../../../analyzer/systems/itop/adapter.ts";
import type { Fragment } from "../../../../analyzer/systems/adapter.ts";
import type { SystemConfig } from "../../../../analyzer/workspace/config.ts";
import { discover } from "../../../../analyzer/workspace/discover.ts";
import { memoryReader } from "../../../../analyzer/workspace/reader.ts";
import { PACKAGE_RESOURCES } from "../../../../analyzer/workspace/resources.ts";

export interface Itop {
  readonly system: System;
  readonly problems: readonly Problem[];
  entity(name: string): Entity | undefined;
  field(owner: string, name: string): Field | undefined;
  /** Messages of one kind. */
  says(kind: Problem["kind"]): readonly string[];
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function itop(files: Files, config: SystemConfig = {}): Promise<Itop> {
  const problems: Problem[] = [];
  const sink = { problem: (each: Problem): void => void problems.push(each), suppressible: () => {} };
  const systems = { itop: { adapter: "itop" as const, paths: ["."], ...config } };
  const [input] = discover(memoryReader(files), { systems }, [itopAdapter], sink).systems;
  if (input === undefined) throw new Error("no system was read");
  const fragments: Fragment[] = [];
  for (const { file, kind } of input.files) {
    const read = await itopAdapter.read(file, kind, PACKAGE_RESOURCES);
    fragments.push(...read.fragments);
    problems.push(...read.problems);
  }
  const assembly = await itopAdapter.assemble(fragments, input.options, PACKAGE_RESOURCES);
  const { system } = assembly;
  for (const each of assembly.problems) problems.push(each);
  const entity = (name: string): Entity | undefined => system.entities.find((each) => each.name === name);
  return {
    system,
    problems,
    entity,
    field: (owner, name) => entity(owner)?.fields.find((each) => each.name === name),
    says: (kind) => problems.filter((each) => each.kind === kind).map(({ message }) => message),
  };
}

/** One module with a module file and, where content is given, one data model file. */
export function module(
  id: string,
  given: {
    readonly folder?: string;
    readonly keys?: string;
    readonly model?: string;
    readonly version?: string;
  } = {},
): Files {
  const name = id.split("/")[0] ?? id;
  const folder = given.folder ?? `extensions/${name}`;
  const keys = `'label' => '${name}', 'category' => 'business', 'mandatory' => false, 'visible' => true,
    'datamodel' => array(), 'data.struct' => array(), 'data.sample' => array(), 'doc.manual_setup' => '',
    'doc.more_information' => '', ${given.keys?.includes("'dependencies'") === true ? "" : "'dependencies' => array(),"} ${given.keys ?? ""}`;
  return {
    [`${folder}/module.${name}.php`]: `<?php\nSetupWebPage::AddModule(__FILE__, '${id}', array(${keys}));\n`,
    ...(given.model === undefined
      ? {}
      : { [`${folder}/datamodel.${name}.xml`]: design(given.model, given.version) }),
  };
}

export function design(content: string, version = "3.2"): string {
  return `<?xml version="1.0"?>\n<itop_design xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="${version}">${content}</itop_design>`;
}

export function classOf(id: string, fields = "", more = "<parent>cmdbAbstractObject</parent>"): string {
  return `<classes><class id="${id}" _delta="define">${more}<fields>${fields}</fields></class></classes>`;
}
