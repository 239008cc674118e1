/** Date and account of log rows by id, compactly: both stand in another table than what was called. */

/** Rows of `priv_event` that are remembered, at 12 bytes each. */
export const MAX_EVENTS = 4_000_000;

/** Accounts told apart in one log. */
export const MAX_ACCOUNTS = 65_535;

export interface EventTime {
  /** `YYYY-MM-DD HH:MM:SS`; empty when unknown. */
  readonly date: string;
  readonly account: string;
}

export class EventTimes {
  #ids = new Uint32Array(1024);
  #seconds = new Uint32Array(1024);
  #accounts = new Uint32Array(1024);
  #size = 0;
  #sorted = true;
  readonly #names: string[] = [""];
  readonly #indexOf = new Map<string, number>([["", 0]]);

  get size(): number {
    return this.#size;
  }

  /** False when a limit is reached. `account` is a name that may be kept. */
  add(id: string, date: string, account: string): boolean {
    if (!/^\d{1,10}$/.test(id) || Number(id) > 0xffffffff) return true;
    if (this.#size >= MAX_EVENTS) return false;
    if (this.#size === this.#ids.length) this.#grow();
    const key = Number(id);
    if (this.#size > 0 && key < (this.#ids[this.#size - 1] as number)) this.#sorted = false;
    this.#ids[this.#size] = key;
    this.#seconds[this.#size] = secondsOf(date);
    this.#accounts[this.#size] = this.#account(account);
    this.#size++;
    return true;
  }

  of(id: string): EventTime | null {
    if (!/^\d{1,10}$/.test(id)) return null;
    if (!this.#sorted) this.#sort();
    const at = this.#find(Number(id));
    if (at === null) return null;
    const account = this.#names[this.#accounts[at] as number] ?? "";
    return { date: dateOf(this.#seconds[at] as number), account };
  }

  #account(name: string): number {
    const known = this.#indexOf.get(name);
    if (known !== undefined) return known;
    if (this.#names.length >= MAX_ACCOUNTS) return 0;
    this.#indexOf.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #find(key: number): number | null {
    let low = 0;
    let high = this.#size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ids[middle] as number;
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** Dumps list rows by id; a query may not. */
  #sort(): void {
    const order = Uint32Array.from({ length: this.#size }, (_none, index) => index);
    const ids = this.#ids;
    order.sort((a, b) => (ids[a] as number) - (ids[b] as number));
    const pick = (from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> =>
      order.map((index) => from[index] as number);
    [this.#ids, this.#seconds, this.#accounts] = [pick(ids), pick(this.#seconds), pick(this.#accounts)];
    this.#sorted = true;
  }

  #grow(): void {
    const grown = (from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(from.length * 2);
      larger.set(from);
      return larger;
    };
    this.#ids = grown(this.#ids);
    this.#seconds = grown(this.#seconds);
    this.#accounts = grown(this.#accounts);
  }
}

/** Seconds as if the server's local time were UTC: only the way back matters. 0 stands for no date. */
function secondsOf(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(date);
  if (match === null) return 0;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const seconds = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  return seconds > 0 && seconds <= 0xffffffff ? seconds : 0;
}

function dateOf(seconds: number): string {
  return seconds === 0 ? "" : new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
