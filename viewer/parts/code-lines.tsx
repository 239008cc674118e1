/** A few lines of an analysed file around what is spoken of. */

interface CodeLinesProps {
  readonly firstLine: number;
  readonly lines: readonly string[];
  readonly marked: number;
}

export function CodeLines({ firstLine, lines, marked }: CodeLinesProps) {
  return (
    <div className="code" tabIndex={0} role="region" aria-label={`Source from line ${firstLine}`}>
      <ol>
        {lines.map((line, index) => {
          const number = firstLine + index;
          return (
            <li key={number} className={number === marked ? "code-marked" : undefined}>
              <span className="code-number">{number}</span>
              <code>{line === "" ? " " : line}</code>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
