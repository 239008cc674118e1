/** What a snapshot found, and what of the input it could not read. */
import { FindingPage, FindingQuery, ProblemPage, ProblemQuery, SnapshotParams } from "../contract.ts";
import type { Shelf } from "../store/shelf.ts";
import { findingPage } from "./finding-answer.ts";
import { problemPage } from "./problem-answer.ts";
import { answers, opened, SNAPSHOT, type Api } from "./route.ts";

export function findingRoutes(api: Api, shelf: Shelf): void {
  api.get(
    `${SNAPSHOT}/findings`,
    {
      schema: {
        operationId: "findings",
        summary: "Findings, filtered and paged; counts leave out the filter they belong to",
        tags: ["findings"],
        params: SnapshotParams,
        querystring: FindingQuery,
        response: answers(FindingPage),
      },
    },
    async ({ params, query }) => findingPage((await opened(shelf, params)).findings, query),
  );

  api.get(
    `${SNAPSHOT}/problems`,
    {
      schema: {
        operationId: "problems",
        summary: "Input that could not be read in full",
        tags: ["findings"],
        params: SnapshotParams,
        querystring: ProblemQuery,
        response: answers(ProblemPage),
      },
    },
    async ({ params, query }) => problemPage((await opened(shelf, params)).snapshot.estate.problems, query),
  );
}
