/** What the choices of the setup wizard come to: the modules of those picked, and which exclude each other. */
import type { ChoiceGroup, ModuleData, WizardChoice } from "../fragments.ts";

/** Modules the wizard knows, by whether the picked choices bring them. One in both is selected. */
export interface WizardResult {
  readonly selected: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

/** Mandatory choices and those picked; a choice below one that is not picked is not picked either. */
export function pickedModules(steps: readonly ChoiceGroup[], picked: ReadonlySet<string>): WizardResult {
  const selected = new Set<string>();
  const known = new Set<string>();
  const codes = new Set<string>();
  const visit = (group: ChoiceGroup, open: boolean): void => {
    for (const choice of [...group.options, ...group.alternatives]) {
      const taken = open && (choice.mandatory || picked.has(choice.code));
      codes.add(choice.code);
      for (const name of choice.modules) {
        known.add(name);
        if (taken) selected.add(name);
      }
      visit(choice.sub, taken);
    }
  };
  for (const step of steps) visit(step, true);
  return { selected, known, codes };
}

/**
 * Modules to leave out where nothing tells the choice: of alternatives of which several are there, all but the
 * default one, or the first. What an alternative shares with another one is no reason.
 */
export function surplusOf(
  steps: readonly ChoiceGroup[],
  modules: readonly ModuleData[],
): ReadonlySet<string> {
  const present = new Set(modules.map(({ name }) => name));
  const surplus = new Set<string>();
  const visit = ({ options, alternatives }: ChoiceGroup): void => {
    const brought = alternatives.map((choice) => ({ choice, names: allModules(choice) }));
    const rivals = brought
      .map(({ choice, names }) => ({
        choice,
        own: [...names].filter(
          (name) =>
            present.has(name) && brought.every((other) => other.choice === choice || !other.names.has(name)),
        ),
      }))
      .filter(({ own }) => own.length > 0);
    const kept = rivals.find(({ choice }) => choice.byDefault) ?? rivals[0];
    for (const rival of rivals) if (rival !== kept) for (const name of rival.own) surplus.add(name);
    for (const { sub } of [...options, ...alternatives]) visit(sub);
  };
  steps.forEach(visit);
  return surplus;
}

function allModules({ modules, sub }: WizardChoice): ReadonlySet<string> {
  const below = [...sub.options, ...sub.alternatives].flatMap((each) => [...allModules(each)]);
  return new Set([...modules, ...below]);
}
