/** Recipients of one mail, counted by domain. */
import type { Address } from "postal-mime";
import type { DomainCount } from "../fragments.ts";
import { DomainCounts } from "./mail-domains.ts";

/** Recipients of one mail that are looked at. */
export const MAX_RECIPIENTS = 10_000;

/** Each address once; what is no address counts without a domain. */
export function recipientDomains(lists: readonly (readonly Address[] | undefined)[]): readonly DomainCount[] {
  const addresses = new Set<string>();
  for (const entry of lists.flatMap((list) => list ?? [])) {
    for (const { address } of entry.group ?? [entry]) {
      if (address !== undefined && address !== "" && addresses.size < MAX_RECIPIENTS) {
        addresses.add(address.trim().toLowerCase());
      }
    }
  }
  const counts = new DomainCounts({ left: MAX_RECIPIENTS, exceeded: false });
  for (const address of addresses)
    counts.add(address.includes("@") ? address.slice(address.lastIndexOf("@") + 1) : "");
  return counts.finish();
}
