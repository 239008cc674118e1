/** Entities that hold the organisation's own records, told from logs, queues and definitions of the product. */
import type { Entity, EntityRole } from "../kit/facts.ts";

const MACHINERY: ReadonlySet<EntityRole> = new Set(["log-record", "technical"]);

/** Logs and queues are judged as stores, definitions as flows. */
export function keepsRecords(entity: Entity): boolean {
  return !MACHINERY.has(entity.role);
}
