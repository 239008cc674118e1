/** Lays a workspace's profile over the one below it, element by element. */
import type { Profile } from "./profile-schema.ts";
import type { ProfileSource } from "./profile-source.ts";

/** How many levels of names are merged; a property below them is replaced whole. */
const LEVELS: Readonly<Partial<Record<keyof Profile, number>>> = {
  product: 1,
  hosting: 1,
  // entities / Incident / fields / Symptom
  entities: 4,
};
const ELEMENT_LEVELS = 2;

/** What `upper` says counts; places tell for each element and property which file said it. */
export function overlay(lower: ProfileSource, upper: ProfileSource): ProfileSource {
  const profile: [string, unknown][] = [];
  const keys = new Set([...Object.keys(lower.profile), ...Object.keys(upper.profile)]) as Set<keyof Profile>;
  for (const key of keys) {
    profile.push([key, merged(lower.profile[key], upper.profile[key], LEVELS[key] ?? ELEMENT_LEVELS)]);
  }
  return {
    file: upper.file,
    profile: Object.fromEntries(profile) as Profile,
    places: { ...lower.places, ...upper.places },
    defaults: { ...lower.defaults, ...upper.defaults },
  };
}

/** Entries are collected and made properties at the end: a name such as `__proto__` stays a name. */
function merged(lower: unknown, upper: unknown, levels: number): unknown {
  if (upper === undefined) return lower;
  if (levels === 0 || !isNamed(lower) || !isNamed(upper)) return upper;
  const below = new Map(Object.entries(lower));
  for (const [name, value] of Object.entries(upper))
    below.set(name, merged(below.get(name), value, levels - 1));
  return Object.fromEntries(below);
}

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
