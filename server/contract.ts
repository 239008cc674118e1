/** The HTTP contract: one set of schemas gives validation, types, OpenAPI and what the viewer imports. */
export { Counts, Level, Location, Sensitivity, Severity } from "./contract/shapes.ts";
export * from "./contract/element.ts";
export * from "./contract/finding.ts";
export * from "./contract/map.ts";
export * from "./contract/problem.ts";
export * from "./contract/register.ts";
export * from "./contract/server.ts";
export * from "./contract/snapshot.ts";
