/** The map of an invented hospital group, hand-written, as the API answers it. */
import type { MapEdge, MapNode, MapView } from "../../server/contract.ts";

/** Key | kind and sort | label | lane | categories | what differs from the ordinary. */
const ELEMENTS = `
hr:party/Personnel office | party team | Personnel office | origin | name, employee-id | internal
hr:sync/Nightly export | movement export | Nightly export | movement-out | name, email, employee-id |
hr:Employee | entity entity | Employee | keep | name, birth-date, salary | sensitive
hr:sync/Entry form | movement api | Entry form | movement-in | name |
hr:party/Payroll bureau | party organisation | Payroll bureau Lindner | recipient | salary, name | external sensitive
itop:party/Directory | party source | Directory of the Rosenhof hospitals | origin | email, name | internal
itop:party/Ward mailbox | party source | Ward mailbox | origin | communication-content | unknown may-contain
itop:party/Patient portal | party source | Patient portal | origin | health, name | external art9
itop:sync/HR employees | movement database-sync | HR employees | movement-in | name, email, employee-id | warning=1
itop:sync/Directory accounts | movement directory-sync | Directory accounts | movement-in | email, name |
itop:movement/Mail intake | movement mail-in | Mail intake | movement-in | communication-content | may-contain
itop:operation/portal-write | movement rest-write | Portal account | movement-in | health, name | art9
itop:Person | entity entity | Person | keep | name, email, phone, employee-id | error=1 warning=2
itop:UserLDAP | entity entity | User (directory) | keep | username |
itop:UserLocal | entity entity | User (local) | keep | username, credential | secret
itop:UserRequest | entity entity | User request | keep | communication-content, health | art9 error=2 info=1
itop:Incident | entity entity | Incident | keep | communication-content | may-contain
itop:CareDevice | entity entity | Care device | keep | health, device-id | art9 warning=1
itop:OnCallRoster | entity entity | On-call roster | keep | phone, work-location |
itop:Contract | entity entity | Contract | keep | name | person-link
itop:Location | entity entity | Location | keep | postal-address |
itop:BadgeCheck | entity entity | Badge check | keep | criminal, name | art10
itop:store/history | store history | Change history | keep | name, email | warning=1
itop:store/email-log | store notification-log | Notification log | keep | email, communication-content | error=1
itop:store/rest-log | store api-log | REST log | keep | username, communication-content |
itop:store/attachments | store attachment | Attachments | keep | communication-content | may-contain
itop:store/staging | store sync-staging | Staging of HR employees | keep | name, employee-id | info=1
itop:notification/New ticket | movement email | New ticket | movement-out | name, phone | error=1
itop:notification/Ticket solved | movement email | Ticket solved | movement-out | name |
itop:notification/Roster, weekly | movement email | Roster, weekly | movement-out | phone |
itop:operation/monitoring-read | movement rest-read | Monitoring account | movement-out | username, email | warning=1
itop:movement/Care webhook | movement webhook | Care device webhook | movement-out | health, device-id | art9
itop:movement/Backup | movement backup | Nightly backup | movement-out | name, health | art9
itop:party/Caller | party data-subject | The caller | recipient | name | subject
itop:role/Service desk | party role | Service desk | recipient | name, phone, communication-content | internal
itop:role/Ward managers | party role | Ward managers | recipient | phone | internal
itop:party/Device maker | party organisation | Aldermed Devices | recipient | health, device-id | external art9
itop:party/Hosting | party host | Nordlicht Hosting | recipient | name, health | external art9
itop:party/unknown | party unknown | Unknown recipient | recipient | name, phone | unknown
`;

/** Key | category | what differs from the ordinary. */
const FIELDS = `
itop:Person.first_name | name |
itop:Person.name | name |
itop:Person.email | email |
itop:Person.mobile_phone | phone |
itop:Person.employee_number | employee-id |
itop:UserRequest.description | communication-content |
itop:UserRequest.care_note | health | art9
itop:UserRequest.public_log | communication-content |
itop:CareDevice.patient_reference | health | art9
itop:OnCallRoster.private_phone | phone |
itop:UserLocal.password | credential | secret
hr:Employee.birth_date | birth-date | sensitive
hr:Employee.salary_group | salary | sensitive
`;

