import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { ItopClient, MAX_REPLY_BYTES, RETRY_DELAYS } from "../../../cli/collect/itop-client.ts";
import { networkRefusal } from "../../../cli/collect/refusal.ts";
import { targetOf } from "../../../cli/collect/target.ts";

const QUERY = { class: "Trigger", oql: "SELECT Trigger WHERE id > 0", fields: "*+", limit: 5 };
const EMPTY = '{"code":0,"message":"Found: 0","objects":null}';

interface Tried {
  readonly client: ItopClient;
  readonly waits: number[];
  readonly versions: (string | null)[];
}

/** Gives these answers one after the other, the last one for ever. */
function tried(...answers: readonly (() => Response)[]): Tried {
  const waits: number[] = [];
  const versions: (string | null)[] = [];
  const fetch = async (_url: unknown, { body }: { body: URLSearchParams }): Promise<Response> => {
    const answer = answers[Math.min(versions.length, answers.length - 1)] as () => Response;
    versions.push(body.get("version"));
    return answer();
  };
  const network = {
    fetch: fetch as unknown as typeof globalThis.fetch,
    sleep: async (ms: number) => void waits.push(ms),
  };
  return { client: clientOf("https://itop.example.org/", network), waits, versions };
}

function clientOf(address: string, network: ConstructorParameters<typeof ItopClient>[2]): ItopClient {
  return new ItopClient(targetOf(address, false), { kind: "password", user: "svc", secret: "s" }, network);
}

const status = (code: number) => () => new Response("Claire Delorme", { status: code });
const text = (body: string) => () => new Response(body);

describe("the client of the REST service", () => {
  it("tries again after a failure that passes, each time later", async () => {
    const { client, waits } = tried(status(503), status(502), text(EMPTY));
    expect(await client.find(QUERY)).toEqual({ total: 0, objects: [] });
    expect(waits).toEqual([1_000, 3_000]);
  });

  it("gives up after the last delay", async () => {
    const { client, waits } = tried(status(500));
    await expect(client.find(QUERY)).rejects.toMatchObject({
      kind: "heavy",
      message: "the server fails, again and again (HTTP 500)",
    });
    expect(waits).toEqual(RETRY_DELAYS);
  });

  it("does not try again what cannot pass", async () => {
    const { client, waits } = tried(status(400));
    await expect(client.find(QUERY)).rejects.toThrow("refuses the request (HTTP 400)");
    expect(waits).toEqual([]);
  });

  it("reads no reply above the limit", async () => {
    const mebibyte = new Uint8Array(1024 * 1024).fill(32);
    const endless = (): Response =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue(mebibyte) }));
    await expect(tried(endless).client.find(QUERY)).rejects.toMatchObject({
      kind: "too-large",
      message: `a reply is larger than ${MAX_REPLY_BYTES / 1024 / 1024} MiB (MAX_REPLY_BYTES)`,
    });
  });

  it("takes an error page of PHP as too much asked at once", async () => {
    const { client } = tried(
      text("<br /><b>Fatal error</b>: Allowed memory size of 134217728 bytes exhausted"),
    );
    await expect(client.find(QUERY)).rejects.toMatchObject({ kind: "heavy" });
  });

  it("takes the version of the service that the server has", async () => {
    const unsupported = text(
      '{"code":10,"message":"Error: There is no service available for version \'1.3\'"}',
    );
    const { client, versions } = tried(
      unsupported,
      text('{"code":0,"message":"Operations: 7"}'),
      text(EMPTY),
    );
    await client.probe();
    await client.find(QUERY);
    expect(versions).toEqual(["1.3", "1.4", "1.4"]);
  });

  it.each([
    '{"code":0,"message":"Found: many","objects":{}}',
    '{"code":0,"message":"Found: 1","objects":[]}',
    '{"code":0,"message":"Found: 1","objects":{"Trigger":{"fields":{}}}}',
    '{"code":0,"message":"Found: 1","objects":{"Trigger::1":{"fields":null}}}',
    '{"code":{},"message":"Found: 1"}',
    "[]",
    "null",
  ])("does not take %s for a reply", async (body) => {
    await expect(tried(text(body)).client.find(QUERY)).rejects.toThrow("none of iTop's REST service");
  });

  it("says so where nothing listens", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    await new Promise((done) => server.close(done));
    const client = clientOf(`http://127.0.0.1:${port}/`, {
      fetch: globalThis.fetch,
      sleep: async () => undefined,
    });
    await expect(client.probe()).rejects.toThrow(`127.0.0.1:${port} does not answer (ECONNREFUSED)`);
  });

  it.each([
    [
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "the certificate of itop.example.org is not trusted; NODE_EXTRA_CA_CERTS",
    ],
    ["CERT_HAS_EXPIRED", "the certificate of itop.example.org is not trusted"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "itop.example.org does not speak TLS as it should"],
    ["ENOTFOUND", "itop.example.org is not found"],
  ])("says what %s means, and does not try again", (code, says) => {
    const { failure, passing } = networkRefusal(code, "itop.example.org");
    expect([failure.message, passing]).toEqual([expect.stringContaining(says), false]);
    expect(failure.message).toContain(`(${code})`);
  });
});
