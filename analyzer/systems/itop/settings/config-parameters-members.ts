/** Settings that iTop keeps outside its parameter table, and the module settings that have a known default. */
import { bool, integer, list, secret, since, string } from "./config-parameter.ts";
import type { ConfigParameter } from "./config-parameter.ts";

export const MEMBER_PARAMETERS: readonly ConfigParameter[] = [
  bool("log_global", true),
  bool("log_notification", true),
  bool("log_issue", true),
  bool("log_web_service", true),
  bool("secure_connection_required", false),
  string("allowed_login_types", "form|external|basic"),
  string("ext_auth_variable", "$_SERVER['REMOTE_USER']"),
  secret("encryption_key"),
  // The set-up writes whichever library it finds, so an absent key says nothing.
  string("encryption_library", since()),
  string("password_hash_algo", "2y", "3.0"),
  list("csv_import_charsets", []),
  string("default_language", "EN US"),
  integer("min_display_limit", 20),
  integer("max_display_limit", 30),
  integer("standard_reload_interval", 300),
  integer("fast_reload_interval", 60),
  integer("authent-ldap/port", 389),
  bool("authent-ldap/start_tls", false),
  secret("authent-ldap/default_pwd"),
  integer("itop-backup/retention_count", 5),
];
