/** Finds personal data and secrets in the parameters of a logged call; tells kinds, never values. */
import type { ParameterFinding } from "../../../model/operation.ts";
import { isMap } from "../exports/export-values.ts";
import {
  isClear,
  kindOfAttribute,
  kindsInText,
  ORGANISATION_WORDS,
  SECRET_ATTRIBUTE,
} from "../personal-values.ts";

export type ParameterKind = Pick<ParameterFinding, "where" | "kind">;

/** A name stands beside a cue: `request of Ingrid Solheim`. */
export const NAME_CUES = "of|for|by|from|about|to|mr|mrs|ms|herr|frau|von|für|de|pour|par|mme";
const CUED_NAME = new RegExp(
  String.raw`(?:^|[\s(])(?:${NAME_CUES})\.?\s+(\p{Lu}\p{Ll}[\p{L}'’-]*)\s+(\p{Lu}\p{Ll}[\p{L}'’-]*)`,
  "u",
);
/** `attcode = 'value'` in OQL, any quoting and comparison; bounded so that no hostile text makes it slow. */
const COMPARISON =
  /(?<![\w.])(?:\w{1,64}\.)?(\w{1,64})\s{0,20}(?:=|!=|LIKE|IN\s{0,20}\()\s{0,20}(["'])((?:\\.|(?!\2)[^\\])*)\2/gi;

/** Kinds found in a call's parameters, each once. `input` is the request, possibly cut. */
export function findInParameters(
  input: Readonly<Record<string, unknown>>,
  className: string | null,
): readonly ParameterKind[] {
  const found = new Map<string, ParameterKind>();
  const add = (where: ParameterKind["where"], kind: ParameterKind["kind"]): void => {
    found.set(`${where} ${kind}`, { where, kind });
  };
  const key = input["key"];
  if (typeof key === "string") {
    for (const kind of kindsInText(key)) add("query", kind);
    for (const [, attribute, , value] of key.matchAll(COMPARISON)) {
      const kind = kindOfAttribute(attribute as string, value, className);
      if (kind !== null) add("query", kind);
    }
  } else if (isMap(key)) {
    for (const [attribute, value] of Object.entries(key)) {
      const kind = kindOfAttribute(attribute, value, className);
      if (kind !== null) add("key", kind);
      if (typeof value === "string") for (const each of kindsInText(value)) add("key", each);
    }
  }
  if (typeof input["comment"] === "string") {
    for (const kind of kindsInText(input["comment"])) add("comment", kind);
    if (namesPerson(input["comment"])) add("comment", "name");
  }
  for (const kind of kindsInBody(input)) add("body", kind);
  return [...found.values()];
}

/** Last resort for a request that is no JSON at all: a password key with a value that is not masked. */
export function secretInText(text: string): boolean {
  return /"(?:password|passwd|pwd|auth_pwd|secret|token)"\s*:\s*"(?!\**")/i.test(text);
}

function namesPerson(text: string): boolean {
  const match = CUED_NAME.exec(text);
  return (
    match !== null &&
    ![match[1], match[2]].some((word) => ORGANISATION_WORDS.has((word as string).toLowerCase()))
  );
}

/** Written values are the purpose of a write; only secrets are reported, and the pair of a credential check. */
function kindsInBody(input: Readonly<Record<string, unknown>>): readonly ParameterKind["kind"][] {
  const kinds: ParameterKind["kind"][] = [];
  const written = isMap(input["fields"]) ? Object.entries(input["fields"]) : [];
  const credentials = ["password", "auth_pwd"].map((name) => [name, input[name]] as const);
  if (
    [...credentials, ...written].some(([name, value]) =>
      /^auth_pwd$/.test(name) ? isClear(value) : SECRET_ATTRIBUTE.test(name) && isClear(value),
    )
  ) {
    kinds.push("secret");
  }
  if (typeof input["user"] === "string" && input["user"] !== "" && "password" in input)
    kinds.push("identifier");
  return kinds;
}
