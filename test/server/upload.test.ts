import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { EstateSummary, SnapshotSummary } from "../../server/contract.ts";
import { innerPath } from "../../server/routes/uploaded-files.ts";
import { bench, DATAMODEL, FILES, multipart, type Bench } from "./support.ts";

let made: Bench;

beforeEach(async () => {
  made = await bench({ uploadLimit: 64 * 1024 });
});

async function upload(files: Readonly<Record<string, string>>, query = "") {
  return made.ask(`/api/estates/saint-clair/snapshots${query}`, { method: "POST", ...multipart(files) });
}

describe("an upload", () => {
  it("becomes the newest snapshot of its estate, which it may begin", async () => {
    const { status, body } = await upload(FILES);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      asOf: "2026-07-02",
      systems: [{ id: "itop" }],
      coverage: { files: 1, read: 1 },
    });
    const estate = (await made.ask("/api/estates/saint-clair")).body as EstateSummary;
    expect(estate).toEqual({
      id: "saint-clair",
      name: "Saint Clair hospital group",
      latest: body,
      snapshots: 1,
    });
  });

  it("of the same files at the same date is the same snapshot", async () => {
    const [one, two] = [await upload(FILES, "?asOf=2026-06-30"), await upload(FILES, "?asOf=2026-06-30")];
    expect((two.body as SnapshotSummary).id).toBe((one.body as SnapshotSummary).id);
    expect((await upload(FILES, "?asOf=2026-07-01")).body).not.toMatchObject({
      id: (one.body as SnapshotSummary).id,
    });
    expect((await made.ask("/api/estates/saint-clair/snapshots")).body).toHaveLength(2);
  });

  it("works without a configuration file and keeps the name of the estate", async () => {
    await upload(FILES);
    await upload({ "datamodel.saint-clair.xml": DATAMODEL });
    expect((await made.ask("/api/estates/saint-clair")).body).toMatchObject({
      name: "Saint Clair hospital group",
      snapshots: 2,
    });
  });

  it("is too large above the limit, as one file or many together", async () => {
    const big = "x".repeat(65 * 1024);
    const half = "x".repeat(33 * 1024);
    for (const files of [{ "log.csv": big }, { "a.csv": half, "b.csv": half }]) {
      const { status, body } = await upload(files);
      expect(status).toBe(413);
      expect(body).toMatchObject({
        error: { code: "too-large", message: expect.stringContaining("--upload-limit") },
      });
    }
  });

  it("is refused by its announced size before it is read", async () => {
    const { headers, payload } = multipart(FILES);
    const { status } = await made.ask("/api/estates/saint-clair/snapshots", {
      method: "POST",
      payload,
      headers: { ...headers, "content-length": String(1024 * 1024 * 1024) },
    });
    expect(status).toBe(413);
  });

  it("that nothing can read says what was looked for", async () => {
    const { status, body } = await upload({ "holiday.txt": "beach" });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: { code: "nothing-to-analyse", details: expect.arrayContaining([expect.stringMatching(/iTop/)]) },
    });
    expect((await made.ask("/api/estates")).body).toEqual([]);
  });

  it.each([
    ["art30.yaml", "systems:\n  itop:\n    adaptor: itop\n", "adaptor"],
    ["register.yaml", "activities:\n  ITSM-01:\n    purpos: Handling requests\n", "purpos"],
    ["exceptions.yaml", "- this is\n  no: exceptions file\n", "exceptions.yaml"],
  ])("with an unusable %s says where", async (name, text, word) => {
    const { status, body } = await upload({ ...FILES, [name]: text });
    expect(status).toBe(422);
    const { error } = body as { error: { code: string; details: string[] } };
    expect(error.code).toBe("unusable-configuration");
    expect(error.details[0]).toMatch(new RegExp(`^${name}:\\d+:\\d+ `));
    expect(error.details.join()).toContain(word);
  });

  it("has to be multipart", async () => {
    const { status, body } = await made.ask("/api/estates/saint-clair/snapshots", {
      method: "POST",
      payload: { files: [] },
    });
    expect([status, body]).toEqual([
      415,
      { error: { code: "not-multipart", message: "Files are sent as multipart/form-data." } },
    ]);
  });

  it.each(["../outside.xml", "/etc/datamodel.xml", "C:\\datamodel.xml"])(
    "refuses a file called %s",
    async (name) => {
      expect(await upload({ [name]: DATAMODEL })).toMatchObject({
        status: 422,
        body: { error: { code: "file-name" } },
      });
    },
  );

  it("that is cut off is refused and leaves the server well", async () => {
    const { headers, payload } = multipart(FILES);
    const { status } = await made.ask("/api/estates/saint-clair/snapshots", {
      method: "POST",
      headers,
      payload: payload.slice(0, payload.length / 2),
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(made.bugs).toEqual([]);
    expect((await upload(FILES)).status).toBe(201);
  });
});

describe("names of uploaded files", () => {
  it("never lead out of the upload", () => {
    const step = fc.oneof(fc.constantFrom("..", ".", "", "a", "C:", "\u0000", "datamodel.xml"), fc.string());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), fc.constantFrom("/", "\\"), (steps, slash) => {
        const path = innerPath(steps.join(slash));
        if (path === null) return;
        expect(new URL(path.split("/").map(encodeURIComponent).join("/"), "file:///root/").pathname).toMatch(
          /^\/root\/./,
        );
        expect(path.split("/")).not.toContain("..");
      }),
    );
  });

  it("come with forward slashes and without a leading dot", () => {
    expect(innerPath("./itop\\data\\production.delta.xml")).toBe("itop/data/production.delta.xml");
    expect(innerPath("itop/data/production.delta.xml")).toBe("itop/data/production.delta.xml");
    expect(innerPath(undefined)).toBeNull();
  });
});
