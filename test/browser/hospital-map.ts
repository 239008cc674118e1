/** The map of an invented hospital group, hand-written, as the API answers it. */
import type { MapEdge, MapNode, MapView } from "../../server/contract.ts";

type Row = readonly [
  key: string,
  kind: MapNode["kind"],
  sort: string,
  label: string,
  lane: MapNode["lane"],
  rest?: Partial<MapNode>,
];

const NONE = { error: 0, warning: 0, info: 0 } as const;
const email = ["email", "name"];

/** Elements above the fields. */
const ROWS: readonly Row[] = [
  [
    "hr:party/Personnel office",
    "party",
    "team",
    "Personnel office",
    "origin",
    { audience: "internal", categories: ["name", "employee-id"] },
  ],
  [
    "hr:sync/Nightly export",
    "movement",
    "export",
    "Nightly export",
    "movement-out",
    { categories: ["name", "email", "employee-id"] },
  ],
  [
    "hr:Employee",
    "entity",
    "entity",
    "Employee",
    "keep",
    { categories: ["name", "birth-date", "salary"], sensitivity: "sensitive" },
  ],
  ["hr:sync/Entry form", "movement", "api", "Entry form", "movement-in", { categories: ["name"] }],
  [
    "hr:party/Payroll bureau",
    "party",
    "organisation",
    "Payroll bureau Lindner",
    "recipient",
    { audience: "external", categories: ["salary", "name"], sensitivity: "sensitive" },
  ],
  [
    "itop:party/Directory",
    "party",
    "source",
    "Directory of the Rosenhof hospitals",
    "origin",
    { audience: "internal", categories: email },
  ],
  [
    "itop:party/Ward mailbox",
    "party",
    "source",
    "Ward mailbox",
    "origin",
    { audience: "unknown", personal: "may-contain", categories: ["communication-content"] },
  ],
  [
    "itop:party/Patient portal",
    "party",
    "source",
    "Patient portal",
    "origin",
    { audience: "external", categories: ["health", "name"], sensitivity: "art9" },
  ],
  [
    "itop:sync/HR employees",
    "movement",
    "database-sync",
    "HR employees",
    "movement-in",
    { categories: ["name", "email", "employee-id"], findings: { error: 0, warning: 1, info: 0 } },
  ],
  [
    "itop:sync/Directory accounts",
    "movement",
    "directory-sync",
    "Directory accounts",
    "movement-in",
    { categories: email },
  ],
  [
    "itop:movement/Mail intake",
    "movement",
    "mail-in",
    "Mail intake",
    "movement-in",
    { personal: "may-contain", categories: ["communication-content"] },
  ],
  [
    "itop:operation/portal-write",
    "movement",
    "rest-write",
    "Portal account",
    "movement-in",
    { categories: ["health", "name"], sensitivity: "art9" },
  ],
  [
    "itop:Person",
    "entity",
    "entity",
    "Person",
    "keep",
    { categories: ["name", "email", "phone", "employee-id"], findings: { error: 1, warning: 2, info: 0 } },
  ],
  ["itop:UserLDAP", "entity", "entity", "User (directory)", "keep", { categories: ["username"] }],
  [
    "itop:UserLocal",
    "entity",
    "entity",
    "User (local)",
    "keep",
    { categories: ["username", "credential"], sensitivity: "secret" },
  ],
  [
    "itop:UserRequest",
    "entity",
    "entity",
    "User request",
    "keep",
    {
      categories: ["communication-content", "health"],
      sensitivity: "art9",
      findings: { error: 2, warning: 0, info: 1 },
    },
  ],
  [
    "itop:Incident",
    "entity",
    "entity",
    "Incident",
    "keep",
    { personal: "may-contain", categories: ["communication-content"] },
  ],
  [
    "itop:CareDevice",
    "entity",
    "entity",
    "Care device",
    "keep",
    { categories: ["health", "device-id"], sensitivity: "art9", findings: { error: 0, warning: 1, info: 0 } },
  ],
  [
    "itop:OnCallRoster",
    "entity",
    "entity",
    "On-call roster",
    "keep",
    { categories: ["phone", "work-location"] },
  ],
  [
    "itop:Contract",
    "entity",
    "entity",
    "Contract",
    "keep",
    { personal: "person-link", categories: ["name"] },
  ],
  ["itop:Location", "entity", "entity", "Location", "keep", { categories: ["postal-address"] }],
  [
    "itop:BadgeCheck",
    "entity",
    "entity",
    "Badge check",
    "keep",
    { categories: ["criminal", "name"], sensitivity: "art10" },
  ],
  [
    "itop:store/history",
    "store",
    "history",
    "Change history",
    "keep",
    { categories: ["name", "email"], findings: { error: 0, warning: 1, info: 0 } },
  ],
  [
    "itop:store/email-log",
    "store",
    "notification-log",
    "Notification log",
    "keep",
    { categories: ["email", "communication-content"], findings: { error: 1, warning: 0, info: 0 } },
  ],
  [
    "itop:store/rest-log",
    "store",
    "api-log",
    "REST log",
    "keep",
    { categories: ["username", "communication-content"] },
  ],
  [
    "itop:store/attachments",
    "store",
    "attachment",
    "Attachments",
    "keep",
    { personal: "may-contain", categories: ["communication-content"] },
  ],
  [
    "itop:store/staging",
    "store",
    "sync-staging",
    "Staging of HR employees",
    "keep",
    { categories: ["name", "employee-id"], findings: { error: 0, warning: 0, info: 1 } },
  ],
  [
    "itop:notification/New ticket",
    "movement",
    "email",
    "New ticket",
    "movement-out",
    { categories: ["name", "phone"], findings: { error: 1, warning: 0, info: 0 } },
  ],
  [
    "itop:notification/Ticket solved",
    "movement",
    "email",
    "Ticket solved",
    "movement-out",
    { categories: ["name"] },
  ],
  [
    "itop:notification/Roster, weekly",
    "movement",
    "email",
    "Roster, weekly",
    "movement-out",
    { categories: ["phone"] },
  ],
  [
    "itop:operation/monitoring-read",
    "movement",
    "rest-read",
    "Monitoring account",
    "movement-out",
    { categories: ["username", "email"], findings: { error: 0, warning: 1, info: 0 } },
  ],
  [
    "itop:movement/Care webhook",
    "movement",
    "webhook",
    "Care device webhook",
    "movement-out",
    { categories: ["health", "device-id"], sensitivity: "art9" },
  ],
  [
    "itop:movement/Backup",
    "movement",
    "backup",
    "Nightly backup",
    "movement-out",
    { categories: ["name", "health"], sensitivity: "art9" },
  ],
  [
    "itop:party/Caller",
    "party",
    "data-subject",
    "The caller",
    "recipient",
    { audience: "subject", categories: ["name"] },
  ],
  [
    "itop:role/Service desk",
    "party",
    "role",
    "Service desk",
    "recipient",
    { audience: "internal", categories: ["name", "phone", "communication-content"] },
  ],
  [
    "itop:role/Ward managers",
    "party",
    "role",
    "Ward managers",
    "recipient",
    { audience: "internal", categories: ["phone"] },
  ],
  [
    "itop:party/Device maker",
    "party",
    "organisation",
    "Aldermed Devices",
    "recipient",
    { audience: "external", categories: ["health", "device-id"], sensitivity: "art9" },
  ],
  [
    "itop:party/Hosting",
    "party",
    "host",
    "Nordlicht Hosting",
    "recipient",
    { audience: "external", categories: ["name", "health"], sensitivity: "art9" },
  ],
  [
    "itop:party/unknown",
    "party",
    "unknown",
    "Unknown recipient",
    "recipient",
    { audience: "unknown", categories: ["name", "phone"] },
  ],
];

