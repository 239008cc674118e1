/** Tells from the bare text whether code can do anything of interest, so that most of it is never parsed. */

/** Speaks to other systems or sends mail: always worth a look. */
const SENDS =
  /\bcurl_(?:init|setopt)|\bSoapClient\b|DoPostRequest|\bGuzzleHttp\b|\bnew\s+\\?(?:\w+\\)*(?:E?Mail|Email|PHPMailer|Swift_Message|Client)\b|\bEmailFactory\b|\bmail\s*\(/;
/** Opens what may be a file or an address. */
const OPENS = /\b(?:file_get_contents|file_put_contents|fopen)\s*\(/;

/** Keeps a value somewhere: of interest when the same text also takes a value from somewhere. */
const KEEPS =
  /->\s*(?:Set|SetTrim|SetIfNull)\s*\(|Log\s*::\s*\w|\berror_log\s*\(|\bfile_put_contents\s*\(|\bf(?:write|puts|putcsv)\s*\(/;
const TAKES =
  /->\s*Get[A-Za-z]*\s*\(|\bRead\w{0,40}Param\w{0,40}\s*\(|\$_(?:POST|GET|REQUEST)\b|php:\/\/input|\b(?:Raw)?EmailMessage\b/;

/** `vendor`: iTop's own modules read their classes by query all the time, which moves nothing. */
export function isOfInterest(text: string, vendor = false): boolean {
  if (KEEPS.test(text) && TAKES.test(text)) return true;
  if (SENDS.test(text) || (!vendor && text.includes("FromOQL"))) return true;
  return OPENS.test(text) && /https?:\/\//.test(text);
}

/** Where iTop's own modules lie in its source tree. */
export function isStandardFolder(name: string): boolean {
  return /(?:^|\/)datamodels\/[^/]+\//.test(name);
}

/** Folders of iTop's own code, of third-party code and of tests. */
const OWN_ROOTS = /^(?:addons|application|core|dictionaries|lib|pages|setup|synchro|webservices)\//;
const NOT_OURS = /(?:^|\/)(?:vendor|lib|node_modules|tests?|legacy)\//;
const ITOP_NAMESPACE =
  /^[ \t]*namespace\s+Combodo\\iTop\\(?:Application|Composer|Controller|Core|DesignDocument|DI|Dependencies|Form|Kernel|Renderer|Router|Service|SessionTracker|FormSDK|Setup)\b/m;
const ANY_NAMESPACE = /^[ \t]*(?:<\?php\s+)?namespace\s+\w/m;

/**
 * Whether a PHP file may belong to a module. `sources/` at the top is iTop's own in an installation, and may be an
 * extension's where its folder alone is analysed: its code then has a name space of its own.
 */
export function mayBeModuleCode(name: string, text: string): boolean {
  if (OWN_ROOTS.test(name) || NOT_OURS.test(name)) return false;
  return !name.startsWith("sources/") || (ANY_NAMESPACE.test(text) && !ITOP_NAMESPACE.test(text));
}
