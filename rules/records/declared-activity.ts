/** The activities people declared, each with its record and with what `register.yaml` says in parts. */
import type { RuleContext } from "../kit/define-rule.ts";
import type { Location, ModelPath, SystemId } from "../kit/facts.ts";

type Register = NonNullable<RuleContext["register"]>;
type Declarations = NonNullable<Register["declarations"]>;

export type ActivityRecord = Register["records"][number];
export type DeclaredActivity = NonNullable<Declarations["register"]["activities"]>[string];

export interface Activity {
  readonly record: ActivityRecord;
  readonly declared: DeclaredActivity;
  /** `estate:record/ITSM-01`: a record may span systems, so it belongs to none. */
  readonly path: ModelPath;
  /** The record's id, with the name of the activity where one is declared. */
  readonly title: string;
  /** Where a key of the activity stands, else the activity. */
  place(key: string): Location | null;
}

/** Findings about the record belong to the estate as a whole. */
export const WHOLE_ESTATE: SystemId = "estate";

/** Activities in force. Proposals nobody took over are no part of the record: what is in them counts as undeclared. */
export function activitiesOf(register: Register): readonly Activity[] {
  const declarations = register.declarations ?? null;
  const declared = declarations?.register.activities ?? {};
  return register.records.flatMap((record): readonly Activity[] => {
    const activity = Object.hasOwn(declared, record.id) ? declared[record.id] : undefined;
    if (activity === undefined || record.status === "retired") return [];
    const at = `activities.${record.id}`;
    const name = record.cells.name.value[0];
    return [
      {
        record,
        declared: activity,
        path: `${WHOLE_ESTATE}:record/${record.id}`,
        title: name === undefined ? record.id : `${record.id} "${name}"`,
        place: (key) => declarations?.places[`${at}.${key}`] ?? declarations?.places[at] ?? null,
      },
    ];
  });
}

/** Those whose controller the organisation is; a processor's record needs neither purpose nor basis (Art. 30(2)). */
export function controllerActivities(register: Register): readonly Activity[] {
  return activitiesOf(register).filter(({ record }) => record.role === "controller");
}
