/** Files, queues and other passing stores of an iTop: attachments, waiting mails, exports, logs, backups. */
import type { Purge, Store } from "../../../model/store.ts";
import { isOn, NO_PURGE, store, type StoreContext } from "./store-context.ts";

const SECONDS_PER_DAY = 86_400;

export function fileStores(context: StoreContext): readonly Store[] {
  return [
    ...uploads(context, "Attachment", ["contents", "user_id", "contact_id", "creation_date"], "reference"),
    ...uploads(context, "InlineImage", ["contents"], "none"),
    ...queue(context, "AsyncSendEmail", ["to", "subject", "message"], "email_asynchronous"),
    ...queue(
      context,
      "AsyncSendNewsroom",
      ["recipients", "title", "message"],
      "notifications.itop.send_asynchronously",
    ),
    ...exportResults(context),
    logFiles(context),
    backups(context),
  ];
}

/** Only drafts that no object ever took over are cleaned up. */
function uploads(
  context: StoreContext,
  entity: string,
  fields: readonly string[],
  subjectKey: Store["subjectKey"],
): readonly Store[] {
  if (context.index.entity(entity) === undefined) return [];
  const { value, source, proof } = context.numberOf("draft_attachments_lifetime", SECONDS_PER_DAY);
  const hours = Math.round((value / SECONDS_PER_DAY) * 24);
  return [
    store(context, {
      name: entity,
      kind: "attachment",
      entity,
      holds: { parts: ["binary"], fields: context.fields(entity, fields) },
      retention: {
        kind: "criterion",
        criterion: `as long as the object it belongs to; drafts ${hours} hours`,
        source,
        proof,
      },
      purge: { exists: "yes", enabled: "yes", scheduled: "unknown", covers: "drafts that were never saved" },
      subjectKey,
      erasedWithSubject: "no",
    }),
  ];
}

/** Tasks that ended well are deleted; failed ones keep recipient and text. */
function queue(
  context: StoreContext,
  entity: string,
  fields: readonly string[],
  setting: string,
): readonly Store[] {
  if (context.index.entity(entity) === undefined) return [];
  return [
    store(context, {
      name: entity,
      kind: "queue",
      entity,
      holds: { parts: ["addresses", "bodies"], fields: context.fields(entity, fields) },
      active: context.switchedBy(setting, false),
      retention: {
        kind: "criterion",
        criterion: "until sent; failed messages stay",
        source: "hard-coded",
        proof: context.says(`${context.product} deletes a task when it has ended without an error`),
      },
      purge: { exists: "yes", enabled: "yes", scheduled: "unknown", covers: "messages that were sent" },
      subjectKey: entity === "AsyncSendEmail" ? "email" : "reference",
      erasedWithSubject: "no",
    }),
  ];
}

function exportResults(context: StoreContext): readonly Store[] {
  const entity = "BulkExportResult";
  if (context.index.entity(entity) === undefined) return [];
  return [
    store(context, {
      name: entity,
      kind: "queue",
      entity,
      holds: {
        parts: ["payloads"],
        fields: context.fields(entity, ["user_id", "search", "status_info", "temp_file_path"]),
      },
      retention: {
        kind: "days",
        days: 1,
        source: "hard-coded",
        proof: context.says(`${context.product} removes export results and their files after 24 hours`),
      },
      purge: { exists: "yes", enabled: "yes", scheduled: "unknown", covers: "all" },
      subjectKey: "id",
      erasedWithSubject: "no",
    }),
  ];
}

/** Purging log files exists from 3.1 on and is off by default. */
function logFiles(context: StoreContext): Store {
  const setting = context.setting("log_purge.enabled");
  const exists = context.atLeast(3, 1);
  const enabled = exists && setting !== undefined && isOn(setting, false);
  const { value: days, source, proof } = context.numberOf("log_purge.max_keep_days", 365);
  const off = exists
    ? context.proofOf(setting, "log_purge.enabled", "false")
    : context.says(`${context.product} has no purge for log files (it came with 3.1)`);
  const purge: Purge = { exists: "yes", enabled: "no", scheduled: "unknown", covers: "all" };
  return store(context, {
    name: "Log files",
    kind: "file-log",
    entity: null,
    holds: { parts: ["trace", "names"], fields: [] },
    retention: enabled
      ? { kind: "days", days, source, proof }
      : {
          kind: "none",
          source: setting === undefined || setting.isDefault ? "default" : "configured",
          proof: off,
        },
    purge: exists
      ? { ...purge, enabled: enabled ? "yes" : setting === undefined ? "unknown" : "no" }
      : NO_PURGE,
    subjectKey: "free-text",
    erasedWithSubject: "no",
  });
}

function backups(context: StoreContext): Store {
  const { value: count, source, proof } = context.numberOf("itop-backup/retention_count", 5);
  return store(context, {
    name: "Backups",
    kind: "backup",
    entity: null,
    holds: { parts: [], fields: [] },
    active: context.switchedBy("itop-backup/enabled", true),
    retention: { kind: "criterion", criterion: `the ${count} newest files`, source, proof },
    purge: { exists: "yes", enabled: "yes", scheduled: "unknown", covers: "all" },
    subjectKey: "none",
    erasedWithSubject: "no",
  });
}
