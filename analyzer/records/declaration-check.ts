/** What a schema cannot say of `register.yaml`: references to parties resolve, periods are whole. */
import type { Location } from "../model/location.ts";
import { closest } from "../source/closest.ts";
import type { ConfigProblem } from "../source/yaml.ts";
import type { RegisterFile } from "./declaration-schema.ts";

/** Ids stand in addresses, sheet rows and file paths. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export function crossCheck(
  register: RegisterFile,
  locate: (path: string) => Location,
): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const say = (path: string, expected: string): void =>
    void problems.push({ path, expected, location: locate(path) });
  const parties = Object.keys(register.parties ?? {});
  const refer = (path: string, id: string): void => {
    if (parties.includes(id)) return;
    const near = closest(id, parties);
    say(
      path,
      `the id of a party${near === null ? "; there is none of this name" : `; did you mean "${near}"?`}`,
    );
  };
  const named = (path: string, id: string): void => {
    if (!ID.test(id)) say(path, "an id of letters, digits, dots and hyphens, at most 64 characters");
  };
  for (const id of parties) named(`parties.${id}`, id);
  for (const [index, consumer] of (register.consumers ?? []).entries()) {
    if (consumer.party !== undefined) refer(`consumers.${index}.party`, consumer.party);
  }
  for (const [id, activity] of Object.entries(register.activities ?? {})) {
    const at = `activities.${id}`;
    named(at, id);
    for (const [index, party] of (activity.onBehalfOf ?? []).entries())
      refer(`${at}.onBehalfOf.${index}`, party);
    for (const column of ["processors", "third-countries"] as const) {
      for (const [index, item] of (activity[column]?.items ?? []).entries()) {
        refer(`${at}.${column}.items.${index}.party`, item.party);
      }
    }
    for (const [index, item] of (activity.retention?.items ?? []).entries()) {
      if (item.duration === undefined && item.criterion === undefined) {
        say(`${at}.retention.items.${index}`, "a duration or a criterion");
      }
    }
    const transfers = activity["third-countries"];
    if (
      transfers?.state !== undefined &&
      transfers.state !== "identified" &&
      (transfers.items ?? []).length > 0
    ) {
      say(`${at}.third-countries.state`, `"identified", for transfers are listed`);
    }
  }
  return problems;
}