type FieldRow = readonly [
  entity: string,
  field: string,
  category: string,
  sensitivity?: MapNode["sensitivity"],
];

const FIELDS: readonly FieldRow[] = [
  ["itop:Person", "first_name", "name"],
  ["itop:Person", "name", "name"],
  ["itop:Person", "email", "email"],
  ["itop:Person", "mobile_phone", "phone"],
  ["itop:Person", "employee_number", "employee-id"],
  ["itop:UserRequest", "description", "communication-content"],
  ["itop:UserRequest", "care_note", "health", "art9"],
  ["itop:UserRequest", "public_log", "communication-content"],
  ["itop:CareDevice", "patient_reference", "health", "art9"],
  ["itop:OnCallRoster", "private_phone", "phone"],
  ["itop:UserLocal", "password", "credential", "secret"],
  ["hr:Employee", "birth_date", "birth-date", "sensitive"],
  ["hr:Employee", "salary_group", "salary", "sensitive"],
];

type Flow = readonly [
  source: string,
  target: string,
  kind: string,
  fields: number,
  evidence: MapEdge["evidence"],
  leaves?: boolean,
];

const FLOWS: readonly Flow[] = [
  ["hr:party/Personnel office", "hr:sync/Entry form", "imports", 6, "declared"],
  ["hr:sync/Entry form", "hr:Employee", "writes", 6, "declared"],
  ["hr:Employee", "hr:sync/Nightly export", "exports", 9, "both"],
  ["hr:sync/Nightly export", "hr:party/Payroll bureau", "sends", 4, "declared", true],
  ["hr:sync/Nightly export", "itop:sync/HR employees", "imports", 5, "both"],
  ["itop:sync/HR employees", "itop:store/staging", "stages", 5, "both"],
  ["itop:sync/HR employees", "itop:Person", "writes", 5, "both"],
  ["itop:party/Directory", "itop:sync/Directory accounts", "imports", 2, "declared"],
  ["itop:sync/Directory accounts", "itop:UserLDAP", "writes", 2, "declared"],
  ["itop:party/Ward mailbox", "itop:movement/Mail intake", "imports", 1, "declared"],
  ["itop:movement/Mail intake", "itop:Incident", "writes", 1, "declared"],
  ["itop:movement/Mail intake", "itop:store/attachments", "keeps", 1, "claimed"],
  ["itop:party/Patient portal", "itop:operation/portal-write", "imports", 3, "observed"],
  ["itop:operation/portal-write", "itop:UserRequest", "writes", 3, "observed"],
  ["itop:Person", "itop:Contract", "shows", 1, "declared"],
  ["itop:Person", "itop:store/history", "logs", 5, "both"],
  ["itop:UserRequest", "itop:store/history", "logs", 2, "both"],
  ["itop:UserRequest", "itop:store/attachments", "keeps", 1, "declared"],
  ["itop:UserRequest", "itop:notification/New ticket", "notifies", 3, "both"],
  ["itop:Person", "itop:notification/New ticket", "notifies", 2, "both"],
  ["itop:notification/New ticket", "itop:party/unknown", "discloses", 2, "declared", true],
  ["itop:notification/New ticket", "itop:role/Service desk", "discloses", 3, "both"],
  ["itop:notification/New ticket", "itop:store/email-log", "logs", 3, "both"],
  ["itop:UserRequest", "itop:notification/Ticket solved", "notifies", 1, "declared"],
  ["itop:notification/Ticket solved", "itop:party/Caller", "discloses", 1, "declared"],
  ["itop:OnCallRoster", "itop:notification/Roster, weekly", "notifies", 2, "declared"],
  ["itop:notification/Roster, weekly", "itop:role/Ward managers", "discloses", 2, "declared"],
  ["itop:UserLDAP", "itop:operation/monitoring-read", "reads", 2, "observed"],
  ["itop:Person", "itop:operation/monitoring-read", "reads", 8, "observed"],
  ["itop:operation/monitoring-read", "itop:store/rest-log", "logs", 3, "observed"],
  ["itop:operation/monitoring-read", "itop:party/Hosting", "discloses", 4, "observed", true],
  ["itop:CareDevice", "itop:movement/Care webhook", "sends", 2, "declared"],
  ["itop:movement/Care webhook", "itop:party/Device maker", "discloses", 2, "declared", true],
  ["itop:store/history", "itop:movement/Backup", "copies", 16, "claimed"],
  ["itop:UserRequest", "itop:movement/Backup", "copies", 24, "claimed"],
  ["itop:movement/Backup", "itop:party/Hosting", "sends", 32, "claimed", true],
];

