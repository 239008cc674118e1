/** Reads `installation.xml`, the choices of the setup wizard, and the answers a setup was given. */
import { child, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";
import type { ChoiceGroup, InstallationData, WizardChoice } from "../fragments.ts";

/**
 * Both have the root `installation`: the wizard's choices in `steps`, answers in `selected_modules` and
 * `selected_extensions`. Of answers nothing else is read; they hold accounts and passwords.
 */
export function readInstallation(root: XmlElement): InstallationData {
  const steps = child(root, "steps");
  return {
    steps: steps === undefined ? [] : childrenNamed(steps, "step").map(groupOf),
    selectedModules: selected(root, "selected_modules", "item"),
    selectedExtensions: selected(root, "selected_extensions", "item"),
    environment: textOf(child(root, "target_env")) || null,
    location: root.location,
  };
}

function groupOf(element: XmlElement | undefined): ChoiceGroup {
  const choices = (name: string): readonly WizardChoice[] => {
    const list = element === undefined ? undefined : child(element, name);
    return list === undefined ? [] : childrenNamed(list, "choice").map(choiceOf);
  };
  return { options: choices("options"), alternatives: choices("alternatives") };
}

function choiceOf(element: XmlElement): WizardChoice {
  const inner = groupOf(child(element, "sub_options"));
  return {
    code: textOf(child(element, "extension_code")),
    modules: selected(element, "modules", "module") ?? [],
    mandatory: textOf(child(element, "mandatory")) === "true",
    byDefault: textOf(child(element, "default")) === "true",
    sub: { ...inner, alternatives: [...groupOf(element).alternatives, ...inner.alternatives] },
  };
}

/** `null` when the list is not there at all; of two lists, as templates of answers have them, the filled one. */
function selected(root: XmlElement, list: string, item: string): readonly string[] | null {
  const lists = childrenNamed(root, list);
  if (lists.length === 0) return null;
  return lists.flatMap((each) => childrenNamed(each, item).map(textOf)).filter((name) => name !== "");
}
