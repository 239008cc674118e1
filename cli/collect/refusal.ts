/** What an answer that is no data means, in words of ours: a reply is told apart, never repeated. */
import { CollectFailure } from "./failure.ts";

/** Codes of iTop's REST service. */
const UNAUTHORISED = 1;
const NO_USER = 5;
const NO_PASSWORD = 6;
export const UNSUPPORTED_VERSION = 10;

const NAME = /^[A-Za-z_]\w{0,63}$/;

export function refusalOf(code: number, message: string, className: string | null): CollectFailure {
  const of = className === null ? "" : ` of ${className}`;
  if (code === UNAUTHORISED) return unauthorised(message, of);
  if (code === NO_USER || code === NO_PASSWORD) {
    return new CollectFailure(
      "credentials",
      `iTop got no credentials (code ${code}): something on the way removed them, or this iTop takes no tokens`,
    );
  }
  if (/is not a valid class/.test(message)) {
    return new CollectFailure("unknown-class", "this iTop has no such class");
  }
  const field = /invalid attribute code '(\w+)'/.exec(message)?.[1] ?? "";
  if (NAME.test(field))
    return new CollectFailure("unknown-field", `this iTop has no attribute ${field}${of}`, field);
  if (code === UNSUPPORTED_VERSION)
    return new CollectFailure("stop", "iTop does not offer this version of its REST service");
  return className === null
    ? new CollectFailure("stop", `iTop reports error ${code}`)
    : new CollectFailure("class", `iTop reports error ${code} for this class`);
}

function unauthorised(message: string, of: string): CollectFailure {
  if (/permissions for (?:reading|exporting) data/.test(message)) {
    const missing = /exporting/.test(message) ? "bulk read" : "read";
    const who = `the account lacks the right "${missing}"${of}`;
    return new CollectFailure("right", `${who}; most logs iTop gives to administrators only`);
  }
  if (/REST Services User/.test(message)) {
    return new CollectFailure(
      "credentials",
      'the account lacks the profile "REST Services User", which iTop demands of every caller of its REST service',
    );
  }
  if (/Portal user/.test(message)) {
    return new CollectFailure(
      "credentials",
      "the account is one of the portal, which may not use the REST service",
    );
  }
  return new CollectFailure(
    "credentials",
    "iTop does not accept the account, its password or its token (code 1)",
  );
}

/** A status other than 200. */
export function statusRefusal(status: number, location: string | null, endpoint: URL): CollectFailure {
  if (status >= 300 && status < 400) return new CollectFailure("stop", redirection(location, endpoint));
  if (status === 401 || status === 403) {
    return new CollectFailure(
      "credentials",
      `the server in front of iTop refuses the account (HTTP ${status})`,
    );
  }
  if (status === 404) {
    return new CollectFailure(
      "stop",
      `there is no iTop at this address: ${endpoint.pathname} is not found (HTTP 404)`,
    );
  }
  if (status === 413)
    return new CollectFailure("heavy", "the server refuses the request as too large (HTTP 413)");
  if (status === 429)
    return new CollectFailure("stop", "the server asks for fewer requests, again and again (HTTP 429)");
  if (status >= 500) return new CollectFailure("heavy", `the server fails, again and again (HTTP ${status})`);
  return new CollectFailure("stop", `the server refuses the request (HTTP ${status})`);
}

/** Following it would hand the password to whoever stands there. */
function redirection(location: string | null, endpoint: URL): string {
  const to = location !== null && URL.canParse(location, endpoint.href) ? new URL(location, endpoint) : null;
  if (to === null) return "the server answers with a redirect to nowhere; redirects are not followed";
  if (to.host !== endpoint.host) {
    return `the server redirects to another host (${to.host}); the password is not sent there`;
  }
  return to.protocol === endpoint.protocol
    ? "the server redirects to another page, perhaps its login; give the address of iTop itself"
    : `the server redirects to ${to.protocol}//; give the address with ${to.protocol}//`;
}

/** A body that is no JSON. */
export function pageRefusal(text: string): CollectFailure {
  const head = text.slice(0, 20_000);
  if (!/<(?:!doctype|html|head|body|br|b|div|form)\b/i.test(head)) {
    return new CollectFailure("stop", "the answer is no JSON; is this the address of an iTop?");
  }
  if (/auth_pwd|type=["']?password/i.test(head)) {
    return new CollectFailure(
      "stop",
      "the answer is a login page, not JSON; a login in front of iTop must let this account through",
    );
  }
  if (/fatal error|memory size|execution time/i.test(head)) {
    return new CollectFailure("heavy", "the answer is an error page of PHP, not JSON");
  }
  return new CollectFailure("stop", "the answer is a web page, not JSON; is this the address of an iTop?");
}

const UNTRUSTED = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET|VERIFY)_|HOSTNAME_MISMATCH$)/;
const NO_TLS = /^(?:ERR_SSL_|EPROTO$)/;

/** No answer at all; `code` is Node's word for it. `passing` where another try may get one. */
export function networkRefusal(code: string, host: string): { failure: CollectFailure; passing: boolean } {
  const known = /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : "unknown reason";
  const says = (message: string, passing = false): { failure: CollectFailure; passing: boolean } => ({
    failure: new CollectFailure("stop", `${message} (${known})`),
    passing,
  });
  if (UNTRUSTED.test(known)) {
    return says(
      `the certificate of ${host} is not trusted; NODE_EXTRA_CA_CERTS names the file of your own authority`,
    );
  }
  if (NO_TLS.test(known)) return says(`${host} does not speak TLS as it should`);
  if (known === "ENOTFOUND") return says(`${host} is not found`);
  return says(`${host} does not answer`, true);
}
