/** One finding in full: what, why it matters, what to do, what it rests on, and the way the data goes. */
import type { Finding } from "../../../server/contract.ts";
import { localPart } from "../../graph/words.ts";
import { SourcePlace } from "../../parts/source-place.tsx";
import { ViewLink } from "../../parts/view-link.tsx";

export function FindingCard({ finding }: { readonly finding: Finding }) {
  const { location } = finding;
  const [, record] = /^record\/(.+)$/.exec(localPart(finding.path)) ?? [];
  return (
    <div className="finding-card">
      <dl>
        <dt>Why</dt>
        <dd>{finding.why}</dd>
        <dt>What to do</dt>
        <dd>{finding.fix}</dd>
        <dt>Rests on</dt>
        <dd>
          {finding.articles.length > 0 && <b>{finding.articles.join(", ")}</b>} {finding.basis},{" "}
          {finding.certainty}
        </dd>
        <dt>Element</dt>
        <dd>
          <code>{finding.path}</code>{" "}
          <SourcePlace file={location?.file ?? null} line={location?.line ?? null} />
        </dd>
      </dl>
      {finding.evidence.length > 0 && (
        <section>
          <h4>Evidence</h4>
          <ul className="evidence-lines">
            {finding.evidence.map((each, index) => (
              <li key={index}>
                <span className="quiet">{each.kind}</span> {each.text}{" "}
                <SourcePlace file={each.location?.file ?? null} line={each.location?.line ?? null} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {finding.flow.length > 0 && (
        <section>
          <h4>The way it goes</h4>
          <ol className="flow">
            {finding.flow.map((step, index) => (
              <li key={index}>
                <span className="quiet">{step.kind}</span> {step.label}{" "}
                <SourcePlace file={step.location?.file ?? null} line={step.location?.line ?? null} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {finding.suppressed !== null && (
        <p className="notice">
          Suppressed by {finding.suppressed.by}
          {finding.suppressed.approver !== null && `, approved by ${finding.suppressed.approver}`}
          {finding.suppressed.until !== null && `, until ${finding.suppressed.until}`}
          {finding.suppressed.reason !== null && `: ${finding.suppressed.reason}`}
        </p>
      )}
      <p className="actions">
        {record === undefined ? (
          <OnTheMap path={finding.path} />
        ) : (
          <ViewLink className="button primary" to={{ page: "records", record }}>
            Open the record
          </ViewLink>
        )}
      </p>
    </div>
  );
}

function OnTheMap({ path }: { readonly path: string }) {
  const there = {
    page: "map",
    view: "picture",
    selected: path,
    way: null,
    search: "",
    camera: null,
  } as const;
  return (
    <>
      <ViewLink className="button primary" to={{ ...there, trace: null }}>
        Show on the map
      </ViewLink>
      <ViewLink className="button" to={{ ...there, trace: path }}>
        Trace
      </ViewLink>
    </>
  );
}
