/** The model iTop starts from before it merges the first file. */
import type { Location } from "../../../model/location.ts";
import { type DesignVersion, reads } from "./design-version.ts";
import { WorkNode } from "./work-tree.ts";

const SECTIONS = ["loaded_modules", "classes", "dictionaries", "menus", "meta"];

/** Sections that came with a later design. */
const LATER_SECTIONS: readonly (readonly [section: string, since: DesignVersion])[] = [["events", "3.1"]];

/** Classes that exist in PHP only but may be named as parents. */
const PHP_ROOT_CLASSES = ["DBObject", "CMDBObject", "cmdbAbstractObject"];

const NOWHERE: Location = { file: "", line: 1, column: 1, endLine: 1, endColumn: 1 };

/** `location` stands for the sections, which no file defines. */
export function emptyModel(design: DesignVersion, location: Location = NOWHERE): WorkNode {
  const root = new WorkNode("itop_design", {}, location);
  const later = LATER_SECTIONS.filter(([, since]) => reads(design, since)).map(([section]) => section);
  for (const section of [...SECTIONS, ...later]) root.append(new WorkNode(section, {}, location));
  const classes = root.find("classes");
  for (const id of PHP_ROOT_CLASSES) classes?.append(new WorkNode("class", { id }, location));
  return root;
}
