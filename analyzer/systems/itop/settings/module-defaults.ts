/** Defaults of module settings: what module files bring into the configuration, and parameters of the model behind it. */
import type { Location } from "../../../model/location.ts";
import type { SettingValue } from "../../../model/setting.ts";
import { at, childrenNamed, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import type { ModuleData } from "../fragments.ts";
import { holdsCredentials, isSecretName } from "./config-secrets.ts";

export interface ModuleDefault {
  /** `null` for a secret, whose value is never kept. */
  readonly value: SettingValue;
  readonly location: Location;
  /** It holds where the configuration says nothing; what a module file brings is only written into the configuration. */
  readonly inForce: boolean;
}

/** By `<module>/<key>`. iTop looks into the model where the configuration has no value. */
export function moduleDefaults(
  modules: readonly ModuleData[],
  root: XmlElement,
): ReadonlyMap<string, ModuleDefault> {
  const defaults = new Map<string, ModuleDefault>();
  for (const { name, value, location } of modules.flatMap(({ settings }) => settings ?? [])) {
    defaults.set(name, { value, location, inForce: false });
  }
  const section = at(root, "module_parameters");
  for (const parameters of section === undefined ? [] : childrenNamed(section, "parameters")) {
    for (const each of parameters.children.filter(isElement)) {
      const name = `${parameters.attributes["id"] ?? ""}/${each.name}`;
      const value = valueOf(each);
      if (value === undefined) continue;
      const text = Array.isArray(value) ? value.join("\n") : String(value);
      const secret = isSecretName(name) || holdsCredentials(text);
      defaults.set(name, { value: secret ? null : value, location: each.location, inForce: true });
    }
  }
  return defaults;
}

/** A text, or a list of texts; `undefined` for anything with an inner structure. */
function valueOf(element: XmlElement): SettingValue | undefined {
  const items = element.children.filter(isElement);
  if (items.length === 0) return element.attributes["type"] === "array" ? [] : textOf(element);
  const isList = items.every((item) => !item.children.some(isElement));
  return isList && element.attributes["type"] === "array" ? items.map(textOf) : undefined;
}
