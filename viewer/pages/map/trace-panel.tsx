/** The side panel of a trace: each way as a sentence with its evidence, to be stepped through with the arrow keys. */
import type { Trace } from "../../../server/contract.ts";
import { localPart } from "../../graph/words.ts";
import { Sentence } from "../../parts/sentence.tsx";
import { SourcePlace } from "../../parts/source-place.tsx";
import { useArrowList } from "../../parts/use-arrow-list.ts";

type Way = Trace["ways"][number];

interface TracePanelProps {
  readonly trace: Trace;
  /** Index of the way that is looked at; `null` for all. */
  readonly way: number | null;
  readonly onWay: (way: number | null) => void;
  readonly onSelect: (key: string) => void;
  readonly onClose: () => void;
}

const DIRECTIONS: readonly {
  readonly direction: Way["direction"];
  readonly heading: string;
  readonly none: string;
}[] = [
  { direction: "to", heading: "Where it comes from", none: "Nothing is known that brings it here." },
  { direction: "from", heading: "Who gets it", none: "Nothing is known that takes it away." },
];

export function TracePanel({ trace, way, onWay, onSelect, onClose }: TracePanelProps) {
  const onKeyDown = useArrowList(".way > button");
  const numbered = trace.ways.map((each, index) => ({ each, index }));
  return (
    <article className="trace">
      <header>
        <p className="quiet">Trace</p>
        <h2>{localPart(trace.path)}</h2>
        <code className="key">{trace.path}</code>
        <div className="actions">
          <button type="button" aria-pressed={way === null} onClick={() => onWay(null)}>
            All ways
          </button>
          <button type="button" onClick={() => onSelect(trace.path)}>
            Facts
          </button>
          <button type="button" onClick={onClose}>
            Leave trace
          </button>
        </div>
      </header>
      {trace.truncated && <p className="notice">There are more ways than are listed here.</p>}
      <div onKeyDown={onKeyDown}>
        {DIRECTIONS.map(({ direction, heading, none }) => {
          const ways = numbered.filter(({ each }) => each.direction === direction);
          return (
            <section key={direction}>
              <h3>
                {heading} <span className="quiet">{ways.length}</span>
              </h3>
              {ways.length === 0 && <p className="quiet">{none}</p>}
              <ol className="ways">
                {ways.map(({ each, index }) => (
                  <li key={index} className={index === way ? "way way-open" : "way"}>
                    <button
                      type="button"
                      aria-expanded={index === way}
                      onFocus={(event) =>
                        event.currentTarget.matches(":focus-visible") && index !== way && onWay(index)
                      }
                      onClick={() => onWay(index === way ? null : index)}
                    >
                      <Sentence text={each.sentence} />
                    </button>
                    {index === way && <Steps steps={each.steps} onSelect={onSelect} />}
                  </li>
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </article>
  );
}

function Steps({
  steps,
  onSelect,
}: {
  readonly steps: Way["steps"];
  readonly onSelect: (key: string) => void;
}) {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li key={index}>
          {step.edge !== null && (
            <p className="step-says">
              {step.says}{" "}
              <SourcePlace file={step.location?.file ?? null} line={step.location?.line ?? null} />
            </p>
          )}
          <button type="button" className="row-link" onClick={() => onSelect(step.key)}>
            {step.label}
          </button>{" "}
          <span className="quiet">{step.kind}</span>
        </li>
      ))}
    </ol>
  );
}
