/** Content of a snapshot to text and back: the graph as graphology exports it, verdicts as entries. */
import { MultiDirectedGraph } from "graphology";
import type { SerializedGraph } from "graphology-types";
import { SourceText } from "../../analyzer/source/text.ts";
import type { FlowEdge, FlowMeta, FlowNode } from "../../analyzer/graph/shape.ts";
import type { System } from "../../analyzer/model/system.ts";
import type { Verdict } from "../../analyzer/model/verdict.ts";
import { sortKeys } from "../../analyzer/workspace/model-json.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import type { Content } from "./content.ts";

/** Raised when the shape below changes. */
const VERSION = 1;

interface Text {
  readonly file: string;
  readonly text: string;
}

interface Written extends Omit<
  Content,
  "snapshot" | "register" | "exceptions" | "baseline" | "suppressible" | "rules"
> {
  readonly version: number;
  readonly estate: Snapshot["estate"];
  readonly verdicts: readonly (readonly [string, Verdict])[];
  readonly graph: SerializedGraph<FlowNode, FlowEdge, FlowMeta>;
  readonly records: Snapshot["register"];
  readonly rules: Content["rules"] | null;
  readonly register: Text | null;
  readonly exceptions: Text | null;
  readonly baseline: Text | null;
  readonly suppressible: readonly Text[];
}

/** Sorted keys; the same content gives the same text, so that its digest is its name. */
export function serialize(content: Content): string {
  const { estate, verdicts, graph, register } = content.snapshot;
  const written: Written = {
    version: VERSION,
    estate,
    verdicts: [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1)),
    graph: graph.export(),
    records: register,
    findings: content.findings,
    rules: content.rules ?? null,
    register: asText(content.register),
    exceptions: asText(content.exceptions),
    baseline: asText(content.baseline),
    suppressible: content.suppressible.map(({ file, text }) => ({ file, text })),
  };
  return JSON.stringify(written, sortKeys);
}

/** Reads only what `serialize` wrote; anything else is a damaged database, and throws. */
export function deserialize(text: string): Content {
  const written = JSON.parse(text) as Written;
  if (written.version !== VERSION) throw new Error(`a snapshot of version ${written.version} cannot be read`);
  const graph = new MultiDirectedGraph<FlowNode, FlowEdge, FlowMeta>();
  graph.import(written.graph);
  return {
    snapshot: {
      estate: completed(written.estate),
      verdicts: new Map(written.verdicts),
      graph,
      register: written.records,
    },
    findings: written.findings,
    rules: written.rules ?? undefined,
    register: asSource(written.register),
    exceptions: asSource(written.exceptions),
    baseline: asSource(written.baseline),
    suppressible: written.suppressible.map(({ file, text: each }) => new SourceText(file, each)),
  };
}

/** Snapshots of before stored queries were read have none. */
function completed(estate: Snapshot["estate"]): Snapshot["estate"] {
  type Stored = Omit<System, "queries"> & Partial<Pick<System, "queries">>;
  const systems: readonly Stored[] = estate.systems;
  return { ...estate, systems: systems.map((system) => ({ queries: [], ...system })) };
}

function asText(source: SourceText | null): Text | null {
  return source === null ? null : { file: source.file, text: source.text };
}

function asSource(text: Text | null): SourceText | null {
  return text === null ? null : new SourceText(text.file, text.text);
}
