// The HR system at its generated defaults, the directory with a narrow mapping.
import { reply, write } from "./output.mjs";

const PERSON = [
  ["name", true],
  ["first_name", true],
  ["email", true],
  ["employee_number", true],
  "status",
  "phone",
  "notify",
  "function",
  "mobile_phone",
  "picture",
  "payroll_number",
  "staff_number",
  "birth_date",
  "national_id",
  "iban",
  "emergency_contact",
  "health_restrictions",
  "health_file_reference",
  "union_membership",
  "locker_code",
  "hr_log",
  "badge_number",
];
const attribute = (attcode, update, reconcile, policy = "master_locked", cls = "SynchroAttribute") => ({
  attcode,
  update,
  reconcile,
  update_policy: policy,
  finalclass: cls,
  friendlyname: attcode,
});
const hrAttributes = [
  ...PERSON.map((each) =>
    Array.isArray(each) ? attribute(each[0], true, each[1]) : attribute(each, true, false),
  ),
  ...["org_id", "location_id", "manager_id"].map((key) =>
    attribute(key, true, key === "org_id", "master_locked", "SynchroAttExtKey"),
  ),
  ...["team_list", "cis_list"].map((list) =>
    attribute(list, true, false, "master_locked", "SynchroAttLinkSet"),
  ),
];
const directoryAttributes = [
  attribute("name", true, false, "master_unlocked"),
  attribute("first_name", true, false, "master_unlocked"),
  attribute("email", true, true, "master_unlocked"),
  attribute("phone", true, false, "master_unlocked"),
  attribute("function", false, false, "master_unlocked"),
  attribute("org_id", true, false, "master_unlocked", "SynchroAttExtKey"),
];
const source = (id, fields) => ({
  cls: "SynchroDataSource",
  id,
  description: "",
  status: "production",
  user_id: "0",
  notify_contact_id: "0",
  scope_class: "Person",
  scope_restriction: "",
  full_load_periodicity: "0",
  reconciliation_policy: "use_attributes",
  action_on_zero: "create",
  action_on_one: "update",
  action_on_multiple: "error",
  delete_policy: "ignore",
  delete_policy_update: "",
  delete_policy_retention: "",
  user_delete_policy: "nobody",
  url_icon: "",
  url_application: "",
  ...fields,
});
export function writeSynchronizations() {
  write(
    "exports/SynchroDataSource.json",
    reply([
      source(3, {
        name: "HR master data",
        description: "Nightly extract of the human resources system",
        database_table_name: "synchro_data_hr_master",
        attribute_list: hrAttributes,
      }),
      source(4, {
        name: "Active Directory",
        description: "Accounts of both clinics",
        user_id: "7",
        user_id_friendlyname: "ws-directory",
        database_table_name: "synchro_data_ad_person",
        attribute_list: directoryAttributes,
        action_on_multiple: "take_first",
        delete_policy: "update",
        delete_policy_update: "status:inactive",
        full_load_periodicity: "86400",
      }),
      source(9, {
        name: "Bedside terminals",
        description: "Inventory of the terminals",
        scope_class: "BedsideTerminal",
        user_id: "7",
        user_id_friendlyname: "ws-directory",
        database_table_name: "synchro_data_terminals",
        delete_policy: "delete",
        full_load_periodicity: "604800",
        attribute_list: [
          attribute("name", true, true),
          attribute("health_status", true, false),
          attribute("capacity", true, false),
        ],
      }),
      source(11, {
        name: "Payroll trial",
        status: "obsolete",
        database_table_name: "synchro_data_payroll_trial",
        attribute_list: [attribute("iban", true, false), attribute("payroll_number", true, true)],
      }),
    ]),
  );
}
