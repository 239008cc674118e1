/** Short ways to write model elements in tests; every default is the unremarkable value. */
import type { Entity } from "../../../analyzer/model/entity.ts";
import type { Field } from "../../../analyzer/model/field.ts";
import type { Location } from "../../../analyzer/model/location.ts";
import type { Movement } from "../../../analyzer/model/movement.ts";
import type { Notification, Placeholder, Recipient } from "../../../analyzer/model/notification.ts";
import type { Operation } from "../../../analyzer/model/operation.ts";
import type { Provenance } from "../../../analyzer/model/provenance.ts";
import type { Store, StoreKind } from "../../../analyzer/model/store.ts";
import type { System } from "../../../analyzer/model/system.ts";
import type { Category } from "../../../analyzer/model/category.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";
import { plainEntity, plainField, plainSystem, plainVerdict } from "../../model-parts.ts";

export function at(file: string, line: number): Location {
  return { file, line, column: 1, endLine: line, endColumn: 2 };
}

export function proof(file: string, line = 1): Provenance {
  return { location: at(file, line), basis: null };
}

export function field(entity: string, name: string, more: Partial<Field> = {}): Field {
  return {
    ...plainField(`itop:${entity}.${name}`, entity, name),
    origin: { by: "vendor", module: "itop-structure" },
    location: at("datamodel.hospital.xml", 10),
    ...more,
  };
}

export function entity(name: string, fields: readonly Field[], more: Partial<Entity> = {}): Entity {
  return {
    ...plainEntity(`itop:${name}`, name, fields),
    categories: ["bizmodel"],
    origin: { by: "vendor", module: "itop-structure" },
    location: at("datamodel.hospital.xml", 1),
    ...more,
  };
}

export function store(name: string, kind: StoreKind, more: Partial<Store> = {}): Store {
  return {
    path: `itop:store/${name}`,
    name,
    kind,
    entity: null,
    of: [],
    holds: { parts: [], fields: [] },
    active: { state: "on", setting: null, proof: proof("config-itop.php") },
    retention: { kind: "none", source: "default", proof: proof("config-itop.php") },
    purge: { exists: "no", enabled: "no", scheduled: "no", covers: "nothing" },
    subjectKey: "none",
    derivedFrom: [],
    erasedWithSubject: "no",
    observed: null,
    proof: proof("config-itop.php", 3),
    ...more,
  };
}

export function movement(name: string, more: Partial<Movement> & Pick<Movement, "from" | "to">): Movement {
  return {
    path: `itop:sync/${name}`,
    name,
    kind: "directory-sync",
    status: "production",
    map: [],
    mapOpen: null,
    transport: { scheme: null, tls: "unknown", evidence: "none", proof: proof("sync.json") },
    schedule: { fullLoadDays: null, runner: "unknown" },
    deletion: null,
    matching: null,
    defaults: "edited",
    staging: null,
    statedPurpose: null,
    basis: "definition",
    proof: proof("sync.json"),
    ...more,
  };
}

export function mapped(
  to: string,
  line: number,
  use: "update" | "match" | "both" = "update",
): Movement["map"][number] {
  return {
    from: null,
    to,
    update: use !== "match",
    match: use !== "update",
    policy: "locked",
    proof: proof("sync.json", line),
  };
}

export function notification(name: string, more: Partial<Notification> = {}): Notification {
  return {
    path: `itop:notification/${name}`,
    name,
    status: "enabled",
    channel: "email",
    triggers: [],
    recipients: [],
    placeholders: [],
    wholeRecord: null,
    logStore: null,
    proof: proof("actions.json"),
    ...more,
  };
}

export function placeholder(path: string, line: number): Placeholder {
  return {
    text: `$this->${path.slice(path.lastIndexOf(".") + 1)}$`,
    slot: "body",
    field: path,
    unresolved: null,
    verb: null,
    location: at("actions.json", line),
  };
}

export function recipient(
  entityName: string | null,
  audience: Recipient["audience"],
  more: Partial<Recipient> = {},
): Recipient {
  return {
    slot: "to",
    kind: "query",
    entity: entityName,
    audience,
    parties: [],
    why: "the query selects them",
    bound: false,
    valid: true,
    error: null,
    location: null,
    ...more,
  };
}

export function operation(
  name: string,
  more: Partial<Operation> & Pick<Operation, "account" | "entities" | "verb">,
): Operation {
  return {
    path: `itop:operation/${name}`,
    selection: "named",
    fields: [],
    bulk: false,
    calls: 12,
    failures: 0,
    objects: 40,
    parameters: [],
    from: "2026-01-01T00:00:00",
    to: "2026-06-30T23:59:00",
    truncated: 0,
    unreadable: 0,
    location: at("rest-log.csv", 2),
    ...more,
  };
}

export function verdict(
  personal: Verdict["personal"],
  category: Category,
  more: Partial<Verdict> = {},
): Verdict {
  return { ...plainVerdict(), personal, category, ...more };
}

export function system(id: string, more: Partial<System> = {}): System {
  return { ...plainSystem(id), ...more };
}
