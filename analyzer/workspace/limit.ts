/** Raised inside the workspace only, where a file is larger than the configured limit; becomes a problem. */
export class LimitReached extends Error {
  readonly limit: string;
  readonly maximum: number;
  /** A packed file is small; what it unpacks to is not. */
  readonly of: "file" | "unpacked";

  constructor(limit: string, maximum: number, of: "file" | "unpacked" = "file") {
    super(`${limit} reached`);
    this.limit = limit;
    this.maximum = maximum;
    this.of = of;
  }
}
