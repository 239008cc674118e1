/** The side panel at rest: what the picture shows in numbers, its legend, and the keys. */
import type { MapEdge, MapNode } from "../../../server/contract.ts";
import { count } from "../../graph/words.ts";
import { Legend } from "./legend.tsx";

export function OverviewPanel({
  nodes,
  edges,
}: {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}) {
  const parties = new Set(nodes.filter(({ kind }) => kind === "party").map(({ label }) => label));
  const outside = new Set(
    nodes
      .filter(({ lane, audience }) => lane === "recipient" && audience === "external")
      .map(({ key }) => key),
  );
  const unknown = nodes.filter(({ lane, audience }) => lane === "recipient" && audience === "unknown").length;
  const leaving = edges.filter(({ leaves }) => leaves).length;
  return (
    <article className="overview">
      <h2>What is shown</h2>
      <ul className="numbers">
        <li>
          <b>{nodes.length}</b> elements
        </li>
        <li>
          <b>{edges.length}</b> flows
        </li>
        <li>
          <b>{parties.size}</b> parties
        </li>
        <li>
          <b>{leaving}</b> flows leave
        </li>
      </ul>
      <p className="quiet">
        {outside.size === 0
          ? "No recipient outside is shown"
          : `${count(outside.size, "recipient")} outside the organisation`}
        {unknown > 0 && `, ${count(unknown, "recipient")} not known`}.
      </p>
      <Legend nodes={nodes} edges={edges} />
      <h3>Keys in the picture</h3>
      <dl className="keys">
        <dt>
          <kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd>
        </dt>
        <dd>walk from mark to mark</dd>
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>facts; opens into fields, and closes again</dd>
        <dt>
          <kbd>T</kbd>
        </dt>
        <dd>trace: where from, who gets it</dd>
        <dt>
          <kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd>
        </dt>
        <dd>zoom, show all</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>leave trace or selection</dd>
      </dl>
    </article>
  );
}
