/** Scheme and host of a URL that a program text begins with; path, query and credentials are never kept. */
import type { CodeAddress } from "./code-facts.ts";

/** Longest host name there can be. */
const MAX_HOST = 253;

/** `whole`: the text ends here, so that what stands at its end is complete. */
export function addressOf(text: string, whole: boolean): CodeAddress | null {
  const scheme = /^\s*(https?|wss?|ftps?):\/\//i.exec(text);
  if (scheme === null) return null;
  const rest = text.slice(scheme[0].length, scheme[0].length + 2 * MAX_HOST);
  const authority = /^[^/?#\s]*/.exec(rest)?.[0] ?? "";
  if (authority.length === rest.length && !whole) return null;
  const host = /^(?:[^@]*@)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d+)?$/i.exec(authority)?.[1];
  if (host === undefined || host.length > MAX_HOST) return null;
  return { scheme: (scheme[1] as string).toLowerCase(), host: host.toLowerCase() };
}

export function isEncrypted({ scheme }: CodeAddress): boolean {
  return scheme.endsWith("s");
}

const PRIVATE: readonly RegExp[] = [
  /^(?:127|10)(?:\.\d+){3}$|^192\.168(?:\.\d+){2}$|^172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}$/,
  /^\[(?:::1\]|f[cd])/,
  /(?:^|\.)(?:localhost|local|lan|intranet|internal|localdomain)$/,
  // A name without a dot only resolves inside.
  /^[^.[\]]+$/,
];

export function isThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}

/** The machine itself, or a network of the organisation's own. */
export function isPrivateHost(host: string): boolean {
  return PRIVATE.some((pattern) => pattern.test(host));
}
