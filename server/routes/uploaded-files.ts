/** The files of a multipart upload, held in memory within limits and under names that stay inside. */
import type { FastifyError, FastifyRequest } from "fastify";
import type {} from "@fastify/multipart";
import { ApiError } from "../errors.ts";
import { MAX_UPLOAD_FILES } from "../options.ts";

/** Longest path of an uploaded file. */
const MAX_PATH = 512;

/** What a multipart body may weigh beyond its files: boundaries and headers. */
const OVERHEAD = 1024 * 1024;

export async function uploadedFiles(
  request: FastifyRequest,
  limit: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (!request.isMultipart())
    throw new ApiError(415, "not-multipart", "Files are sent as multipart/form-data.");
  if (Number(request.headers["content-length"] ?? 0) > limit + OVERHEAD) throw tooLarge(limit);
  try {
    return await collect(request, limit);
  } catch (error) {
    // The parser refuses by status; what is left is a body that ends or breaks in the middle.
    if (error instanceof ApiError || (error as FastifyError).statusCode !== undefined) throw error;
    throw new ApiError(400, "broken-upload", "The multipart body cannot be read to its end.");
  }
}

async function collect(request: FastifyRequest, limit: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  const parts = request.files({
    preservePath: true,
    throwFileSizeLimit: false,
    limits: { fileSize: limit + 1, files: MAX_UPLOAD_FILES },
  });
  for await (const part of parts) {
    const chunks: Buffer[] = [];
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
    const path = innerPath(part.filename);
    if (path === null) throw new ApiError(422, "file-name", "A file has no name, or one that leads outside.");
    if (files.has(path)) throw new ApiError(422, "file-name", "Two files have the same name.");
    files.set(path, Buffer.concat(chunks));
  }
  return files;
}

/** A relative path with `/`; `null` for one that is absolute, climbs, or holds control characters. */
export function innerPath(name: string | undefined): string | null {
  const path = (name ?? "").replaceAll("\\", "/").replace(/^(\.\/)+/, "");
  if (path === "" || path.length > MAX_PATH || /\p{Cc}/u.test(path)) return null;
  const steps = path.split("/");
  if (steps.some((step) => step === "" || step === "." || step === "..") || /^[A-Za-z]:/.test(path))
    return null;
  return path;
}

function tooLarge(limit: number): ApiError {
  const mib = limit / (1024 * 1024);
  return new ApiError(
    413,
    "too-large",
    `More than ${Math.round(mib * 100) / 100} MiB were sent; art30 serve --upload-limit raises this.`,
  );
}
