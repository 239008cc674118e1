/** Texts of classes and fields from iTop's dictionaries, looked up as the run time does it. */
import type { Labels } from "../../../model/provenance.ts";
import { child, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";
import type { DictionaryData } from "../fragments.ts";

/** Languages kept in the model, by iTop's code; an installation may carry seventeen. */
const LANGUAGES: Readonly<Record<string, string>> = { "EN US": "en", "FR FR": "fr", "DE DE": "de" };

const CLASS_KEY = "Class:";

export class Dictionary {
  readonly #texts = new Map<string, Map<string, string>>();

  /** Later entries win, as a later file overrides an earlier one; the model's own dictionaries come last. */
  constructor(dictionaries: readonly DictionaryData[], root: XmlElement | null) {
    for (const { language, entries } of dictionaries) {
      for (const { key, text } of entries) this.#add(language, key, text);
    }
    const container = root === null ? undefined : child(root, "dictionaries");
    for (const dictionary of container === undefined ? [] : childrenNamed(container, "dictionary")) {
      const entries = child(dictionary, "entries");
      for (const entry of entries === undefined ? [] : childrenNamed(entries, "entry")) {
        this.#add(dictionary.attributes["id"] ?? "", entry.attributes["id"] ?? "", textOf(entry));
      }
    }
  }

  classLabels(name: string): Labels {
    return this.#first([`${CLASS_KEY}${name}`]);
  }

  /** The class itself, then its parents; `lineage` is nearest first. */
  fieldLabels(lineage: readonly string[], field: string): Labels {
    return this.#first(lineage.map((name) => `${CLASS_KEY}${name}/Attribute:${field}`));
  }

  /** English tooltip of a field; `null` when there is none. */
  fieldDescription(lineage: readonly string[], field: string): string | null {
    return this.#first(lineage.map((name) => `${CLASS_KEY}${name}/Attribute:${field}+`))["en"] ?? null;
  }

  /** Per language the text of the first key that has one. */
  #first(keys: readonly string[]): Labels {
    const labels: Record<string, string> = {};
    for (const [language, texts] of this.#texts) {
      for (const key of keys) {
        const text = texts.get(key);
        if (text === undefined || text === "") continue;
        labels[language] = text;
        break;
      }
    }
    return labels;
  }

  #add(code: string, key: string, text: string): void {
    const language = LANGUAGES[code];
    if (language === undefined || !key.startsWith(CLASS_KEY)) return;
    let texts = this.#texts.get(language);
    if (texts === undefined) this.#texts.set(language, (texts = new Map()));
    texts.set(key, text);
  }
}

/** Label of an external field that has none: the key's, an arrow, the shown field's, as iTop shows it. */
export function joinLabels(key: Labels, shown: Labels): Labels {
  const joined: Record<string, string> = {};
  for (const [language, text] of Object.entries(key)) {
    const remote = shown[language];
    if (remote !== undefined) joined[language] = `${text}->${remote}`;
  }
  return joined;
}
