/** What one method or function was seen to do with data: plain facts, resolved against the model only at assembly. */
import type { Location } from "../../../model/location.ts";

/** A class of objects as code names it: by name, or as what a reference or link set of a class leads to. */
export interface ClassRef {
  readonly name: string;
  /** Attribute codes that lead on from it, as `caller_id` in `$this->Get('caller_id->email')`. */
  readonly through: readonly string[];
  /** Said by a call that only takes classes of the data model, rather than by `$this` or a type hint. */
  readonly sure: boolean;
}

/** Where a value comes from. `classes` is empty and `code` null when the method alone does not tell. */
export type CodeOrigin =
  | { readonly kind: "field"; readonly classes: readonly ClassRef[]; readonly code: string | null }
  | { readonly kind: "request"; readonly name: string | null }
  | { readonly kind: "mail"; readonly name: string | null }
  | { readonly kind: "reply"; readonly address: CodeAddress | null };

/** Scheme and host of a URL; nothing else of it is kept. */
export interface CodeAddress {
  readonly scheme: string;
  readonly host: string;
}

export interface CodeSink {
  readonly origins: readonly CodeOrigin[];
  /** Something else flows in that cannot be followed. */
  readonly open: boolean;
  readonly location: Location;
}

export type CodeEffect =
  | (CodeSink & { readonly kind: "set"; readonly classes: readonly ClassRef[]; readonly code: string | null })
  | (CodeSink & { readonly kind: "mail" | "log" | "file" })
  | (CodeSink & { readonly kind: "http"; readonly address: CodeAddress | null })
  | {
      readonly kind: "query";
      /** Class read; `null` when the text is put together at run time. */
      readonly class: string | null;
      /** Fields the condition names, with the class their alias stands for. */
      readonly fields: readonly { readonly class: string; readonly code: string }[];
      readonly location: Location;
    };

/** Effects of one method, or of one file's code outside methods. */
export interface CodeData {
  /** Class of the data model or of the PHP file; `null` for a function or the file itself. */
  readonly class: string | null;
  readonly method: string;
  readonly effects: readonly CodeEffect[];
  /** Element of a data model that holds the code; only what is still there after merging counts. `null` for files. */
  readonly element: Location | null;
  readonly location: Location;
}
