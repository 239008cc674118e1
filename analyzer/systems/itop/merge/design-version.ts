/** Versions of iTop's design format, and which release reads which. */

/** Every design version, oldest first. */
export const DESIGN_VERSIONS = [
  "1.0",
  "1.1",
  "1.2",
  "1.3",
  "1.4",
  "1.5",
  "1.6",
  "1.7",
  "3.0",
  "3.1",
  "3.2",
] as const;

export type DesignVersion = (typeof DESIGN_VERSIONS)[number];

/** The newest design version each iTop release reads; releases between two entries read the earlier one's. */
const DESIGN_OF_RELEASE: readonly (readonly [major: number, minor: number, design: DesignVersion])[] = [
  [3, 2, "3.2"],
  [3, 1, "3.1"],
  [3, 0, "3.0"],
  [2, 7, "1.7"],
  [2, 6, "1.6"],
  [2, 5, "1.5"],
  [2, 4, "1.4"],
  [2, 2, "1.3"],
];

export function isDesignVersion(version: string): version is DesignVersion {
  return (DESIGN_VERSIONS as readonly string[]).includes(version);
}

/** Design version of an iTop release such as `3.1.2`; the newest when the release is not known. */
export function designVersionOf(release: string | null): DesignVersion {
  const match = /^(\d+)\.(\d+)/.exec(release ?? "");
  if (match === null) return "3.2";
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return DESIGN_OF_RELEASE.find(([a, b]) => major > a || (major === a && minor >= b))?.[2] ?? "1.0";
}

/** Whether an iTop that reads `target` also reads `version`. */
export function reads(target: DesignVersion, version: DesignVersion): boolean {
  return DESIGN_VERSIONS.indexOf(version) <= DESIGN_VERSIONS.indexOf(target);
}
