/** The bar over the findings: severity, family, system, element, text, grouping, and what is suppressed. */
import type { FindingPage } from "../../../server/contract.ts";
import { Choice } from "../../parts/choice.tsx";
import type { Change } from "../../state/use-view-state.ts";
import type { Severity, ViewState } from "../../state/view-state.ts";

interface FindingsFiltersProps {
  readonly state: ViewState;
  readonly change: Change;
  readonly page: FindingPage | null;
  readonly systems: readonly string[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const FAMILIES = [
  "storage",
  "retention",
  "flow",
  "access",
  "rights",
  "records",
  "config",
  "vendor",
  "model",
] as const;

export function FindingsFilters({ state, change, page, systems }: FindingsFiltersProps) {
  const set = (patch: Partial<ViewState>, how?: "replace"): void => change({ ...patch, finding: null }, how);
  const filtered = [state.severity, state.family, state.system, state.rule, state.path, state.search].some(
    (value) => value !== "",
  );
  return (
    <form className="bar" role="search" aria-label="Findings" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="segments">
        <legend className="unseen">Severity</legend>
        {([...SEVERITIES, ""] as const).map((severity) => (
          <label key={severity}>
            <input
              type="radio"
              name="severity"
              checked={state.severity === severity}
              onChange={() => set({ severity })}
            />
            <span>
              {severity === "" ? "All" : severity}
              {severity !== "" && page !== null && <em> {page.counts[severity]}</em>}
            </span>
          </label>
        ))}
      </fieldset>
      <Choice
        label="Family"
        value={state.family}
        options={FAMILIES.map((value) => ({ value, words: value }))}
        onChange={(family) => set({ family })}
      />
      <Choice
        label="System"
        value={state.system}
        options={systems.map((value) => ({ value, words: value }))}
        onChange={(system) => set({ system })}
      />
      <label className="search">
        <span className="unseen">Search the findings</span>
        <input
          type="search"
          placeholder="Search"
          value={state.search}
          onChange={(event) => set({ search: event.target.value }, "replace")}
        />
      </label>
      {state.path !== "" && (
        <button type="button" className="pill" onClick={() => set({ path: "" })}>
          <span className="unseen">Only about </span>
          {state.path.slice(state.path.indexOf(":") + 1)} <span aria-hidden="true">✕</span>
        </button>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={state.suppressed}
          onChange={(event) => set({ suppressed: event.target.checked })}
        />
        Show suppressed
      </label>
      {filtered && (
        <button
          type="button"
          aria-label="Clear all filters"
          title="Clear all filters"
          onClick={() => set({ severity: "", family: "", system: "", rule: "", path: "", search: "" })}
        >
          <span aria-hidden="true">✕</span>
        </button>
      )}
      <span className="spring" />
      <fieldset className="segments">
        <legend className="unseen">Grouped by</legend>
        {(["rule", "element"] as const).map((group) => (
          <label key={group}>
            <input
              type="radio"
              name="group"
              checked={state.group === group}
              onChange={() => change({ group })}
            />
            <span>By {group}</span>
          </label>
        ))}
      </fieldset>
    </form>
  );
}
