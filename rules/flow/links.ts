/** Links a system's configuration opens to other machines: mail server, directory, database, browsers. */
import type { Setting, System } from "../kit/facts.ts";

export interface Link {
  /** What it joins, as it reads after "Between the system and". */
  readonly to: string;
  /** What travels on it. */
  readonly carries: string;
  readonly weakness: "none" | "unverified";
  /** Protocol in use, and the one that protects. */
  readonly scheme: string;
  readonly secure: string;
  /** Setting that decides; it may stand at its default. */
  readonly setting: Setting;
}

/** Within one machine nobody listens. */
const LOCAL = /^(?:p:)?(?:localhost|127(?:\.\d+){3}|\[?::1\]?|\/.*)?(?::\d+)?$/i;

const LDAP_SERVER = /^authent-ldap\/(?:servers\/[^/]+\/)?/;
const LDAPS_PORT = 636;

const COLLECTOR_URL = /^data-collector\/(?:.+\/)?itop_url$/;
/** Absent, cURL checks both. */
const CERTIFICATE_CHECKS = ["CURLOPT_SSL_VERIFYPEER", "CURLOPT_SSL_VERIFYHOST"];

/** Weak links, in the order of the settings that decide. Systems with other settings give none. */
export function weakLinks({ settings }: System): readonly Link[] {
  const byName = new Map(settings.map((setting) => [setting.name, setting]));
  const find = (name: string): Setting | undefined => byName.get(name);
  return [
    ...mailLink(find),
    ...databaseLink(find),
    ...browserLink(find("app_root_url")),
    ...settings
      .filter(({ name }) => LDAP_SERVER.test(name) && name.endsWith("/host"))
      .flatMap((host) => directoryLink(host, find)),
    ...settings.filter(({ name }) => COLLECTOR_URL.test(name)).flatMap((url) => collectorLink(url, find)),
  ].sort((a, b) => (a.setting.path < b.setting.path ? -1 : 1));
}

type Find = (name: string) => Setting | undefined;

function mailLink(find: Find): readonly Link[] {
  const encryption = find("email_transport_smtp.encryption");
  if (find("email_transport")?.value !== "SMTP" || isLocal(find("email_transport_smtp.host"))) return [];
  const link = { to: "the mail server", carries: "every message and its recipients", secure: "TLS" };
  if (encryption !== undefined && (encryption.value === "" || encryption.value === "none")) {
    return [{ ...link, weakness: "none", scheme: "SMTP", setting: encryption }];
  }
  const lax = [find("email_transport_smtp.verify_peer"), find("email_transport_smtp.allow_self_signed")].find(
    (setting) => setting?.value === setting?.name.endsWith("allow_self_signed") && setting !== undefined,
  );
  return lax === undefined ? [] : [{ ...link, weakness: "unverified", scheme: "TLS", setting: lax }];
}

function databaseLink(find: Find): readonly Link[] {
  const tls = find("db_tls.enabled");
  const host = find("db_host");
  if (tls?.value !== false || host === undefined || isLocal(host)) return [];
  return [
    {
      to: "the database",
      carries: "every record",
      weakness: "none",
      scheme: "the MySQL protocol",
      secure: "TLS",
      setting: tls,
    },
  ];
}

function browserLink(root: Setting | undefined): readonly Link[] {
  const host = typeof root?.value === "string" ? /^http:\/\/([^/?#]*)/i.exec(root.value)?.[1] : undefined;
  if (root === undefined || host === undefined || LOCAL.test(host)) return [];
  const carries = "every page and every sign-in";
  return [{ to: "browsers", carries, weakness: "none", scheme: "HTTP", secure: "HTTPS", setting: root }];
}

function directoryLink(host: Setting, find: Find): readonly Link[] {
  const server = host.name.slice(0, -"host".length);
  const startTls = find(`${server}start_tls`);
  if (isLocal(host) || /^ldaps:/i.test(String(host.value)) || startTls?.value === true) return [];
  const port = find(`${server}port`);
  if (Number(port?.value) === LDAPS_PORT) return [];
  return [
    {
      to: "the directory",
      carries: "the passwords of everyone who signs in",
      weakness: "none",
      scheme: "LDAP",
      secure: "LDAPS or StartTLS",
      setting: startTls?.location != null ? startTls : host,
    },
  ];
}

/** Whoever answers in iTop's place gets the rows, and the password the collector logs in with. */
function collectorLink(url: Setting, find: Find): readonly Link[] {
  const host = /^https:\/\/(.*)$/i.exec(String(url.value))?.[1];
  if (host === undefined || LOCAL.test(host)) return [];
  const prefix = url.name.slice(0, -"itop_url".length);
  const check = CERTIFICATE_CHECKS.map((name) => find(`${prefix}curl_options/${name}`)).find(
    (setting) => setting !== undefined && /^(?:0|false|)$/i.test(String(setting.value)),
  );
  const carries = "every imported record and the password of the collector";
  const link = { to: "iTop from a data collector", carries, scheme: "HTTPS", secure: "HTTPS" };
  return check === undefined ? [] : [{ ...link, weakness: "unverified", setting: check }];
}

/** A value nobody can read is not local; an absent one is, as products then use their own machine. */
function isLocal(host: Setting | undefined): boolean {
  if (host === undefined) return true;
  const name = typeof host.value === "string" ? host.value.replace(/^ldaps?:\/\/|\/$/gi, "") : host.value;
  return name === null ? host.location === null : LOCAL.test(String(name));
}
