/** An in-box that iTop empties, as its export defines it; read by the mail extensions of Combodo. */
import type { Location } from "../../../model/location.ts";
import type { MovementStatus } from "../../../model/movement.ts";
import { objectsOf, type MergedObject } from "../exports/export-objects.ts";
import { flagValue, textValue } from "../exports/export-values.ts";
import type { ExportData } from "../fragments.ts";
import { isIdentifier } from "../rest/rest-names.ts";

export interface Mailbox {
  readonly class: string;
  readonly name: string;
  readonly status: MovementStatus;
  /** `imap` or `pop3`; `null` when the export does not tell. */
  readonly protocol: string | null;
  readonly port: number | null;
  /** Class of the tickets it makes or completes; `null` when the export lacks the subclass's attributes. */
  readonly target: string | null;
  readonly creates: boolean | null;
  readonly updates: boolean | null;
  /** A sender whom no contact matches becomes a new person, or is refused. */
  readonly unknownSender: "create" | "reject" | "unknown";
  /** Attributes that a new person gets by default. */
  readonly newPerson: readonly string[];
  /** Addresses in To and Cc are looked up among the contacts. */
  readonly readsOthers: boolean | null;
  /** What becomes of a mail that was processed. */
  readonly storage: "keep" | "delete" | "move" | "unknown";
  /** The trace of each mail is kept in the in-box's own record. */
  readonly traces: boolean | null;
  readonly location: Location;
}

export function mailboxesOf(exports: readonly ExportData[]): readonly Mailbox[] {
  return objectsOf(exports, "mailbox").map(mailbox);
}

/** The login is an address and stays out: server and number tell an in-box from the next. */
function mailbox(object: MergedObject): Mailbox {
  const { fields, location, id } = object;
  const text = (name: string): string => textValue(fields[name]).toLowerCase();
  const given = (name: string): boolean => name in fields;
  const server = text("server");
  const behavior = text("behavior");
  const others = text("import_additional_contacts");
  const target = textValue(fields["target_class"]);
  const trace = flagValue(fields["trace"]);
  return {
    class: object.class,
    name: /^[\w.-]{1,253}$/.test(server) ? `in-box ${id} on ${server}` : `in-box ${id}`,
    status: statusOf(flagValue(fields["active"])),
    protocol: /^(?:imap|pop3)$/.test(text("protocol")) ? text("protocol") : null,
    port: /^\d{1,5}$/.test(text("port")) ? Number(text("port")) : null,
    target: isIdentifier(target) ? target : null,
    creates: given("behavior") ? behavior !== "update_only" : null,
    updates: given("behavior") ? behavior !== "create_only" : null,
    unknownSender: unknownSenderOf(text("unknown_caller_behavior")),
    newPerson: codesOf(fields["caller_default_values"]),
    readsOthers: given("import_additional_contacts") ? others !== "never" : null,
    storage: storageOf(text("email_storage")),
    traces: trace,
    location,
  };
}

function statusOf(active: boolean | null): MovementStatus {
  return active === null ? "unknown" : active ? "production" : "disabled";
}

function unknownSenderOf(behavior: string): Mailbox["unknownSender"] {
  if (behavior === "create_contact" || behavior === "create") return "create";
  return behavior === "reject_email" || behavior === "reject" ? "reject" : "unknown";
}

function storageOf(storage: string): Mailbox["storage"] {
  return storage === "keep" || storage === "delete" || storage === "move" ? storage : "unknown";
}

/** Attribute codes; their values were dropped when the export was read. */
function codesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}
