/** Failures as the interface says them: a code, a sentence, never a stack and never a value that was sent. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Failure } from "./contract.ts";

/** Something the caller can mend. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly string[];

  constructor(status: number, code: string, message: string, details: readonly string[] = []) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export function failure(code: string, message: string, details: readonly string[] = []): Failure {
  return { error: { code, message, ...(details.length > 0 && { details: [...details] }) } };
}

/** What the framework refuses, in our words; its own messages may quote what was sent. */
const REFUSED: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ["invalid-request", "The request is not as the interface description says."],
  404: ["not-found", "There is nothing here."],
  405: ["not-allowed", "This method is not allowed here."],
  406: ["not-multipart", "Files are sent as multipart/form-data."],
  413: ["too-large", "More was sent than is accepted."],
  415: ["unsupported-media-type", "This kind of content is not accepted here."],
  429: ["too-many-requests", "Too many requests; try again in a minute."],
};

export function answerErrors(app: FastifyInstance, onBug: (error: Error) => void): void {
  app.setErrorHandler((error: FastifyError | ApiError, _request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof ApiError) {
      return reply.status(error.status).send(failure(error.code, error.message, error.details));
    }
    if (error.validation !== undefined) {
      const details = error.validation.map(
        (each) =>
          `${error.validationContext ?? "request"}${each.instancePath} ${each.message ?? "is not valid"}`,
      );
      return reply.status(400).send(failure("invalid-request", REFUSED[400]?.[1] ?? "", details));
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      const [code, message] = REFUSED[status] ?? ["refused", "The request was refused."];
      return reply.status(status).send(failure(code, message));
    }
    onBug(error);
    return reply
      .status(500)
      .send(failure("internal", "This is a bug in art30; the place is in the server's own output."));
  });
}
