/** One answer of the API as React state. A snapshot never changes, so answers are kept until they are made stale. */
import { useEffect, useState } from "react";
import { getJson, type Outcome } from "./request.ts";

export type Remote<T> = Outcome<T> | { readonly state: "loading" };

const MOST_KEPT = 60;
const kept = new Map<string, Outcome<unknown>>();
const stale = new EventTarget();

/** Forgets every answer below an address, after something there was changed. */
export function forget(prefix: string): void {
  for (const address of kept.keys()) if (address.startsWith(prefix)) kept.delete(address);
  stale.dispatchEvent(new Event("stale"));
}

/** `null` asks nothing and stays loading. While a new address loads, the last answer stays when `keepLast` is set. */
export function useRemote<T>(address: string | null, keepLast = false): Remote<T> {
  const [answer, setAnswer] = useState<{ address: string; outcome: Outcome<unknown> } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const again = (): void => setTurn((count) => count + 1);
    stale.addEventListener("stale", again);
    return () => stale.removeEventListener("stale", again);
  }, []);
  useEffect(() => {
    if (address === null) return;
    const at = kept.get(address);
    if (at !== undefined) return setAnswer({ address, outcome: at });
    const gone = new AbortController();
    getJson<unknown>(address, gone.signal).then(
      (outcome) => {
        if (outcome.state === "ready") keep(address, outcome);
        setAnswer({ address, outcome });
      },
      () => undefined,
    );
    return () => gone.abort();
  }, [address, turn]);
  if (address === null) return { state: "loading" };
  const at = kept.get(address);
  if (at !== undefined) return at as Outcome<T>;
  if (answer !== null && (answer.address === address || keepLast)) return answer.outcome as Outcome<T>;
  return { state: "loading" };
}

function keep(address: string, outcome: Outcome<unknown>): void {
  kept.set(address, outcome);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
