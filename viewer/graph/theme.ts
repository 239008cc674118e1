/** The colours of the picture. */

export interface Theme {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly lineOut: string;
  readonly lineCopy: string;
  readonly headOut: string;
  readonly outline: string;
  readonly frame: string;
  readonly frameLine: string;
  readonly accent: string;
}
