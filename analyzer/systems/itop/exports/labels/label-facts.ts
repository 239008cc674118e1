/**
 * Labels of one language as facts: which attribute, code or class a label stands for. Written as lines:
 * `@word=label`, `Class = label | label`, and below a class ` code=label|label; code=label` or, for an attribute
 * with codes, ` code=label -> value=label; value=label`; `classes` opens the list of further classes.
 */
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";

export type Word = "id" | "friendlyname" | "obsolescence_flag" | "yes" | "no" | "date" | "time";

interface AttributeFacts {
  readonly code: string;
  readonly labels: readonly string[];
  /** Labels by code; empty for attributes without codes. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

export interface LabelFacts {
  readonly words: ReadonlyMap<Word, readonly string[]>;
  /** Attributes a class declares itself, in the order of its definition. */
  readonly classes: ReadonlyMap<string, readonly AttributeFacts[]>;
  /** Classes by label; a label of two classes tells neither. */
  readonly byLabel: ReadonlyMap<string, readonly string[]>;
}

/** Parents within the definition and log classes; attributes of a parent are attributes of the class. */
export const PARENTS: Readonly<Record<string, string>> = {
  SynchroAttExtKey: "SynchroAttribute",
  SynchroAttLinkSet: "SynchroAttribute",
  TriggerOnObject: "Trigger",
  TriggerOnObjectCreate: "TriggerOnObject",
  TriggerOnObjectDelete: "TriggerOnObject",
  TriggerOnObjectUpdate: "TriggerOnObject",
  TriggerOnObjectMention: "TriggerOnObject",
  TriggerOnPortalUpdate: "TriggerOnObject",
  TriggerOnStateChange: "TriggerOnObject",
  TriggerOnStateEnter: "TriggerOnStateChange",
  TriggerOnStateLeave: "TriggerOnStateChange",
  TriggerOnThresholdReached: "TriggerOnObject",
  TriggerOnAttributeBlobDownload: "TriggerOnObject",
  TriggerOnAttachmentDownload: "TriggerOnObject",
  ActionNotification: "Action",
  ActionEmail: "ActionNotification",
  ActionNewsroom: "ActionNotification",
  UserInternal: "User",
  UserLocal: "UserInternal",
  UserLDAP: "UserInternal",
  UserExternal: "User",
  UserToken: "User",
  EventNotification: "Event",
  EventNotificationEmail: "EventNotification",
  EventNotificationNewsroom: "EventNotification",
  EventRestService: "Event",
  EventWebService: "Event",
  EventIssue: "Event",
  EventLoginUsage: "Event",
  QueryOQL: "Query",
};

let read: readonly LabelFacts[] | undefined;

/** The languages known, each read once. */
export function languages(): readonly LabelFacts[] {
  return (read ??= [ENGLISH, FRENCH, GERMAN].map(factsOf));
}

/** Id of the only class that has this label, in any language. */
export function classOfLabel(label: string, among: readonly LabelFacts[] = languages()): string | null {
  const ids = new Set(among.flatMap(({ byLabel }) => byLabel.get(label) ?? []));
  return ids.size === 1 ? ([...ids][0] as string) : null;
}

/** Attributes of a class with those of its parents, the parents' first. */
export function attributesOf(facts: LabelFacts, className: string): readonly AttributeFacts[] {
  const parent = PARENTS[className];
  return [
    ...(parent === undefined ? [] : attributesOf(facts, parent)),
    ...(facts.classes.get(className) ?? []),
  ];
}

function factsOf(text: string): LabelFacts {
  const words = new Map<Word, readonly string[]>();
  const classes = new Map<string, AttributeFacts[]>();
  const byLabel = new Map<string, string[]>();
  const name = (id: string, labels: readonly string[]): void => {
    for (const label of labels) byLabel.set(label, [...(byLabel.get(label) ?? []), id]);
  };
  let own: AttributeFacts[] | null = null;
  for (const line of text.split("\n")) {
    if (line.startsWith("@")) {
      const [word, labels] = pair(line.slice(1));
      words.set(word as Word, labels);
    } else if (line === "classes") own = null;
    else if (line.startsWith(" ")) {
      if (own === null) for (const each of line.trim().split("; ")) name(...pair(each));
      else own.push(...attributesIn(line.trim()));
    } else if (line !== "") {
      const [id, labels] = pair(line);
      classes.set(id, (own = []));
      name(id, labels);
    }
  }
  return { words, classes, byLabel };
}

function attributesIn(line: string): readonly AttributeFacts[] {
  const [head, codes] = line.split(" -> ", 2) as [string, string | undefined];
  const values = new Map(codes === undefined ? [] : codes.split("; ").map(pair));
  return head.split("; ").map((each) => {
    const [code, labels] = pair(each);
    return { code, labels, values };
  });
}

function pair(text: string): [name: string, labels: readonly string[]] {
  const at = text.indexOf("=");
  const labels = text
    .slice(at + 1)
    .split("|")
    .map((label) => label.trim())
    .filter((label) => label !== "");
  return [text.slice(0, at).trim(), labels];
}
