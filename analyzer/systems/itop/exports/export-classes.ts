/** Which iTop classes are definitions, which are logs, and what an export of each must carry. */

export type ExportFamily =
  | "source"
  | "source-attribute"
  | "trigger"
  | "action"
  | "trigger-action"
  | "user"
  | "user-profile"
  | "user-organisation"
  | "profile"
  | "query"
  | "audit-category"
  | "audit-rule"
  | "mailbox"
  | "installation"
  | "log"
  | "other";

const FAMILIES: readonly (readonly [RegExp, ExportFamily])[] = [
  [/^SynchroDataSource$/, "source"],
  [/^SynchroAtt(?:ribute|ExtKey|LinkSet)$/, "source-attribute"],
  [/^Trigger(?:On\w*)?$/, "trigger"],
  [/^lnkTriggerAction$/, "trigger-action"],
  [/^Action(?:[A-Z]\w*)?$/, "action"],
  [/^URP_Profiles$/, "profile"],
  [/^URP_UserProfile$/, "user-profile"],
  [/^URP_UserOrg$/, "user-organisation"],
  [/^User(?:Internal|Local|LDAP|External|Token)?$/, "user"],
  [/^Query(?:OQL)?$/, "query"],
  [/^AuditCategory$/, "audit-category"],
  [/^AuditRule$/, "audit-rule"],
  [/^MailInbox\w*$/, "mailbox"],
  [/^ModuleInstallation$/, "installation"],
  [/^Event(?:[A-Z]\w*)?$/, "log"],
  [/^CMDBChange\w*$/, "log"],
  [/^Synchro(?:Log|Replica)$/, "log"],
  [/^AsyncSend\w+$/, "log"],
];

export function familyOf(className: string): ExportFamily {
  return FAMILIES.find(([pattern]) => pattern.test(className))?.[1] ?? "other";
}

/**
 * Attributes a class's own facts stand in. `output_fields` `*` returns only attributes of the queried class, so an
 * export of `SELECT Trigger` lacks those of its subclasses without saying so.
 */
export function requiredAttributes(className: string): readonly string[] {
  switch (familyOf(className)) {
    case "trigger":
      return className === "Trigger"
        ? []
        : ["target_class", "filter", ...(TRIGGER_ATTRIBUTES[className] ?? [])];
    case "action":
      return ACTION_ATTRIBUTES[className] ?? [];
    case "source":
      return ["scope_class", "status", "full_load_periodicity", "delete_policy"];
    case "source-attribute":
      return [
        "attcode",
        "update",
        "reconcile",
        ...(className === "SynchroAttExtKey" ? ["reconciliation_attcode"] : []),
      ];
    case "query":
      return className === "QueryOQL" ? ["oql"] : [];
    case "audit-category":
      return ["definition_set"];
    case "audit-rule":
      return ["query"];
    case "user":
      // The login is replaced by an account name while it is read; the accounts say where it was missing.
      return ["status"];
    default:
      return [];
  }
}

const TRIGGER_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  TriggerOnObjectUpdate: ["target_attcodes"],
  TriggerOnObjectMention: ["mentioned_filter"],
  TriggerOnStateEnter: ["state"],
  TriggerOnStateLeave: ["state"],
  TriggerOnThresholdReached: ["stop_watch_code", "threshold_index"],
};

const ACTION_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  ActionEmail: ["to", "cc", "bcc", "subject", "body"],
  ActionNewsroom: ["title", "message", "recipients"],
};

/** Class of CSV rows without a `finalclass` column, told by columns only that class has. */
export function classByColumns(columns: readonly string[]): string | null {
  const has = (...names: readonly string[]): boolean => names.every((name) => columns.includes(name));
  if (has("scope_class", "full_load_periodicity")) return "SynchroDataSource";
  if (has("sync_source_id", "attcode", "update")) return "SynchroAttribute";
  if (has("trigger_id", "action_id", "order")) return "lnkTriggerAction";
  if (has("json_input", "json_output")) return "EventRestService";
  if (has("userid", "profileid")) return "URP_UserProfile";
  if (has("userid", "allowed_org_id")) return "URP_UserOrg";
  if (has("oql", "fields")) return "QueryOQL";
  if (has("query", "valid_flag")) return "AuditRule";
  if (has("definition_set")) return "AuditCategory";
  if (has("date", "userinfo", "origin")) return "CMDBChange";
  return null;
}
