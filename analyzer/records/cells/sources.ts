/** Where the data of an activity come from: synchronizations, imports, mail intake, forms, writing accounts. */
import { entityPath, localPart, type ModelPath } from "../../model/model-path.ts";
import type { Movement } from "../../model/movement.ts";
import type { System } from "../../model/system.ts";
import { movementWord } from "../../graph/words.ts";
import { evidence, proved } from "../digest.ts";
import type { Found, FoundLine, RecordFacts } from "../record-facts.ts";

const WRITES: ReadonlySet<string> = new Set(["create", "update", "stimulus"]);

export function sources(facts: RecordFacts): Found {
  const own = new Set(facts.elements.map(({ path }) => path));
  const entities = new Set<ModelPath>();
  for (const { fact, system } of facts.elements) {
    if (fact.kind === "field") entities.add(entityPath(system.id, fact.entity.name));
  }
  const lines = new Map<string, FoundLine>();
  const note = (line: FoundLine): void => {
    const known = lines.get(line.key);
    lines.set(
      line.key,
      known === undefined ? line : { ...known, evidence: [...known.evidence, ...line.evidence] },
    );
  };
  for (const system of facts.estate.systems) {
    for (const movement of system.movements) {
      if (feeds(movement, system, own, entities)) note(movementLine(movement, system));
    }
    for (const { verb, account, entities: touched, location, path } of system.operations) {
      const into = touched.filter((name) => entities.has(entityPath(system.id, name)));
      if (!WRITES.has(verb) || account === null || into.length === 0) continue;
      const who = localPart(account).replace(/^account\//, "");
      const quote = `${who} writes ${into.join(", ")} through the interface`;
      note({
        key: account,
        text: `Interface account ${who} (observed)`,
        evidence: [evidence(path, quote, location)],
      });
    }
    for (const view of system.views) {
      if (view.audience === "internal" || !entities.has(entityPath(system.id, view.entity))) continue;
      if (!view.fields.some(({ shown }) => shown === "shown")) continue;
      const text = `People themselves, in the form ${view.name}`;
      note({
        key: view.path,
        text,
        evidence: [proved(view.path, `form ${view.name} of ${view.entity}`, view.proof)],
      });
    }
  }
  const sorted = [...lines.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    lines: sorted,
    question:
      sorted.length === 0
        ? null
        : "Do data also come from sources no system shows, such as paper or people themselves?",
  };
}

function feeds(
  movement: Movement,
  system: System,
  own: ReadonlySet<ModelPath>,
  entities: ReadonlySet<ModelPath>,
): boolean {
  if (movement.status === "disabled" || movement.status === "obsolete") return false;
  const outside =
    movement.from.kind === "party" || (movement.from.kind === "system" && movement.from.ref !== system.id);
  if (!outside) return false;
  return (
    own.has(movement.path) ||
    (movement.map.length === 0 && movement.to.kind === "entity" && entities.has(movement.to.ref)) ||
    movement.map.some(({ to }) => to !== null && own.has(to))
  );
}

const RESTS_ON: Readonly<Record<Movement["basis"], string>> = {
  definition: "",
  claim: ", as the vendor states",
  code: ", as program code shows",
};

function movementLine(movement: Movement, system: System): FoundLine {
  const from = system.parties.find(({ path }) => path === movement.from.ref)?.name ?? movement.from.ref;
  const isNamedAfter = from === movement.name || from.endsWith(` ${movement.name}`);
  const by = isNamedAfter ? "" : ` by ${movement.name}`;
  const status = movement.status === "test" ? " (test)" : "";
  const claim = RESTS_ON[movement.basis];
  return {
    key: movement.path,
    text: `${from}${by}: ${movementWord(movement.kind)}${claim}${status}`,
    evidence: [proved(movement.path, `${movementWord(movement.kind)} ${movement.name}`, movement.proof)],
  };
}
