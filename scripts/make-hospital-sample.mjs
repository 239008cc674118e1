// Writes the exports and logs of the sample hospital group: invented people, the shapes of an iTop 3.2.
// Deterministic: the same script writes the same bytes. Run: node scripts/make-hospital-sample.mjs
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const sample = join(dirname(dirname(fileURLToPath(import.meta.url))), "samples/hospital-group");

let seed = 20261124;
/** A number below `limit`, from a linear congruential generator (constants of Numerical Recipes). */
function pick(limit) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}
const oneOf = (list) => list[pick(list.length)];

/** What `core/get` answers; iTop escapes slashes and everything outside ASCII. */
function reply(rows) {
  const objects = Object.fromEntries(
    rows.map(({ cls, id, ...fields }) => [
      `${cls}::${id}`,
      {
        code: 0,
        message: "",
        class: cls,
        key: String(id),
        fields: { ...fields, finalclass: cls, friendlyname: fields.name ?? cls },
      },
    ]),
  );
  return itopJson({ code: 0, message: `Found: ${rows.length}`, objects: rows.length === 0 ? null : objects });
}
function itopJson(value) {
  return JSON.stringify(value)
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const write = (path, text) => writeFileSync(join(sample, path), `${text}\n`);

// ── Synchronization: the HR system at its generated defaults, the directory with a narrow mapping ──────────────
const PERSON = [
  ["name", true],
  ["first_name", true],
  ["email", true],
  ["employee_number", true],
  "status",
  "phone",
  "notify",
  "function",
  "mobile_phone",
  "picture",
  "payroll_number",
  "staff_number",
  "birth_date",
  "national_id",
  "iban",
  "emergency_contact",
  "health_restrictions",
  "health_file_reference",
  "union_membership",
  "locker_code",
  "hr_log",
  "badge_number",
];
const attribute = (attcode, update, reconcile, policy = "master_locked", cls = "SynchroAttribute") => ({
  attcode,
  update,
  reconcile,
  update_policy: policy,
  finalclass: cls,
  friendlyname: attcode,
});
const hrAttributes = [
  ...PERSON.map((each) =>
    Array.isArray(each) ? attribute(each[0], true, each[1]) : attribute(each, true, false),
  ),
  ...["org_id", "location_id", "manager_id"].map((key) =>
    attribute(key, true, key === "org_id", "master_locked", "SynchroAttExtKey"),
  ),
  ...["team_list", "cis_list"].map((list) =>
    attribute(list, true, false, "master_locked", "SynchroAttLinkSet"),
  ),
];
const directoryAttributes = [
  attribute("name", true, false, "master_unlocked"),
  attribute("first_name", true, false, "master_unlocked"),
  attribute("email", true, true, "master_unlocked"),
  attribute("phone", true, false, "master_unlocked"),
  attribute("function", false, false, "master_unlocked"),
  attribute("org_id", true, false, "master_unlocked", "SynchroAttExtKey"),
];
const source = (id, fields) => ({
  cls: "SynchroDataSource",
  id,
  description: "",
  status: "production",
  user_id: "0",
  notify_contact_id: "0",
  scope_class: "Person",
  scope_restriction: "",
  full_load_periodicity: "0",
  reconciliation_policy: "use_attributes",
  action_on_zero: "create",
  action_on_one: "update",
  action_on_multiple: "error",
  delete_policy: "ignore",
  delete_policy_update: "",
  delete_policy_retention: "",
  user_delete_policy: "nobody",
  url_icon: "",
  url_application: "",
  ...fields,
});
write(
  "exports/SynchroDataSource.json",
  reply([
    source(3, {
      name: "HR master data",
      description: "Nightly extract of the human resources system",
      database_table_name: "synchro_data_hr_master",
      attribute_list: hrAttributes,
    }),
    source(4, {
      name: "Active Directory",
      description: "Accounts of both clinics",
      user_id: "7",
      user_id_friendlyname: "ws-directory",
      database_table_name: "synchro_data_ad_person",
      attribute_list: directoryAttributes,
      action_on_multiple: "take_first",
      delete_policy: "update",
      delete_policy_update: "status:inactive",
      full_load_periodicity: "86400",
    }),
    source(9, {
      name: "Bedside terminals",
      description: "Inventory of the terminals",
      scope_class: "BedsideTerminal",
      user_id: "7",
      user_id_friendlyname: "ws-directory",
      database_table_name: "synchro_data_terminals",
      delete_policy: "delete",
      full_load_periodicity: "604800",
      attribute_list: [
        attribute("name", true, true),
        attribute("health_status", true, false),
        attribute("capacity", true, false),
      ],
    }),
    source(11, {
      name: "Payroll trial",
      status: "obsolete",
      database_table_name: "synchro_data_payroll_trial",
      attribute_list: [attribute("iban", true, false), attribute("payroll_number", true, true)],
    }),
  ]),
);

// ── Notifications ──────────────────────────────────────────────────────────────────────────────────────────────
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

// ── Accounts ───────────────────────────────────────────────────────────────────────────────────────────────────
const PROFILES = {
  1: "Administrator",
  2: "Portal user",
  4: "Service Desk Agent",
  5: "Support Agent",
  1024: "REST Services User",
  2101: "Ward secretary",
  2102: "Occupational health",
};
const account = (id, login, contactid, profiles, status = "enabled") => ({
  cls: "UserLocal",
  id,
  login,
  contactid: String(contactid),
  language: "FR FR",
  status,
  profile_list: profiles.map((profile) => ({
    profileid: String(profile),
    profile: PROFILES[profile],
    reason: "",
    friendlyname: "Link",
  })),
  allowed_org_list: [],
  password: "*****",
  expiration: "never_expire",
});
const USERS = [
  account(1, "admin", 0, [1, 1024]),
  account(7, "ws-directory", 0, [1024, 3]),
  account(8, "ws-reporting", 0, [1024, 1]),
  account(9, "svc-monitoring", 0, [1024, 4]),
  account(12, "c.delorme", 101, [4, 5]),
  account(13, "m.haas", 102, [2101]),
  account(14, "j.perrin", 103, [2]),
  account(15, "s.weiss", 104, [2101, 2102]),
  account(16, "old.trainee", 105, [2], "disabled"),
];
PROFILES[3] = "Configuration Manager";
write("exports/User.json", reply(USERS.map((user) => ({ ...user, name: user.login }))));
write(
  "exports/URP_UserProfile.json",
  reply(
    USERS.flatMap((user) =>
      user.profile_list.map((link) => ({
        cls: "URP_UserProfile",
        id: user.id * 10000 + Number(link.profileid),
        userid: String(user.id),
        userlogin: user.login,
        profileid: link.profileid,
        profile: PROFILES[link.profileid],
        reason: "",
      })),
    ),
  ),
);

// ── A year of logs ─────────────────────────────────────────────────────────────────────────────────────────────
const FIRST = ["Claire", "Mehdi", "Jonas", "Sophie", "Élise", "Karim", "Lena", "Paul", "Zoé", "Günther"];
const LAST = [
  "Delorme",
  "Haas",
  "Perrin",
  "Weiss",
  "Nguyễn",
  "O'Brien",
  "Müller",
  "Costa",
  "Lefèvre",
  "Øster",
];
const person = () => {
  const first = oneOf(FIRST);
  const last = oneOf(LAST);
  return {
    first,
    last,
    email: `${first}.${last}@tilleuls.example`
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^a-z.@]/g, ""),
    phone: `+33 3 88 ${10 + pick(90)} ${10 + pick(90)} ${10 + pick(90)}`,
  };
};
const day = (index) => new Date(Date.UTC(2025, 10, 20) + index * 86_400_000).toISOString().slice(0, 10);
const time = () =>
  `${String(pick(24)).padStart(2, "0")}:${String(pick(60)).padStart(2, "0")}:${String(pick(60)).padStart(2, "0")}`;

