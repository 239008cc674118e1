/** Defects of a merged model that no single delta shows: fields defined twice, classes that are their own ancestor. */
import type { Problem } from "../../../model/problem.ts";
import { at, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";

export function modelProblems(root: XmlElement): readonly Problem[] {
  const classes = childrenNamed(at(root, "classes") ?? root, "class");
  return [...classes.flatMap(duplicateFields), ...inheritanceCycles(classes)];
}

function duplicateFields(klass: XmlElement): readonly Problem[] {
  const fields = at(klass, "fields");
  if (fields === undefined) return [];
  const seen = new Set<string>();
  return childrenNamed(fields, "field").flatMap(({ attributes, location }): Problem[] => {
    const id = attributes["id"] ?? "";
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `Class ${klass.attributes["id"] ?? ""} defines the field ${id} more than once; the first definition counts.`;
    return [{ kind: "duplicate", message, location }];
  });
}

/** One problem per cycle, at the first of its classes. */
function inheritanceCycles(classes: readonly XmlElement[]): readonly Problem[] {
  const byId = new Map(classes.map((klass) => [klass.attributes["id"] ?? "", klass]));
  const parentOf = (klass: XmlElement): XmlElement | undefined => byId.get(textOf(at(klass, "parent")));
  const done = new Set<XmlElement>();
  const problems: Problem[] = [];
  for (const klass of classes) {
    const line: XmlElement[] = [];
    const onLine = new Set<XmlElement>();
    let current: XmlElement | undefined = klass;
    while (current !== undefined && !done.has(current) && !onLine.has(current)) {
      line.push(current);
      onLine.add(current);
      current = parentOf(current);
    }
    if (current !== undefined && onLine.has(current))
      problems.push(cycleProblem(line.slice(line.indexOf(current))));
    for (const each of line) done.add(each);
  }
  return problems;
}

function cycleProblem(cycle: readonly XmlElement[]): Problem {
  const [first] = cycle;
  const ids = [...cycle, first].map((klass) => klass?.attributes["id"] ?? "");
  return {
    kind: "merge",
    message: `Classes inherit from each other in a circle: ${ids.join(" → ")}. iTop runs out of memory on such a model.`,
    location: (first as XmlElement).location,
  };
}
