/** Writes a view as a Mermaid flowchart, for pages that render it: one frame for each system, lanes inside. */
import { delicateFirst } from "../category-family.ts";
import { movementWord } from "../words.ts";
import type { MapEdge, MapNode, MapView } from "../map-view.ts";
import { localPart } from "../../model/model-path.ts";
import { cutMiddle } from "../plain-text.ts";
import { escapeMermaid } from "./escape.ts";
import { LANES } from "./lanes.ts";

const LABEL_LENGTH = 48;

export function toMermaid(view: MapView): string {
  const ids = new Map(view.nodes.map(({ key }, index) => [key, `n${index}`]));
  const systems = [...new Set(view.nodes.map(({ system }) => system))].sort();
  const lines = ["flowchart LR"];
  for (const [index, system] of systems.entries()) {
    lines.push(
      `  subgraph s${index}["${escapeMermaid(cutMiddle(system, LABEL_LENGTH))}"]`,
      "    direction LR",
    );
    for (const { lane, heading } of LANES) {
      const nodes = view.nodes.filter((node) => node.system === system && node.lane === lane);
      if (nodes.length === 0) continue;
      lines.push(`    subgraph s${index}${lane.replace("-", "")}["${escapeMermaid(heading)}"]`);
      for (const node of nodes) lines.push(`      ${ids.get(node.key) ?? ""}${shape(node)}`);
      lines.push("    end");
    }
    lines.push("  end");
  }
  const red: number[] = [];
  let drawn = 0;
  for (const edge of view.edges) {
    const source = ids.get(edge.source);
    const target = ids.get(edge.target);
    if (source === undefined || target === undefined) continue;
    if (edge.leaves) red.push(drawn);
    drawn += 1;
    lines.push(`  ${source} ${arrow(edge)}|"${escapeMermaid(edgeLabel(edge))}"| ${target}`);
  }
  if (red.length > 0) lines.push(`  linkStyle ${red.join(",")} stroke:#c62828`);
  return `${lines.join("\n")}\n`;
}

/** Party round, movement rhombus, entity square, store a cylinder. */
function shape(node: MapNode): string {
  const name = node.kind === "field" ? localPart(node.path) : node.label;
  const words = node.kind === "movement" ? `${movementWord(node.sort)} ${name}` : name;
  const text = `"${escapeMermaid(cutMiddle(words, LABEL_LENGTH))}"`;
  switch (node.kind) {
    case "party":
      return `([${text}])`;
    case "movement":
      return `{{${text}}}`;
    case "store":
      return `[(${text})]`;
    case "system":
    case "module":
    case "fold":
      return `[[${text}]]`;
    case "entity":
    case "field":
      return `[${text}]`;
    default:
      return node.kind satisfies never;
  }
}

/** Dotted = declared, never observed; thick = observed, not declared. */
function arrow(edge: MapEdge): string {
  switch (edge.evidence) {
    case "declared":
    case "claimed":
    case "code":
      return "-.->";
    case "observed":
      return "==>";
    case "both":
      return "-->";
    default:
      return edge.evidence satisfies never;
  }
}

function edgeLabel(edge: MapEdge): string {
  const count = edge.untold
    ? "fields not told"
    : `${edge.fields.length} ${edge.fields.length === 1 ? "field" : "fields"}`;
  const categories = delicateFirst(edge.categories).slice(0, 3).join(", ");
  return categories === "" ? count : `${count}: ${categories}${edge.categories.length > 3 ? ", …" : ""}`;
}
