/** How grave a finding is: a mark, a word and a colour that say the same. */
import type { Worst } from "../graph/marks.ts";

const MARKS: Readonly<Record<Worst, string>> = { error: "✕", warning: "!", info: "i" };

export function Severity({ level }: { readonly level: Worst }) {
  return (
    <span className={`severity severity-${level}`}>
      <span className="severity-mark" aria-hidden="true">
        {MARKS[level]}
      </span>
      {level}
    </span>
  );
}
