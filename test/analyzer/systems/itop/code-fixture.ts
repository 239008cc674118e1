/** Code of an invented ferry operator's help desk extension, read against the small request model. */
import type { SyntaxEngine } from "../../../../analyzer/source/engine.ts";
import { readXml } from "../../../../analyzer/source/read-xml.ts";
import { SourceText } from "../../../../analyzer/source/text.ts";
import { codeFlows, type CodeFlows } from "../../../../analyzer/systems/itop/code/code-flows.ts";
import {
  codeOfInterest,
  readElements,
  readPhpCode,
  type CodeReading,
} from "../../../../analyzer/systems/itop/code/read-code.ts";
import { requestModel } from "./request-model.ts";

export const MODEL_FILE = "extensions/ferry-desk/datamodel.ferry-desk.xml";
export const PHP_FILE = "extensions/ferry-desk/src/FerryDesk.php";

/** Code of one method of a class, in CDATA unless `escaped`. */
export function modelWith(code: string, owner = "UserRequest", escaped = false): string {
  const held = escaped ? code : `<![CDATA[${code}]]>`;
  return `<itop_design version="3.1">
  <classes>
    <class id="${owner}">
      <methods>
        <method id="Work">
          <code>${held}</code>
        </method>
      </methods>
    </class>
  </classes>
</itop_design>`;
}

export function readModel(xml: string, engine: SyntaxEngine): CodeReading {
  const { root } = readXml(new SourceText(MODEL_FILE, xml));
  if (root === null) throw new Error("the fixture is not well-formed");
  return readElements(codeOfInterest(root), engine);
}

export function readFile(php: string, engine: SyntaxEngine): CodeReading {
  return readPhpCode(new SourceText(PHP_FILE, php), engine, true);
}

export function flowsOf({ code }: CodeReading, vendor = false): CodeFlows {
  return codeFlows(code, {
    system: "itop",
    index: requestModel,
    internalDomains: ["saltmarsh-ferries.example"],
    originOf: () => ({ by: vendor ? "vendor" : "extension", module: "ferry-desk" }),
    logStore: "itop:store/Log files",
  });
}

/** `from > to` of every mapped field behind the movement's label, the system's name left out. */
export function told({ movements }: CodeFlows): Readonly<Record<string, readonly string[]>> {
  const short = (path: string | null): string => (path ?? "").replace("itop:", "");
  return Object.fromEntries(
    movements.map(({ name, map }) => [
      name,
      map.map(({ from, to, match }) => `${short(from)} ${match ? "?" : ">"} ${short(to)}`.trim()),
    ]),
  );
}
