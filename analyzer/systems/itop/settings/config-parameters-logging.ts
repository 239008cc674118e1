/** Configuration parameters about what iTop logs and how long it keeps data, with the defaults of iTop 2.7 to 3.2. */
import { bool, float, integer, list, since, string } from "./config-parameter.ts";
import type { ConfigParameter } from "./config-parameter.ts";

export const LOGGING_PARAMETERS: readonly ConfigParameter[] = [
  bool("log_rest_service", false),
  bool("log_usage", false),
  list("log_level_min", []),
  list("log_level_min.write_in_db", [], "3.0"),
  bool("log_purge.enabled", false, "3.1"),
  integer("log_purge.max_keep_days", 365, "3.1"),
  string("log_filename_builder_impl", "MonthlyRotatingLogFileNameBuilder"),
  integer("log_kpi_record_oql", 0),
  string("log_kpi_user_id", "*"),
  integer("log_kpi_duration", 0),
  integer("log_kpi_memory", 0),
  bool("log_kpi_generate_legacy_report", true),
  float("log_kpi_slow_queries", 1),
  bool("log_transactions", false),
  bool("login_debug", false),
  bool("cas_debug", false),
  string("synchro_trace", "none"),
  integer("draft_attachments_lifetime", 86400),
  integer("notifications.itop.read_notification_retention", 182, "3.2"),
  integer("notifications.last_executions_days", 61, "3.2"),
  integer("purge_data.max_chunk_size", 1000, "3.2"),
  integer("max_history_length", since(["2.7", 50], ["3.0", 200])),
  integer("tracking_level_linked_set_default", 1),
  integer("tracking_level_linked_set_indirect_default", 3),
  list("event_service.debug.filter_events", [], "3.1"),
  list("event_service.debug.filter_sources", [], "3.1"),
];
