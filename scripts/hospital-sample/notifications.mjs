// Seven mails: to the caller, out of the house, to the wards, to a partner, to nobody, in test, switched off.
import { reply, write } from "./output.mjs";

const TRIGGERS = [
  {
    cls: "TriggerOnObjectCreate",
    id: 21,
    description: "Request created",
    target_class: "UserRequest",
    filter: "",
  },
  {
    cls: "TriggerOnStateEnter",
    id: 22,
    description: "Request escalated",
    target_class: "UserRequest",
    filter: "",
    state: "escalated_tto",
  },
  {
    cls: "TriggerOnObjectUpdate",
    id: 23,
    description: "Person changed",
    target_class: "Person",
    filter: "",
    target_attcodes: "health_restrictions, phone",
  },
  {
    cls: "TriggerOnObjectUpdate",
    id: 24,
    description: "Log updated",
    target_class: "UserRequest",
    filter: "",
    target_attcodes: "public_log, private_log",
  },
  {
    cls: "TriggerOnObjectCreate",
    id: 25,
    description: "Visitor expected",
    target_class: "VisitorBadge",
    filter: "",
  },
].map((trigger) => ({
  context: "",
  complement: `class restriction: ${trigger.target_class}`,
  subscription_policy: "allow_no_channel",
  ...trigger,
}));

const action = (id, triggerIds, fields) => ({
  cls: "ActionEmail",
  id,
  description: "",
  status: "enabled",
  asynchronous: "use_global_setting",
  language: "",
  test_recipient: "",
  from: "itop@tilleuls.example",
  from_label: "Service desk",
  reply_to: "desk@tilleuls.example",
  reply_to_label: "",
  cc: "",
  bcc: "",
  importance: "normal",
  html_template: { data: "", mimetype: "", filename: "", downloads_count: 0 },
  ignore_notify: "yes",
  trigger_list: triggerIds.map((trigger, order) => ({
    trigger_id: String(trigger),
    trigger_name: TRIGGERS.find((each) => each.id === trigger).description,
    order: String(order + 1),
    friendlyname: "lnkTriggerAction",
  })),
  ...fields,
});
const ACTIONS = [
  action(31, [21], {
    name: "Receipt to the caller",
    to: "SELECT Person WHERE id = :this->caller_id",
    subject: "[$this->ref$] $this->title$",
    body: "<p>Dear $this-&gt;caller_id-&gt;first_name$ $this-&gt;caller_id-&gt;name$,</p><p>we have recorded your request $this-&gt;hyperlink(portal)$.</p>",
  }),
  action(32, [22], {
    name: "Escalation to the supplier",
    to: "SELECT Person WHERE email = 'hotline@medtec-service.example'",
    subject: "Escalated: $this->ref$",
    body: "<p>Please call $this-&gt;caller_id-&gt;friendlyname$ at $this-&gt;caller_id-&gt;mobile_phone$ or $this-&gt;callback_phone$.</p><p>$this-&gt;html(description)$</p>",
  }),
  action(33, [23], {
    name: "Health change to the wards",
    to: "SELECT Person AS p JOIN lnkPersonToTeam AS l ON l.person_id = p.id WHERE l.team_name LIKE 'Ward%'",
    subject: "$this->friendlyname$: new restrictions",
    body: "<p>New restrictions: $this-&gt;health_restrictions$</p>",
  }),
  action(34, [24], {
    name: "Case log to the partner",
    to: "SELECT Contact WHERE org_name = 'MedTec Service'",
    subject: "Update on $this->ref$",
    body: "<p>$this-&gt;head_html(public_log)$</p><p>Internal notes: $this-&gt;private_log$</p>",
  }),
  action(35, [22], {
    name: "Escalation to the manager",
    to: "SELECT Persn WHERE id = :this->agent_id",
    subject: "$this->ref$ escalated",
    body: "<p>$this-&gt;ref$ has been waiting since $this-&gt;start_date$ (priority $this-&gt;prority$).</p>",
  }),
  action(36, [25], {
    name: "Visitor announced",
    status: "test",
    test_recipient: "desk@tilleuls.example",
    to: "SELECT Person WHERE id = :this->host_id",
    subject: "Your visitor",
    body: "<p>$this-&gt;visitor_name$ ($this-&gt;visitor_email$) is at the gate.</p>",
  }),
  action(37, [23], {
    name: "Health change to the insurer",
    status: "disabled",
    to: "SELECT Contact WHERE org_name = 'Mutuelle du Rhin'",
    subject: "Change",
    body: "<p>$this-&gt;health_restrictions$ $this-&gt;national_id$</p>",
  }),
];

export function writeNotifications() {
  write("exports/ActionEmail.json", reply(ACTIONS));
  write("exports/Trigger.json", reply(TRIGGERS));
  write(
    "exports/lnkTriggerAction.json",
    reply(
      ACTIONS.flatMap((each) =>
        each.trigger_list.map((link) => ({
          cls: "lnkTriggerAction",
          id: each.id * 100 + Number(link.trigger_id),
          action_id: String(each.id),
          action_name: each.name,
          trigger_id: link.trigger_id,
          trigger_name: link.trigger_name,
          order: link.order,
        })),
      ),
    ),
  );
}
