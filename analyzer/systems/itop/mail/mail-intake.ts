/** In-boxes as movements: who writes a mail, what iTop takes from it, and where it stays. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, entityPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { FieldMapping, Movement, Transport } from "../../../model/movement.ts";
import type { Party } from "../../../model/party.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Retention } from "../../../model/retention.ts";
import type { Store } from "../../../model/store.ts";
import type { ExportData } from "../fragments.ts";
import type { SettingLookup } from "../model/validation.ts";
import { mailboxesOf, type Mailbox } from "./mailbox.ts";

export interface MailContext {
  readonly system: SystemId;
  readonly index: EntityIndex;
  readonly setting: SettingLookup;
}

export interface MailIntake {
  readonly movements: readonly Movement[];
  readonly stores: readonly Store[];
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
}

/** Case log that answers by mail are added to, unless the configuration names another for the class. */
const DEFAULT_LOG = "public_log";

/** Everything in export order; names are unique because in-boxes are numbered. */
export function mailIntake(exports: readonly ExportData[], context: MailContext): MailIntake {
  const boxes = mailboxesOf(exports);
  return {
    movements: boxes.map((box) => movementOf(box, context)),
    stores: boxes.map((box) => storeOf(box, context)),
    parties: boxes.map((box) => sendersOf(box, context)),
    problems: boxes.flatMap((box) => problemsOf(box, context)),
  };
}

function movementOf(box: Mailbox, context: MailContext): Movement {
  const { system, index } = context;
  const proof = { location: box.location, basis: null };
  const target = box.target === null ? undefined : index.entity(box.target);
  return {
    path: elementPath(system, "movement", box.name),
    name: box.name,
    kind: "mail-in",
    status: box.status,
    from: { kind: "party", ref: sendersPath(box, system) },
    to:
      target === undefined
        ? { kind: "system", ref: system }
        : { kind: "entity", ref: entityPath(system, target.name) },
    map: mappingOf(box, context),
    mapOpen: null,
    transport: transportOf(box, context),
    schedule: { fullLoadDays: null, runner: "unknown" },
    deletion: null,
    matching: {
      keys: ["email"],
      onZero: box.unknownSender,
      onOne: "use",
      onMany: "use the first",
    },
    defaults: "unknown",
    staging: index.entity("EmailReplica") === undefined ? null : elementPath(system, "store", "EmailReplica"),
    statedPurpose: null,
    basis: "definition",
    proof,
  };
}

/** What the code of itop-standard-email-synchro does with a mail, by the in-box's settings. */
function mappingOf(box: Mailbox, { index, setting }: MailContext): readonly FieldMapping[] {
  const map: FieldMapping[] = [];
  const add = (from: string, entity: string, field: string, use: "write" | "match" | "both"): void => {
    const to = index.field(entity, field)?.path;
    if (to === undefined) return;
    const proof = { location: box.location, basis: "what the mail extension does under these settings" };
    map.push({ from, to, update: use !== "match", match: use !== "write", policy: "unlocked", proof });
  };
  const makesPeople = box.unknownSender === "create";
  add("From (address)", "Person", "email", makesPeople ? "both" : "match");
  if (makesPeople) for (const field of box.newPerson) add("default of the in-box", "Person", field, "write");
  if (box.readsOthers === true) add("To and Cc (addresses)", "Contact", "email", "match");
  const target = box.target;
  if (target !== null && box.creates !== false) {
    add("From (person)", target, "caller_id", "write");
    add("Subject", target, "title", "write");
    add("Body", target, "description", "write");
  }
  if (target !== null && box.updates !== false) add("Body", target, logOf(target, setting), "write");
  add("Attachments", "Attachment", "contents", "write");
  if (box.traces === true) add("Trace with sender and subject", box.class, "debug_trace", "write");
  return map;
}

function logOf(target: string, setting: SettingLookup): string {
  const value = setting(`itop-standard-email-synchro/ticket_log/${target}`)?.value;
  return typeof value === "string" ? value : DEFAULT_LOG;
}

function transportOf({ protocol, port, location }: Mailbox, { setting }: MailContext): Transport {
  const options = setting("combodo-email-synchro/imap_options");
  const words = Array.isArray(options?.value) ? options.value.map((word) => word.toLowerCase()) : [];
  if (options !== undefined && words.some((word) => word === "ssl" || word === "tls")) {
    const proof = { location: options.location ?? location, basis: options.basis };
    return { scheme: protocol, tls: "required", evidence: "setting", proof };
  }
  if (port === 993 || port === 995) {
    const basis = `port ${port} is ${port === 993 ? "IMAP" : "POP3"} over TLS`;
    return { scheme: protocol, tls: "required", evidence: "setting", proof: { location, basis } };
  }
  const basis = "the in-box does not tell whether the connection is encrypted";
  return { scheme: protocol, tls: "unknown", evidence: "none", proof: { location, basis } };
}

/** The in-box on the mail server keeps what iTop does not delete there. */
function storeOf(box: Mailbox, { system }: MailContext): Store {
  const proof = { location: box.location, basis: null };
  return {
    path: elementPath(system, "store", box.name),
    name: box.name,
    kind: "mailbox",
    entity: null,
    of: [],
    holds: { parts: ["addresses", "bodies", "binary"], fields: [] },
    active: { state: box.status === "disabled" ? "off" : "on", setting: null, proof },
    retention: retentionOf(box),
    purge: purgeOf(box),
    subjectKey: "email",
    derivedFrom: [],
    erasedWithSubject: "no",
    observed: null,
    proof,
  };
}

/** iTop can delete what it has processed; whether anything else ends the rest is not told. */
function purgeOf({ storage }: Mailbox): Store["purge"] {
  if (storage === "unknown")
    return { exists: "unknown", enabled: "unknown", scheduled: "unknown", covers: "not told by iTop" };
  const covers = "mails that were processed without an error";
  return { exists: "yes", enabled: storage === "delete" ? "yes" : "no", scheduled: "unknown", covers };
}

function retentionOf({ storage, location }: Mailbox): Retention {
  const proof = { location, basis: null };
  if (storage === "delete")
    return { kind: "criterion", criterion: "until iTop has processed the mail", source: "configured", proof };
  const basis =
    storage === "unknown"
      ? "the export does not tell what becomes of processed mails"
      : `iTop leaves processed mails on the server (email_storage ${storage}); how long they stay there is settled outside iTop`;
  return { kind: "unknown", source: "unknown", proof: { location, basis } };
}

function sendersOf(box: Mailbox, { system }: MailContext): Party {
  return {
    path: sendersPath(box, system),
    name: `Senders to ${box.name}`,
    kind: "data-subject",
    audience: "unknown",
    country: null,
    proof: { location: box.location, basis: "whoever writes to the address" },
  };
}

function sendersPath(box: Mailbox, system: SystemId): ModelPath {
  return elementPath(system, "party", `Senders to ${box.name}`);
}

function problemsOf({ name, target, location }: Mailbox, { index }: MailContext): readonly Problem[] {
  if (target === null) {
    const message = `The export of ${name} lacks target_class and what else its subclass has; ask for output_fields "*+".`;
    return [{ kind: "incomplete-export", message, location, lost: "what becomes of the mails" }];
  }
  if (index.entity(target) !== undefined) return [];
  const message = `${name} makes objects of ${target}, which is not in the model.`;
  return [{ kind: "unresolved", message, location, lost: "where the text of mails goes" }];
}
