/**
 * Counts mail domains without keeping one: a domain can be a person's own, and which are the organisation's is known
 * only when a system is assembled. Each domain is kept as the marks of itself and the domains above it.
 */
import { createHash } from "node:crypto";
import type { DomainCount } from "../fragments.ts";

/** Domains told apart in one log, once per action and trigger; further addresses are counted without one. */
export const MAX_DOMAINS = 50_000;

/** Labels of one domain that get a mark; mail domains have two to five. */
const MAX_LABELS = 10;

/** A domain as it is kept. */
export function domainMark(domain: string): string {
  return createHash("sha256").update(domain.toLowerCase()).digest("hex").slice(0, 16);
}

/** What all groups of one log share. */
export interface DomainBudget {
  left: number;
  /** Some addresses were counted without their domain. */
  exceeded: boolean;
}

export class DomainCounts {
  readonly #budget: DomainBudget;
  readonly #counts = new Map<string, { readonly marks: readonly string[]; addresses: number }>();
  #further = 0;

  constructor(budget: DomainBudget) {
    this.#budget = budget;
  }

  add(domain: string): void {
    const known = this.#counts.get(domain);
    if (known !== undefined) known.addresses++;
    else if (this.#budget.left === 0) {
      this.#budget.exceeded = true;
      this.#further++;
    } else {
      this.#budget.left--;
      this.#counts.set(domain, { marks: marksOf(domain), addresses: 1 });
    }
  }

  /** Sorted by mark; one without marks counts addresses without a domain or beyond the limit. */
  finish(): readonly DomainCount[] {
    const counts = [...this.#counts.values()].sort((a, b) =>
      (a.marks[0] ?? "") < (b.marks[0] ?? "") ? -1 : 1,
    );
    return this.#further === 0 ? counts : [...counts, { marks: [], addresses: this.#further }];
  }
}

export interface AddressCounts {
  readonly internal: number;
  readonly external: number;
  /** Without configured internal domains, or beyond the limit, nobody can tell. */
  readonly unknown: number;
}

export function addressCounts(
  domains: readonly DomainCount[],
  internalDomains: readonly string[],
): AddressCounts {
  const own = new Set(internalDomains.map(domainMark));
  const counts = { internal: 0, external: 0, unknown: 0 };
  for (const { marks, addresses } of domains) {
    if (own.size === 0 || marks.length === 0) counts.unknown += addresses;
    else if (marks.some((mark) => own.has(mark))) counts.internal += addresses;
    else counts.external += addresses;
  }
  return counts;
}

/** Of `mail.ward.example`: itself, `ward.example`, `example`; none of what is no domain. */
function marksOf(domain: string): readonly string[] {
  if (domain === "") return [];
  const labels = domain.split(".").slice(-MAX_LABELS);
  return labels.map((_, index) => domainMark(labels.slice(index).join(".")));
}
