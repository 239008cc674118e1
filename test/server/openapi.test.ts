import { beforeAll, describe, expect, it } from "vitest";
import { bench } from "./support.ts";

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

describe("the interface document", () => {
  let document: {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly securitySchemes: object };
  };
  let operations: readonly (readonly [name: string, operation: Operation])[] = [];

  beforeAll(async () => {
    document = (await (await bench()).ask("/docs/json")).body as typeof document;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
    );
  });

  it("is OpenAPI 3.1 and describes every route once", () => {
    expect(document.openapi).toBe("3.1.0");
    const one = "/api/estates/{estate}/snapshots/{snapshot}";
    expect(operations.map(([name]) => name).sort()).toEqual(
      [
        "get /api/health",
        "get /api/estates",
        "get /api/estates/{estate}",
        "get /api/estates/{estate}/snapshots",
        "post /api/estates/{estate}/snapshots",
        `get ${one}`,
        `get ${one}/findings`,
        `get ${one}/problems`,
        `get ${one}/graph`,
        `get ${one}/graph/neighbourhood`,
        `get ${one}/graph/trace`,
        `get ${one}/elements`,
        `get ${one}/records`,
        `put ${one}/records/{record}/cells/{column}`,
        `get ${one}/records/export`,
      ].sort(),
    );
  });

  it("names and explains every operation and every answer", () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
    for (const [name, { summary, responses }] of operations) {
      expect([name, summary]).toEqual([name, expect.stringMatching(/\w/)]);
      for (const { description } of Object.values(responses))
        expect(description).not.toBe("Default Response");
      expect(Object.keys(responses).every((status) => /^([1-5]\d\d|[1-5]XX)$/.test(status))).toBe(true);
    }
  });

  it("declares each part of an address as a parameter", () => {
    for (const [name, { parameters = [] }] of operations) {
      const parts = [...name.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
      expect(
        parameters
          .filter((each) => each.in === "path")
          .map((each) => each.name)
          .sort(),
      ).toEqual(parts.sort());
    }
  });

  it("refers to nothing that is not in it", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    for (const [, pointer = ""] of references) {
      const found = pointer
        .split("/")
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
      expect([pointer, found]).toEqual([pointer, expect.anything()]);
    }
    expect(Object.keys(document.components.securitySchemes)).toEqual(["token", "session"]);
  });
});
