/** The bar over the map: level, filters, search, and whether one looks or reads. */
import type { MapView } from "../../../server/contract.ts";
import { movementWord } from "../../graph/words.ts";
import { Choice } from "../../parts/choice.tsx";
import type { Change } from "../../state/use-view-state.ts";
import type { Level, ViewState } from "../../state/view-state.ts";

interface FiltersProps {
  readonly state: ViewState;
  readonly change: Change;
  readonly facets: MapView["facets"] | null;
  readonly matches: number | null;
  readonly drawable: boolean;
  readonly onSearchEnter: () => void;
}

const LEVELS: readonly { readonly level: Level; readonly words: string }[] = [
  { level: "estate", words: "Systems" },
  { level: "modules", words: "Modules" },
  { level: "entities", words: "Entities" },
  { level: "fields", words: "Fields" },
];

export function Filters({ state, change, facets, matches, drawable, onSearchEnter }: FiltersProps) {
  const filtered = [state.category, state.party, state.kind, state.system].some((value) => value !== "");
  return (
    <form className="bar" role="search" aria-label="Map" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="segments">
        <legend className="unseen">Level</legend>
        {LEVELS.map(({ level, words }) => (
          <label key={level}>
            <input
              type="radio"
              name="level"
              checked={state.level === level}
              onChange={() => change({ level, expanded: [], camera: null })}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <Choice
        label="Category"
        value={state.category}
        options={(facets?.categories ?? []).map((value) => ({ value, words: value.replaceAll("-", " ") }))}
        onChange={(category) => change({ category })}
      />
      <Choice
        label="Party"
        value={state.party}
        options={(facets?.parties ?? []).map(({ key, label }) => ({ value: key, words: label }))}
        onChange={(party) => change({ party })}
      />
      <Choice
        label="Movement"
        value={state.kind}
        options={(facets?.kinds ?? []).map((value) => ({ value, words: movementWord(value) }))}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label="System"
        value={state.system}
        options={(facets?.systems ?? []).map((value) => ({ value, words: value }))}
        onChange={(system) => change({ system })}
      />
      <label className="search">
        <span className="unseen">Search the map</span>
        <input
          type="search"
          placeholder="Search"
          value={state.search}
          onChange={(event) => change({ search: event.target.value }, "replace")}
          onKeyDown={(event) => event.key === "Enter" && onSearchEnter()}
        />
        <span className="quiet" role="status">
          {matches === null ? "" : matches}
        </span>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={state.all}
          onChange={(event) => change({ all: event.target.checked })}
        />
        Show everything
      </label>
      {filtered && (
        <button
          type="button"
          aria-label="Clear all filters"
          title="Clear all filters"
          onClick={() => change({ category: "", party: "", kind: "", system: "" })}
        >
          <span aria-hidden="true">✕</span>
        </button>
      )}
      <span className="spring" />
      <button type="button" disabled={state.camera === null} onClick={() => change({ camera: null })}>
        Fit
      </button>
      <button
        type="button"
        aria-pressed={state.view === "table"}
        disabled={!drawable}
        onClick={() => change({ view: state.view === "table" ? "picture" : "table" })}
      >
        Table
      </button>
      <button type="button" aria-pressed={state.panel} onClick={() => change({ panel: !state.panel })}>
        Panel
      </button>
    </form>
  );
}
