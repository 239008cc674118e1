/** What is asked of each class: definitions whole, of accounts and logs only the attributes that are analysed. */

export interface ClassPlan {
  readonly class: string;
  readonly about: "definition" | "access" | "log";
  /** `*+`: every attribute of each object's real class; subclasses of extensions are not known beforehand. */
  readonly fields: "*+" | readonly string[];
  /** Asked too; older versions lack them, which is nothing to report. */
  readonly optional: readonly string[];
  /** Attribute that dates a row; only logs have one, as definitions hold until they are changed. */
  readonly dated: string | null;
  /** Rows carry the caller's login, so the collection can leave out its own. */
  readonly callers: boolean;
  /** Rows in one reply, as a multiple of the page size. */
  readonly pages: number;
}

const LIGHT = 8;

export const CLASS_PLANS: readonly ClassPlan[] = [
  definition(
    "SynchroDataSource",
    "name description status user_id user_id_friendlyname notify_contact_id scope_class database_table_name " +
      "scope_restriction full_load_periodicity reconciliation_policy action_on_zero action_on_one " +
      "action_on_multiple delete_policy delete_policy_update delete_policy_retention user_delete_policy " +
      "url_application",
  ),
  definition("SynchroAttribute", "*+"),
  definition("Trigger", "*+"),
  definition("Action", "*+"),
  definition(
    "lnkTriggerAction",
    "action_id action_name trigger_id trigger_name trigger_id_finalclass_recall order",
  ),
  definition("QueryOQL", "name description fields oql", "is_template"),
  definition("AuditCategory", "name description definition_set"),
  definition("AuditRule", "name description query valid_flag category_id"),
  definition(
    "MailInboxStandard",
    "target_class unknown_caller_behavior email_storage",
    "active behavior title_pattern ticket_default_values caller_default_values import_additional_contacts debug_trace",
  ),
  access("User", "login contactid status profile_list allowed_org_list", "contactid_obsolescence_flag"),
  access("URP_Profiles", "name description"),
  access("URP_UserProfile", "userid profileid profile"),
  access("URP_UserOrg", "userid allowed_org_id"),
  {
    ...log("EventRestService", "date userinfo operation code json_input json_output"),
    callers: true,
    pages: 1,
  },
  { ...log("EventLoginUsage", "date userinfo"), callers: true },
  log("EventNotificationEmail", "date message trigger_id action_id to cc bcc"),
  log("EventNotificationNewsroom", "date trigger_id action_id", "read"),
  log("EventWebhook", "date trigger_id action_id"),
  log("EventIssue", "date"),
  log("EventWebService", "date"),
  log("CMDBChange", "date origin"),
  log("CMDBChangeOpDelete", "date"),
  { ...log("SynchroLog", "sync_source_id start_date status"), dated: "start_date" },
  // States of what is synchronised now, not a log: no date limits them.
  { ...log("SynchroReplica", "sync_source_id status info_creation_date status_last_seen"), dated: null },
  { ...log("AsyncSendEmail", "created status"), dated: null },
];

function definition(name: string, fields: string, optional = ""): ClassPlan {
  return {
    class: name,
    about: "definition",
    fields: fields === "*+" ? fields : words(fields),
    optional: words(optional),
    dated: null,
    callers: false,
    pages: 1,
  };
}

function access(name: string, fields: string, optional = ""): ClassPlan {
  return { ...definition(name, fields, optional), about: "access" };
}

function log(name: string, fields: string, optional = ""): ClassPlan {
  return { ...definition(name, fields, optional), about: "log", dated: "date", pages: LIGHT };
}

function words(text: string): readonly string[] {
  return text.split(" ").filter((word) => word !== "");
}
