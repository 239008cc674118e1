/** Reads `extension.xml`, which groups modules into one choice of the setup. */
import { at, child, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";
import type { ExtensionData } from "../fragments.ts";

export function readExtension(root: XmlElement, folder: string): ExtensionData {
  const text = (name: string): string => textOf(child(root, name));
  const list = at(root, "modules");
  return {
    code: text("extension_code"),
    version: text("version"),
    mandatory: text("mandatory") === "true",
    minimum: text("itop_version_min") || null,
    modules: (list === undefined ? [] : childrenNamed(list, "module")).map((module) => ({
      name: module.attributes["id"] ?? (textOf(child(module, "id")) || textOf(module)),
      version: module.attributes["version"] ?? textOf(child(module, "version")),
      location: module.location,
    })),
    folder,
    location: root.location,
  };
}
