/** Which tables of an iTop database hold which classes, under any table prefix. */

export interface DumpTable {
  /** Name in the standard schema, without the prefix of the installation. */
  readonly name: string;
  /** `db_subname` of the configuration; empty without one. */
  readonly prefix: string;
  /** First table of the class tree, which every object of it has a row in. */
  readonly root: string;
  /** Class of a row when no column tells it; `null` when only the root's row does. */
  readonly class: string | null;
  /** What is made of its rows. */
  readonly use: "definition" | "log" | "rest-log" | "events" | "count";
}

type Row = readonly [root: string, className: string | null, use: DumpTable["use"]];

const TABLES: Readonly<Record<string, Row>> = {
  priv_sync_datasource: ["priv_sync_datasource", "SynchroDataSource", "definition"],
  priv_sync_att: ["priv_sync_att", "SynchroAttribute", "definition"],
  priv_sync_att_extkey: ["priv_sync_att", "SynchroAttExtKey", "definition"],
  priv_sync_att_linkset: ["priv_sync_att", "SynchroAttLinkSet", "definition"],
  priv_action: ["priv_action", "Action", "definition"],
  priv_action_email: ["priv_action", "ActionEmail", "definition"],
  priv_action_newsroom: ["priv_action", "ActionNewsroom", "definition"],
  priv_trigger: ["priv_trigger", "Trigger", "definition"],
  priv_trigger_onobject: ["priv_trigger", "TriggerOnObject", "definition"],
  priv_link_action_trigger: ["priv_link_action_trigger", "lnkTriggerAction", "definition"],
  priv_user: ["priv_user", "User", "definition"],
  priv_internaluser: ["priv_user", "UserInternal", "definition"],
  priv_user_local: ["priv_user", "UserLocal", "definition"],
  priv_user_ldap: ["priv_user", "UserLDAP", "definition"],
  priv_urp_profiles: ["priv_urp_profiles", "URP_Profiles", "definition"],
  priv_urp_userprofile: ["priv_urp_userprofile", "URP_UserProfile", "definition"],
  priv_urp_userorg: ["priv_urp_userorg", "URP_UserOrg", "definition"],
  priv_query: ["priv_query", "Query", "definition"],
  priv_query_oql: ["priv_query", "QueryOQL", "definition"],
  mailinbox_base: ["mailinbox_base", "MailInboxBase", "definition"],
  mailinbox_standard: ["mailinbox_base", "MailInboxStandard", "definition"],
  priv_event: ["priv_event", "Event", "events"],
  priv_event_restservice: ["priv_event", "EventRestService", "rest-log"],
  priv_event_notification: ["priv_event", "EventNotification", "count"],
  priv_event_email: ["priv_event", "EventNotificationEmail", "count"],
  priv_event_newsroom: ["priv_event", "EventNotificationNewsroom", "count"],
  priv_event_issue: ["priv_event", "EventIssue", "count"],
  priv_event_webservice: ["priv_event", "EventWebService", "count"],
  priv_event_loginusage: ["priv_event", "EventLoginUsage", "count"],
  priv_change: ["priv_change", "CMDBChange", "log"],
  priv_changeop: ["priv_changeop", "CMDBChangeOp", "count"],
  priv_changeop_delete: ["priv_changeop", "CMDBChangeOpDelete", "count"],
  priv_sync_log: ["priv_sync_log", "SynchroLog", "log"],
  priv_sync_replica: ["priv_sync_replica", "SynchroReplica", "log"],
  priv_async_task: ["priv_async_task", "AsyncTask", "log"],
};

/** Tables of subclasses, of extensions too: their rows complete a row of the root. */
const SUBCLASS_TABLES: readonly (readonly [RegExp, string])[] = [
  [/^priv_action_\w+$/, "priv_action"],
  [/^priv_trigger_\w+$/, "priv_trigger"],
  [/^priv_user_\w+$/, "priv_user"],
  [/^mailinbox_\w+$/, "mailinbox_base"],
];

