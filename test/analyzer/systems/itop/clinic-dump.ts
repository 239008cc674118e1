/** An invented clinic's definitions and REST log, printed as each shape a database or its REST service hands out. */

type Row = Readonly<Record<string, string | null>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

const JSON_OF_NURSE = JSON.stringify({
  code: 0,
  message: "Found: 1",
  objects: {
    "Person::31": {
      code: 0,
      message: "",
      class: "Person",
      key: "31",
      fields: { name: "Haugland", email: "ingrid@clinic.example" },
    },
  },
});

/** Values that no output may hold. */
export const CANARIES: readonly string[] = [
  "Haugland",
  "ingrid@clinic.example",
  "it's a ward\\secret\n",
  "$2y$10$canaryHashOfAPassword",
  "canary-cell",
  "hr-desk@clinic.example",
];

/** One object a class tree; `null` columns are those of other subclasses. */
export const CLINIC: Tables = {
  priv_action: [
    { id: "5", name: "Tell the ward", description: "", status: "enabled", realclass: "ActionEmail" },
  ],
  priv_action_email: [
    {
      id: "5",
      test_recipient: "",
      from: "desk@clinic.example",
      to: "SELECT Person WHERE id = :this->caller_id",
      cc: "",
      bcc: "",
      subject: "Bed $this->ref$",
      body: "<p>Dear $this-&gt;caller_id-&gt;name$,\n\tit's 'ready'</p>",
      html_template_data: "canary-cell",
    },
  ],
  priv_action_notification: [{ id: "5", realclass: "ActionEmail", language: "" }],
  priv_event: [
    {
      id: "11",
      message: "Ok",
      date: "2026-03-01 08:00:00",
      userinfo: "ws-ward",
      realclass: "EventRestService",
    },
    {
      id: "12",
      message: "Ok",
      date: "2026-03-02 09:30:00",
      userinfo: "ingrid.haugland",
      realclass: "EventRestService",
    },
    {
      id: "13",
      message: "TEST (ingrid@clinic.example) - Sent",
      date: "2026-03-02 10:00:00",
      userinfo: "",
      realclass: "EventNotificationEmail",
    },
  ],
  priv_event_email: [
    {
      id: "13",
      to: "ingrid@clinic.example",
      cc: "",
      bcc: "",
      from: "",
      subject: "Haugland",
      body: "it's a ward\\secret\n",
      attachments: "",
    },
  ],
  priv_event_restservice: [
    {
      id: "11",
      operation: "core/get",
      version: "1.3",
      json_input:
        '{"operation":"core/get","class":"Person","key":"SELECT Person WHERE name = \\"Haugland\\"","output_fields":"name,email"}',
      code: "0",
      json_output: JSON_OF_NURSE,
      provider: "CoreServices",
    },
    {
      id: "12",
      operation: "core/update",
      version: "1.3",
      json_input:
        '{"operation": "core/update", "comment": "it\'s for ingrid@clinic.example", "class": "Person", "key": 31, "fields": {"phone": "+47 22 33 44 55"}}',
      code: "100",
      json_output: '{"code":100,"message":"Error: \\t\\n"}',
      provider: "CoreServices",
    },
  ],
  priv_link_action_trigger: [{ id: "1", action_id: "5", trigger_id: "7", order: "1" }],
  priv_sync_att: [
    {
      id: "1",
      sync_source_id: "2",
      attcode: "email",
      update: "1",
      reconcile: "1",
      update_policy: "master_locked",
      finalclass: "SynchroAttribute",
    },
    {
      id: "2",
      sync_source_id: "2",
      attcode: "org_id",
      update: "1",
      reconcile: "0",
      update_policy: "master_unlocked",
      finalclass: "SynchroAttExtKey",
    },
  ],
  priv_sync_att_extkey: [{ id: "2", reconciliation_attcode: "name" }],
  priv_sync_datasource: [
    {
      id: "2",
      name: "Payroll feed",
      description: "Owner: hr-desk@clinic.example",
      status: "production",
      user_id: "9",
      notify_contact_id: "0",
      scope_class: "Person",
      database_table_name: "synchro_data_person_2",
      full_load_periodicity: "86400",
      reconciliation_policy: "use_attributes",
      action_on_zero: "create",
      action_on_one: "update",
      action_on_multiple: "error",
      delete_policy: "update_then_delete",
      delete_policy_update: "status:inactive",
      delete_policy_retention: "864000",
      user_delete_policy: "nobody",
    },
  ],
  priv_trigger: [{ id: "7", description: "Admission", context: "", realclass: "TriggerOnObjectCreate" }],
  priv_trigger_onobject: [{ id: "7", target_class: "UserRequest", filter: "" }],
  priv_urp_profiles: [{ id: "1024", name: "REST Services User", description: "" }],
  priv_urp_userprofile: [{ id: "1", userid: "9", profileid: "1024", description: "" }],
  priv_user: [
    {
      id: "9",
      contactid: "0",
      login: "ws-payroll",
      language: "EN US",
      status: "enabled",
      finalclass: "UserLocal",
    },
  ],
  priv_user_local: [{ id: "9", password_hash: "$2y$10$canaryHashOfAPassword", password_salt: "" }],
};

