/** How rows travel from a source through its collector into iTop: as well protected as the weaker of the two ways. */
import type { Transport } from "../../../model/movement.ts";
import type { Address } from "./source-address.ts";

interface Leg {
  readonly between: string;
  readonly address: Address | null;
}

const WEAKEST_FIRST: readonly Transport["tls"][] = ["none", "optional", "unknown", "required"];

/** `source` is `undefined` when it is a file, which travels no way that a parameter tells. */
export function collectorTransport(source: Address | null | undefined, itop: Address | null): Transport {
  const legs: Leg[] = [{ between: "the collector and iTop", address: itop }];
  if (source !== undefined) legs.unshift({ between: "the source and its collector", address: source });
  // Plain text within one machine is heard by nobody.
  const outside = legs.filter(
    ({ address }) => address === null || !address.isLocal || address.tls === "required",
  );
  const tlsOf = ({ address }: Leg): Transport["tls"] => address?.tls ?? "unknown";
  const worst = WEAKEST_FIRST.flatMap((tls) => outside.find((leg) => tlsOf(leg) === tls) ?? [])[0];
  if (worst === undefined) {
    const basis = "source, collector and iTop are addressed as one machine";
    return { scheme: null, tls: "unknown", evidence: "none", proof: { location: null, basis } };
  }
  const { address, between } = worst;
  if (address === null) {
    const basis = `no parameter tells how rows travel between ${between}`;
    return { scheme: null, tls: "unknown", evidence: "none", proof: { location: null, basis } };
  }
  const why = address.basis === null ? "" : `: ${address.basis}`;
  return {
    scheme: address.scheme,
    tls: address.tls,
    evidence: address.tls === "unknown" ? "none" : "setting",
    proof: { location: address.location, basis: `between ${between}${why}` },
  };
}