/** Attribute codes that differ from their column, by table. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  priv_sync_log: { stats_deleted_errors: "stats_nb_obj_deleted_errors" },
  priv_urp_userprofile: { description: "reason" },
  priv_query: { user_id: "export_last_user_id" },
};

/** The column that names an object's class, whatever the root of its tree calls it. */
const FINAL_CLASS = new Set(["finalclass", "realclass", "optype"]);

/** Where the standard part of a table name can begin. */
const STANDARD_PART = /(?:priv_|mailinbox_)\w+$/;

/** `null` for a table that holds neither definitions nor logs. */
export function dumpTable(fullName: string): DumpTable | null {
  const name = STANDARD_PART.exec(fullName)?.[0];
  if (name === undefined) return null;
  const prefix = fullName.slice(0, fullName.length - name.length);
  if (Object.hasOwn(TABLES, name)) {
    const [root, className, use] = TABLES[name] as Row;
    return { name, prefix, root, class: className, use };
  }
  const subclass = SUBCLASS_TABLES.find(([pattern]) => pattern.test(name));
  return subclass === undefined ? null : { name, prefix, root: subclass[1], class: null, use: "definition" };
}

/** Columns as attribute codes; one column names the class. */
export function attributeOf(table: string, column: string): string {
  if (FINAL_CLASS.has(column)) return "finalclass";
  return COLUMNS[table]?.[column] ?? column;
}

/** Columns that only rows of one table have, joined to their parents or not; the first that fits counts. */
const SIGNATURES: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ["priv_event_restservice", ["json_input", "json_output"]],
  ["priv_event_email", ["to", "cc", "bcc", "body", "attachments"]],
  ["priv_sync_datasource", ["scope_class", "full_load_periodicity"]],
  ["priv_sync_att", ["sync_source_id", "attcode", "update"]],
  ["priv_sync_att_extkey", ["id", "reconciliation_attcode"]],
  ["priv_sync_log", ["sync_source_id", "start_date", "stats_nb_replica_seen"]],
  ["priv_sync_replica", ["sync_source_id", "dest_class", "dest_id"]],
  ["priv_link_action_trigger", ["action_id", "trigger_id", "order"]],
  ["priv_action_email", ["to", "cc", "bcc", "subject", "body"]],
  ["priv_action_newsroom", ["title", "message", "recipients"]],
  ["priv_trigger_onobject", ["target_class", "filter"]],
  ["priv_urp_userprofile", ["userid", "profileid"]],
  ["priv_urp_userorg", ["userid", "allowed_org_id"]],
  ["priv_user", ["login", "contactid"]],
  ["priv_query_oql", ["id", "oql"]],
  ["priv_event", ["message", "date", "userinfo", "realclass"]],
  ["priv_change", ["date", "userinfo", "origin"]],
  ["priv_action", ["name", "status", "realclass"]],
  ["priv_trigger", ["description", "context", "realclass"]],
];

/** Table behind the result of a query, told by its columns; `null` when they are not of a table that is known. */
export function tableByColumns(columns: readonly string[]): string | null {
  const has = new Set(columns);
  return SIGNATURES.find(([, needed]) => needed.every((name) => has.has(name)))?.[0] ?? null;
}

/** `synchro_data_person_1`, and staging tables of any name: nothing else begins with the columns `id` and `primary_key`. */
export function isStaging(table: string, columns: readonly string[]): boolean {
  return /(?:^|_)synchro_data_\w+$/.test(table) || (columns[0] === "id" && columns[1] === "primary_key");
}

/** Tables of classes that are data and have names no other product is likely to use. */
export function isDistinctive(table: string): boolean {
  return /(?:^|_)(?:applicationsolution|functionalci|lnkcontactto\w+|lnkpersontoteam|ticket_(?:request|incident)|synchro_data_\w+)$/.test(
    table,
  );
}
