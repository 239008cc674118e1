/** All adapters, most particular first: the first that accepts a file reads it. */
import type { Adapter } from "./adapter.ts";
import { profileAdapter } from "./generic/profile.ts";
import { itopAdapter } from "./itop/adapter.ts";

export const ADAPTERS: readonly Adapter[] = [itopAdapter, profileAdapter];
