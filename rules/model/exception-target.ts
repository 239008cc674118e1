/** How findings about exceptions name the exception: its element where it has one, its file otherwise. */
import type { ReviewedException } from "../kit/exception.ts";
import type { Report } from "../kit/finding.ts";

export function placeOf(
  exception: ReviewedException,
): Pick<Report, "system" | "path" | "location" | "discriminator"> {
  const { system, path, rule, location } = exception;
  return { system, path: path ?? system, location, discriminator: `${location.file} ${rule}` };
}

export function targetOf({ source, rule, path }: ReviewedException): { source: string; target: string } {
  const named = rule === "" ? "no rule" : rule;
  return {
    source: source === "comment" ? "suppression comment" : "exception",
    target: path === null ? named : `${named} at ${path}`,
  };
}
