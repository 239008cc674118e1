/** The register: activities at the left, one sheet at the right, two numbers that are never mixed, and documents to take away. */
import type { RegisterView } from "../../../server/contract.ts";
import { addressOf } from "../../api/address.ts";
import { useRemote } from "../../api/use-remote.ts";
import { RemoteView } from "../../parts/remote-view.tsx";
import { useArrowList } from "../../parts/use-arrow-list.ts";
import { usePlace, useViewState } from "../../state/use-view-state.ts";
import { Sheet, titleOf } from "./sheet.tsx";

const FORMATS = [
  { format: "xlsx", words: "Workbook" },
  { format: "html", words: "Page" },
  { format: "json", words: "JSON" },
] as const;

export function RecordsPage() {
  const place = usePlace();
  const remote = useRemote<RegisterView>(addressOf(place, "records"));
  return (
    <div className="records-page">
      <h1 className="unseen">Records of processing</h1>
      <RemoteView remote={remote} what="the register">
        {(register) => (
          <>
            <RegisterHead register={register} />
            <RegisterBody register={register} />
          </>
        )}
      </RemoteView>
    </div>
  );
}

function RegisterHead({ register }: { readonly register: RegisterView }) {
  const place = usePlace();
  const { controller, completeness, coverage } = register;
  return (
    <div className="bar register-head">
      <p className="controller">
        {controller === null ? (
          <span className="state state-missing">
            <span aria-hidden="true">?</span> no controller declared
          </span>
        ) : (
          <>
            <b>{controller.name}</b>{" "}
            <span className="quiet">
              {[controller.contact, controller.country].filter((each) => each !== null).join(" · ")}
            </span>
          </>
        )}
      </p>
      <Meter
        words="Completeness"
        says="Article 30 items filled or justified"
        part={completeness.filled}
        of={completeness.of}
      />
      <Meter
        words="Coverage"
        says="personal facts that belong to an activity"
        part={coverage.assigned}
        of={coverage.of}
      />
      <span className="spring" />
      <div className="take" role="group" aria-label="Take the register away">
        {FORMATS.map(({ format, words }) => (
          <a key={format} className="button" href={addressOf(place, "records/export", { format })} download>
            {words}
          </a>
        ))}
      </div>
    </div>
  );
}

interface MeterProps {
  readonly words: string;
  readonly says: string;
  readonly part: number;
  readonly of: number;
}

function Meter({ words, says, part, of }: MeterProps) {
  const share = of === 0 ? 0 : Math.floor((part / of) * 100);
  return (
    <div className="meter" title={says}>
      <span>
        {words} <b>{share} %</b>{" "}
        <span className="quiet">
          {part} of {of}
        </span>
      </span>
      <progress value={part} max={Math.max(of, 1)} aria-label={`${words}: ${says}`} />
    </div>
  );
}

function RegisterBody({ register }: { readonly register: RegisterView }) {
  const [state, change] = useViewState();
  const onKeyDown = useArrowList("button");
  const record = register.records.find(({ id }) => id === state.record) ?? register.records[0];
  const loose = register.gaps.filter((gap) => gap.record === null);
  return (
    <div className="register-body">
      <nav className="activities" aria-label="Activities" onKeyDown={onKeyDown}>
        <ul>
          {register.records.map((each) => {
            const open = register.gaps.filter((gap) => gap.record === each.id).length;
            return (
              <li key={each.id}>
                <button
                  type="button"
                  aria-current={each.id === record?.id ? "true" : undefined}
                  onClick={() => change({ record: each.id })}
                >
                  <span className="quiet">{each.id}</span>
                  <span>{titleOf(each)}</span>
                  <span className={open > 0 ? "open-count" : "open-count open-none"}>
                    {open > 0 ? `${open} open` : "nothing open"}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        {loose.length > 0 && (
          <section className="loose">
            <h2>Beyond the activities</h2>
            <ul>
              {loose.map((gap) => (
                <li key={`${gap.column} ${gap.says}`}>
                  {gap.says} <span className="quiet">{gap.article}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </nav>
      <div className="sheet-scroll" tabIndex={0} role="region" aria-label="Activity">
        {record === undefined ? (
          <p className="waiting">No activity was found: nothing personal moves or stays.</p>
        ) : (
          <Sheet key={record.id} record={record} columns={register.columns} gaps={register.gaps} />
        )}
      </div>
    </div>
  );
}
