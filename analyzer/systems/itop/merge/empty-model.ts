/** The model iTop starts from before it merges the first file. */
import type { Location } from "../../../model/location.ts";
import { WorkNode } from "./work-tree.ts";

const SECTIONS = ["loaded_modules", "classes", "dictionaries", "menus", "meta", "events"];

/** Classes that exist in PHP only but may be named as parents. */
const PHP_ROOT_CLASSES = ["DBObject", "CMDBObject", "cmdbAbstractObject"];

const NOWHERE: Location = { file: "", line: 1, column: 1, endLine: 1, endColumn: 1 };

/** `location` stands for the sections, which no file defines. */
export function emptyModel(location: Location = NOWHERE): WorkNode {
  const root = new WorkNode("itop_design", {}, location);
  for (const section of SECTIONS) root.append(new WorkNode(section, {}, location));
  const classes = root.find("classes");
  for (const id of PHP_ROOT_CLASSES) classes?.append(new WorkNode("class", { id }, location));
  return root;
}
