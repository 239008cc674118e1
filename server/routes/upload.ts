/** `POST …/snapshots`: analyses uploaded files into a new snapshot, one upload after the other. */
import { analyse } from "../../analyzer/workspace/analyse.ts";
import { readConfig, type Config } from "../../analyzer/workspace/config.ts";
import { ConfigurationError, describeConfigProblem } from "../../analyzer/workspace/open.ts";
import { memoryReader } from "../../analyzer/workspace/reader.ts";
import { ADAPTERS } from "../../analyzer/systems/registry.ts";
import { EstateParams, SnapshotSummary, UploadQuery } from "../contract.ts";
import { ApiError } from "../errors.ts";
import { contentOf, type Content } from "../store/content.ts";
import type { Shelf } from "../store/shelf.ts";
import { described, REFUSAL, type Api } from "./route.ts";
import { uploadedFiles } from "./uploaded-files.ts";

const CONFIG_FILE = "art30.yaml";

export interface UploadOptions {
  readonly shelf: Shelf;
  readonly now: () => Date;
  /** Bytes of all files together. */
  readonly limit: number;
}

export function uploadRoute(api: Api, { shelf, now, limit }: UploadOptions): void {
  // Analyses take seconds and megabytes: one at a time.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  api.post(
    "/estates/:estate/snapshots",
    {
      schema: {
        operationId: "upload",
        summary:
          "Analyses uploaded artefact files (multipart; the part's file name is the path) into a new snapshot",
        tags: ["estates"],
        consumes: ["multipart/form-data"],
        params: EstateParams,
        querystring: UploadQuery,
        response: { 201: described(SnapshotSummary, "The new snapshot"), "4xx": REFUSAL },
      },
    },
    async (request, reply) => {
      const files = await uploadedFiles(request, limit);
      const asOf = request.query.asOf ?? now().toISOString().slice(0, 10);
      const id = request.params.estate;
      const summary = await inTurn(async () => {
        const { content, name } = await analysed(files, asOf);
        const known = await shelf.tables.estate(id);
        return shelf.add({ id, name: name ?? known?.name ?? id }, content);
      });
      return reply.status(201).send(summary);
    },
  );
}

async function analysed(
  files: ReadonlyMap<string, Uint8Array>,
  asOf: string,
): Promise<{ content: Content; name: string | undefined }> {
  const config = configOf(files);
  const reader = memoryReader(Object.fromEntries(files));
  const analysis = await analyse({ reader, config, asOf });
  const { inputs, systems } = analysis.snapshot.estate;
  const nothing =
    !inputs.some(({ state }) => state !== "skipped") && !systems.some(({ claims }) => claims.length > 0);
  if (nothing) {
    const lookedFor = ADAPTERS.map((adapter) => adapter.looksFor);
    throw new ApiError(422, "nothing-to-analyse", "None of the files could be read; looked for:", lookedFor);
  }
  try {
    return { content: contentOf(analysis, config, reader), name: config.estate };
  } catch (error) {
    if (error instanceof ConfigurationError) throw unusable(error.problems.map(describeConfigProblem));
    throw error;
  }
}

function configOf(files: ReadonlyMap<string, Uint8Array>): Config {
  const bytes = files.get(CONFIG_FILE);
  if (bytes === undefined) return {};
  const { config, problems } = readConfig(new TextDecoder().decode(bytes), CONFIG_FILE);
  if (problems.length > 0) throw unusable(problems.map(describeConfigProblem));
  return config;
}

function unusable(details: readonly string[]): ApiError {
  return new ApiError(
    422,
    "unusable-configuration",
    "A configuration or declaration file cannot be used.",
    details,
  );
}