export interface Estate {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

export function hospital(): Estate {
  const upper = ROWS.map(([key, kind, sort, label, lane, rest]) => node(key, kind, sort, label, lane, rest));
  const fields = FIELDS.map(([entity, name, category, sensitivity = "ordinary"]) =>
    node(`${entity}.${name}`, "field", "string", name, "keep", {
      parent: entity,
      categories: [category],
      sensitivity,
    }),
  );
  const inside = (key: string): number => fields.filter(({ parent }) => parent === key).length;
  return {
    nodes: [
      ...upper.map((each) => ({ ...each, inside: inside(each.key), expandable: inside(each.key) > 0 })),
      ...fields,
    ],
    edges: FLOWS.map((flow) => edge(...flow)),
  };
}

export function node(
  key: string,
  kind: MapNode["kind"],
  sort: string,
  label: string,
  lane: MapNode["lane"],
  rest: Partial<MapNode> = {},
): MapNode {
  const system = key.slice(0, key.indexOf(":"));
  return {
    ...{
      key,
      kind,
      sort,
      label,
      system,
      lane,
      parent: null,
      personal: "yes",
      sensitivity: "ordinary",
      categories: [],
    },
    ...{ audience: null, location: null, findings: NONE, inside: 0, expandable: false },
    ...rest,
  };
}

export function edge(...[source, target, kind, fields, evidence, leaves = false]: Flow): MapEdge {
  const carried = Array.from({ length: fields }, (_, index) => `${source}#${index}`);
  return {
    ...{
      key: `${kind}|${source}|${target}`,
      source,
      target,
      kind,
      evidence,
      leaves,
      fields: carried,
      untold: false,
    },
    ...{ categories: ["name"], sensitivity: "ordinary", location: null },
    says: `${source.slice(source.indexOf(":") + 1)} ${kind} ${target.slice(target.indexOf(":") + 1)}`,
  };
}

/** The API's answer for a query: fields only of what is opened, filters leave things out. */
export function viewOf(estate: Estate, query: URLSearchParams): MapView {
  const opened = new Set((query.get("expanded") ?? "").split(","));
  const level = query.get("level") === "fields" ? "fields" : "entities";
  const [category, system, kind] = ["category", "system", "kind"].map((name) => query.get(name));
  const nodes = estate.nodes.filter(
    (each) =>
      (each.kind !== "field" || level === "fields" || opened.has(each.parent ?? "")) &&
      (category == null || each.categories.includes(category)) &&
      (system == null || each.system === system) &&
      (kind == null || each.kind !== "movement" || each.sort === kind),
  );
  const shown = new Set(nodes.map(({ key }) => key));
  const all = <T extends string>(values: readonly T[]): T[] => [...new Set(values)].sort();
  return {
    level,
    nodes: [...nodes],
    edges: estate.edges.filter(({ source, target }) => shown.has(source) && shown.has(target)),
    facets: {
      categories: all(estate.nodes.flatMap(({ categories }) => categories)),
      kinds: all(estate.nodes.filter((each) => each.kind === "movement").map(({ sort }) => sort)),
      systems: all(estate.nodes.map((each) => each.system)),
      parties: estate.nodes.filter((each) => each.kind === "party").map(({ key, label }) => ({ key, label })),
    },
  };
}
