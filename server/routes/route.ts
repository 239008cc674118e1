/** What every route shares: the typed instance, the failures it may answer, and the snapshot it is about. */
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { TSchema } from "typebox";
import { Failure, type SnapshotParams } from "../contract.ts";
import { ApiError } from "../errors.ts";
import type { Opened, Shelf } from "../store/shelf.ts";

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export const SNAPSHOT = "/estates/:estate/snapshots/:snapshot";

/** What a refusal looks like, with a description for the interface document. */
export const REFUSAL = described(Failure, "Refused, with the reason");

export function answers<T extends TSchema>(schema: T): { readonly 200: T; readonly "4xx": typeof Failure } {
  return { 200: described(schema, "What was asked for"), "4xx": REFUSAL };
}

/** The same schema with words for the interface document. */
export function described<T extends TSchema>(schema: T, description: string): T {
  return { ...schema, description };
}

export async function opened(shelf: Shelf, { estate, snapshot }: SnapshotParams): Promise<Opened> {
  const found = await shelf.open(estate, snapshot);
  if (found === null) throw new ApiError(404, "no-snapshot", "There is no such snapshot.");
  return found;
}

/** One page of rows; pages count from 1. */
export function pageOf<T>(rows: readonly T[], page: number, pageSize: number): T[] {
  return rows.slice((page - 1) * pageSize, page * pageSize);
}

/** Rows of a page when the query does not say. */
export const PAGE_SIZE = 100;
