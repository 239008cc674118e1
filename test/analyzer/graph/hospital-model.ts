/** The data model of the invented hospital group, with what the classifier says of it. */
import type { Verdicts } from "../../../analyzer/model/verdict.ts";
import { entity, field, verdict } from "./model-factory.ts";

const contact = (owner: string) => [
  field(owner, "name", { declaredIn: "Contact" }),
  field(owner, "email", { declaredIn: "Contact", kind: "email" }),
  field(owner, "phone", { declaredIn: "Contact", kind: "phone" }),
];

const copy = (owner: string, name: string, through: string, shown: string) =>
  field(owner, name, {
    kind: "copy",
    writable: false,
    history: { tracked: false, keeps: "none" },
    copyOf: { through, field: shown },
  });

export const entities = [
  entity("Contact", contact("Contact"), { abstract: true, role: "subject" }),
  entity(
    "Person",
    [
      ...contact("Person"),
      field("Person", "first_name"),
      field("Person", "friendlyname", {
        kind: "computed",
        implicit: true,
        history: { tracked: false, keeps: "none" },
      }),
      field("Person", "mobile_phone", { kind: "phone" }),
      field("Person", "employee_number"),
      field("Person", "health_note", { origin: { by: "customer", module: "stclair-hr" } }),
      field("Person", "manager_id", { kind: "reference", target: "Person" }),
    ],
    {
      parent: "Contact",
      role: "subject",
      identity: { displayName: ["first_name", "name"], reconciliation: ["employee_number"], uniqueness: [] },
    },
  ),
  entity("Team", [...contact("Team")], { parent: "Contact", role: "other" }),
  entity(
    "UserRequest",
    [
      field("UserRequest", "title"),
      field("UserRequest", "description", { kind: "html", freeText: "long" }),
      field("UserRequest", "public_log", {
        kind: "log",
        freeText: "log",
        history: { tracked: true, keeps: "marker" },
      }),
      field("UserRequest", "caller_id", { kind: "reference", target: "Person" }),
      copy("UserRequest", "caller_id_friendlyname", "caller_id", "itop:Person.friendlyname"),
      copy("UserRequest", "caller_email", "caller_id", "itop:Person.email"),
    ],
    { role: "ticket", origin: { by: "vendor", module: "itop-request-mgmt" } },
  ),
  entity(
    "EventNotificationEmail",
    [field("EventNotificationEmail", "to"), field("EventNotificationEmail", "body")],
    {
      role: "log-record",
      tracked: false,
      origin: { by: "vendor", module: "core" },
    },
  ),
  entity("Server", [field("Server", "cpu")], { role: "configuration-item" }),
];

export const verdicts: Verdicts = new Map(
  Object.entries({
    ...Object.fromEntries(
      ["Contact", "Person", "Team"].flatMap((owner) => [
        [`itop:${owner}.name`, verdict("yes", "name")],
        [`itop:${owner}.email`, verdict("yes", "email")],
        [`itop:${owner}.phone`, verdict("yes", "phone")],
      ]),
    ),
    "itop:Person.first_name": verdict("yes", "name"),
    "itop:Person.friendlyname": verdict("yes", "name"),
    "itop:Person.mobile_phone": verdict("yes", "phone"),
    "itop:Person.employee_number": verdict("yes", "employee-id", { sensitivity: "sensitive" }),
    "itop:Person.health_note": verdict("yes", "health", { sensitivity: "art9", special: "art9" }),
    "itop:Person.manager_id": verdict("person-link", "reporting-line"),
    "itop:UserRequest.title": verdict("may-contain", "communication-content"),
    "itop:UserRequest.description": verdict("may-contain", "communication-content"),
    "itop:UserRequest.public_log": verdict("may-contain", "communication-content"),
    "itop:UserRequest.caller_id": verdict("person-link", "name"),
    "itop:EventNotificationEmail.to": verdict("yes", "email"),
    "itop:EventNotificationEmail.body": verdict("may-contain", "communication-content"),
    "itop:Server.cpu": verdict("no", "none"),
  }),
);
