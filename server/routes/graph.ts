/** The flow graph: a map at one level, the surroundings of an element, and every way from and to it. */
import { MapQuery, MapView, NeighbourhoodQuery, SnapshotParams, Trace, TraceQuery } from "../contract.ts";
import { ApiError } from "../errors.ts";
import type { Shelf } from "../store/shelf.ts";
import { mapView, withoutOrigin } from "./map-answer.ts";
import { mapOptions } from "./map-query.ts";
import { neighbourhoodView } from "./neighbourhood-answer.ts";
import { answers, opened, SNAPSHOT, type Api } from "./route.ts";
import { traceAnswer } from "./trace-answer.ts";

const tags = ["map"];

export function graphRoutes(api: Api, shelf: Shelf): void {
  api.get(
    `${SNAPSHOT}/graph`,
    {
      schema: {
        operationId: "map",
        summary: "The map at one level of detail",
        tags,
        params: SnapshotParams,
        querystring: MapQuery,
        response: answers(MapView),
      },
    },
    async ({ params, query }) => {
      const { snapshot, findings } = await opened(shelf, params);
      return mapView(snapshot.graph, findings, mapOptions(snapshot.graph, query));
    },
  );

  api.get(
    `${SNAPSHOT}/graph/neighbourhood`,
    {
      schema: {
        operationId: "neighbourhood",
        summary: "What lies within some steps of an element",
        tags,
        params: SnapshotParams,
        querystring: NeighbourhoodQuery,
        response: answers(MapView),
      },
    },
    async ({ params, query }) => {
      const { snapshot, findings } = await opened(shelf, params);
      const key = withoutOrigin(query.key);
      if (!snapshot.graph.hasNode(key)) throw notOnMap();
      return neighbourhoodView(snapshot.graph, findings, key, query.hops ?? 1);
    },
  );

  api.get(
    `${SNAPSHOT}/graph/trace`,
    {
      schema: {
        operationId: "trace",
        summary: "Every way from and to an element; the other parameters describe the view to keep bright",
        tags,
        params: SnapshotParams,
        querystring: TraceQuery,
        response: answers(Trace),
      },
    },
    async ({ params, query }) => {
      const { snapshot, findings } = await opened(shelf, params);
      const { path, ...view } = query;
      const options = mapOptions(snapshot.graph, view);
      const found = traceAnswer(snapshot.graph, findings, withoutOrigin(path), options);
      if (found === null) throw notOnMap();
      return found;
    },
  );
}

function notOnMap(): ApiError {
  return new ApiError(404, "not-on-map", "There is no such element on the map.");
}
