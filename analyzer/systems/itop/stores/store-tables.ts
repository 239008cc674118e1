/** Rows of tables in a database dump, as what was seen of the store that the table is. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { StoreRowsData, TableData } from "../fragments.ts";

/** Tables that are not called like their class. */
const CLASS_OF_TABLE: Readonly<Record<string, string>> = {
  change_emergency: "EmergencyChange",
  change_normal: "NormalChange",
  change_routine: "RoutineChange",
  inline_image: "InlineImage",
  priv_app_dashboards: "UserDashboard",
  priv_app_preferences: "appUserPreferences",
  priv_bulk_export_result: "BulkExportResult",
  priv_lnk_action_notif_to_contact: "lnkActionNotificationToContact",
  priv_shortcut: "Shortcut",
  priv_user_ldap: "UserLDAP",
  priv_user_local: "UserLocal",
  ticket_incident: "Incident",
  ticket_problem: "Problem",
  ticket_request: "UserRequest",
};

/** Without dates: a table's rows are counted, not read. Structures without rows say nothing. */
export function tableRows(tables: readonly TableData[], index: EntityIndex): readonly StoreRowsData[] {
  const byTable = new Map([...index.names].map((name) => [name.toLowerCase(), name]));
  return tables.flatMap(({ name, prefix, staging, rows, location }) => {
    const standard = name.slice(prefix.length).toLowerCase();
    const entity = CLASS_OF_TABLE[standard] ?? byTable.get(standard);
    if (staging || rows === null || entity === undefined) return [];
    return [
      {
        class: entity,
        observation: { rows, from: null, to: null, file: location.file },
        outcomes: {},
        location,
      },
    ];
  });
}
