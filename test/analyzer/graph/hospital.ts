/** A small invented hospital group: staff from a directory, tickets, mails, a portal and two interface accounts. */
import type { Grant, Role } from "../../../analyzer/model/access.ts";
import type { Estate } from "../../../analyzer/model/estate.ts";
import type { Party } from "../../../analyzer/model/party.ts";
import type { System } from "../../../analyzer/model/system.ts";
import { plainQuery } from "../../model-parts.ts";
import { entities, verdicts } from "./hospital-model.ts";
import {
  mapped,
  movement,
  notification,
  operation,
  placeholder,
  proof,
  recipient,
  store,
  system,
} from "./model-factory.ts";

export { entities, verdicts };

const grant = (name: string, operation: Grant["operation"]): Grant => ({
  entity: name,
  operation,
  effect: "allow",
  through: "group Tickets",
});

const agent: Role = {
  path: "itop:role/Service Desk Agent",
  name: "Service Desk Agent",
  audience: "internal",
  grants: [
    grant("Person", "read"),
    grant("Person", "bulk-read"),
    grant("UserRequest", "read"),
    grant("Server", "read"),
  ],
  proof: proof("datamodel.hospital.xml", 90),
};

const party = (name: string, kind: Party["kind"], audience: Party["audience"]): Party => ({
  path: `itop:party/${name}`,
  name,
  kind,
  audience,
  country: null,
  proof: proof("sync.json"),
});

export const staffSync = movement("HR employees", {
  from: { kind: "party", ref: "itop:party/HR directory" },
  to: { kind: "entity", ref: "itop:Person" },
  map: [
    mapped("itop:Person.name", 31),
    mapped("itop:Person.first_name", 32),
    mapped("itop:Person.mobile_phone", 33),
    mapped("itop:Person.employee_number", 34, "match"),
    mapped("itop:Person.health_note", 35),
    mapped("itop:Person.manager_id", 36),
  ],
  staging: "itop:store/synchro_data_person_1",
});

export const newTicket = notification("New ticket", {
  placeholders: [
    placeholder("itop:UserRequest.title", 12),
    placeholder("itop:Person.mobile_phone", 14),
    placeholder("itop:UserRequest.caller_id_friendlyname", 15),
  ],
  recipients: [recipient("Person", "subject", { bound: true }), recipient(null, "unknown", { slot: "cc" })],
  logStore: "itop:store/Mail log",
});

export const itop: System = system("itop", {
  entities,
  stores: [
    store("Change history", "history", { holds: { parts: ["old-values", "names"], fields: [] } }),
    store("Mail log", "notification-log", {
      entity: "EventNotificationEmail",
      holds: { parts: ["addresses", "bodies"], fields: [] },
    }),
    store("REST log", "api-log", { holds: { parts: ["payloads"], fields: [] } }),
    store("synchro_data_person_1", "sync-staging", { holds: { parts: ["names"], fields: [] } }),
    store("Case log of UserRequest", "case-log", {
      of: ["UserRequest"],
      holds: { parts: ["names"], fields: ["itop:UserRequest.public_log"] },
    }),
  ],
  movements: [
    staffSync,
    movement("Repair partner", {
      path: "itop:movement/Repair partner",
      kind: "webhook",
      from: { kind: "entity", ref: "itop:UserRequest" },
      to: { kind: "party", ref: "itop:party/Medtech Repairs Ltd" },
      map: [mapped("itop:UserRequest.description", 50), mapped("itop:UserRequest.caller_email", 51)],
    }),
  ],
  notifications: [
    newTicket,
    notification("Supplier alert", {
      placeholders: [placeholder("itop:UserRequest.description", 40)],
      recipients: [recipient("Contact", "external")],
      logStore: "itop:store/Mail log",
    }),
  ],
  operations: [
    operation("rota reads staff", {
      account: "itop:account/rota-app",
      verb: "read",
      entities: ["Person"],
      fields: ["itop:Person.name", "itop:Person.email", "itop:Person.manager_id"],
    }),
    operation("helpline writes", {
      account: "itop:account/helpline",
      verb: "create",
      entities: ["UserRequest"],
      fields: ["itop:UserRequest.title", "itop:UserRequest.description"],
    }),
  ],
  roles: [agent],
  accounts: [
    {
      path: "itop:account/rota-app",
      kind: "technical",
      roles: [agent.path],
      apiAccess: true,
      orgScope: "all",
      status: "enabled",
      person: "none",
      proof: proof("accounts.json"),
    },
  ],
  views: [
    {
      path: "itop:view/My requests",
      name: "My requests",
      audience: "end-user",
      entity: "UserRequest",
      fields: [
        { field: "itop:UserRequest.title", shown: "shown" },
        { field: "itop:UserRequest.public_log", shown: "hidden" },
      ],
      scope: null,
      proof: proof("datamodel.hospital.xml", 120),
    },
  ],
  queries: [
    {
      ...plainQuery("itop", "menu Staff of a ward"),
      entity: "Person",
      reads: ["Person"],
      fields: ["itop:Person.email"],
      literals: [{ kind: "name", count: 2 }],
      proof: proof("datamodel.hospital.xml", 130),
    },
  ],
  parties: [
    party("HR directory", "source", "internal"),
    party("Medtech Repairs Ltd", "organisation", "external"),
  ],
});

export function estateOf(...systems: readonly System[]): Estate {
  return {
    name: "St Clair hospital group",
    asOf: "2026-07-01",
    internalDomains: [],
    systems,
    inputs: [],
    problems: [],
  };
}

/** The hospital with some parts replaced. */
export function hospital(more: Partial<System> = {}): Estate {
  return estateOf({ ...itop, ...more });
}
