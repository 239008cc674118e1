/** `GET …/elements?key=`: everything known of one element. */
import { Element, ElementQuery, SnapshotParams } from "../contract.ts";
import { ApiError } from "../errors.ts";
import type { Shelf } from "../store/shelf.ts";
import { elementAnswer } from "./element-answer.ts";
import { answers, opened, SNAPSHOT, type Api } from "./route.ts";

export function elementRoute(api: Api, shelf: Shelf): void {
  api.get(
    `${SNAPSHOT}/elements`,
    {
      schema: {
        operationId: "element",
        summary: "Facts, classifier evidence, place, code lines and findings of one element",
        tags: ["map"],
        params: SnapshotParams,
        querystring: ElementQuery,
        response: answers(Element),
      },
    },
    async ({ params, query }) => {
      const element = elementAnswer(await opened(shelf, params), query.key);
      if (element === null) throw new ApiError(404, "no-element", "There is no such element.");
      return element;
    },
  );
}
