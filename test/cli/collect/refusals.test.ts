import { describe, expect, it } from "vitest";
import { directoryWith } from "../workspace-fixture.ts";
import { clinic } from "./clinic.ts";
import { fakeItop, PASSWORD } from "./fake-itop.ts";
import { runCollect } from "./run-collect.ts";

describe("a password", () => {
  it("is refused as an option, and not repeated", async () => {
    for (const option of [`--password=${PASSWORD}`, `--token=${PASSWORD}`]) {
      const { code, err } = await runCollect("https://itop.example.org/", directoryWith({}), [option]);
      expect([code, err]).toEqual([
        2,
        expect.stringContaining("is not accepted: other users of this machine"),
      ]);
      expect(err).not.toContain(PASSWORD);
    }
  });

  it("is refused inside the address, and not repeated", async () => {
    const { code, err } = await runCollect(`https://svc:${PASSWORD}@itop.example.org/`, directoryWith({}));
    expect([code, err]).toEqual([2, expect.stringContaining("the address holds a user name or a password")]);
    expect(err).not.toContain(PASSWORD);
  });

  it("is not sent in clear to another machine", async () => {
    const { code, err } = await runCollect("http://itop.example.org/", directoryWith({}));
    expect([code, err]).toEqual([2, expect.stringContaining("the password would travel in clear")]);
  });

  it("is asked on the terminal when the environment does not hold it", async () => {
    const itop = await fakeItop(clinic());
    const prompts: string[] = [];
    const askSecret = async (prompt: string): Promise<string> => {
      prompts.push(prompt);
      return PASSWORD;
    };
    const { code } = await runCollect(itop.url, directoryWith({}), ["--no-logs"], { env: {}, askSecret });
    expect([code, prompts]).toEqual([0, ["Password of svc-art30: "]]);
  });

  it("that nobody types ends it", async () => {
    const askSecret = () => Promise.reject(new Error("canceled"));
    const { code, err } = await runCollect("https://itop.example.org/", directoryWith({}), [], {
      env: {},
      askSecret,
    });
    expect([code, err]).toEqual([2, "art30: no password was given\n"]);
  });

  it("cannot be asked for where there is no terminal", async () => {
    const { code, err } = await runCollect("https://itop.example.org/", directoryWith({}), [], { env: {} });
    expect([code, err]).toEqual([2, expect.stringContaining("set ART30_ITOP_PASSWORD")]);
  });

  it("can be a token, which goes into its own header", async () => {
    const itop = await fakeItop(clinic());
    const { code } = await runCollect(itop.url, directoryWith({}), [], {
      env: { ART30_ITOP_TOKEN: "tok-4711" },
    });
    expect(code).toBe(0);
    expect(
      itop.asked.every(({ form, headers }) => headers["auth-token"] === "tok-4711" && !form.has("auth_pwd")),
    ).toBe(true);
  });

  it("that is wrong ends the collection in words", async () => {
    const itop = await fakeItop(clinic());
    const { code, err } = await runCollect(itop.url, directoryWith({}), [], {
      env: { ART30_ITOP_PASSWORD: "wrong" },
    });
    expect([code, err]).toEqual([
      2,
      "art30: iTop does not accept the account, its password or its token (code 1)\n",
    ]);
  });
});

describe("an address", () => {
  it.each([
    ["itop.example.org", "must be a URL such as"],
    ["ftp://itop.example.org/", "must be a URL such as"],
    ["https://itop.example.org/?token=abc", "without ? and #"],
  ])("%s is refused", async (address, reason) => {
    const { code, err } = await runCollect(address, directoryWith({}));
    expect([code, err]).toEqual([2, expect.stringContaining(reason)]);
  });

  it.each(["", "index.php", "pages/UI.php", "webservices/rest.php"])(
    "may end in %s as the browser shows it",
    async (page) => {
      const itop = await fakeItop(clinic());
      expect((await runCollect(itop.url + page, directoryWith({}), ["--no-logs"])).code).toBe(0);
    },
  );
});

describe("an answer that is no data", () => {
  const LOGIN =
    '<!DOCTYPE html><html><form><input name="auth_pwd" type="password" value="Claire"></form></html>';

  it.each([
    ["a login page", LOGIN, "the answer is a login page, not JSON"],
    ["a web page", "<html><h1>Welcome Claire</h1></html>", "the answer is a web page, not JSON"],
    ["text", "Claire Delorme", "the answer is no JSON"],
    ["other JSON", '{"user":"Claire Delorme"}', "none of iTop's REST service"],
    ["no credentials", '{"code":5,"message":"Error: Missing parameter"}', "iTop got no credentials (code 5)"],
    [
      "no profile",
      '{"code":1,"message":"(The profile REST Services User is required)"}',
      'lacks the profile "REST Services User"',
    ],
    ["a portal account", '{"code":1,"message":"Error: Portal user is not allowed"}', "one of the portal"],
    ["an unknown error", '{"code":100,"message":"Error: Claire Delorme"}', "iTop reports error 100"],
  ])("is told apart: %s", async (_what, body, reason) => {
    const itop = await fakeItop(clinic());
    itop.intervene = (_asked, response) => Boolean(response.end(body));
    const { code, err } = await runCollect(itop.url, directoryWith({}));
    expect([code, err]).toEqual([2, expect.stringContaining(reason)]);
    expect(err).not.toContain("Claire");
  });

  it.each([
    [302, "https://elsewhere.example/login?x=Claire", "redirects to another host (elsewhere.example)"],
    [301, "/itop/pages/login.php", "the server redirects to another page"],
    [404, "", "there is no iTop at this address"],
    [401, "", "the server in front of iTop refuses the account (HTTP 401)"],
    [418, "", "refuses the request (HTTP 418)"],
  ])("is told apart: HTTP %i %s", async (status, location, reason) => {
    const itop = await fakeItop(clinic());
    itop.intervene = (_asked, response) =>
      Boolean(response.writeHead(status, { Location: location }).end("Claire"));
    const { code, err } = await runCollect(itop.url, directoryWith({}));
    expect([code, err]).toEqual([2, expect.stringContaining(reason)]);
    expect(err).not.toContain("Claire");
    expect(itop.asked).toHaveLength(1);
  });
});
