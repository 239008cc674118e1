/** The findings: grouped, filtered, each openable to its reasons, with a link to its place on the map. */
import { useEffect, useMemo, useRef } from "react";
import type { Finding, FindingPage, SnapshotSummary } from "../../../server/contract.ts";
import { addressOf } from "../../api/address.ts";
import { useRemote } from "../../api/use-remote.ts";
import { count, localPart } from "../../graph/words.ts";
import { RemoteView } from "../../parts/remote-view.tsx";
import { Severity } from "../../parts/severity.tsx";
import { useArrowList } from "../../parts/use-arrow-list.ts";
import { usePlace, useViewState } from "../../state/use-view-state.ts";
import { FindingCard } from "./finding-card.tsx";
import { FindingsFilters } from "./findings-filters.tsx";
import { groupFindings, type Group } from "./groups.ts";

const MOST = 500;

export function FindingsPage() {
  const [state, change] = useViewState();
  const place = usePlace();
  const { severity, family, system, rule, path, search, suppressed } = state;
  const summary = useRemote<SnapshotSummary>(addressOf(place, ""));
  const remote = useRemote<FindingPage>(
    addressOf(place, "findings", {
      severity,
      family,
      system,
      rule,
      path,
      q: search.trim(),
      suppressed,
      pageSize: MOST,
    }),
    true,
  );
  const page = remote.state === "ready" ? remote.value : null;
  const systems = summary.state === "ready" ? summary.value.systems.map(({ id }) => id) : [];
  const groups = useMemo(
    () => (page === null ? [] : groupFindings(page.items, state.group, page.rules)),
    [page, state.group],
  );
  const onKeyDown = useArrowList(".finding > button");
  return (
    <div className="findings-page">
      <h1 className="unseen">Findings</h1>
      <FindingsFilters {...{ state, change, page, systems }} />
      <RemoteView remote={remote} what="the findings">
        {({ total, items }) => (
          <div className="groups" onKeyDown={onKeyDown}>
            <p className="quiet" role="status">
              {count(total, "finding")} in {count(groups.length, "group")}
              {items.length < total &&
                `; the first ${items.length} are listed, narrow the filters for the others`}
            </p>
            {groups.map((group) => (
              <GroupOf
                key={group.key}
                group={group}
                byRule={state.group === "rule"}
                open={state.finding}
                onOpen={(finding) => change({ finding }, "replace")}
              />
            ))}
          </div>
        )}
      </RemoteView>
    </div>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly byRule: boolean;
  readonly open: string | null;
  readonly onOpen: (fingerprint: string | null) => void;
}

function GroupOf({ group, byRule, open, onOpen }: GroupProps) {
  return (
    <section className="group">
      <h2>
        <Severity level={group.worst} />
        <span>{group.title}</span>
        <code>{group.note}</code>
        <span className="quiet">{group.findings.length}</span>
      </h2>
      <ul>
        {group.findings.map((finding) => (
          <Row
            key={finding.fingerprint}
            {...{ finding, byRule, onOpen }}
            open={open === finding.fingerprint}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly finding: Finding;
  readonly byRule: boolean;
  readonly open: boolean;
  readonly onOpen: (fingerprint: string | null) => void;
}

function Row({ finding, byRule, open, onOpen }: RowProps) {
  const item = useRef<HTMLLIElement>(null);
  const linked = useRef(open);
  useEffect(() => {
    if (linked.current) item.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <li className={finding.suppressed === null ? "finding" : "finding finding-suppressed"} ref={item}>
      <button type="button" aria-expanded={open} onClick={() => onOpen(open ? null : finding.fingerprint)}>
        <Severity level={finding.severity} />
        <span className="finding-message">{finding.message}</span>
        <code>{byRule ? localPart(finding.path) : finding.rule}</code>
      </button>
      {open && <FindingCard finding={finding} />}
    </li>
  );
}