const event = (userinfo, input, output, when, more = {}) => ({
  message: output.message ?? "Ok",
  date: when,
  userinfo,
  operation: input.operation ?? "",
  version: "1.3",
  json_input: typeof input.raw === "string" ? input.raw : JSON.stringify(input),
  code: String(output.code),
  json_output: itopJson(output),
  provider: "CoreServices",
  ...more,
});
const found = (cls, rows) => ({
  code: 0,
  message: `Found: ${rows.length}`,
  objects:
    rows.length === 0
      ? null
      : Object.fromEntries(
          rows.map((fields, index) => [
            `${cls}::${index + 1}`,
            { code: 0, message: "", class: cls, key: String(index + 1), fields },
          ]),
        ),
});
const fullPerson = () => {
  const { first, last, email, phone } = person();
  return {
    name: last,
    first_name: first,
    email,
    phone,
    mobile_phone: phone,
    employee_number: `T${100000 + pick(900000)}`,
    national_id: String(pick(1e9)),
    health_restrictions: "",
    status: "active",
    friendlyname: `${first} ${last}`,
  };
};
const MAKERS = [
  (when) =>
    event(
      "ws-directory",
      {
        operation: "core/update",
        class: "Person",
        key: { email: person().email },
        comment: "directory",
        output_fields: "id",
        fields: { phone: person().phone, name: person().last },
      },
      found("Person", [{ id: "1" }]),
      when,
    ),
  (when) =>
    event(
      "svc-monitoring",
      {
        operation: "core/create",
        class: "UserRequest",
        comment: "alert",
        output_fields: "ref",
        fields: { title: "Terminal offline", description: "Terminal offline", org_id: 2 },
      },
      found("UserRequest", [{ ref: `R-${100000 + pick(900000)}` }]),
      when,
    ),
  (when) =>
    event(
      "ws-reporting",
      {
        operation: "core/get",
        class: "UserRequest",
        key: "SELECT UserRequest WHERE status = 'resolved'",
        output_fields: "ref,title,caller_id_friendlyname,solution",
      },
      found("UserRequest", [
        {
          ref: "R-000021",
          title: "Printer",
          caller_id_friendlyname: `${person().first} ${person().last}`,
          solution: "",
        },
      ]),
      when,
    ),
  (when) =>
    event(
      "svc-monitoring",
      { operation: "core/check_credentials", user: person().email, password: `Pw-${pick(100000)}` },
      { code: 0, message: null, authorized: pick(2) === 1 },
      when,
    ),
];
/** iTop cuts a value above 65,535 characters and says so at the end. */
function cut(text) {
  const tail = ` -truncated (${text.length} chars)`;
  return text.length <= 65_535 ? text : text.slice(0, 65_535 - tail.length) + tail;
}
const rows = [];
for (let index = 0; index < 365; index++) {
  for (let call = 0; call < 2; call++) rows.push(oneOf(MAKERS)(`${day(index)} ${time()}`));
  if (index % 30 === 0) {
    const people = Array.from({ length: 12 }, fullPerson);
    rows.push(
      event(
        "ws-reporting",
        { operation: "core/get", class: "Person", key: "SELECT Person", output_fields: "*" },
        found("Person", people),
        `${day(index)} 03:00:00`,
      ),
    );
  }
}
const everyone = event(
  "ws-reporting",
  { operation: "core/get", class: "Person", key: "SELECT Person", output_fields: "*+" },
  found("Person", Array.from({ length: 300 }, fullPerson)),
  `${day(200)} 03:10:00`,
);
rows.push({ ...everyone, json_output: cut(everyone.json_output) });
rows.push(
  event(
    "",
    { raw: '{"operation": "core/get", broken' },
    { code: 4, message: "Error: invalid JSON" },
    `${day(17)} 10:00:00`,
    { operation: "", provider: "" },
  ),
);
rows.push(
  event(
    "intruder",
    {
      operation: "core/get",
      class: "Person",
      key: "SELECT Person WHERE email = 'claire.delorme@tilleuls.example'",
      output_fields: "email,phone",
    },
    { code: 1, message: "Error: Invalid login" },
    `${day(43)} 02:11:09`,
    { userinfo: "" },
  ),
);
rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
write(
  "logs/EventRestService.json",
  reply(rows.map((row, index) => ({ cls: "EventRestService", id: 5000 + index, ...row }))),
);

const OUTCOMES = ["Sent", "Sent", "Sent", "No recipient", "TEST (desk@tilleuls.example) - Sent"];
write(
  "logs/EventNotificationEmail.json",
  reply(
    Array.from({ length: 120 }, (_, index) => {
      const { first, last, email } = person();
      return {
        cls: "EventNotificationEmail",
        id: 9000 + index,
        message: oneOf(OUTCOMES),
        date: `${day(index * 3)} ${time()}`,
        userinfo: "admin",
        trigger_id: "21",
        action_id: "31",
        object_id: String(40 + index),
        to: email,
        cc: "",
        bcc: "",
        from: "itop@tilleuls.example",
        subject: `[R-${String(index).padStart(6, "0")}]`,
        body: `<p>Dear ${first} ${last}</p>`,
        attachments: "",
      };
    }),
  ),
);
