/** Everything that can be linked to: page, snapshot, filters, selection, trace and camera, read from and written to a query. */

export type Page = "map" | "findings" | "records";
export type Level = "estate" | "modules" | "entities" | "fields";
export type Severity = "error" | "warning" | "info";

/** The estate and snapshot all pages look at. */
export interface Place {
  readonly estate: string;
  readonly snapshot: string;
}

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface ViewState {
  readonly page: Page;
  /** `null` for the first estate there is. */
  readonly estate: string | null;
  readonly snapshot: string;
  readonly level: Level;
  readonly expanded: readonly string[];
  readonly category: string;
  readonly party: string;
  readonly kind: string;
  readonly system: string;
  readonly all: boolean;
  readonly search: string;
  readonly selected: string | null;
  readonly trace: string | null;
  /** Which way of the trace is stepped through; `null` for all. */
  readonly way: number | null;
  readonly camera: Camera | null;
  readonly view: "picture" | "table";
  readonly panel: boolean;
  readonly severity: Severity | "";
  readonly family: string;
  readonly rule: string;
  /** Element, or the beginning of its path, that findings are about. */
  readonly path: string;
  readonly suppressed: boolean;
  readonly group: "rule" | "element";
  /** Fingerprint of the finding that is open. */
  readonly finding: string | null;
  readonly record: string | null;
}

export const START: ViewState = {
  page: "map",
  estate: null,
  snapshot: "latest",
  level: "entities",
  expanded: [],
  category: "",
  party: "",
  kind: "",
  system: "",
  all: false,
  search: "",
  selected: null,
  trace: null,
  way: null,
  camera: null,
  view: "picture",
  panel: true,
  severity: "",
  family: "",
  rule: "",
  path: "",
  suppressed: false,
  group: "rule",
  finding: null,
  record: null,
};

const PAGES = ["map", "findings", "records"] as const;
const LEVELS = ["estate", "modules", "entities", "fields"] as const;
const SEVERITIES = ["error", "warning", "info", ""] as const;
const TEXTS = ["category", "party", "kind", "system", "search", "family", "rule", "path"] as const;
const KEYS = ["estate", "selected", "trace", "finding", "record"] as const;

/** Reads a query; what is unknown or malformed falls back to the start. */
export function parseView(query: string): ViewState {
  const params = new URLSearchParams(query);
  const text = (name: string): string => params.get(name) ?? "";
  const key = (name: string): string | null => (text(name) === "" ? null : text(name));
  return {
    page: oneOf(PAGES, text("page"), START.page),
    estate: key("estate"),
    snapshot: key("snapshot") ?? START.snapshot,
    level: oneOf(LEVELS, text("level"), START.level),
    expanded: [...new Set(params.getAll("open"))].filter((each) => each !== "").sort(),
    category: text("category"),
    party: text("party"),
    kind: text("kind"),
    system: text("system"),
    all: text("all") === "1",
    search: text("search"),
    selected: key("selected"),
    trace: key("trace"),
    way: parseWay(text("way")),
    camera: parseCamera(text("camera")),
    view: oneOf(["picture", "table"] as const, text("view"), START.view),
    panel: text("panel") !== "0",
    severity: oneOf(SEVERITIES, text("severity"), ""),
    family: text("family"),
    rule: text("rule"),
    path: text("path"),
    suppressed: text("suppressed") === "1",
    group: oneOf(["rule", "element"] as const, text("group"), START.group),
    finding: key("finding"),
    record: key("record"),
  };
}

/** Writes only what differs from the start, in a fixed order; the empty string for the start itself. */
export function formatView(state: ViewState): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string, unset: string): void => {
    if (value !== unset) params.set(name, value);
  };
  put("page", state.page, START.page);
  put("snapshot", state.snapshot, START.snapshot);
  put("level", state.level, START.level);
  for (const key of state.expanded) params.append("open", key);
  for (const name of TEXTS) put(name, state[name], "");
  for (const name of KEYS) put(name, state[name] ?? "", "");
  put("all", state.all ? "1" : "", "");
  put("way", state.way === null ? "" : String(state.way), "");
  put("camera", state.camera === null ? "" : formatCamera(state.camera), "");
  put("view", state.view, START.view);
  put("panel", state.panel ? "1" : "0", "1");
  put("severity", state.severity, "");
  put("suppressed", state.suppressed ? "1" : "", "");
  put("group", state.group, START.group);
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

function oneOf<const T extends string>(values: readonly T[], text: string, otherwise: T): T {
  return values.find((value) => value === text) ?? otherwise;
}

function parseWay(text: string): number | null {
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

function parseCamera(text: string): Camera | null {
  const [x, y, ratio, ...others] = text.split(",").map(Number);
  if (x === undefined || y === undefined || ratio === undefined || others.length > 0) return null;
  return [x, y, ratio].every(Number.isFinite) && ratio > 0 ? { x, y, ratio } : null;
}

function formatCamera({ x, y, ratio }: Camera): string {
  return [x, y, ratio].map((value) => String(Number(value.toFixed(4)))).join(",");
}
