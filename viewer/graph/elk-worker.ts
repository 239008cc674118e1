/** Runs ELK in a worker, so that the page stays responsive while a big map is laid out. */
import ELK from "elkjs/lib/elk-api.js";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { MapView } from "../../server/contract.ts";
import { elkGraphs, wishesOf, type Wishes } from "./elk-graph.ts";

let engine: InstanceType<typeof ELK> | null = null;

/** Without a worker (an old browser, a stricter policy) the order of keys stands in: plain, but never an empty page. */
export async function wishesFor(view: Pick<MapView, "nodes" | "edges">): Promise<Wishes> {
  try {
    engine ??= new ELK({ workerUrl });
    const answers = [];
    for (const graph of elkGraphs(view)) answers.push(await engine.layout(graph));
    return wishesOf(answers);
  } catch (error) {
    console.warn("The layered layout could not run; nodes are in the order of their names.", error);
    return new Map(
      [...view.nodes].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ key }, index) => [key, index]),
    );
  }
}
