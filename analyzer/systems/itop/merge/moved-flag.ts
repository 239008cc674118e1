/** The `_delta` an element keeps when a conversion moves it elsewhere: what it meant there it must mean here. */
import type { XmlElement } from "../../../source/xml.ts";

const DEFINITION: ReadonlySet<string> = new Set(["define", "define_if_not_exists", "redefine", "force"]);
const DELETION: ReadonlySet<string> = new Set(["delete", "delete_if_exists"]);

type Chain = readonly (XmlElement | undefined)[];

/** Both chains lead from the element (or its new parent) outwards. `null`: it is left out; `""`: it needs no flag. */
export function movedFlag(from: Chain, to: Chain): string | null {
  const flags = flagsOf(from);
  const target = flagsOf(to);
  if (target.some(inside(DEFINITION))) {
    return !flags.some(inside(DEFINITION)) && flags.some(inside(DELETION)) ? null : "";
  }
  if (target.some(inside(DELETION))) return null;
  if (flags.some(inside(DEFINITION))) return flags.find((flag) => flag !== "") ?? "";
  return flags[0] ?? "";
}

function inside(set: ReadonlySet<string>): (flag: string) => boolean {
  return (flag) => set.has(flag);
}

function flagsOf(chain: Chain): readonly string[] {
  return chain.map((element) => element?.attributes["_delta"] ?? "");
}
