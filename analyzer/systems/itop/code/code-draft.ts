/** Gathers what code does into movements: one for each method and target, however many statements make it. */
import type { Location } from "../../../model/location.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type {
  FieldMapping,
  Movement,
  MovementEnd,
  MovementKind,
  Transport,
} from "../../../model/movement.ts";
import { isEncrypted } from "./code-address.ts";
import type { CodeAddress } from "./code-facts.ts";

/** Fields listed in one movement. */
const MAX_MAPPINGS = 500;

export interface Step {
  /** `Class::method`, or the file. */
  readonly unit: string;
  readonly label: string;
  readonly kind: MovementKind;
  readonly from: MovementEnd;
  readonly to: MovementEnd;
  readonly address?: CodeAddress | null;
  readonly location: Location;
}

interface Draft extends Step {
  readonly map: Map<string, FieldMapping>;
}

export class CodeMovements {
  readonly #system: SystemId;
  readonly #drafts = new Map<ModelPath, Draft>();

  constructor(system: SystemId) {
    this.#system = system;
  }

  /** Adds one mapped field to the method's movement to that target; without one, the movement says not what moves. */
  add(step: Step, mapping: Pick<FieldMapping, "from" | "to" | "update" | "match"> | null): void {
    const path = elementPath(this.#system, "movement", `${step.unit} ${step.label}`);
    let draft = this.#drafts.get(path);
    if (draft === undefined) this.#drafts.set(path, (draft = { ...step, map: new Map() }));
    if (mapping === null || draft.map.size >= MAX_MAPPINGS) return;
    const key = JSON.stringify([mapping.from, mapping.to, mapping.update]);
    if (!draft.map.has(key))
      draft.map.set(key, { ...mapping, policy: "unknown", proof: { location: step.location, basis: null } });
  }

  get all(): readonly Movement[] {
    return [...this.#drafts]
      .map(([path, draft]) => movementOf(path, draft))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

function movementOf(
  path: ModelPath,
  { unit, label, kind, from, to, address, location, map }: Draft,
): Movement {
  return {
    path,
    name: `${unit} ${label}`,
    kind,
    // Whether a method is ever called is not known.
    status: "unknown",
    from,
    to,
    map: [...map.values()],
    mapOpen: null,
    transport: transportOf(address, location),
    schedule: { fullLoadDays: null, runner: "unknown" },
    deletion: null,
    matching: null,
    defaults: "unknown",
    staging: null,
    statedPurpose: null,
    basis: "code",
    proof: { location, basis: "program code does it; whether and when it runs is not told" },
  };
}

function transportOf(address: CodeAddress | null | undefined, location: Location): Transport {
  if (address === null || address === undefined) {
    const basis = address === null ? "the address is computed when the program runs" : "stays on the server";
    return { scheme: null, tls: "unknown", evidence: "none", proof: { location, basis } };
  }
  return {
    scheme: address.scheme,
    tls: isEncrypted(address) ? "required" : "none",
    evidence: "setting",
    proof: { location, basis: `the address in the program code begins with ${address.scheme}:` },
  };
}
