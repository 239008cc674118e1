import { describe, expect, it } from "vitest";
import type { ExportData } from "../../../../analyzer/systems/itop/fragments.ts";
import { readNotifications } from "../../../../analyzer/systems/itop/notifications/notifications.ts";
import { requestModel } from "./request-model.ts";

function exported(name: string, id: string, fields: Record<string, unknown>, line = Number(id)): ExportData {
  const location = { file: `exports/${name}.json`, line, column: 1, endLine: line, endColumn: 2 };
  return { class: name, id, fields, location };
}

function read(...exports: readonly ExportData[]) {
  return readNotifications(exports, requestModel, {
    system: "itop",
    internalDomains: ["stannehospital.example"],
    logStore: "itop:store/EventNotificationEmail",
    lists: () => null,
  });
}

const created = exported("TriggerOnObjectCreate", "5", {
  description: "Request created",
  target_class: "UserRequest",
});
const fired = { trigger_id: "5" };
const received = exported("ActionEmail", "1", {
  name: "Request received",
  status: "enabled",
  trigger_list: [{ trigger_id: "5", trigger_name: "Request created" }],
  to: "SELECT Person WHERE id = :this->caller_id",
  cc: "",
  reply_to: "desk@stannehospital.example",
  test_recipient: "p.lindqvist@mailbox.example",
  subject: "$this->ref$",
  body: "<p>$this-&gt;caller_id-&gt;email$ $this-&gt;caller_id-&gt;email$</p>",
});

describe("an exported e-mail action", () => {
  it("becomes a notification with triggers, recipients and inserted fields", () => {
    const { notifications, problems } = read(received, created);
    expect(problems).toEqual([]);
    expect(notifications).toHaveLength(1);
    expect(notifications[0]).toMatchObject({
      path: "itop:notification/Request received",
      status: "enabled",
      channel: "email",
      logStore: "itop:store/EventNotificationEmail",
      triggers: [
        { path: "itop:trigger/Request created", entity: "UserRequest", event: "create", condition: null },
      ],
      recipients: [
        { slot: "to", audience: "subject" },
        { slot: "reply-to", audience: "internal" },
        { slot: "test", audience: "external" },
      ],
      placeholders: [
        { slot: "body", text: "$this->caller_id->email$", field: "itop:Person.email" },
        { slot: "subject", text: "$this->ref$", field: "itop:UserRequest.ref" },
      ],
    });
  });

  it("names the parties it reaches and where each comes from", () => {
    const { parties, notifications } = read(received, created);
    expect(parties.map(({ path, kind }) => [path, kind])).toEqual([
      ["itop:party/Caller of the ticket (data subject)", "data-subject"],
      ["itop:party/Mail address at mailbox.example", "organisation"],
      ["itop:party/Mail address at stannehospital.example", "role"],
    ]);
    expect(notifications[0]?.recipients[0]?.parties).toEqual([
      "itop:party/Caller of the ticket (data subject)",
    ]);
  });

  it("lets no address of the export through", () => {
    expect(JSON.stringify(read(received, created))).not.toMatch(/lindqvist|desk@/);
  });

  it("has the status of the export, or none that is known", () => {
    const statusOf = (status: string) =>
      read(exported("ActionEmail", "1", { ...received.fields, status })).notifications[0]?.status;
    expect(["enabled", "test", "disabled", "In production"].map(statusOf)).toEqual([
      "enabled",
      "test",
      "disabled",
      "unknown",
    ]);
  });
});

describe("links between actions and triggers", () => {
  const bare = exported("ActionEmail", "1", { name: "Request received", to: "", body: "" });
  it.each([
    ["in the action", [exported("ActionEmail", "1", { ...bare.fields, trigger_list: [{ trigger_id: 5 }] })]],
    [
      "in the action's CSV",
      [exported("ActionEmail", "1", { ...bare.fields, trigger_list: "'trigger_id:5';'order:1'" })],
    ],
    ["on their own", [bare, exported("lnkTriggerAction", "9", { action_id: "1", trigger_id: "5" })]],
  ])("are read %s", (_where, exports) => {
    expect(read(...exports, created).notifications[0]?.triggers).toHaveLength(1);
  });

  it("are read in the trigger", () => {
    const trigger = exported("TriggerOnObjectCreate", "5", {
      ...created.fields,
      action_list: [{ action_id: "1" }],
    });
    expect(read(bare, trigger).notifications[0]?.triggers).toHaveLength(1);
  });

  it("count once when several exports tell of them", () => {
    const link = exported("lnkTriggerAction", "9", { action_id: "1", trigger_id: "5" });
    expect(read(received, created, link).notifications[0]?.triggers).toHaveLength(1);
  });

  it("to a trigger that was not exported keep its name and event, and are a problem", () => {
    const link = {
      trigger_id: "8",
      trigger_name: "Request closed",
      trigger_id_finalclass_recall: "TriggerOnStateEnter",
    };
    const { notifications, problems } = read(
      exported("ActionEmail", "1", { ...bare.fields, trigger_list: [link] }),
    );
    expect(notifications[0]?.triggers[0]).toMatchObject({
      name: "Request closed",
      event: "state-enter",
      entity: null,
    });
    expect(problems.map(({ kind }) => kind)).toEqual(["incomplete-export"]);
  });
});

