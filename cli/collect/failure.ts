/** Why a collection, or one class of it, could not go on; the message is for people and quotes no reply. */

export type FailureKind =
  /** The account, its password, its token or its right to the service. */
  | "credentials"
  /** The account may not read this class. */
  | "right"
  | "unknown-class"
  /** Something else about this class; others may be read. */
  | "class"
  | "unknown-field"
  /** The server gave up on so many rows at once; fewer may work. */
  | "heavy"
  /** The reply is larger than is read; fewer rows may work. */
  | "too-large"
  /** Nothing that another request could mend. */
  | "stop";

export class CollectFailure extends Error {
  override readonly name = "CollectFailure";
  readonly kind: FailureKind;
  /** Attribute code of an `unknown-field`. */
  readonly field: string | null;

  constructor(kind: FailureKind, message: string, field: string | null = null) {
    super(message);
    this.kind = kind;
    this.field = field;
  }
}
