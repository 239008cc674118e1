/** What part a class plays for personal data: by its lineage, and by its fields where the lineage is unknown. */
import type { EntityRole } from "../../../model/entity.ts";
import type { ClassNode } from "./class-tree.ts";
import type { EffectiveField, EffectiveFields } from "./effective-fields.ts";

/** Standard classes whose descendants share their role; the nearest one in the lineage decides. */
const ANCHORS: Readonly<Partial<Record<string, EntityRole>>> = {
  Contact: "subject",
  Person: "subject",
  // A contact by inheritance, yet a group with a shared mailbox, not a human being.
  Team: "organisation",
  Organization: "organisation",
  User: "account",
  Location: "site",
  Ticket: "ticket",
  WorkOrder: "ticket",
  Event: "log-record",
  CMDBChange: "log-record",
  CMDBChangeOp: "log-record",
  SynchroLog: "log-record",
  FunctionalCI: "configuration-item",
  NetworkInterface: "configuration-item",
  LogicalVolume: "configuration-item",
  NASFileSystem: "configuration-item",
  Subnet: "configuration-item",
  Tape: "configuration-item",
  VLAN: "configuration-item",
  Group: "configuration-item",
  Typology: "catalogue",
  Contract: "catalogue",
  ContractType: "catalogue",
  DeliveryModel: "catalogue",
  FAQCategory: "catalogue",
  Licence: "catalogue",
  Patch: "catalogue",
  SLA: "catalogue",
  SLT: "catalogue",
  Service: "catalogue",
  ServiceFamily: "catalogue",
  ServiceSubcategory: "catalogue",
  Software: "catalogue",
  TagSetFieldData: "catalogue",
  AbstractResource: "technical",
  Action: "technical",
  AsyncTask: "technical",
  AuditCategory: "technical",
  AuditDomain: "technical",
  AuditRule: "technical",
  ExtensionInstallation: "technical",
  ModuleInstallation: "technical",
  OAuthClient: "technical",
  Query: "technical",
  SynchroAttribute: "technical",
  SynchroDataSource: "technical",
  SynchroReplica: "technical",
  Trigger: "technical",
  URP_Profiles: "technical",
  Attachment: "other",
  InlineImage: "other",
};

const TECHNICAL_CATEGORY = /^(core|addon|application|gui)(\/|$)/;

const GIVEN_NAME = /^(first|given|fore)_?name$|^prenom$|^vorname$/i;
const FAMILY_NAME = /^(last|family|sur)_?name$|^name$|^nom$|^nachname$/i;

export function roleOf(
  node: ClassNode,
  fields: EffectiveFields,
  nodes: ReadonlyMap<string, ClassNode>,
): EntityRole {
  if (isLink(node) && linksPerson(node, fields, nodes)) return "person-link";
  return ownRole(node, fields, nodes);
}

function ownRole(
  node: ClassNode,
  fields: EffectiveFields,
  nodes: ReadonlyMap<string, ClassNode>,
): EntityRole {
  const anchored = anchorOf(node);
  if (anchored !== null) return anchored;
  const declared = [...fields.of(node.source.name).values()].filter((field) => !field.implicit);
  if (describesPerson(declared)) return "subject";
  if (isLink(node)) return "other";
  const keeper = declared.some((field) => field.type.kind === "log");
  if (keeper && pointsToPerson(declared, nodes)) return "ticket";
  if (!node.tracked) return "technical";
  const business = node.source.categories.includes("bizmodel");
  return !business && node.source.categories.some((each) => TECHNICAL_CATEGORY.test(each))
    ? "technical"
    : "other";
}

function anchorOf(node: ClassNode): EntityRole | null {
  for (let at: ClassNode | null = node; at !== null; at = at.parent) {
    const role = ANCHORS[at.source.name];
    if (role !== undefined) return role;
  }
  return null;
}

function isLink(node: ClassNode): boolean {
  return node.source.isLink || node.source.name.startsWith("lnk");
}

function linksPerson(
  node: ClassNode,
  fields: EffectiveFields,
  nodes: ReadonlyMap<string, ClassNode>,
): boolean {
  return [...fields.of(node.source.name).values()].some((field) => {
    const target =
      field.type.kind === "reference" && field.target !== null ? nodes.get(field.target) : undefined;
    if (target === undefined) return false;
    const role = ownRole(target, fields, nodes);
    return role === "subject" || role === "account" || isTeam(target);
  });
}

/** A team names the people in it through its members. */
function isTeam(node: ClassNode): boolean {
  return node.root.source.name === "Contact";
}

function pointsToPerson(declared: readonly EffectiveField[], nodes: ReadonlyMap<string, ClassNode>): boolean {
  return declared.some((field) => {
    const target =
      field.type.kind === "reference" && field.target !== null ? nodes.get(field.target) : undefined;
    return target !== undefined && anchorOf(target) === "subject";
  });
}

/** A class with given name, family name and mail address describes people, whatever it extends. */
function describesPerson(declared: readonly EffectiveField[]): boolean {
  const stored = declared.filter((field) => field.type.kind !== "copy");
  return (
    stored.some((field) => GIVEN_NAME.test(field.source.name)) &&
    stored.some((field) => FAMILY_NAME.test(field.source.name)) &&
    stored.some((field) => field.type.kind === "email" || /(^|_)e?mail(_|$)/i.test(field.source.name))
  );
}
