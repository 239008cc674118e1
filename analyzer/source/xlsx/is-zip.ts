/** Tells a zip file from its beginning, without loading what unpacks it. */

/** `PK`, as every zip file begins. */
export function isZip(head: string): boolean {
  return head.startsWith("PK\u0003\u0004");
}
