/** Definitions and REST log of the invented iTop of Port of Skarvik, before any export. */

export interface SkarvikObject {
  readonly class: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Objects by the class that is exported, in export order. */
export const SKARVIK: Readonly<Record<string, readonly SkarvikObject[]>> = {
  SynchroDataSource: [
    {
      class: "SynchroDataSource",
      id: "4",
      fields: {
        name: "Crew register",
        description: "Nightly file of the harbour's crew register",
        status: "production",
        user_id: "7",
        user_id_friendlyname: "svc-crew",
        scope_class: "Person",
        database_table_name: "synchro_data_person_4",
        full_load_periodicity: "86400",
        reconciliation_policy: "use_attributes",
        action_on_zero: "create",
        action_on_one: "update",
        action_on_multiple: "take_first",
        delete_policy: "update_then_delete",
        delete_policy_update: "status:inactive",
        delete_policy_retention: "7776000",
        user_delete_policy: "administrators",
      },
    },
    {
      class: "SynchroDataSource",
      id: "5",
      fields: {
        name: "Directory accounts",
        description: "",
        status: "implementation",
        user_id: "0",
        user_id_friendlyname: "",
        scope_class: "UserLDAP",
        database_table_name: "synchro_data_userldap_5",
        full_load_periodicity: "0",
        reconciliation_policy: "use_primary_key",
        action_on_zero: "error",
        action_on_one: "update",
        action_on_multiple: "error",
        delete_policy: "ignore",
        delete_policy_update: "",
        delete_policy_retention: "",
        user_delete_policy: "nobody",
      },
    },
  ],
  SynchroAttribute: [
    attribute("41", "4", "Crew register", "email", "yes", "no", "master_locked"),
    attribute("42", "4", "Crew register", "employee_number", "no", "yes", "master_unlocked"),
    attribute("43", "5", "Directory accounts", "login", "yes", "yes", "write_if_empty"),
  ],
  TriggerOnObject: [
    {
      class: "TriggerOnObjectCreate",
      id: "9",
      fields: {
        description: "Request opened",
        target_class: "UserRequest",
        filter: "",
        finalclass: "TriggerOnObjectCreate",
      },
    },
    {
      class: "TriggerOnObjectDelete",
      id: "10",
      fields: {
        description: "Crew member removed",
        target_class: "Person",
        filter: "SELECT Person WHERE status = 'inactive'",
        finalclass: "TriggerOnObjectDelete",
      },
    },
  ],
  ActionEmail: [
    {
      class: "ActionEmail",
      id: "3",
      fields: {
        name: "Tell the caller",
        status: "enabled",
        to: "SELECT Person WHERE id = :this->caller_id",
        cc: "",
        bcc: "",
        subject: "Request $this->ref$",
        body: '<p>Dear $this-&gt;caller_id-&gt;first_name$, rate us: <a href="https://rate.example/?m=$this-&gt;caller_id-&gt;email$">here</a></p>',
        finalclass: "ActionEmail",
      },
    },
  ],
  lnkTriggerAction: [
    {
      class: "lnkTriggerAction",
      id: "21",
      fields: {
        action_id: "3",
        action_id_friendlyname: "Tell the caller",
        trigger_id: "9",
        trigger_id_friendlyname: "Request opened",
        order: "1",
      },
    },
  ],
  EventRestService: [
    call("101", "2026-03-01 06:00:00", "ws-gangway", {
      operation: "core/get",
      class: "Person",
      key: "SELECT Person",
      output_fields: "name,email",
    }),
    call("102", "2026-03-02 06:00:00", "ws-gangway", {
      operation: "core/get",
      class: "Person",
      key: "SELECT Person",
      output_fields: "name,email",
    }),
    call("104", "2026-03-02 07:30:10", "ws-crew", {
      operation: "core/update",
      class: "Person",
      key: 12,
      comment: "crew",
      fields: { phone: "+47 55 01 02 03" },
    }),
  ],
};

/** Attributes that are dates; a spreadsheet splits them. */
export const DATES: ReadonlySet<string> = new Set(["date"]);

function attribute(
  id: string,
  source: string,
  sourceName: string,
  attcode: string,
  update: string,
  reconcile: string,
  policy: string,
): SkarvikObject {
  const fields = {
    sync_source_id: source,
    sync_source_id_friendlyname: sourceName,
    attcode,
    update,
    reconcile,
    update_policy: policy,
    finalclass: "SynchroAttribute",
  };
  return { class: "SynchroAttribute", id, fields };
}

interface CallInput {
  readonly operation: string;
  readonly class: string;
  readonly [parameter: string]: unknown;
}

function call(id: string, date: string, login: string, input: CallInput): SkarvikObject {
  const shown = { name: "Aune", email: "aune@skarvik.example" };
  const object = { code: 0, message: "", class: input.class, key: "12", fields: shown };
  const output = { code: 0, message: "Found: 1", objects: { [`${input.class}::12`]: object } };
  return {
    class: "EventRestService",
    id,
    fields: {
      message: "Ok",
      date,
      userinfo: login,
      operation: input.operation,
      version: "1.3",
      json_input: JSON.stringify(input),
      code: "0",
      json_output: JSON.stringify(output),
      provider: "CoreServices",
      finalclass: "EventRestService",
    },
  };
}
