/**
 * Reads one class page by page, by windows of ids. The service sorts a class as its screens do, log rows by date and
 * newest first, with ties in any order: its own pages would lose or repeat rows while the log grows.
 */
import type { ClassPlan } from "./class-plan.ts";
import { oqlOf, type Selection } from "./class-query.ts";
import { CollectFailure } from "./failure.ts";
import type { Found, ItopClient, RestObject } from "./itop-client.ts";

/** Windows without a row after which the rest is counted again: rows may have been deleted meanwhile. */
const MAX_EMPTY_WINDOWS = 8;

/** A window is made for so much of a page, as ids are never evenly spread. */
const FILL = 0.8;

/** A window grows at most so much at once. */
const GROWTH = 4;

export interface Page {
  /** By id. */
  readonly objects: readonly RestObject[];
  /** Every row up to this id has been read. */
  readonly after: number;
  /** Rows still to come, as far as is known. */
  readonly remaining: number;
  /** Rows the server counts and does not show, or that alone are too large to read. */
  readonly left: number;
}

export interface ReadOptions {
  /** Rows in one reply. */
  readonly size: number;
  readonly selection: Selection;
  /** Id up to which everything is known already. */
  readonly after: number;
  /** An attribute this server does not have; the reading goes on without it. */
  onMissing(field: string): void;
}

export async function* readClass(
  client: ItopClient,
  plan: ClassPlan,
  options: ReadOptions,
): AsyncGenerator<Page> {
  yield* new ClassReader(client, plan, options).pages();
}

class ClassReader {
  readonly #client: ItopClient;
  readonly #plan: ClassPlan;
  readonly #options: ReadOptions;
  #fields: readonly string[];
  /** Rows asked for at once; smaller after replies that were too much. */
  #size: number;
  /** The size that a struggling server is known to manage. */
  #ceiling: number;
  #after: number;
  #remaining = 0;
  /** Ids in one window. */
  #width = 1;
  #emptyWindows = 0;

  constructor(client: ItopClient, plan: ClassPlan, options: ReadOptions) {
    this.#client = client;
    this.#plan = plan;
    this.#options = options;
    this.#fields = plan.fields === "*+" ? ["*+"] : [...plan.fields, ...plan.optional];
    this.#size = this.#ceiling = options.size;
    this.#after = options.after;
  }

  async *pages(): AsyncGenerator<Page> {
    await this.#count();
    while (this.#remaining > 0) {
      const upTo = this.#remaining <= this.#size ? null : this.#after + this.#width;
      const found = await this.#window(upTo);
      if (found === "too-much") {
        const skipped = this.#askForLess(upTo);
        if (skipped !== null) yield skipped;
      } else if (found.total > this.#size && found.objects.length < found.total) {
        this.#narrow(upTo, found.total);
      } else {
        yield this.#accept(upTo, found);
        if (this.#emptyWindows >= MAX_EMPTY_WINDOWS) await this.#count();
      }
    }
  }

  /** Rows to come, and a first width from how dense the ids are. */
  async #count(): Promise<void> {
    const { total, objects } = await this.#ask(null, ["id"], 1);
    const some = objects[0]?.id ?? this.#after + 1;
    const idsPerRow = Math.max(1, (some - this.#after) / Math.max(1, total));
    this.#remaining = total;
    this.#width = Math.max(1, Math.floor(idsPerRow * FILL * this.#size));
    this.#emptyWindows = 0;
  }

  async #window(upTo: number | null): Promise<Found | "too-much"> {
    try {
      const found = await this.#ask(upTo, this.#fields, this.#size);
      const first = found.objects[0]?.id ?? this.#after + 1;
      const last = found.objects.at(-1)?.id ?? first;
      if (first > this.#after && (upTo === null || last <= upTo)) return found;
      throw new CollectFailure("stop", "the server gives other rows than it was asked for");
    } catch (error) {
      const kind = error instanceof CollectFailure ? error.kind : null;
      if (kind !== "too-large" && !(kind === "heavy" && this.#size > 1)) throw error;
      if (kind === "heavy") this.#ceiling = Math.max(1, Math.floor(this.#size / 4));
      return "too-much";
    }
  }

  /** Smaller pages, then single ids, at last without the one row that is larger than any reply may be. */
  #askForLess(upTo: number | null): Page | null {
    if (this.#size > 1) {
      this.#size = Math.max(1, Math.floor(this.#size / 4));
      this.#width = Math.max(1, Math.floor(this.#width / 4));
      return null;
    }
    if (upTo === null || this.#width > 1) {
      this.#remaining = Math.max(2, this.#remaining);
      this.#width = 1;
      return null;
    }
    this.#after = upTo;
    this.#remaining--;
    return { objects: [], after: this.#after, remaining: this.#remaining, left: 1 };
  }

  /** Which of too many rows came is not known, so they are asked for again. */
  #narrow(upTo: number | null, total: number): void {
    if (upTo === null) this.#remaining = total;
    else if (this.#width > 1)
      this.#width = Math.max(1, Math.floor((this.#width * FILL * this.#size) / total));
    else throw new CollectFailure("stop", "the server gives several rows with one id");
  }

  #accept(upTo: number | null, { total, objects }: Found): Page {
    this.#after = upTo ?? objects.at(-1)?.id ?? this.#after;
    // Only a page without an upper end proves that nothing is left.
    this.#remaining = upTo === null ? 0 : Math.max(1, this.#remaining - total);
    this.#emptyWindows = total === 0 ? this.#emptyWindows + 1 : 0;
    const fitting = total === 0 ? Infinity : Math.floor((this.#width * FILL * this.#size) / total);
    this.#width = Math.max(1, Math.min(fitting, this.#width * GROWTH));
    this.#size = Math.min(this.#size * 2, this.#ceiling);
    const left = Math.max(0, total - objects.length);
    return { objects, after: this.#after, remaining: this.#remaining, left };
  }

  async #ask(upTo: number | null, fields: readonly string[], limit: number): Promise<Found> {
    const { class: name, optional } = this.#plan;
    try {
      const oql = oqlOf(this.#plan, this.#options.selection, this.#after, upTo);
      return await this.#client.find({ class: name, oql, fields: fields.join(","), limit });
    } catch (error) {
      const missing = error instanceof CollectFailure ? error.field : null;
      if (missing === null || !this.#fields.includes(missing) || this.#fields.length === 1) throw error;
      this.#fields = this.#fields.filter((field) => field !== missing);
      if (!optional.includes(missing)) this.#options.onMissing(missing);
      return this.#ask(upTo, this.#fields, limit);
    }
  }
}
