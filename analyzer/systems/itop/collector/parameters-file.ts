/** Accepts and reads the parameter files of collectors, as the collectors' own loader takes them. */
import type { Problem } from "../../../model/problem.ts";
import { readXml } from "../../../source/read-xml.ts";
import { isElement, isText, type XmlElement } from "../../../source/xml.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import type { CollectorParametersData } from "./collector-data.ts";
import { parameterText, type Surroundings, surroundingsIn } from "./parameter-secrets.ts";
import type { ParameterMap, ParameterValue } from "./parameter-value.ts";
import { fragment } from "../fragments.ts";

/** Parameters read of one file; the largest public one has about 900. */
export const MAX_PARAMETERS = 20_000;

/** Problems listed of one file. */
const MAX_PROBLEMS = 50;

const STANDARD_NAME = /(?:^|\/)params\.(distrib|local)\.xml$/i;

/** Any other name can be given with `--config_file`; what stands in it must then be a collector's. */
export function acceptsParameters(file: SourceFile): "collector-parameters" | null {
  if (STANDARD_NAME.test(file.name)) return "collector-parameters";
  if (!/<parameters[\s>]/.test(file.head)) return null;
  return /<(?:itop_url|json_placeholders|collectors_launch_sequence|synchro_user)[\s>/]/.test(file.head)
    ? "collector-parameters"
    : null;
}

export async function readParameters(file: SourceFile): Promise<ReadResult> {
  const { root, problems: broken } = readXml(await file.text());
  if (root === null) return { fragments: [], problems: broken };
  if (root.name !== "parameters") {
    const message = "The root element of a collector's parameters is not parameters.";
    const problem: Problem = {
      kind: "unknown-format",
      message,
      location: root.location,
      lost: "the whole file",
    };
    return { fragments: [], problems: [...broken, problem] };
  }
  const role = (STANDARD_NAME.exec(file.name)?.[1]?.toLowerCase() ??
    "custom") as CollectorParametersData["role"];
  const reader = new ParameterReader(role === "distrib");
  const values = reader.root(root);
  const data: CollectorParametersData = { name: file.name, role, values, location: root.location };
  return {
    fragments: [fragment("collector-parameters", file.path, data)],
    problems: [...broken, ...reader.problems],
  };
}

class ParameterReader {
  readonly problems: Problem[] = [];
  readonly #shipped: boolean;
  #read = 0;

  constructor(shipped: boolean) {
    this.#shipped = shipped;
  }

  /** Of a parameter given twice the last one counts. */
  root(element: XmlElement): ParameterMap {
    const entries = new Map<string, ParameterValue>();
    for (const child of element.children) {
      if (!isElement(child) || this.#full(child)) continue;
      if (entries.has(child.name)) {
        this.#report({
          kind: "duplicate",
          message: `The parameter ${shown(child.name)} is given twice; the last one counts.`,
          location: child.location,
        });
      }
      entries.set(child.name, this.#value(child, "plain"));
    }
    return { kind: "map", isList: false, entries, location: element.location };
  }

  #value(element: XmlElement, above: Surroundings): ParameterValue {
    const children = element.children.filter(isElement);
    const type = element.attributes["type"] ?? (children.length > 0 ? "hash" : "string");
    const { location } = element;
    if (type !== "array" && type !== "hash") {
      const text = element.children.map((node) => (isText(node) ? node.text : "")).join("");
      return parameterText(element.name, text, location, above, this.#shipped);
    }
    const around = surroundingsIn(element.name, above);
    const entries = new Map<string, ParameterValue>();
    for (const child of children) {
      if (this.#full(child)) break;
      const isList = type === "array";
      const name = isList ? `${entries.size}` : child.name;
      if (isList ? child.name !== children[0]?.name : entries.has(name))
        this.#refused(element, child, isList);
      entries.set(name, this.#value(child, around));
    }
    return { kind: "map", isList: type === "array", entries, location };
  }

  #refused(parent: XmlElement, { name, location }: XmlElement, isList: boolean): void {
    const what = isList ? "mixes names of entries" : `gives ${shown(name)} twice`;
    const message = `The parameter ${shown(parent.name)} ${what}: the collector refuses the whole file.`;
    this.#report({ kind: "malformed", message, location });
  }

  #full({ location }: XmlElement): boolean {
    this.#read++;
    if (this.#read <= MAX_PARAMETERS) return false;
    if (this.#read === MAX_PARAMETERS + 1) {
      const message = `The file has more than ${MAX_PARAMETERS} parameters (MAX_PARAMETERS).`;
      this.#report({ kind: "limit", message, location, lost: "the parameters after this one" });
    }
    return true;
  }

  #report(problem: Problem): void {
    if (this.problems.length < MAX_PROBLEMS || problem.kind === "limit") this.problems.push(problem);
  }
}

/** Names of parameters are XML names of any length. */
function shown(name: string): string {
  return name.length <= 80 ? name : `${name.slice(0, 80)}…`;
}
