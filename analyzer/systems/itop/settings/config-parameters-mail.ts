/** Configuration parameters about mail, notifications and the validation of values, with the defaults of iTop 2.7 to 3.2. */
import { bool, integer, list, secret, since, string } from "./config-parameter.ts";
import type { ConfigParameter } from "./config-parameter.ts";

export const MAIL_PARAMETERS: readonly ConfigParameter[] = [
  bool("email_asynchronous", false),
  list("async_task_retries", ["AsyncSendEmail"]),
  list("async_task_retries/AsyncSendEmail", ["max_retries", "retry_delay"]),
  integer("async_task_retries/AsyncSendEmail/max_retries", 0),
  integer("async_task_retries/AsyncSendEmail/retry_delay", 600),
  string("email_transport", "PHPMail"),
  string("email_transport_smtp.host", "localhost"),
  integer("email_transport_smtp.port", 25),
  string("email_transport_smtp.encryption", ""),
  bool("email_transport_smtp.verify_peer", true),
  bool("email_transport_smtp.allow_self_signed", false),
  string("email_transport_smtp.username", ""),
  secret("email_transport_smtp.password"),
  string("email_default_sender_address", ""),
  string("email_default_sender_label", ""),
  integer("max_linkset_output", 100),
  bool("notifications.itop.send_asynchronously", false, "3.2"),
  bool("newsroom_enabled", true),
  string("email_validation_pattern", "[a-zA-Z0-9._&'-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z0-9-]{2,}"),
  string("phone_number_validation_pattern", "[0-9.\\-\\ \\+\\(\\)]+"),
  string(
    "url_validation_pattern",
    since(
      [
        "2.7",
        "(https?|ftp)\\://([a-zA-Z0-9+!*(),;?&=\\$_.-]+(\\:[a-zA-Z0-9+!*(),;?&=\\$_.-]+)?@)?([a-zA-Z0-9-.]{3,})(\\:[0-9]{2,5})?(/([a-zA-Z0-9%+\\$_-]\\.?)+)*/?(\\?[a-zA-Z+&\\$_.-][a-zA-Z0-9;:[\\]@&%=+/\\$_.-]*)?(#[a-zA-Z_.-][a-zA-Z0-9+\\$_.-]*)?",
      ],
      [
        "3.0",
        "(https?|ftp)\\://([a-zA-Z0-9+!*(),;?&=\\$_.-]+(\\:[a-zA-Z0-9+!*(),;?&=\\$_.-]+)?@)?([a-zA-Z0-9-.]{3,})(\\:[0-9]{2,5})?(/([a-zA-Z0-9:%+\\$_-]\\.?)+)*/?(\\?[a-zA-Z+&\\$_.-][a-zA-Z0-9;:[\\]@&%=+/\\$_.,-]*)?(#[a-zA-Z0-9_.-][a-zA-Z0-9+\\$_.-]*)?",
      ],
    ),
  ),
  bool("skip_check_to_write", false),
  bool("skip_check_ext_keys", false),
  bool("disable_mandatory_ext_keys", false),
  string("html_sanitizer", "HTMLDOMSanitizer"),
  string("svg_sanitizer", "SVGDOMSanitizer"),
];
