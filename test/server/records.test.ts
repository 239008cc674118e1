import { beforeEach, describe, expect, it } from "vitest";
import type { FindingPage, RegisterView, SnapshotSummary } from "../../server/contract.ts";
import { BASE, bench, contentFrom, ESTATE, FILES, hospitalBench, type Bench } from "./support.ts";

let made: Bench;

beforeEach(async () => {
  made = await hospitalBench();
});

const register = async (): Promise<RegisterView> => (await made.ask(`${BASE}/records`)).body as RegisterView;
const firstRecord = async (): Promise<string> => (await register()).records[0]?.id ?? "";
const cellOf = ({ records }: RegisterView, record: string, column: string) =>
  records.find(({ id }) => id === record)?.cells[column];

async function declare(
  column: string,
  value: readonly string[],
  more: { record?: string; by?: string; base?: string } = {},
) {
  const record = more.record ?? (await firstRecord());
  return made.ask(`${more.base ?? BASE}/records/${record}/cells/${column}`, {
    method: "PUT",
    payload: { value, by: more.by ?? "Head of IT" },
  });
}

describe("the register", () => {
  it("comes with every column, its article, and where its content may come from", async () => {
    const { columns, records } = await register();
    expect(columns.find(({ id }) => id === "purpose")).toEqual({
      id: "purpose",
      label: "Purposes",
      article: "Art. 30(1)(b)",
      kind: "declared",
    });
    for (const { cells } of records)
      expect(Object.keys(cells).sort()).toEqual(columns.map(({ id }) => id).sort());
  });

  it("asks what nobody declared", async () => {
    const purpose = cellOf(await register(), await firstRecord(), "purpose");
    expect(purpose).toMatchObject({ state: "missing", value: [], question: expect.stringMatching(/\?/) });
  });
});

