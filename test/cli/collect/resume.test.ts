import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directoryWith } from "../workspace-fixture.ts";
import { calls, clinic } from "./clinic.ts";
import { fakeItop, type FakeItop } from "./fake-itop.ts";
import { runCollect } from "./run-collect.ts";

const PAGED = ["--page-size", "4"];

async function busyItop(): Promise<FakeItop> {
  const classes = clinic();
  const log = classes["EventRestService"];
  return fakeItop({ ...classes, EventRestService: { rows: calls(200), attributes: log?.attributes ?? [] } });
}

function contents(directory: string): Readonly<Record<string, string>> {
  const folder = join(directory, "estate", "itop");
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** Stops when the n-th page of the REST log has been asked for. */
function stopAt(itop: FakeItop, page: number): (stop: () => void) => void {
  return (stop) => {
    let asked = 0;
    itop.intervene = ({ json }) => {
      if (json["class"] === "EventRestService" && ++asked === page) stop();
      return false;
    };
  };
}

describe("an interrupted collection", () => {
  it("finishes its page, says how to go on, and leaves no half file under a name that is read", async () => {
    const itop = await busyItop();
    const directory = directoryWith({});
    const { code, err } = await runCollect(itop.url, directory, PAGED, { interrupt: stopAt(itop, 9) });
    expect(code).toBe(2);
    expect(err).toContain("stopped; the same command goes on at the next page");
    const folder = join(directory, "estate", "itop");
    expect(existsSync(join(folder, "EventRestService.json"))).toBe(false);
    for (const name of ["EventRestService.json.part", ".art30-collect.json"]) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".json"))) {
      expect(() => JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown).not.toThrow();
    }
  });

  it.each([2, 5, 11, 17])(
    "ends with the same bytes as one that ran through, stopped at page %i",
    async (page) => {
      const itop = await busyItop();
      const [whole, broken] = [directoryWith({}), directoryWith({})];
      await runCollect(itop.url, whole, PAGED);
      const first = await runCollect(itop.url, broken, PAGED, { interrupt: stopAt(itop, page) });
      const second = await runCollect(itop.url, broken, PAGED, { interrupt: stopAt(itop, page + 1) });
      itop.intervene = () => false;
      const third = await runCollect(itop.url, broken, ["--page-size", "9"]);
      expect([first.code, second.code, third.code]).toEqual([2, 2, 0]);
      expect(third.err).toContain("going on with the unfinished collection");
      expect(contents(broken)).toEqual(contents(whole));
    },
  );

  it("asks again only for what it does not have", async () => {
    const itop = await busyItop();
    const directory = directoryWith({});
    await runCollect(itop.url, directory, PAGED, { interrupt: stopAt(itop, 12) });
    const before = itop.asked.length;
    itop.intervene = () => false;
    await runCollect(itop.url, directory, PAGED);
    const asked = itop.asked.slice(before).map(({ json }) => String(json["key"]));
    expect(asked).not.toContain("SELECT Trigger WHERE id > 0");
    expect(asked.filter((oql) => /EventRestService WHERE id > 0 /.test(oql))).toEqual([]);
  });

  it("throws away the half page that a power failure left behind the last good one", async () => {
    const itop = await busyItop();
    const [whole, broken] = [directoryWith({}), directoryWith({})];
    await runCollect(itop.url, whole, PAGED);
    await runCollect(itop.url, broken, PAGED, { interrupt: stopAt(itop, 9) });
    const part = join(broken, "estate", "itop", "EventRestService.json.part");
    writeFileSync(part, `${readFileSync(part, "utf8")},"EventRestService::99":{"fie`);
    itop.intervene = () => false;
    await runCollect(itop.url, broken, PAGED);
    expect(contents(broken)).toEqual(contents(whole));
  });

  it("can go on after the server went away in the middle", async () => {
    const itop = await busyItop();
    const directory = directoryWith({});
    let asked = 0;
    itop.intervene = ({ json }, response) => {
      if (json["class"] !== "EventRestService" || ++asked < 6) return false;
      response.writeHead(302, { Location: "https://login.peupliers.example/?next=itop" }).end();
      return true;
    };
    const { code, err } = await runCollect(itop.url, directory, PAGED);
    expect(code).toBe(2);
    expect(err).toContain("EventRestService: the server redirects to another host (login.peupliers.example)");
    expect(err).toContain("the same command goes on where this one stopped");
    itop.intervene = () => false;
    expect((await runCollect(itop.url, directory, PAGED)).out).toMatch(/^EventRestService +160$/m);
  });

  it("does not mix two servers or two periods", async () => {
    const itop = await busyItop();
    const directory = directoryWith({});
    await runCollect(itop.url, directory, PAGED, { interrupt: stopAt(itop, 9) });
    itop.intervene = () => false;
    const { code, err } = await runCollect(itop.url, directory, [...PAGED, "--since", "2026-10-10"]);
    expect([code, err]).toEqual([2, expect.stringContaining("another address or with another --since")]);
    expect((await runCollect(itop.url, directory, ["--since", "2026-10-10", "--force"])).code).toBe(0);
  });

  it("does not write over exports that are there, unless told to", async () => {
    const itop = await busyItop();
    const directory = directoryWith({ "estate/itop/Person.json": '{"code":0,"objects":null}' });
    const { code, err } = await runCollect(itop.url, directory);
    expect([code, err]).toEqual([2, expect.stringContaining("holds exports already")]);
    expect(itop.asked).toEqual([]);
    expect((await runCollect(itop.url, directory, ["--force"])).code).toBe(0);
    expect(contents(directory)["Person.json"]).toBe('{"code":0,"objects":null}');
  });

  it("keeps what is there when the password is wrong", async () => {
    const itop = await busyItop();
    const directory = directoryWith({});
    await runCollect(itop.url, directory);
    const before = contents(directory);
    const { code } = await runCollect(itop.url, directory, ["--force"], {
      env: { ART30_ITOP_PASSWORD: "wrong" },
    });
    expect([code, contents(directory)]).toEqual([2, before]);
  });

  it("says that it cannot write, and where", async () => {
    const itop = await busyItop();
    const { code, err } = await runCollect(itop.url, directoryWith({ estate: "a file, not a folder" }));
    expect([code, err]).toEqual([2, "art30: cannot write in estate (ENOTDIR)\n"]);
  });
});
