/** The map as tables: to work with when chosen or when nothing can be drawn, plain for screen readers beside the picture. */
import type { MapEdge, MapNode } from "../../../server/contract.ts";
import { fillOf, shapeOf } from "../../graph/marks.ts";
import { elementTwin, flowTwin, type Twin } from "../../graph/twin.ts";
import { nameOf } from "../../graph/words.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { MarkIcon } from "../../parts/mark-icon.tsx";

interface TwinProps {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

export function TwinTables({
  nodes,
  edges,
  onSelect,
}: TwinProps & { readonly onSelect: (key: string) => void }) {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const elements = elementTwin(nodes);
  const flows = flowTwin(nodes, edges);
  const rows = elements.rows.map((row) => {
    const node = byKey.get(row.key);
    if (node === undefined) return row;
    const head = (
      <button type="button" className="row-link" onClick={() => onSelect(row.key)}>
        <MarkIcon shape={shapeOf(node)} fill={fillOf(node)} size={22} />
        {nameOf(node)}
      </button>
    );
    return { ...row, head };
  });
  return (
    <div className="twin">
      <DataTable caption={elements.caption} columns={elements.columns} rows={rows} file="map-elements.csv" />
      <DataTable caption={flows.caption} columns={flows.columns} rows={flows.rows} file="map-flows.csv" />
    </div>
  );
}

/** Read, not seen. */
export function SpokenTwin({ nodes, edges }: TwinProps) {
  return (
    <div className="unseen">
      <PlainTable twin={elementTwin(nodes)} />
      <PlainTable twin={flowTwin(nodes, edges)} />
    </div>
  );
}

function PlainTable({ twin: { caption, columns, rows } }: { readonly twin: Twin }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} data-key={key}>
            {cells.map((cell, index) => (
              <td key={columns[index]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
