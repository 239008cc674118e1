/** The head of every page: name, pages, estate, snapshot, and how much of the input could be read. */
import type { EstateSummary, SnapshotSummary } from "../server/contract.ts";
import { addressOf, snapshotsOf } from "./api/address.ts";
import { useRemote } from "./api/use-remote.ts";
import { ViewLink } from "./parts/view-link.tsx";
import { usePlace, useViewState } from "./state/use-view-state.ts";
import type { Page } from "./state/view-state.ts";

const PAGES: readonly { readonly page: Page; readonly words: string }[] = [
  { page: "map", words: "Map" },
  { page: "findings", words: "Findings" },
  { page: "records", words: "Records" },
];

interface MastheadProps {
  readonly estates: readonly EstateSummary[];
  readonly estate: EstateSummary;
}

export function Masthead({ estates, estate }: MastheadProps) {
  const [state, change] = useViewState();
  const place = usePlace();
  const summary = useRemote<SnapshotSummary>(addressOf(place, ""));
  const snapshots = useRemote<readonly SnapshotSummary[]>(snapshotsOf(estate.id));
  const list = snapshots.state === "ready" ? snapshots.value : [];
  return (
    <header className="masthead">
      <span className="brand">art30</span>
      <nav aria-label="Pages">
        {PAGES.map(({ page, words }) => (
          <ViewLink key={page} to={{ page }} current={state.page === page}>
            {words}
          </ViewLink>
        ))}
      </nav>
      <label>
        <span className="unseen">Estate</span>
        <select value={estate.id} onChange={(event) => change({ ...ELSEWHERE, estate: event.target.value })}>
          {estates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="unseen">Snapshot</span>
        <select value={state.snapshot} onChange={(event) => change({ snapshot: event.target.value })}>
          <option value="latest">Latest snapshot</option>
          {list.map(({ id, asOf }) => (
            <option key={id} value={id}>
              {asOf} · {id.slice(0, 8)}
            </option>
          ))}
        </select>
      </label>
      <span className="spring" />
      {summary.state === "ready" && <Standing summary={summary.value} />}
    </header>
  );
}

/** What only means something within one estate. */
const ELSEWHERE = {
  snapshot: "latest",
  expanded: [],
  category: "",
  party: "",
  kind: "",
  system: "",
  selected: null,
  trace: null,
  way: null,
  camera: null,
  path: "",
  finding: null,
  record: null,
} as const;

function Standing({ summary }: { readonly summary: SnapshotSummary }) {
  const { coverage, findings, systems, asOf } = summary;
  const personal = systems.reduce((sum, { personalFields }) => sum + personalFields, 0);
  const whole = coverage.read === coverage.files;
  return (
    <ul className="standing">
      <li>
        <b>{personal}</b> personal fields
      </li>
      <li>
        <b>{findings.error}</b> errors, <b>{findings.warning}</b> warnings
      </li>
      <li className={whole ? undefined : "standing-partial"}>
        <b>
          {coverage.read} of {coverage.files}
        </b>{" "}
        files read
      </li>
      <li>as of {asOf}</li>
    </ul>
  );
}
