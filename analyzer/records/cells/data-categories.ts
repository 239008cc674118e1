/** Categories of personal data: what the classifier found in the fields, stores and flows of an activity. */
import type { Category } from "../../model/category.ts";
import { localPart } from "../../model/model-path.ts";
import { TAXONOMY } from "../../classify/taxonomy.ts";
import { evidence, ordered, proved } from "../digest.ts";
import type { Element } from "../elements.ts";
import type { Found, RecordFacts } from "../record-facts.ts";
import type { CellEvidence } from "../register.ts";

export function dataCategories({ elements }: RecordFacts): Found {
  const found = new Map<Category, CellEvidence[]>();
  const note = (category: Category, item: CellEvidence): void => {
    const items = found.get(category);
    if (items === undefined) found.set(category, [item]);
    else items.push(item);
  };
  for (const element of elements) {
    // The records of a class are told field by field: some of its fields may belong to another activity.
    if (toldByFields(element)) continue;
    for (const category of element.categories) note(category, categoryEvidence(element, category));
    const shown = shownPerson(element);
    if (shown !== null) note("name", shown);
  }
  const lines = [...found]
    .map(([category, items]) => ({ key: category, text: categoryLine(category), evidence: ordered(items) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  return { lines, question: null };
}

function toldByFields({ fact }: Element): boolean {
  return fact.kind === "store" && fact.store.kind === "primary" && fact.store.holds.fields.length > 0;
}

export function categoryLine(category: Category): string {
  const { label, special } = TAXONOMY[category];
  if (special === "art9") return `${label} (special category, Art. 9)`;
  return special === "art10" ? `${label} (Art. 10)` : label;
}

/** A reference to a person shows the person's name wherever it is displayed. */
function shownPerson({ fact, path }: Element): CellEvidence | null {
  if (fact.kind !== "field" || fact.verdict.personal !== "person-link") return null;
  return evidence(
    path,
    `${localPart(path)} refers to ${fact.field.target ?? "a person"}: the name is shown`,
    fact.field.location,
  );
}

function categoryEvidence({ fact, path }: Element, category: Category): CellEvidence {
  switch (fact.kind) {
    case "field":
      return evidence(
        path,
        `${localPart(path)}: ${fact.field.declaredType}${labelOf(fact.field.labels)}`,
        fact.field.location,
      );
    case "store":
      return proved(path, `store ${fact.store.name} keeps ${TAXONOMY[category].label}`, fact.store.proof);
    case "movement":
      return proved(
        path,
        `${fact.movement.kind} ${fact.movement.name} carries ${TAXONOMY[category].label}`,
        fact.movement.proof,
      );
    case "notification":
      return proved(
        path,
        `notification ${fact.notification.name} inserts ${TAXONOMY[category].label}`,
        fact.notification.proof,
      );
    case "operation":
      return evidence(
        path,
        `${fact.operation.verb} by the interface touches ${TAXONOMY[category].label}`,
        fact.operation.location,
      );
    default:
      return fact satisfies never;
  }
}

function labelOf(labels: Readonly<Record<string, string>>): string {
  const label = labels["en"] ?? Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))[0]?.[1];
  return label === undefined ? "" : ` "${label}"`;
}
