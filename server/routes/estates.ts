/** Estates and their snapshots, as lists and in figures. */
import { Type } from "typebox";
import { EstateParams, EstateSummary, SnapshotParams, SnapshotSummary } from "../contract.ts";
import { ApiError } from "../errors.ts";
import type { Shelf } from "../store/shelf.ts";
import type { EstateRow } from "../store/tables.ts";
import { answers, SNAPSHOT, type Api } from "./route.ts";

const tags = ["estates"];

export function estateRoutes(api: Api, shelf: Shelf): void {
  const summary = async (estate: EstateRow): Promise<EstateSummary> => {
    const snapshots = await shelf.tables.summaries(estate.id);
    return { ...estate, latest: snapshots[0] ?? null, snapshots: snapshots.length };
  };
  const known = async (id: string): Promise<EstateRow> => {
    const estate = await shelf.tables.estate(id);
    if (estate === undefined) throw new ApiError(404, "no-estate", "There is no such estate.");
    return estate;
  };

  api.get(
    "/estates",
    {
      schema: {
        operationId: "estates",
        summary: "All estates",
        tags,
        response: answers(Type.Array(EstateSummary)),
      },
    },
    async () => Promise.all((await shelf.tables.estates()).map(summary)),
  );

  api.get(
    "/estates/:estate",
    {
      schema: {
        operationId: "estate",
        summary: "One estate",
        tags,
        params: EstateParams,
        response: answers(EstateSummary),
      },
    },
    async ({ params }) => summary(await known(params.estate)),
  );

  api.get(
    "/estates/:estate/snapshots",
    {
      schema: {
        operationId: "snapshots",
        summary: "Snapshots of an estate, newest first",
        tags,
        params: EstateParams,
        response: answers(Type.Array(SnapshotSummary)),
      },
    },
    async ({ params }) => [...(await shelf.tables.summaries((await known(params.estate)).id))],
  );

  api.get(
    SNAPSHOT,
    {
      schema: {
        operationId: "snapshot",
        summary: "One snapshot in figures",
        tags,
        params: SnapshotParams,
        response: answers(SnapshotSummary),
      },
    },
    async ({ params }) => {
      const found = await shelf.summary(params.estate, params.snapshot);
      if (found === null) throw new ApiError(404, "no-snapshot", "There is no such snapshot.");
      return found;
    },
  );
}
