/** Declares a cell: its lines, and the role of the person who says so. */
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import type { Cell, Declaration, RegisterView } from "../../../server/contract.ts";
import { addressOf, cellAddress } from "../../api/address.ts";
import { putJson } from "../../api/request.ts";
import { forget } from "../../api/use-remote.ts";
import { usePlace } from "../../state/use-view-state.ts";
import { linesOf, MOST_LINES } from "./lines.ts";

interface DeclareFormProps {
  readonly record: string;
  readonly column: RegisterView["columns"][number];
  readonly cell: Cell;
  readonly onDone: () => void;
}

/** Kept for the session, so that one declares many cells without writing one's role again. */
let lastRole = "";

export function DeclareForm({ record, column, cell, onDone }: DeclareFormProps) {
  const place = usePlace();
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(cell.value.join("\n"));
  const [by, setBy] = useState(cell.declaredBy ?? lastRole);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const body: Declaration = { value: linesOf(text), by: by.trim() };
    const outcome = await putJson<unknown>(cellAddress(place, record, column.id), body);
    setBusy(false);
    switch (outcome.state) {
      case "ready":
        lastRole = body.by;
        forget(addressOf(place, "records"));
        return onDone();
      case "unauthorized":
        return setFailure("The session has ended; open the link that art30 serve printed.");
      case "failed":
        return setFailure(outcome.message);
      default:
        return outcome satisfies never;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onDone();
  };
  return (
    <form className="declare" onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
      <label htmlFor={`${id}-value`}>
        {column.label} <span className="quiet">one entry a line, at most {MOST_LINES}</span>
      </label>
      <textarea
        id={`${id}-value`}
        ref={first}
        rows={Math.min(8, Math.max(2, cell.value.length + 1))}
        value={text}
        onChange={(event) => setText(event.target.value)}
        required
      />
      <label htmlFor={`${id}-by`}>
        Declared by <span className="quiet">a role, not a name</span>
      </label>
      <input
        id={`${id}-by`}
        value={by}
        onChange={(event) => setBy(event.target.value)}
        placeholder="data protection officer"
        maxLength={200}
        required
      />
      {failure !== null && (
        <p className="failed" role="alert">
          {failure}
        </p>
      )}
      <p className="actions">
        <button type="submit" className="primary" disabled={busy}>
          Declare
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}
