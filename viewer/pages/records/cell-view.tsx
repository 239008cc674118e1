/** One cell of a record: its lines, its state, the question that is open, the evidence, and the way to declare it. */
import { useState } from "react";
import type { Cell, RegisterView } from "../../../server/contract.ts";
import { count } from "../../graph/words.ts";
import { SourcePlace } from "../../parts/source-place.tsx";
import { DeclareForm } from "./declare-form.tsx";
import { STATES } from "./states.ts";

interface CellViewProps {
  readonly record: string;
  readonly column: RegisterView["columns"][number];
  readonly cell: Cell;
}

export function CellView({ record, column, cell }: CellViewProps) {
  const [editing, setEditing] = useState(false);
  const { word, mark } = STATES[cell.state];
  const editable = column.kind !== "inferred";
  return (
    <section className={`cell cell-${cell.state}`} id={`cell-${column.id}`} tabIndex={-1}>
      <header>
        <h3>{column.label}</h3>
        <span className={`state state-${cell.state}`}>
          <span aria-hidden="true">{mark}</span> {word}
        </span>
      </header>
      <p className="quiet article">{column.article}</p>
      {!editing && <Lines cell={cell} />}
      {cell.note !== null && <p className="note">{cell.note}</p>}
      {cell.question !== null && <p className="question">{cell.question}</p>}
      {cell.declaredBy !== null && !editing && (
        <p className="quiet">
          Declared by {cell.declaredBy}
          {cell.declaredOn !== null && ` on ${cell.declaredOn}`}
        </p>
      )}
      {cell.evidence.length > 0 && <Evidence evidence={cell.evidence} />}
      {editing && <DeclareForm {...{ record, column, cell }} onDone={() => setEditing(false)} />}
      {editable && !editing && (
        <button
          type="button"
          onClick={() => setEditing(true)}
          aria-label={`${cell.value.length === 0 ? "Declare" : "Change"} ${column.label}`}
        >
          {cell.value.length === 0 ? "Declare" : "Change"}
        </button>
      )}
    </section>
  );
}

function Lines({ cell }: { readonly cell: Cell }) {
  const [only, ...others] = cell.value;
  if (only === undefined) return null;
  if (others.length === 0) return <p className="value">{only}</p>;
  return (
    <ul className="value">
      {cell.value.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

function Evidence({ evidence }: Pick<Cell, "evidence">) {
  return (
    <details>
      <summary>{count(evidence.length, "piece of evidence", "pieces of evidence")}</summary>
      <ul className="evidence-lines">
        {evidence.map(({ path, file, line, quote, digest }, index) => (
          <li key={index} title={`digest ${digest}`}>
            {path !== null && <code>{path}</code>} <q>{quote}</q> <SourcePlace file={file} line={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}
