import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { type GzipDefect, unpacked, unpackedHead } from "../../../analyzer/workspace/gzip.ts";
import { memoryReader } from "../../../analyzer/workspace/reader.ts";
import { sourceFile } from "../../../analyzer/workspace/source-file.ts";

const TEXT = JSON.stringify({ code: 0, message: "Found: 0", objects: null });

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(packed: Uint8Array, limits?: Parameters<typeof unpacked>[2]) {
  const defects: GzipDefect[] = [];
  const pieces: Uint8Array[] = [];
  for await (const piece of unpacked(inPieces(packed), (kind) => void defects.push(kind), limits)) {
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces), defects };
}

function opened(content: Uint8Array | string, maxBytes = 1 << 20) {
  const problems: Problem[] = [];
  const reader = memoryReader({ "itop/reply.json.gz": content });
  const found = { path: "itop/reply.json.gz", name: "reply.json.gz", bytes: content.length };
  const sink = { problem: (problem: Problem) => void problems.push(problem), suppressible: () => {} };
  return { file: sourceFile(reader, found, maxBytes, sink), problems };
}

describe("a packed file", () => {
  it("is offered under the name of what it holds, at its own path", async () => {
    const { file, problems } = opened(gzipSync(TEXT));
    expect(file).toMatchObject({ name: "reply.json", path: "itop/reply.json.gz", head: TEXT });
    expect((await file.text()).text).toBe(TEXT);
    expect(problems).toEqual([]);
  });

  it("is read as it is when a browser unpacked it and kept the name", async () => {
    const { file } = opened(TEXT);
    expect(file.name).toBe("reply.json");
    expect((await file.text()).text).toBe(TEXT);
  });

  it("may be unpacked up to the size of a whole file", async () => {
    const { file } = opened(gzipSync("x".repeat(5000)), 4096);
    await expect(file.text()).rejects.toMatchObject({
      limit: "limits.maxFileBytes",
      maximum: 4096,
      of: "unpacked",
    });
  });

  it("is read as far as it goes when it ends too early, and says so once", async () => {
    const text = Array.from({ length: 5000 }, (_, at) => `row ${at * 7919}`).join("\n");
    const whole = gzipSync(text);
    const { file, problems } = opened(whole.subarray(0, whole.length / 2));
    const read = (await file.text()).text;
    expect(text.startsWith(read) && read.length > text.length / 4).toBe(true);
    for await (const piece of file.chunks()) expect(piece.length).toBeGreaterThan(0);
    expect(problems.map(({ kind, location }) => [kind, location.file])).toEqual([
      ["truncated", "itop/reply.json.gz"],
    ]);
  });
});

describe("unpacking", () => {
  it("gives back what was packed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const { bytes: back, defects } = await read(gzipSync(bytes));
        expect([...back]).toEqual([...bytes]);
        expect(defects).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("reads every member of a file that was appended to", async () => {
    const { bytes } = await read(Buffer.concat([gzipSync("one "), gzipSync("two")]));
    expect(bytes.toString()).toBe("one two");
  });

  it.each([
    ["damaged", (packed: Buffer) => packed.fill(0xff, packed.length / 2)],
    ["truncated", (packed: Buffer) => packed.subarray(0, packed.length - 9)],
  ])("ends at %s data without a throw", async (kind, broken) => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `row ${(at * 2654435761) % 4093}`).join("\n");
    const { bytes, defects } = await read(broken(gzipSync(rows)));
    expect(defects).toEqual([kind]);
    expect(bytes.length).toBeGreaterThan(rows.length / 4);
    expect(rows.startsWith(bytes.subarray(0, rows.length / 4).toString())).toBe(true);
  });

  it("stops at a bomb, told by how much it expands", async () => {
    const bomb = gzipSync(new Uint8Array(8 << 20));
    const { bytes, defects } = await read(bomb, { bytes: 1 << 30, expansion: 400, judgedFrom: 1 << 20 });
    expect(defects).toEqual(["expansion"]);
    expect(bytes.length).toBeLessThan(8 << 20);
  });

  it("stops at the largest size a file may unpack to", async () => {
    const { defects } = await read(gzipSync(new Uint8Array(1 << 20)), {
      bytes: 1 << 16,
      expansion: 2000,
      judgedFrom: 0,
    });
    expect(defects).toEqual(["bytes"]);
  });

  it("gives no beginning of what is not gzip", () => {
    expect(unpackedHead(new TextEncoder().encode("plain"), 10)).toHaveLength(0);
  });
});
