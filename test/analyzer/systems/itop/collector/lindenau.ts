/** The collectors of an invented municipal utility, and the way their files take to movements. */
import { EntityIndex } from "../../../../../analyzer/model/entity-index.ts";
import type { Movement } from "../../../../../analyzer/model/movement.ts";
import type { Problem } from "../../../../../analyzer/model/problem.ts";
import type { Fragment, Resources, SourceFile } from "../../../../../analyzer/systems/adapter.ts";
import { SourceText } from "../../../../../analyzer/source/text.ts";
import { itopAdapter } from "../../../../../analyzer/systems/itop/adapter.ts";
import { type Collected, readCollectors } from "../../../../../analyzer/systems/itop/collector/collectors.ts";
import { dataOf } from "../../../../../analyzer/systems/itop/fragments.ts";
import { accountPaths } from "../../../../../analyzer/systems/itop/rights/accounts.ts";
import {
  type Synchronisation,
  synchroMovements,
} from "../../../../../analyzer/systems/itop/synchro/synchro.ts";
import { plainEntity, plainField } from "../../../../model-parts.ts";
import { installedGrammars } from "../../../../php-fixture.ts";

export type Files = Readonly<Record<string, string>>;

export function sourceFile(path: string, content: string): SourceFile {
  const bytes = Buffer.from(content);
  return {
    path,
    name: path,
    bytes: bytes.length,
    head: bytes.subarray(0, 4096).toString("utf8"),
    text: () => Promise.resolve(new SourceText(path, content)),
    async *chunks() {
      yield bytes;
    },
  };
}

export interface Read {
  readonly fragments: readonly Fragment[];
  readonly problems: readonly Problem[];
}

/** Reads what the adapter accepts of the files, in path order. */
export async function readFiles(files: Files): Promise<Read> {
  const fragments: Fragment[] = [];
  const problems: Problem[] = [];
  for (const [path, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = sourceFile(path, content);
    const kind = itopAdapter.accepts(file);
    if (kind === null) continue;
    const read = await itopAdapter.read(file, kind, installedGrammars as Resources);
    fragments.push(...read.fragments);
    problems.push(...read.problems);
  }
  return { fragments, problems };
}

export async function collect(
  files: Files,
): Promise<Collected & { readonly readProblems: readonly Problem[] }> {
  const { fragments, problems } = await readFiles(files);
  return { ...readCollectors(fragments, "itop"), readProblems: problems };
}

const NAMES = [
  "name",
  "first_name",
  "email",
  "phone",
  "mobile_phone",
  "employee_number",
  "birth_date",
  "function",
];

function entity(name: string, names: readonly string[]) {
  const path = `itop:${name}`;
  return plainEntity(
    path,
    name,
    names.map((field) => plainField(`${path}.${field}`, name, field)),
  );
}

export const INDEX = new EntityIndex([
  entity("Person", NAMES),
  entity("UserLDAP", ["login", "contactid", "profile_list"]),
]);

export async function synchronise(
  files: Files,
): Promise<Synchronisation & { readonly all: readonly Problem[] }> {
  const { fragments, problems } = await readFiles(files);
  const exports = dataOf(fragments, "export");
  const collected = readCollectors(fragments, "itop");
  const context = { system: "itop", index: INDEX, accounts: accountPaths(exports, "itop") };
  const sync = synchroMovements(exports, context, collected.sources);
  return { ...sync, all: [...problems, ...collected.problems, ...sync.problems] };
}

/** Of a single source. */
export async function movement(files: Files): Promise<Movement> {
  const { movements } = await synchronise(files);
  if (movements.length !== 1) throw new Error(`${movements.length} movements`);
  return movements[0] as Movement;
}

/** `column → field`, with a mark for what it does there. */
export function mapped({ map }: Movement): readonly string[] {
  return map.map(({ from, to, update, match }) => {
    const target = to === null ? "nowhere" : to.slice(to.indexOf(".") + 1);
    return `${from ?? "?"} ${update ? "writes" : match ? "matches" : "comes for"} ${target}`;
  });
}

export function parameters(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<parameters>\n${inside}\n</parameters>\n`;
}

export function attribute(attcode: string, given: Readonly<Record<string, unknown>> = {}) {
  return {
    attcode,
    update: "1",
    reconcile: "0",
    update_policy: "master_locked",
    finalclass: "SynchroAttribute",
    ...given,
  };
}

export function definition(given: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify(
    {
      name: "$prefix$Staff",
      description: "Staff of the utility",
      status: "$synchro_status$",
      user_id: "$synchro_user$",
      notify_contact_id: "$contact_to_notify$",
      scope_class: "Person",
      database_table_name: "synchro_data_staff",
      full_load_periodicity: "$full_load_interval$",
      reconciliation_policy: "use_attributes",
      action_on_zero: "create",
      action_on_one: "update",
      action_on_multiple: "error",
      delete_policy: "delete",
      delete_policy_update: "",
      delete_policy_retention: "0",
      attribute_list: [attribute("email", { reconcile: "1" }), attribute("phone")],
      ...given,
    },
    null,
    2,
  );
}

/** Values for the placeholders of `definition`. */
export const PLACEHOLDERS = `<json_placeholders>
  <prefix>Lindenau </prefix>
  <synchro_status>production</synchro_status>
  <full_load_interval>0</full_load_interval>
</json_placeholders>`;

/** The directory collector as it is installed. */
export const LDAP: Files = {
  "hr/conf/params.distrib.xml": parameters(
    "<itop_url>https://localhost/iTop</itop_url><itop_login>admin</itop_login><itop_password>admin</itop_password>",
  ),
  "hr/collectors/params.distrib.xml": parameters(`
    <ldapuri></ldapuri>
    <ldaplogin>CN=Gudrun Ahlers,OU=IT,DC=lindenau,DC=example</ldaplogin>
    <ldappassword>password</ldappassword>
    <person_fields>
      <primary_key>samaccountname</primary_key>
      <name>sn</name>
      <email>mail</email>
      <phone>telephonenumber</phone>
    </person_fields>
    <person_defaults><function>Employee</function></person_defaults>
    ${PLACEHOLDERS}`),
  "hr/conf/params.local.xml": parameters(`
    <itop_url>https://itop.lindenau.example</itop_url>
    <itop_password>Sommer-Wiese-17</itop_password>
    <synchro_user>svc-synchro</synchro_user>
    <contact_to_notify>gudrun.ahlers@lindenau.example</contact_to_notify>
    <ldapuri>ldap://dc1.lindenau.example:389</ldapuri>
    <ldappassword>Herbst-Laub-42</ldappassword>`),
  "hr/collectors/json/StaffLDAPCollector.json": definition(),
  "hr/collectors/src/StaffLDAPCollector.class.inc.php":
    "<?php\nclass StaffLDAPCollector extends AbstractLDAPCollector\n{\n}\n",
};