describe("declaring a cell", () => {
  it("fills it with who said it and when, and answers with the register", async () => {
    const { status, body } = await declare("purpose", ["  Running the service desk ", ""]);
    expect(status).toBe(200);
    const cell = cellOf(body as RegisterView, await firstRecord(), "purpose");
    expect(cell).toMatchObject({
      state: "declared",
      value: ["Running the service desk"],
      declaredBy: "Head of IT",
      declaredOn: "2026-07-02",
    });
    expect(await register()).toEqual(body);
  });

  it("raises completeness", async () => {
    const before = (await register()).completeness.filled;
    await declare("purpose", ["Running the service desk"]);
    expect((await register()).completeness.filled).toBeGreaterThan(before);
  });

  it("is taken back by an empty value", async () => {
    await declare("purpose", ["Running the service desk"]);
    expect((await declare("purpose", [])).status).toBe(200);
    expect(cellOf(await register(), await firstRecord(), "purpose")).toMatchObject({
      state: "missing",
      value: [],
    });
  });

  it("takes back what register.yaml says, too", async () => {
    made = await bench();
    const yaml = "activities:\n  ITSM-01:\n    owner: Service desk\n";
    await made.shelf.add(
      { id: ESTATE, name: "Saint Clair" },
      await contentFrom({ ...FILES, "register.yaml": yaml }),
    );
    await declare("owner", [], { record: "ITSM-01" });
    expect(cellOf(await register(), "ITSM-01", "owner")?.state).toBe("missing");
  });

  it("holds for the snapshots that follow", async () => {
    await declare("purpose", ["Running the service desk"]);
    const more = { ...FILES, "itop/extensions/saint-clair/module.saint-clair.php": "<?php\n" };
    await made.shelf.add({ id: ESTATE, name: "Saint Clair hospital group" }, await contentFrom(more));
    expect(cellOf(await register(), await firstRecord(), "purpose")?.state).toBe("declared");
  });

  it("judges again, so that findings about records follow", async () => {
    const findings = async (): Promise<FindingPage> =>
      (await made.ask(`${BASE}/findings`)).body as FindingPage;
    await declare("purpose", ["Running the service desk"]);
    const summary = (await made.ask(BASE)).body as SnapshotSummary;
    const { counts } = await findings();
    expect(summary.findings).toEqual({ ...counts, suppressed: 0 });
  });

  it("is refused for a column that is filled from evidence, with the reason", async () => {
    const { status, body } = await declare("data-categories", ["nothing at all"]);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: { code: "inferred-column", message: expect.stringContaining("evidence") },
    });
  });

  it.each([
    ["an unknown column", "shoe-size", {}, 404],
    ["an unknown record", "purpose", { record: "ITSM-99" }, 404],
    ["nobody who declares", "purpose", { by: "" }, 400],
    ["an unknown estate", "purpose", { base: "/api/estates/ivry/snapshots/latest", record: "ITSM-01" }, 404],
  ])("is refused with %s", async (_, column, more, status) => {
    expect((await declare(column, ["x"], more)).status).toBe(status);
  });

  it("is refused when more is sent than the contract knows", async () => {
    const url = `${BASE}/records/${await firstRecord()}/cells/purpose`;
    for (const payload of [
      { value: ["x"], by: "DPO", on: "1999-01-01" },
      { value: "x" },
      { value: ["x".repeat(2001)], by: "DPO" },
      "no json",
    ]) {
      expect((await made.ask(url, { method: "PUT", payload })).status).toBeGreaterThanOrEqual(400);
    }
  });

  it("is refused for a snapshot that is not the newest", async () => {
    const old = (await made.ask(BASE)).body as SnapshotSummary;
    made.later(60_000);
    const more = {
      ...FILES,
      "itop/extensions/saint-clair/en.dict.saint-clair.php":
        "<?php\nDict::Add('EN US', 'English', 'English', array('Class:Person/Attribute:emergency_phone' => 'Phone of a relative'));\n",
    };
    await made.shelf.add({ id: ESTATE, name: "Saint Clair hospital group" }, await contentFrom(more));
    const refused = await declare("purpose", ["x"], { base: `/api/estates/${ESTATE}/snapshots/${old.id}` });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "not-latest" } } });
  });

  it("lies over register.yaml, and says so when the two no longer fit", async () => {
    const yaml = `activities:\n  ITSM-01:\n    purpose: Handling requests\n    owner: Service desk\n`;
    made = await bench();
    await made.shelf.add(
      { id: ESTATE, name: "Saint Clair" },
      await contentFrom({ ...FILES, "register.yaml": yaml }),
    );
    await declare("purpose", ["Running the service desk"], { record: "ITSM-01" });
    expect(cellOf(await register(), "ITSM-01", "purpose")?.value).toEqual(["Running the service desk"]);
    expect(cellOf(await register(), "ITSM-01", "owner")?.value).toEqual(["Service desk"]);
    await made.db.updateTable("declarations").set({ declared_on: "some day" }).execute();
    made.later(60_000);
    await made.shelf.add(
      { id: ESTATE, name: "Saint Clair" },
      await contentFrom({ ...FILES, "register.yaml": `${yaml}# reviewed\n` }),
    );
    expect(cellOf(await register(), "ITSM-01", "purpose")?.value).toEqual(["Handling requests"]);
    expect((await made.ask(`${BASE}/problems?q=declaration`)).body).toMatchObject({ total: 1 });
  });
});

describe("the exported register", () => {
  it.each([
    ["json", "application/json", "art30.register/1"],
    ["html", "text/html", "<!doctype html>"],
    ["xlsx", "spreadsheetml", "PK"],
  ])("is a %s file with the same bytes each time", async (format, type, beginning) => {
    const ask = () =>
      made.app.inject({
        url: `${BASE}/records/export?format=${format}`,
        headers: { authorization: "Bearer a-token-of-the-pipeline-of-saint-clair" },
      });
    const [one, two] = [await ask(), await ask()];
    expect(one.statusCode).toBe(200);
    expect(one.headers["content-type"]).toContain(type);
    expect(one.headers["content-disposition"]).toBe(
      `attachment; filename="${ESTATE}-register-2026-07-01.${format}"`,
    );
    expect(one.rawPayload.subarray(0, 2000).toString("utf8").toLowerCase()).toContain(
      beginning.toLowerCase(),
    );
    expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
  });

  it("carries what was declared", async () => {
    await declare("purpose", ["Running the service desk"]);
    expect((await made.ask(`${BASE}/records/export?format=json`)).text).toContain("Running the service desk");
  });

  it("is refused in a format there is not", async () => {
    expect((await made.ask(`${BASE}/records/export?format=docx`)).status).toBe(400);
  });
});
