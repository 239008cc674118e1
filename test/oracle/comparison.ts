/** What one comparison with recorded answers of another program looks like. */

export interface ComparisonInput {
  /** Directory with the recorded answers. */
  readonly dir: string;
  /** Source trees of the other program by version: `3.1.2` → directory. */
  readonly itopDirs: ReadonlyMap<string, string>;
}

/** Result for one file of recorded answers. */
export interface Agreement {
  readonly file: string;
  readonly agreed: number;
  readonly compared: number;
  /** One line per case that differs: which case, expected, got. */
  readonly disagreements: readonly string[];
  /** What was left out and why: reason → number of cases. */
  readonly notCompared: ReadonlyMap<string, number>;
}

export interface Comparison {
  readonly name: string;
  /** Files of the directory it reads; it is skipped when none of them is there. */
  readonly files: readonly string[];
  run(input: ComparisonInput): Promise<readonly Agreement[]>;
}
