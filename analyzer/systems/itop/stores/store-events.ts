/** Logs that iTop keeps in its database: mails, REST calls, logins, errors, synchronisation, user settings. */
import type { Store, StoreKind, StorePart } from "../../../model/store.ts";
import { store, type StoreContext } from "./store-context.ts";

interface EventRow {
  readonly entity: string;
  readonly kind: StoreKind;
  readonly parts: readonly StorePart[];
  readonly fields: readonly string[];
  readonly subjectKey: Store["subjectKey"];
  /** Setting that switches it, with its default; `null` = always on. */
  readonly switch: readonly [string, boolean] | null;
}

const EVENTS: readonly EventRow[] = [
  {
    entity: "EventNotificationEmail",
    kind: "notification-log",
    parts: ["addresses", "bodies"],
    fields: ["to", "cc", "bcc", "from", "subject", "body", "attachments"],
    subjectKey: "email",
    switch: ["log_notification", true],
  },
  {
    // Brought by the webhook extension.
    entity: "EventWebhook",
    kind: "notification-log",
    parts: ["payloads"],
    fields: ["action_finalclass", "webrequest", "webresponse", "headers", "payload", "response"],
    subjectKey: "free-text",
    switch: ["log_notification", true],
  },
  {
    entity: "EventRestService",
    kind: "api-log",
    parts: ["payloads", "names", "credentials"],
    fields: ["userinfo", "operation", "json_input", "json_output"],
    subjectKey: "free-text",
    switch: ["log_rest_service", false],
  },
  {
    entity: "EventLoginUsage",
    kind: "login-log",
    parts: ["names"],
    fields: ["user_id", "userinfo", "date"],
    subjectKey: "reference",
    switch: ["log_usage", false],
  },
  {
    entity: "EventIssue",
    kind: "event-log",
    parts: ["payloads", "trace", "names"],
    fields: ["userinfo", "message", "page", "arguments_post", "arguments_get", "callstack", "data"],
    subjectKey: "free-text",
    switch: ["log_issue", true],
  },
  {
    entity: "EventWebService",
    kind: "event-log",
    parts: ["payloads", "names"],
    fields: ["userinfo", "log_info", "log_warning", "log_error", "data"],
    subjectKey: "free-text",
    switch: ["log_web_service", true],
  },
  {
    entity: "SynchroLog",
    kind: "sync-log",
    parts: ["trace"],
    fields: ["last_error", "traces"],
    subjectKey: "free-text",
    switch: null,
  },
  {
    entity: "SynchroReplica",
    kind: "sync-log",
    parts: ["trace"],
    fields: ["dest_class", "dest_id", "status_last_error", "status_last_warning"],
    subjectKey: "id",
    switch: null,
  },
  {
    entity: "appUserPreferences",
    kind: "preferences",
    parts: [],
    fields: ["userid", "preferences"],
    subjectKey: "reference",
    switch: null,
  },
  {
    entity: "UserDashboard",
    kind: "preferences",
    parts: [],
    fields: ["user_id", "contents"],
    subjectKey: "reference",
    switch: null,
  },
  {
    entity: "Shortcut",
    kind: "preferences",
    parts: [],
    fields: ["user_id", "name", "context"],
    subjectKey: "reference",
    switch: null,
  },
];

export function eventStores(context: StoreContext): readonly Store[] {
  return EVENTS.filter((row) => context.index.entity(row.entity) !== undefined)
    .map((row) =>
      store(context, {
        name: row.entity,
        kind: row.kind,
        entity: row.entity,
        holds: { parts: row.parts, fields: context.fields(row.entity, row.fields) },
        active: row.switch === null ? context.always() : context.switchedBy(...row.switch),
        subjectKey: row.subjectKey,
        // Settings of a user go with the account, which deleting the person does not delete.
        erasedWithSubject: "no",
      }),
    )
    .concat(newsroom(context), rawMails(context));
}

/** In-app notifications (3.2): only those that were read are removed. */
function newsroom(context: StoreContext): readonly Store[] {
  const entity = "EventNotificationNewsroom";
  if (context.index.entity(entity) === undefined) return [];
  const {
    value: days,
    source,
    proof,
  } = context.numberOf("notifications.itop.read_notification_retention", 182);
  return [
    store(context, {
      name: entity,
      kind: "notification-log",
      entity,
      holds: {
        parts: ["bodies"],
        fields: context.fields(entity, ["contact_id", "title", "message", "url", "read_date"]),
      },
      active: context.switchedBy("newsroom_enabled", true),
      retention: {
        kind: "criterion",
        criterion: `${days} days for notifications that were read; unread ones stay`,
        source,
        proof,
      },
      purge: { exists: "yes", enabled: "yes", scheduled: "unknown", covers: "notifications that were read" },
      subjectKey: "reference",
      erasedWithSubject: "no",
    }),
  ];
}

/** Brought by the mail extensions: of a mail that failed or was unwanted, the message as it came in. */
function rawMails(context: StoreContext): readonly Store[] {
  const entity = "EmailReplica";
  if (context.index.entity(entity) === undefined) return [];
  const { value: hours, source, proof } = context.numberOf("combodo-email-synchro/retention_period", 1);
  const fields = "uidl message_id message_subject message_text error_message error_trace contents".split(" ");
  return [
    store(context, {
      name: entity,
      kind: "raw-mail",
      entity,
      holds: { parts: ["addresses", "bodies"], fields: context.fields(entity, fields) },
      retention: {
        kind: "criterion",
        criterion: `as long as the mail lies in its in-box, and ${hours} ${hours === 1 ? "hour" : "hours"} after`,
        source,
        proof,
      },
      purge: { exists: "yes", enabled: "yes", scheduled: "unknown", covers: "mails that left their in-box" },
      subjectKey: "free-text",
      erasedWithSubject: "no",
    }),
  ];
}
