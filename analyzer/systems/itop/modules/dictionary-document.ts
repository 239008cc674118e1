/** The pseudo-module `dictionaries` that iTop loads before all others: every language it ships, so that deltas find it. */
import type { Location } from "../../../model/location.ts";
import type { XmlElement } from "../../../source/xml.ts";
import type { DeltaDocument } from "../merge/flat.ts";

/** Languages of 2.7 to 3.2; `EN GB` came with 3.2. */
const LANGUAGES =
  "CS CZ,DA DA,DE DE,EN GB,EN US,ES CR,FR FR,HU HU,IT IT,JA JP,NL NL,PL PL,PT BR,RU RU,SK SK,TR TR,ZH CN".split(
    ",",
  );

/** The entries themselves are read from the PHP files; only their containers matter to a merge. */
export function dictionaryDocument(designVersion: string, location: Location): DeltaDocument {
  const element = (
    name: string,
    attributes: XmlElement["attributes"],
    children: readonly XmlElement[],
  ): XmlElement => ({
    name,
    attributes,
    children,
    location,
  });
  const languages = LANGUAGES.map((id) => element("dictionary", { id }, [element("entries", {}, [])]));
  const root = element("itop_design", { version: designVersion }, [element("dictionaries", {}, languages)]);
  return { root, module: "dictionaries", designVersion };
}
