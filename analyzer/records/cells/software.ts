/** Products an activity runs on, with version and how many modules were read. */
import { proved } from "../digest.ts";
import type { Found, RecordFacts } from "../record-facts.ts";

export function software({ elements }: RecordFacts): Found {
  const systems = [...new Set(elements.map(({ system }) => system))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = systems.map(({ id, product, modules }) => {
    const version = product.version === null ? ", version not known" : ` ${product.version}`;
    const count = modules.length === 0 ? "" : `, ${modules.length} modules`;
    const text = `${product.name}${version} (${id}${count})`;
    return { key: id, text, evidence: [proved(id, `${product.name}${version}`, product.proof)] };
  });
  return { lines, question: null };
}
