/** What an invented clinic's iTop holds: one synchronization, one notification, accounts, and logs of a month. */
import { type FakeClass, type FakeRow, OWN_ID, USER } from "./fake-itop.ts";

const LINK = { order: "1", action_name: "Welcome mail", trigger_name: "New person" };

export function clinic(): Readonly<Record<string, FakeClass>> {
  return {
    SynchroDataSource: table("SynchroDataSource", [
      {
        name: "Payroll persons",
        description: "",
        status: "production",
        user_id: "30",
        user_id_friendlyname: "svc-payroll",
        notify_contact_id: "0",
        scope_class: "Person",
        database_table_name: "synchro_data_person_2",
        scope_restriction: "",
        full_load_periodicity: "86400",
        reconciliation_policy: "use_attributes",
        action_on_zero: "create",
        action_on_one: "update",
        action_on_multiple: "error",
        delete_policy: "update",
        delete_policy_update: "status:inactive",
        delete_policy_retention: "0",
        user_delete_policy: "nobody",
        url_application: "",
        url_icon: "",
      },
    ]),
    SynchroAttribute: table(
      "SynchroAttribute",
      ["employee_number", "email", "mobile_phone"].map((attcode) => ({
        sync_source_id: "1",
        attcode,
        update: attcode === "employee_number" ? "0" : "1",
        reconcile: attcode === "employee_number" ? "1" : "0",
        update_policy: "master_locked",
      })),
    ),
    Trigger: table("TriggerOnObjectCreate", [
      { description: "New person", context: "", target_class: "Person", filter: "", action_list: [] },
    ]),
    Action: table("ActionEmail", [
      {
        name: "Welcome mail",
        description: "",
        status: "enabled",
        test_recipient: "",
        from: "it@peupliers.example",
        reply_to: "",
        to: "SELECT Person WHERE id = :this->id",
        cc: "",
        bcc: "",
        subject: "Welcome $this->friendlyname$",
        body: "<p>Your number is $this-&gt;employee_number$</p>",
        webhook_token: "must-not-be-written",
        trigger_list: [],
      },
    ]),
    lnkTriggerAction: table("lnkTriggerAction", [
      { ...LINK, action_id: "1", trigger_id: "1", trigger_id_finalclass_recall: "TriggerOnObjectCreate" },
    ]),
    QueryOQL: table("QueryOQL", [
      { name: "All nurses", description: "", fields: "", oql: "SELECT Person", is_template: "no" },
    ]),
    AuditCategory: { rows: [], attributes: ["name", "description", "definition_set"] },
    AuditRule: { rows: [], attributes: ["name", "description", "query", "valid_flag", "category_id"] },
    User: {
      rows: [user(30, "svc-payroll", "0"), user(OWN_ID, USER, "0"), user(40, "claire.delorme", "12")],
      attributes: [
        "login",
        "contactid",
        "contactid_obsolescence_flag",
        "status",
        "profile_list",
        "allowed_org_list",
      ],
    },
    URP_Profiles: table("URP_Profiles", [{ name: "Administrator", description: "Everything" }]),
    URP_UserProfile: table("URP_UserProfile", [
      { userid: "30", profileid: "1024", profile: "REST Services User" },
    ]),
    URP_UserOrg: { rows: [], attributes: ["userid", "allowed_org_id"] },
    EventRestService: { rows: calls(60), attributes: Object.keys(call(1, "x")) },
    EventNotificationEmail: { rows: mails(20), attributes: Object.keys((mails(1)[0] as FakeRow).fields) },
    CMDBChange: table("CMDBChange", [
      { date: "2026-10-02 08:00:00", origin: "interactive", userinfo: "Claire Delorme" },
    ]),
  };
}

export function table(name: string, rows: readonly FakeRow["fields"][]): FakeClass {
  return {
    rows: rows.map((fields, index) => ({ class: name, id: index + 1, fields })),
    attributes: Object.keys(rows[0] ?? {}),
  };
}

function user(id: number, login: string, contactid: string): FakeRow {
  const link = { reason: "set up by Claire Delorme", userid_friendlyname: login };
  const fields = {
    login,
    contactid,
    contactid_obsolescence_flag: false,
    status: "enabled",
    profile_list: [{ profileid: "1024", profile: "REST Services User", ...link }],
    allowed_org_list: [{ allowed_org_id: "3", ...link }],
    email: "claire.delorme@peupliers.example",
  };
  return { class: "UserLocal", id, fields };
}

/** Every third id, as other events lie between; every fifth row is a call of the collection itself. */
export function calls(count: number): FakeRow[] {
  return Array.from({ length: count }, (_, index) => {
    const fields = call(index, index % 5 === 4 ? USER.toUpperCase() : "svc-payroll");
    return { class: "EventRestService", id: index * 3 + 1, fields };
  });
}

function call(index: number, userinfo: string): FakeRow["fields"] {
  return {
    date: `2026-10-${String(1 + (index % 28)).padStart(2, "0")} 03:00:00`,
    userinfo,
    operation: "core/get",
    version: "1.3",
    code: "0",
    json_input: '{"operation":"core/get","class":"Person","key":"SELECT Person","output_fields":"email"}',
    json_output:
      '{"code":0,"message":"Found: 1","objects":{"Person::12":{"code":0,"message":"","class":"Person","key":"12","fields":{"email":"claire.delorme@peupliers.example"}}}}',
  };
}

export function mails(count: number): FakeRow[] {
  return Array.from({ length: count }, (_, index) => ({
    class: "EventNotificationEmail",
    id: index + 500,
    fields: {
      date: `2026-10-${String(1 + (index % 28)).padStart(2, "0")} 09:00:00`,
      message: index % 2 === 0 ? "Sent" : "TEST (claire.delorme@peupliers.example) - Sent",
      trigger_id: "1",
      action_id: "1",
      to: "Claire Delorme <claire.delorme@peupliers.example>, bob.hale@laundry.example",
      cc: "",
      bcc: "",
      subject: "Welcome Claire Delorme",
      body: "Your number is E100234",
    },
  }));
}
