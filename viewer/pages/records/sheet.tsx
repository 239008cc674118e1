/** One activity as a sheet: its cells in the order of Article 30, its gaps beside them. */
import type { RegisterView } from "../../../server/contract.ts";
import { count } from "../../graph/words.ts";
import { CellView } from "./cell-view.tsx";
import { STATE_ORDER, STATES } from "./states.ts";

type RecordOf = RegisterView["records"][number];

interface SheetProps {
  readonly record: RecordOf;
  readonly columns: RegisterView["columns"];
  readonly gaps: RegisterView["gaps"];
}

export function Sheet({ record, columns, gaps }: SheetProps) {
  const own = gaps.filter((gap) => gap.record === record.id);
  const states = columns.flatMap(({ id }) => record.cells[id]?.state ?? []);
  return (
    <article className="sheet">
      <header>
        <p className="quiet">
          {record.id} · {record.role} · {record.status} · {record.systems.join(", ")}
        </p>
        <h2>{titleOf(record)}</h2>
        <ul className="tally">
          {STATE_ORDER.map((state) => ({ state, number: states.filter((each) => each === state).length }))
            .filter(({ number }) => number > 0)
            .map(({ state, number }) => (
              <li key={state} className={`state state-${state}`}>
                <span aria-hidden="true">{STATES[state].mark}</span> {number} {STATES[state].word}
              </li>
            ))}
        </ul>
      </header>
      {own.length > 0 && (
        <details className="gaps" open>
          <summary>{count(own.length, "gap")}</summary>
          <ul>
            {own.map((gap) => (
              <li key={`${gap.column} ${gap.kind} ${gap.says}`}>
                <a href={`#cell-${gap.column}`} onClick={(event) => goTo(event, `cell-${gap.column}`)}>
                  {gap.says}
                </a>{" "}
                <span className="quiet">{gap.article}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="cells">
        {columns.map((column) => {
          const cell = record.cells[column.id];
          return cell === undefined ? null : (
            <CellView key={column.id} record={record.id} {...{ column, cell }} />
          );
        })}
      </div>
    </article>
  );
}

/** Stays on the page: the address holds the view, not an anchor. */
function goTo(event: { readonly preventDefault: () => void }, id: string): void {
  event.preventDefault();
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

export function titleOf(record: RecordOf): string {
  return record.cells["name"]?.value[0] ?? record.id;
}
