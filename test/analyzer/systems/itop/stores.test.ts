import { describe, expect, test } from "vitest";
import type { SettingValue } from "../../../../analyzer/model/setting.ts";
import type { Store } from "../../../../analyzer/model/store.ts";
import { itopErasure } from "../../../../analyzer/systems/itop/stores/erasure.ts";
import { itopStores } from "../../../../analyzer/systems/itop/stores/stores.ts";
import { build, CLASSES, design, settings } from "./hospital-model.ts";

/** The log classes of the core, with the fields the stores name. */
const LOGS = [
  ["EventNotificationEmail", "to", "subject", "body"],
  ["EventRestService", "userinfo", "json_input", "json_output"],
  ["EventLoginUsage", "user_id"],
  ["EventNotificationNewsroom", "contact_id", "message"],
  ["AsyncSendEmail", "to", "message"],
  ["CMDBChange", "userinfo"],
  ["CMDBChangeOp", "objkey"],
  ["CMDBChangeOpDelete", "fname"],
  ["Attachment", "contents"],
  ["EmailReplica", "message_text", "contents"],
]
  .map(([name, ...fields]) => {
    const declared = fields.map((field) => `<field id="${field}" xsi:type="AttributeText"/>`).join("");
    return `<class id="${name}"><parent>DBObject</parent><fields>${declared}</fields></class>`;
  })
  .join("");

const MODEL = build({ root: design(CLASSES + LOGS) });

function stores(
  values: Readonly<Record<string, SettingValue>> | null = {},
  version: string | null = "3.2.0",
): readonly Store[] {
  return itopStores(MODEL.entities, values === null ? () => undefined : settings(values), version, "itop");
}

