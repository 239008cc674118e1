/** The register: reading it, declaring what only people know, and handing it over as a document. */
import { Type } from "typebox";
import { COLUMN } from "../../analyzer/records/columns.ts";
import { COLUMNS, type Column } from "../../analyzer/records/register.ts";
import { describeConfigProblem } from "../../analyzer/workspace/open.ts";
import { CellParams, Declaration, RecordExportQuery, RegisterView, SnapshotParams } from "../contract.ts";
import { ApiError } from "../errors.ts";
import type { Opened, Shelf } from "../store/shelf.ts";
import { exportRegister } from "./record-export.ts";
import { registerView } from "./register-answer.ts";
import { answers, opened, SNAPSHOT, type Api } from "./route.ts";

const tags = ["records"];

export function recordRoutes(api: Api, shelf: Shelf, now: () => Date): void {
  api.get(
    `${SNAPSHOT}/records`,
    {
      schema: {
        operationId: "records",
        summary: "The Article 30 register",
        tags,
        params: SnapshotParams,
        response: answers(RegisterView),
      },
    },
    async ({ params }) => registerView((await opened(shelf, params)).snapshot.register),
  );

  api.put(
    `${SNAPSHOT}/records/:record/cells/:column`,
    {
      schema: {
        operationId: "declare",
        summary: "Declares one cell; an empty value takes the declaration back",
        tags,
        params: CellParams,
        body: Declaration,
        response: answers(RegisterView),
      },
    },
    async ({ params, body }) => {
      const { id, snapshot } = await opened(shelf, params);
      const column = declarable(snapshot, params);
      const latest = await shelf.latest(params.estate);
      if (latest?.id !== id) {
        throw new ApiError(409, "not-latest", "There is a newer snapshot; declare there.");
      }
      const value = body.value.map((line) => line.trim()).filter((line) => line !== "");
      const on = now().toISOString().slice(0, 10);
      const defects = await shelf.declare(params.estate, id, {
        record: params.record,
        column,
        value,
        by: body.by.trim(),
        on,
      });
      if (defects.length > 0) {
        throw new ApiError(
          422,
          "not-declarable",
          "The register cannot take this declaration.",
          defects.map(describeConfigProblem),
        );
      }
      return registerView((await opened(shelf, params)).snapshot.register);
    },
  );

  api.get(
    `${SNAPSHOT}/records/export`,
    {
      schema: {
        operationId: "exportRecords",
        summary: "The register as a document",
        tags,
        params: SnapshotParams,
        querystring: RecordExportQuery,
        produces: [
          "application/json",
          "text/html",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ],
        response: answers(Type.Unsafe<string | Buffer>(Type.String({ format: "binary" }))),
      },
    },
    async ({ params, query }, reply) => {
      const found = await opened(shelf, params);
      const { type, name, content } = await exportRegister(found.snapshot, query.format);
      return reply
        .header("content-type", type)
        .header("content-disposition", `attachment; filename="${params.estate}-${name}"`)
        .send(content);
    },
  );
}

function declarable(
  { register }: Opened["snapshot"],
  { record, column: name }: { readonly record: string; readonly column: string },
): Column {
  if (!register.records.some(({ id }) => id === record)) {
    throw new ApiError(404, "no-record", "There is no such record.");
  }
  const column = COLUMNS.find((each) => each === name);
  if (column === undefined) throw new ApiError(404, "no-column", "There is no such column.");
  if (COLUMN[column].kind === "inferred") {
    throw new ApiError(
      422,
      "inferred-column",
      `"${COLUMN[column].label}" is filled from evidence. What register.yaml says beside it shows as a conflict where the two differ.`,
    );
  }
  return column;
}
