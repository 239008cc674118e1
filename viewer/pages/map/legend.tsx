/** What the marks mean: only those that occur in the picture, in the order one meets them. */
import type { MapEdge, MapNode } from "../../../server/contract.ts";
import { FILLS, fillOf, LINE_STYLES, RINGS, shapeOf, SHAPES, worstOf } from "../../graph/marks.ts";
import { CROWDED } from "../../graph/appearance.ts";
import { quietEdges } from "../../graph/quiet.ts";
import { MarkIcon } from "../../parts/mark-icon.tsx";

export function Legend({
  nodes,
  edges,
}: {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}) {
  const shapes = new Set(nodes.map(shapeOf));
  const fills = new Set(nodes.map(fillOf));
  const rings = new Set(nodes.map(({ findings }) => worstOf(findings)));
  const evidence = new Set(edges.map((edge) => edge.evidence));
  return (
    <section className="legend" aria-label="Legend">
      <h3>Shape: what it is</h3>
      <ul>
        {SHAPES.filter(([shape]) => shapes.has(shape)).map(([shape, words]) => (
          <li key={shape}>
            <MarkIcon shape={shape} />
            {words}
          </li>
        ))}
      </ul>
      <h3>Fill: how delicate</h3>
      <ul>
        {Object.values(FILLS)
          .filter((fill) => fills.has(fill))
          .map((fill) => (
            <li key={fill.letter}>
              <MarkIcon shape="square" fill={fill} />
              {fill.words}
            </li>
          ))}
      </ul>
      {(["error", "warning", "info"] as const).some((severity) => rings.has(severity)) && (
        <>
          <h3>Ring: worst finding</h3>
          <ul>
            {(["error", "warning", "info"] as const)
              .filter((severity) => rings.has(severity))
              .map((severity) => (
                <li key={severity}>
                  <svg width="18" height="18" viewBox="-12 -12 24 24" aria-hidden="true">
                    <circle
                      r="9"
                      fill="none"
                      stroke={RINGS[severity].colour}
                      strokeWidth="3"
                      strokeDasharray={RINGS[severity].dash?.join(" ")}
                    />
                  </svg>
                  {severity}
                </li>
              ))}
          </ul>
        </>
      )}
      <h3>Line: wider with more fields</h3>
      <ul>
        {(["both", "declared", "observed", "code", "claimed"] as const)
          .filter((style) => evidence.has(style))
          .map((style) => (
            <li key={style}>
              <SampleLine style={style} />
              {LINE_STYLES[style].words}
            </li>
          ))}
        {edges.some(({ leaves }) => leaves) && (
          <li>
            <svg className="sample sample-out" width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
              <path d="M0 0H23" />
              <path className="sample-head" d="M23-5 34 0 23 5Z" />
            </svg>
            leaves the organisation
          </li>
        )}
      </ul>
      {edges.length > CROWDED && quietEdges(edges).size > 0 && (
        <p className="quiet">Pale lines hold for nearly everything; point at a mark to see its own.</p>
      )}
    </section>
  );
}

function SampleLine({ style }: { readonly style: MapEdge["evidence"] }) {
  return (
    <svg className="sample" width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
      {style === "observed" ? (
        <path d="M0-2H27M0 2H27" />
      ) : (
        <path d="M0 0H27" strokeDasharray={LINE_STYLES[style].dash?.join(" ")} />
      )}
      <path className="sample-head" d="M27-3.5 34 0 27 3.5Z" />
    </svg>
  );
}