describe("triggers", () => {
  const triggerOf = (name: string, fields: Record<string, unknown>) =>
    read(received, exported(name, "5", { description: "Request created", ...fields })).notifications[0]
      ?.triggers[0];

  it("of a parent-class export still tell their class", () => {
    expect(triggerOf("TriggerOnStateEnter", { complement: "class restriction: UserRequest" })?.entity).toBe(
      "UserRequest",
    );
  });

  it.each([
    ["TriggerOnStateEnter", { state: "closed" }, "state closed"],
    ["TriggerOnObjectUpdate", { target_attcodes: "agent_id" }, "change of agent_id"],
    ["TriggerOnThresholdReached", { stop_watch_code: "ttr", threshold_index: "75" }, "ttr at 75 %"],
    ["TriggerOnObjectCreate", { context: "REST/JSON" }, "context REST/JSON"],
    [
      "TriggerOnObjectCreate",
      { filter: "SELECT UserRequest WHERE title = 'Oakley'" },
      "SELECT UserRequest WHERE title = '…'",
    ],
  ])("of class %s tell their condition without constants", (name, fields, condition) => {
    expect(triggerOf(name, { target_class: "UserRequest", ...fields })?.condition).toBe(condition);
  });

  it("with a filter that does not work are a problem", () => {
    const trigger = exported("TriggerOnObjectCreate", "5", {
      ...created.fields,
      filter: "SELECT UserRequest WHERE oops = 1",
    });
    expect(read(received, trigger).problems.map(({ message }) => message)).toEqual([
      'The filter of the trigger "Request created" does not work: UserRequest without attribute oops.',
    ]);
  });

  it("on a class the model lacks are a problem", () => {
    const trigger = exported("TriggerOnObjectCreate", "5", { description: "Bed freed", target_class: "Bed" });
    expect(read(received, trigger).problems[0]).toMatchObject({ kind: "unresolved" });
  });
});

describe("actions of other kinds", () => {
  it("the newsroom writes inside the application and has no mail log", () => {
    const fields = {
      name: "Told in app",
      recipients: "SELECT Person WHERE id = :this->agent_id",
      message: "$this->title$",
    };
    expect(read(exported("ActionNewsroom", "2", fields)).notifications[0]).toMatchObject({
      channel: "in-app",
      logStore: null,
      recipients: [{ slot: "recipients", audience: "internal" }],
    });
  });

  it("a webhook reaches an application", () => {
    const fields = { name: "To the lab", payload: '{"log":"$this->private_log$"}' };
    const { notifications } = read(
      exported("ActionWebhook", "3", { ...fields, trigger_list: [fired] }),
      created,
    );
    expect(notifications[0]).toMatchObject({
      channel: "webhook",
      placeholders: [{ field: "itop:UserRequest.private_log" }],
      wholeRecord: null,
    });
  });

  it("an unknown class is a problem, not a guess", () => {
    const { notifications, problems } = read(exported("ActionShellExec", "4", { name: "Restart" }));
    expect(notifications).toEqual([]);
    expect(problems.map(({ kind }) => kind)).toEqual(["not-analysed"]);
  });
});

describe("exports of parent classes", () => {
  it("say what they lack instead of passing as empty", () => {
    const { problems } = read(exported("ActionEmail", "1", { name: "Request received", status: "enabled" }));
    expect(problems).toMatchObject([
      { kind: "incomplete-export", message: expect.stringContaining("lacks to and body") },
    ]);
  });

  it("are completed by exports of the class itself, in either order", () => {
    const short = exported("ActionEmail", "1", { name: "Request received", status: "enabled" });
    expect(read(short, received, created)).toEqual(read(received, short, created));
  });
});

it("actions of one name keep apart by their id", () => {
  const twin = exported("ActionNewsroom", "2", { name: "Request received", recipients: "", message: "" });
  expect(read(received, twin).notifications.map(({ path }) => path)).toEqual([
    "itop:notification/Request received #1",
    "itop:notification/Request received #2",
  ]);
});
