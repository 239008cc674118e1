/** Raised inside the workspace only, where a file is larger than the configured limit; becomes a problem. */
export class LimitReached extends Error {
  readonly limit: string;
  readonly maximum: number;

  constructor(limit: string, maximum: number) {
    super(`${limit} reached`);
    this.limit = limit;
    this.maximum = maximum;
  }
}
