/** Recipients of a mail by domain, hashed: whether a domain is inside is known only at assembly, and none is kept. */
import { createHash } from "node:crypto";
import type { Address } from "postal-mime";

/** Recipients of one mail that are looked at. */
export const MAX_RECIPIENTS = 10_000;

/** Parts of a domain that are compared; real ones have two to four. */
const MAX_LABELS = 8;

export interface HashedDomain {
  /** Hashes of the domain and of the domains above it, the longest first. */
  readonly domains: readonly string[];
  readonly recipients: number;
}

/** Each address once; what is no address stands without a domain. Sorted. */
export function hashedDomains(lists: readonly (readonly Address[] | undefined)[]): readonly HashedDomain[] {
  const addresses = new Set<string>();
  for (const entry of lists.flatMap((list) => list ?? [])) {
    for (const { address } of entry.group ?? [entry]) {
      if (address !== undefined && address !== "" && addresses.size < MAX_RECIPIENTS) {
        addresses.add(address.trim().toLowerCase());
      }
    }
  }
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const domain = address.includes("@") ? address.slice(address.lastIndexOf("@") + 1) : "";
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts]
    .map(([domain, recipients]) => ({ domains: upwards(domain).map(domainHash), recipients }))
    .sort((a, b) => ((a.domains[0] ?? "") < (b.domains[0] ?? "") ? -1 : 1));
}

export function domainHash(domain: string): string {
  return createHash("sha256").update(domain.toLowerCase()).digest("hex").slice(0, 16);
}

/** `mail.ward.example`, `ward.example`, `example`. */
function upwards(domain: string): readonly string[] {
  if (domain === "") return [];
  const labels = domain.split(".").slice(-MAX_LABELS);
  return labels.map((_label, index) => labels.slice(index).join("."));
}
