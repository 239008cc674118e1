/** What stands where an answer is awaited, failed, or asks for a session. */
import type { ReactNode } from "react";
import type { Remote } from "../api/use-remote.ts";

interface RemoteViewProps<T> {
  readonly remote: Remote<T>;
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}

export function RemoteView<T>({ remote, what, children }: RemoteViewProps<T>) {
  switch (remote.state) {
    case "ready":
      return children(remote.value);
    case "loading":
      return (
        <p className="waiting" role="status">
          Reading {what} …
        </p>
      );
    case "unauthorized":
      return <Unauthorized />;
    case "failed":
      return (
        <p className="failed" role="alert">
          {what.slice(0, 1).toUpperCase() + what.slice(1)} could not be read. {remote.message}
        </p>
      );
    default:
      return remote satisfies never;
  }
}

export function Unauthorized() {
  return (
    <section className="door">
      <h1>Open the link that art30 printed</h1>
      <p>
        This server shows nothing without a session. <code>art30 serve</code> prints a link that is good for
        one entry; open it in this browser.
      </p>
      <p>If the link was used or has expired, start the server again: it prints a new one.</p>
    </section>
  );
}
