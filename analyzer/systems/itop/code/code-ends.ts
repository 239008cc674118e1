/** The parties on the other side of code: requests, incoming mail, recipients of mails, hosts, files. */
import { elementPath, type SystemId } from "../../../model/model-path.ts";
import type { Party } from "../../../model/party.ts";
import type { Location } from "../../../model/location.ts";
import { isPrivateHost } from "./code-address.ts";
import type { CodeAddress } from "./code-facts.ts";

export interface CodeEnds {
  readonly system: SystemId;
  readonly internalDomains: readonly string[];
}

/** Parties by path; the first place that names one proves it. */
export class CodeParties {
  readonly #ends: CodeEnds;
  readonly #parties = new Map<string, Party>();

  constructor(ends: CodeEnds) {
    this.#ends = ends;
  }

  get all(): readonly Party[] {
    return [...this.#parties.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  request(location: Location): Party {
    const basis = "program code reads parameters of web requests; who sends them is not told";
    return this.#party("web requests", "unknown", "unknown", location, basis);
  }

  sender(location: Location): Party {
    return this.#party("senders of mail", "unknown", "unknown", location, "program code reads incoming mail");
  }

  recipients(unit: string, location: Location): Party {
    const basis = "program code sends mail; to whom is computed when it runs";
    return this.#party(`recipients of ${unit}`, "unknown", "unknown", location, basis);
  }

  files(location: Location): Party {
    return this.#party("files on the server", "unknown", "internal", location, "program code writes files");
  }

  /** A literal host outside the organisation's domains and networks is outside the organisation. */
  host(address: CodeAddress | null, unit: string, location: Location): Party {
    if (address === null) {
      const basis = "the address is computed when the program runs";
      return this.#party(`address called by ${unit}`, "unknown", "unknown", location, basis);
    }
    const { host } = address;
    const own = this.#ends.internalDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
    const audience = own || isPrivateHost(host) ? "internal" : "external";
    return this.#party(host, "organisation", audience, location, "the address stands in the program code");
  }

  #party(
    name: string,
    kind: Party["kind"],
    audience: Party["audience"],
    location: Location,
    basis: string,
  ): Party {
    const path = elementPath(this.#ends.system, "party", name);
    const party = this.#parties.get(path) ?? {
      path,
      name,
      kind,
      audience,
      country: null,
      proof: { location, basis },
    };
    this.#parties.set(path, party);
    return party;
  }
}
