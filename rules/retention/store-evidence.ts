/** What a retention finding rests on: the switch, the stated period, and the rows that were seen. */
import type { Store, System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";

export function storeEvidence({ active, retention, observed }: Store): readonly Evidence[] {
  const on =
    active.state === "on"
      ? "it is on"
      : active.state === "off"
        ? "it is off"
        : "whether it is on is not known";
  const evidence: Evidence[] = [
    { kind: "setting", text: active.proof.basis ?? on, location: active.proof.location },
    {
      kind: "setting",
      text: retention.proof.basis ?? periodOf(retention),
      location: retention.proof.location,
    },
  ];
  if (observed !== null && observed.rows > 0) {
    const span =
      observed.from === null
        ? ""
        : ` from ${observed.from.slice(0, 10)} to ${(observed.to ?? observed.from).slice(0, 10)}`;
    evidence.push({
      kind: "computed",
      text: `${observed.file} shows ${observed.rows} rows${span}`,
      location: null,
    });
  }
  return evidence;
}

/** The line to change: the switch of the store, else what it is defined by. */
export function placeOf({ active, proof }: Store, system: System) {
  const setting = system.settings.find(({ path }) => path === active.setting);
  return setting?.location ?? active.proof.location ?? proof.location;
}

function periodOf(retention: Store["retention"]): string {
  switch (retention.kind) {
    case "days":
      return `kept for ${retention.days} days (${retention.source})`;
    case "criterion":
      return `kept ${retention.criterion} (${retention.source})`;
    case "none":
      return `nothing ends the rows (${retention.source})`;
    case "unknown":
      return "how long it is kept is not known";
    default:
      return retention satisfies never;
  }
}
