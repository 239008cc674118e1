/** What outweighs a vendor's statement: the customer's own word on the same topic. */
import type { Claim, Estate, System } from "../kit/facts.ts";

/** The organisation's own statement: in a file of the workspace, and resting on no document of somebody else. */
export function isOwnWord({ inputs }: Estate, { source, proof }: Claim): boolean {
  return source === proof.location?.file && inputs.some(({ file }) => file === source);
}

/** The customer says how it is, about what a vendor's paper leaves open. */
export function isAnswered(estate: Estate, system: System, claim: Claim): boolean {
  if (isOwnWord(estate, claim)) return false;
  return system.claims.some(
    (other) => other.topic === claim.topic && other.modality === "is" && isOwnWord(estate, other),
  );
}

/** `"should be SSL encrypted"`, else the statement in the profile's words. */
export function quoted({ quote, says }: Claim): string {
  return quote === null ? says.replace(/\.$/, "") : `"${quote}"`;
}

/** `ISEC7 EMM Suite, white paper, 2019`. */
export function sourceOf({ source, assertedOn }: Claim): string {
  return assertedOn === null || source.includes(assertedOn) ? source : `${source}, ${assertedOn}`;
}

export function topicWords(topic: Claim["topic"]): string {
  return topic === "ml-use" ? "machine learning" : topic;
}
