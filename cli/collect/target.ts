/** Where the REST service of an iTop is, from the address a person gives. */
import { UsageError } from "../options.ts";

export interface Target {
  readonly endpoint: URL;
  /** The address of iTop itself, for messages. */
  readonly shown: string;
  /** The password travels unencrypted over a network. */
  readonly clear: boolean;
}

const EXAMPLE = "https://itop.example.org/";
const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/;
/** Pages people copy from the browser. */
const PAGE = /(?:webservices\/rest\.php|pages\/\w+\.php|index\.php)$/;

/** Messages never repeat the address: a password may have been put into it. */
export function targetOf(address: string, allowHttp: boolean): Target {
  const url = parsed(address);
  if (url.username !== "" || url.password !== "") {
    throw new UsageError(
      "the address holds a user name or a password, which command lines and logs show to others; " +
        "give --user, and the password in ART30_ITOP_PASSWORD or when asked",
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw new UsageError(`give the address of iTop alone, without ? and #, as in ${EXAMPLE}`);
  }
  const far = !LOOPBACK.test(url.hostname);
  if (url.protocol === "http:" && far && !allowHttp) {
    throw new UsageError(
      "over http:// the password would travel in clear; use https://, or --allow-http where the network is trusted",
    );
  }
  const folder = url.pathname.replace(PAGE, "").replace(/\/*$/, "/");
  const shown = new URL(folder, url.origin);
  return {
    endpoint: new URL("webservices/rest.php", shown),
    shown: shown.href,
    clear: url.protocol === "http:" && far,
  };
}

function parsed(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && (url.protocol === "https:" || url.protocol === "http:")) return url;
  throw new UsageError(`the address of iTop must be a URL such as ${EXAMPLE}`);
}
