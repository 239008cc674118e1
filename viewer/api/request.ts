/** Asks the API and says in words what went wrong; a value is only handed on when the server answered well. */
import type { Failure } from "../../server/contract.ts";

export type Outcome<T> =
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "unauthorized" }
  | { readonly state: "failed"; readonly message: string };

export async function getJson<T>(address: string, signal?: AbortSignal): Promise<Outcome<T>> {
  return ask<T>(address, signal === undefined ? {} : { signal });
}

export async function putJson<T>(address: string, body: unknown): Promise<Outcome<T>> {
  return ask<T>(address, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function ask<T>(address: string, init: RequestInit): Promise<Outcome<T>> {
  try {
    const response = await fetch(new URL(address, document.baseURI), { credentials: "same-origin", ...init });
    if (response.status === 401) return { state: "unauthorized" };
    if (!response.ok) return { state: "failed", message: await reasonOf(response) };
    return { state: "ready", value: (response.status === 204 ? null : await response.json()) as T };
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    return { state: "failed", message: "The server cannot be reached. Is art30 serve still running?" };
  }
}

async function reasonOf(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as Partial<Failure>;
    const { message, details = [] } = body.error ?? {};
    if (typeof message === "string") return [message, ...details].join(" ");
  } catch {
    // Not JSON: a proxy's page; its status says as much as it would.
  }
  return `The server answered ${response.status}.`;
}