function quoted(value: string | null): string {
  if (value === null) return "NULL";
  if (/^\d+$/.test(value)) return value;
  return `'${value.replace(/[\\'"\n\r\0]/g, (mark) => ({ "\n": "\\n", "\r": "\\r", "\0": "\\0" })[mark] ?? `\\${mark}`)}'`;
}

/** As mysqldump: structure, then one INSERT a table; `perRow` as `--skip-extended-insert --complete-insert`. */
export function asSql(tables: Tables, prefix = "", perRow = false): string {
  const parts = Object.entries(tables).map(([table, rows]) => {
    const columns = Object.keys(rows[0] as Row);
    const name = `\`${prefix}${table}\``;
    const structure = `CREATE TABLE ${name} (\n${columns.map((column) => `  \`${column}\` text DEFAULT NULL,\n`).join("")}  PRIMARY KEY (\`id\`)\n) ENGINE=InnoDB;\n`;
    const values = rows.map((row) => `(${columns.map((column) => quoted(row[column] ?? null)).join(",")})`);
    const list = perRow ? ` (${columns.map((column) => `\`${column}\``).join(", ")})` : "";
    const inserts = (perRow ? values : [values.join(",")]).map(
      (each) => `INSERT INTO ${name}${list} VALUES ${each};\n`,
    );
    return `--\n-- Dumping data for table ${name}\n--\n\n${structure}${inserts.join("")}`;
  });
  return `/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19\n${parts.join("\n")}`;
}

export function asXml(tables: Tables): string {
  const escaped = (text: string): string =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const data = Object.entries(tables).map(([table, rows]) => {
    const cells = (row: Row): string =>
      Object.entries(row)
        .map(([name, value]) =>
          value === null
            ? `<field name="${name}" xsi:nil="true" />`
            : `<field name="${name}">${escaped(value)}</field>`,
        )
        .join("\n");
    return `<table_data name="${table}">${rows.map((row) => `<row>\n${cells(row)}</row>\n`).join("")}</table_data>\n`;
  });
  return `<?xml version="1.0"?>\n<mysqldump xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n<database name="itop">\n${data.join("")}</database>\n</mysqldump>\n`;
}

/** One result of `mysql --batch` for all given rows. */
export function asBatch(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] as Row);
  const escaped = (text: string): string =>
    text.replace(/[\\\n\t\0]/g, (mark) => ({ "\n": "\\n", "\t": "\\t", "\0": "\\0" })[mark] ?? "\\\\");
  const lines = rows.map((row) =>
    columns.map((column) => (row[column] == null ? "NULL" : escaped(row[column]))).join("\t"),
  );
  return `${[columns.join("\t"), ...lines].join("\n")}\n`;
}

/** As `core/get` with `*+`: each object with the attributes of all its tables. */
export function asReply(objects: readonly (readonly [className: string, parts: readonly Row[]])[]): string {
  const members = objects.map(([name, parts]) => {
    const { id, realclass: _class, ...fields } = Object.assign({}, ...parts) as Record<string, string>;
    return [`${name}::${id}`, { code: 0, message: "", class: name, key: id, fields }];
  });
  return JSON.stringify({
    code: 0,
    message: `Found: ${members.length}`,
    objects: Object.fromEntries(members),
  });
}
