/** Folds rows of `priv_event_restservice`, whose date and account stand in `priv_event`. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { RestLogData } from "../fragments.ts";
import { RowIds } from "../exports/row-ids.ts";
import { RestLogFolder } from "../rest/rest-log.ts";
import { accountIdentity } from "../rights/accounts-identity.ts";
import { EventTimes, MAX_EVENTS } from "./event-times.ts";

type Fields = Readonly<Record<string, string>>;

/**
 * mysqldump sorts tables by name, so events come before what was called. In another order the calls are folded
 * without account and date at first, and once more when the events turn up: the file is then read a second time.
 */
export class RestLogJoin {
  readonly #file: string;
  readonly #times = new EventTimes();
  #folder: RestLogFolder;
  #ids = new RowIds();
  #start: Location | null = null;
  #limit: Location | null = null;
  #calls = 0;
  /** Calls that came before any event. */
  #early = 0;
  #unmatched = 0;
  #events = 0;

  constructor(file: string) {
    this.#file = file;
    this.#folder = new RestLogFolder(file);
  }

  event(fields: Fields, location: Location): void {
    this.#events++;
    const { account } = accountIdentity(fields["userinfo"] ?? "");
    if (!this.#times.add(fields["id"] ?? "", fields["date"] ?? "", account)) this.#limit ??= location;
  }

  call(fields: Fields, location: Location): void {
    this.#start ??= location;
    this.#calls++;
    this.#ids.add(fields["id"] ?? "");
    if ("userinfo" in fields && "date" in fields) return this.#folder.add(fields, location);
    const event = this.#times.of(fields["id"] ?? "");
    if (event === null) this.#unmatched++;
    if (this.#events === 0) this.#early++;
    this.#folder.add({ ...fields, userinfo: event?.account ?? "", date: event?.date ?? "" }, location);
  }

  /** Whether reading the calls again would tell more of them. */
  get wantsSecondPass(): boolean {
    return this.#early > 0 && this.#times.size > 0;
  }

  /** Calls are folded anew; events stay. */
  beginAgain(): void {
    this.#folder = new RestLogFolder(this.#file);
    this.#ids = new RowIds();
    this.#calls = this.#early = this.#unmatched = 0;
  }

  /** Whether the calls themselves were in the dump, and not only their events. */
  get hasCalls(): boolean {
    return this.#calls > 0;
  }

  finish(): { readonly data: RestLogData | null; readonly problems: readonly Problem[] } {
    const { data, problems } = this.#folder.finish();
    const ids = this.#ids.ranges();
    return {
      data: data === null || ids === undefined ? data : { ...data, ids },
      problems: [...problems, ...this.#missing()],
    };
  }

  #missing(): readonly Problem[] {
    if (this.#limit !== null) {
      const message = `The log has more than ${MAX_EVENTS} events (MAX_EVENTS); calls after them have no account and date.`;
      return [
        { kind: "limit", message, location: this.#limit, lost: "who called, and when, for these calls" },
      ];
    }
    if (this.#unmatched === 0 || this.#start === null) return [];
    const message =
      this.#events === 0
        ? "The REST log comes without priv_event, which holds the account and date of each call."
        : `Of the calls of the REST log ${this.#unmatched} have no row in priv_event.`;
    return [{ kind: "incomplete-export", message, location: this.#start, lost: "who called, and when" }];
  }
}
