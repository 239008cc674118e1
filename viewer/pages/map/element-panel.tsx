/** The side panel for one element: facts, what the classifier saw, where it stands, what was found. */
import { addressOf } from "../../api/address.ts";
import { useRemote } from "../../api/use-remote.ts";
import type { Element } from "../../../server/contract.ts";
import { CodeLines } from "../../parts/code-lines.tsx";
import { RemoteView } from "../../parts/remote-view.tsx";
import { Severity } from "../../parts/severity.tsx";
import { SourcePlace } from "../../parts/source-place.tsx";
import { ViewLink } from "../../parts/view-link.tsx";
import { pathOf } from "../../graph/words.ts";
import { usePlace } from "../../state/use-view-state.ts";

interface ElementPanelProps {
  readonly selected: string;
  readonly onTrace: (path: string) => void;
  readonly onClose: () => void;
}

export function ElementPanel({ selected, onTrace, onClose }: ElementPanelProps) {
  const place = usePlace();
  const key = pathOf(selected);
  const remote = useRemote<Element>(addressOf(place, "elements", { key }));
  return (
    <RemoteView remote={remote} what="the element">
      {(element) => (
        <article className="element">
          <header>
            <p className="quiet">{element.kind}</p>
            <h2>{element.label}</h2>
            <code className="key">{element.key}</code>
            <div className="actions">
              <button type="button" className="primary" onClick={() => onTrace(key)}>
                Trace
              </button>
              <ViewLink to={{ page: "findings", path: key, search: "", finding: null }}>
                Its findings
              </ViewLink>
              <button type="button" onClick={onClose}>
                Close
              </button>
            </div>
          </header>
          <Facts facts={element.facts} />
          <Classified evidence={element.evidence} />
          {element.location !== null && (
            <section>
              <h3>Where it stands</h3>
              <SourcePlace file={element.location.file} line={element.location.line} />
              {element.code !== null && <CodeLines {...element.code} marked={element.location.line} />}
            </section>
          )}
          <Found findings={element.findings} />
        </article>
      )}
    </RemoteView>
  );
}

function Facts({ facts }: Pick<Element, "facts">) {
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** For and against, strongest first. */
function Classified({ evidence }: Pick<Element, "evidence">) {
  if (evidence.length === 0) return null;
  const sorted = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <section>
      <h3>Why it counts as personal or not</h3>
      <ul className="evidence">
        {sorted.map(({ signal, says, quote, weight }, index) => (
          <li key={index}>
            <span className={weight < 0 ? "weight weight-against" : "weight"}>
              {weight > 0 ? "+" : ""}
              {Number(weight.toFixed(2))}
            </span>
            <span>
              <b>{signal}</b> {says} {quote !== null && <q>{quote}</q>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Found({ findings }: Pick<Element, "findings">) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h3>Findings</h3>
      <ul className="found">
        {findings.map((finding) => (
          <li key={finding.fingerprint}>
            <Severity level={finding.severity} />
            <ViewLink to={{ page: "findings", finding: finding.fingerprint, path: finding.path, search: "" }}>
              {finding.message}
            </ViewLink>
            <span className="quiet">{finding.rule}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
