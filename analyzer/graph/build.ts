/** Builds the flow graph of an estate: what exists, then what moves between. */
import type { Estate } from "../model/estate.ts";
import type { Verdicts } from "../model/verdict.ts";
import { Draft } from "./draft.ts";
import { addAccess } from "./edges-of-access.ts";
import { addCopies } from "./edges-of-copies.ts";
import { addMovements } from "./edges-of-movements.ts";
import { addNotifications } from "./edges-of-notifications.ts";
import { addOperations } from "./edges-of-operations.ts";
import { addStoreEdges } from "./edges-of-stores.ts";
import { finish } from "./finish.ts";
import { addModelNodes } from "./nodes-of-model.ts";
import { addStoreNodes } from "./nodes-of-stores.ts";
import { addParty } from "./parties.ts";
import { Atlas } from "./places.ts";
import type { FlowGraph } from "./shape.ts";

/** The same estate and verdicts give the same graph: nodes and edges are inserted in the order of their keys. */
export function buildGraph(estate: Estate, verdicts: Verdicts): FlowGraph {
  const atlas = new Atlas(estate.systems, verdicts);
  const draft = new Draft((path) => atlas.verdict(path));
  for (const places of atlas.all) {
    addModelNodes(draft, places);
    addStoreNodes(draft, places);
    for (const party of places.system.parties) addParty(draft, places.system, party);
  }
  for (const places of atlas.all) {
    addMovements(draft, atlas, places);
    addNotifications(draft, atlas, places);
    addAccess(draft, places);
    addCopies(draft, places);
    addStoreEdges(draft, places);
  }
  // Last, for what was observed confirms what was declared.
  for (const places of atlas.all) addOperations(draft, atlas, places);
  return finish(draft, estate.asOf);
}