function store(name: string, ...given: Parameters<typeof stores>): Store {
  const found = stores(...given).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no store ${name}`);
  return found;
}

describe("stores", () => {
  test("are sorted by path and named once", () => {
    const paths = stores().map((each) => each.path);
    expect(paths).toEqual([...new Set(paths)].sort());
  });

  test("of mails are filled by default and never emptied", () => {
    expect(store("EventNotificationEmail", { log_notification: true })).toMatchObject({
      kind: "notification-log",
      active: { state: "on", setting: "itop:setting/log_notification", proof: { location: { line: 12 } } },
      retention: { kind: "none" },
      purge: { exists: "no" },
      holds: {
        fields: [
          "itop:EventNotificationEmail.to",
          "itop:EventNotificationEmail.subject",
          "itop:EventNotificationEmail.body",
        ],
      },
    });
  });

  test("of REST calls and logins follow their switches", () => {
    expect(store("EventRestService", { log_rest_service: true }).active.state).toBe("on");
    expect(store("EventLoginUsage", { log_usage: false }).active.state).toBe("off");
  });

  test("whose switch no configuration tells are unknown, with the default as basis", () => {
    const { active } = store("EventRestService", null);
    expect(active.state).toBe("unknown");
    expect(active.proof.basis).toContain("default of iTop 3.2.0 for log_rest_service is false");
  });

  test("of raw mails end some hours after the mail has left its in-box", () => {
    const text = (kept: Store) => (kept.retention.kind === "criterion" ? kept.retention.criterion : "");
    const kept = store("EmailReplica", { "combodo-email-synchro/retention_period": 48 });
    expect(kept).toMatchObject({
      kind: "raw-mail",
      retention: { source: "configured" },
      purge: { exists: "yes", covers: "mails that left their in-box" },
      holds: { fields: ["itop:EmailReplica.message_text", "itop:EmailReplica.contents"] },
    });
    expect(text(kept)).toBe("as long as the mail lies in its in-box, and 48 hours after");
    expect(text(store("EmailReplica"))).toMatch(/1 hour after$/);
  });

  test("of in-app notifications lose only those that were read", () => {
    const kept = store("EventNotificationNewsroom", { "notifications.itop.read_notification_retention": 30 });
    expect(kept.retention).toMatchObject({ kind: "criterion", source: "configured" });
    expect(kept.purge).toMatchObject({ exists: "yes", covers: "notifications that were read" });
    expect(kept.retention.kind === "criterion" && kept.retention.criterion).toMatch(/^30 days/);
  });

  test("of waiting mails keep the failed ones", () => {
    expect(store("AsyncSendEmail").purge.covers).toBe("messages that were sent");
  });

  test("of case logs hold that one field of the class, not its rows", () => {
    const logs = stores().filter((each) => each.kind === "case-log");
    expect(logs.map((each) => each.name)).toEqual(["Ticket.private_log"]);
    expect(logs[0]).toMatchObject({
      subjectKey: "name",
      entity: null,
      holds: { parts: ["names", "bodies"], fields: ["itop:Ticket.private_log"] },
      derivedFrom: [],
      erasedWithSubject: "no",
    });
  });

  test("of the history are three: values, authors and what deletions leave", () => {
    expect(
      stores()
        .filter((each) => each.kind === "history")
        .map((each) => [each.name, each.erasedWithSubject]),
    ).toEqual([
      ["Change authors", "no"],
      ["Change history", "partial"],
      ["Deletion traces", "no"],
    ]);
    expect(store("Change history").of).toContain("Person");
  });

  test("that a version's model lacks do not exist", () => {
    const old = itopStores(build().entities, () => undefined, "2.7.11", "itop");
    expect(old.some((each) => each.name === "EventNotificationNewsroom")).toBe(false);
  });

  test("of persons say that obsolescence only hides", () => {
    const { retention } = store("Person");
    expect(retention).toMatchObject({
      kind: "none",
      proof: { basis: expect.stringContaining("status='left'") },
    });
  });

  test("of links go with the person when the mandatory key cascades", () => {
    expect(store("lnkPersonToWard").erasedWithSubject).toBe("yes");
    expect(store("Ticket").erasedWithSubject).toBe("no");
  });
});

describe("log files", () => {
  test("are not purged unless it is switched on", () => {
    expect(store("Log files", { "log_purge.enabled": false })).toMatchObject({
      retention: { kind: "none", source: "configured" },
      purge: { exists: "yes", enabled: "no" },
    });
  });

  test("keep the days that are configured", () => {
    expect(
      store("Log files", { "log_purge.enabled": true, "log_purge.max_keep_days": 90 }).retention,
    ).toMatchObject({
      kind: "days",
      days: 90,
    });
  });

  test("have no purge before 3.1, whatever the configuration says", () => {
    expect(store("Log files", { "log_purge.enabled": true }, "3.0.4")).toMatchObject({
      retention: { kind: "none" },
      purge: { exists: "no" },
    });
  });
});

describe("backups", () => {
  test("keep the configured number of files", () => {
    expect(store("Backups", { "itop-backup/retention_count": 14 }).retention).toMatchObject({
      criterion: "the 14 newest files",
      source: "configured",
    });
  });

  test("keep five without a configuration, or with one that is no number", () => {
    expect(store("Backups", null).retention).toMatchObject({ criterion: "the 5 newest files" });
    expect(store("Backups", { "itop-backup/retention_count": "many" }).retention).toMatchObject({
      criterion: "the 5 newest files",
    });
  });
});

describe("erasure", () => {
  const erasure = (values: Readonly<Record<string, SettingValue>>, modules: readonly string[] | null) =>
    itopErasure({
      system: "itop",
      entities: MODEL.entities,
      stores: stores(values),
      setting: settings(values),
      modules,
    });
  const anonymizer = (...given: Parameters<typeof erasure>) => erasure(...given)[0];

  test("deleting by hand reaches the person and what cascades", () => {
    const deletion = erasure({}, null)[1];
    expect(deletion).toMatchObject({ kind: "delete", installed: "yes", automatic: false });
    expect(deletion?.reaches).toEqual(
      expect.arrayContaining(["itop:Person.email", "itop:store/lnkPersonToWard"]),
    );
    expect(deletion?.reaches).not.toContain("itop:store/EventNotificationEmail");
  });

  test("the anonymizer is automatic only when it is on and has a period", () => {
    const on = { "combodo-anonymizer/anonymize_obsolete_persons": true };
    const modules = ["combodo-anonymizer"];
    expect(anonymizer(on, modules)).toMatchObject({ installed: "yes", automatic: false, delayDays: null });
    expect(
      anonymizer({ ...on, "combodo-anonymizer/obsolete_persons_retention": 180 }, modules),
    ).toMatchObject({
      automatic: true,
      delayDays: 180,
      proof: { location: { file: "conf/production/config-itop.php" } },
    });
  });

  test("whether it is installed is unknown when modules are", () => {
    expect(anonymizer({}, null)?.installed).toBe("unknown");
    expect(anonymizer({}, ["itop-structure"])?.installed).toBe("no");
  });

  test("it reaches case logs and logged mails, not attachments, REST calls or logins", () => {
    const reaches = anonymizer({}, null)?.reaches ?? [];
    expect(reaches).toEqual(
      expect.arrayContaining(["itop:Ticket.private_log", "itop:store/EventNotificationEmail"]),
    );
    for (const name of ["Attachment", "EventRestService", "EventLoginUsage"]) {
      expect(reaches).not.toContain(`itop:store/${name}`);
    }
  });

  test("it leaves mandatory references of the person as they are", () => {
    const reaches = anonymizer({}, null)?.reaches ?? [];
    expect(reaches).toContain("itop:Person.manager_id");
    expect(reaches).not.toContain("itop:Person.org_id");
  });
});