/** From > to | kind | number of fields | evidence. */
const FLOWS = `
hr:party/Personnel office > hr:sync/Entry form | imports | 6 | declared
hr:sync/Entry form > hr:Employee | writes | 6 | declared
hr:Employee > hr:sync/Nightly export | exports | 9 | both
hr:sync/Nightly export > hr:party/Payroll bureau | sends | 4 | declared leaves
hr:sync/Nightly export > itop:sync/HR employees | imports | 5 | both
itop:sync/HR employees > itop:store/staging | stages | 5 | both
itop:sync/HR employees > itop:Person | writes | 5 | both
itop:party/Directory > itop:sync/Directory accounts | imports | 2 | declared
itop:sync/Directory accounts > itop:UserLDAP | writes | 2 | declared
itop:party/Ward mailbox > itop:movement/Mail intake | imports | 1 | declared
itop:movement/Mail intake > itop:Incident | writes | 1 | declared
itop:movement/Mail intake > itop:store/attachments | keeps | 1 | claimed
itop:party/Patient portal > itop:operation/portal-write | imports | 3 | observed
itop:operation/portal-write > itop:UserRequest | writes | 3 | observed
itop:Person > itop:Contract | shows | 1 | declared
itop:Person > itop:store/history | logs | 5 | both
itop:UserRequest > itop:store/history | logs | 2 | both
itop:UserRequest > itop:store/attachments | keeps | 1 | declared
itop:UserRequest > itop:notification/New ticket | notifies | 3 | both
itop:Person > itop:notification/New ticket | notifies | 2 | both
itop:notification/New ticket > itop:party/unknown | discloses | 2 | declared leaves
itop:notification/New ticket > itop:role/Service desk | discloses | 3 | both
itop:notification/New ticket > itop:store/email-log | logs | 3 | both
itop:UserRequest > itop:notification/Ticket solved | notifies | 1 | declared
itop:notification/Ticket solved > itop:party/Caller | discloses | 1 | declared
itop:OnCallRoster > itop:notification/Roster, weekly | notifies | 2 | declared
itop:notification/Roster, weekly > itop:role/Ward managers | discloses | 2 | declared
itop:UserLDAP > itop:operation/monitoring-read | reads | 2 | observed
itop:Person > itop:operation/monitoring-read | reads | 8 | observed
itop:operation/monitoring-read > itop:store/rest-log | logs | 3 | observed
itop:operation/monitoring-read > itop:party/Hosting | discloses | 4 | observed leaves
itop:CareDevice > itop:movement/Care webhook | sends | 2 | declared
itop:movement/Care webhook > itop:party/Device maker | discloses | 2 | declared leaves
itop:store/history > itop:movement/Backup | copies | 16 | claimed
itop:UserRequest > itop:movement/Backup | copies | 24 | claimed
itop:movement/Backup > itop:party/Hosting | sends | 32 | claimed leaves
`;

export interface Estate {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

export function hospital(): Estate {
  const fields = linesOf(FIELDS).map(([key = "", category = "", rest = ""]): MapNode => {
    const [parent = "", name = ""] = key.split(".");
    return {
      ...node(key, "field", "string", name, "keep"),
      parent,
      categories: [category],
      ...differing(rest),
    };
  });
  const inside = (key: string): number => fields.filter(({ parent }) => parent === key).length;
  const upper = linesOf(ELEMENTS).map(
    ([key = "", what = "", label = "", lane = "", categories = "", rest = ""]): MapNode => {
      const [kind, sort = ""] = what.split(" ");
      return {
        ...node(key, kind as MapNode["kind"], sort, label, lane as MapNode["lane"]),
        categories: categories.split(", "),
        inside: inside(key),
        expandable: inside(key) > 0,
        ...differing(rest),
      };
    },
  );
  const edges = linesOf(FLOWS).map(([ends = "", kind = "", fields = "", how = ""]): MapEdge => {
    const [source = "", target = ""] = ends.split(" > ");
    const [evidence, leaves] = how.split(" ");
    return edge(source, target, kind, Number(fields), evidence as MapEdge["evidence"], leaves === "leaves");
  });
  return { nodes: [...upper, ...fields], edges };
}

function linesOf(text: string): string[][] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((part) => part.trim()));
}

const AUDIENCES = ["subject", "internal", "external", "unknown"] as const;
const PERSONAL = ["may-contain", "person-link", "no"] as const;
const SENSITIVITIES = ["sensitive", "art9", "art10", "secret"] as const;

function differing(text: string): Partial<MapNode> {
  const words = text.split(" ");
  const audience = AUDIENCES.find((word) => words.includes(word)) ?? null;
  const personal = PERSONAL.find((word) => words.includes(word)) ?? "yes";
  const sensitivity = SENSITIVITIES.find((word) => words.includes(word)) ?? "ordinary";
  const number = (name: string): number =>
    Number(words.find((word) => word.startsWith(name))?.split("=")[1] ?? 0);
  return {
    audience,
    personal,
    sensitivity,
    findings: { error: number("error"), warning: number("warning"), info: number("info") },
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
  return {
    key,
    kind,
    sort,
    label,
    lane,
    system: key.slice(0, key.indexOf(":")),
    parent: null,
    personal: "yes",
    sensitivity: "ordinary",
    categories: [],
    audience: null,
    location: null,
    findings: { error: 0, warning: 0, info: 0 },
    inside: 0,
    expandable: false,
    ...rest,
  };
}

export function edge(
  source: string,
  target: string,
  kind: string,
  fields: number,
  evidence: MapEdge["evidence"],
  leaves = false,
): MapEdge {
  return {
    key: `${kind}|${source}|${target}`,
    source,
    target,
    kind,
    evidence,
    leaves,
    fields: Array.from({ length: fields }, (_, index) => `${source}#${index}`),
    untold: false,
    categories: ["name"],
    sensitivity: "ordinary",
    location: null,
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
