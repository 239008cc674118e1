/** The small card beside what is pointed at: its full name, what it is, what it carries. */
import type { MapEdge, MapNode } from "../../../server/contract.ts";
import { fillOf, LINE_STYLES, worstOf } from "../../graph/marks.ts";
import { count, fieldCount, kindOf, nameOf } from "../../graph/words.ts";
import type { Pointed } from "./scene.tsx";

const MOST_SAID = 4;

interface HintProps {
  readonly pointed: Pointed | null;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly width: number;
}

export function Hint({ pointed, nodes, edges, width }: HintProps) {
  if (pointed === null) return null;
  const node = pointed.kind === "node" ? nodes.find(({ key }) => key === pointed.key) : undefined;
  const edge = pointed.kind === "edge" ? edges.find(({ key }) => key === pointed.key) : undefined;
  if (node === undefined && edge === undefined) return null;
  const left = pointed.x > width * 0.6;
  return (
    <div
      className={left ? "hint hint-left" : "hint"}
      data-key={pointed.key}
      style={{ transform: `translate(${Math.round(pointed.x)}px, ${Math.round(pointed.y)}px)` }}
    >
      <div className="hint-card">
        {node !== undefined && <NodeHint node={node} />}
        {edge !== undefined && <EdgeHint edge={edge} />}
      </div>
    </div>
  );
}

function NodeHint({ node }: { readonly node: MapNode }) {
  const worst = worstOf(node.findings);
  const total = node.findings.error + node.findings.warning + node.findings.info;
  return (
    <>
      <strong>{nameOf(node)}</strong>
      <span>
        {kindOf(node)} · {fillOf(node).words}
      </span>
      {node.categories.length > 0 && <span className="hint-carries">{node.categories.join(", ")}</span>}
      {worst !== null && (
        <span>
          {count(total, "finding")}, worst: {worst}
        </span>
      )}
      {node.expandable && node.inside > 0 && <span>{count(node.inside, "element")} inside</span>}
    </>
  );
}

function EdgeHint({ edge }: { readonly edge: MapEdge }) {
  return (
    <>
      {edge.says
        .split("\n")
        .slice(0, MOST_SAID)
        .map((line) => (
          <strong key={line}>{line}</strong>
        ))}
      <span>
        fields: {fieldCount(edge)} · {LINE_STYLES[edge.evidence].words}
        {edge.leaves && " · leaves the organisation"}
      </span>
      {edge.categories.length > 0 && <span className="hint-carries">{edge.categories.join(", ")}</span>}
    </>
  );
}
