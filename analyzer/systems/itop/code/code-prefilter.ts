/** Tells from the bare text whether code can do anything of interest, so that most of it is never parsed. */

/** Sends, reads by query, or writes to a mail: always worth a look. */
const ALWAYS =
  /\bcurl_(?:init|setopt)|\bSoapClient\b|DoPostRequest|\bGuzzleHttp\b|https?:\/\/|\bnew\s+\\?(?:\w+\\)*(?:E?Mail|PHPMailer)\b|\bmail\s*\(|FromOQL/i;

/** Keeps a value somewhere: of interest when the same text also takes a value from somewhere. */
const KEEPS =
  /->\s*(?:Set|SetTrim|SetIfNull)\s*\(|Log\s*::\s*\w|\berror_log\s*\(|\bfile_put_contents\s*\(|\bf(?:write|puts|putcsv)\s*\(/;
const TAKES =
  /->\s*Get[A-Za-z]*\s*\(|\bRead\w*Param\w*\s*\(|\$_(?:POST|GET|REQUEST)\b|php:\/\/input|\b(?:Raw)?EmailMessage\b/;

export function isOfInterest(text: string): boolean {
  return ALWAYS.test(text) || (KEEPS.test(text) && TAKES.test(text));
}

/** Folders of iTop's own code, of third-party code and of tests. */
const OWN_ROOTS =
  /^(?:addons|application|core|dictionaries|lib|pages|portal|setup|sources|synchro|webservices)\//;
const NOT_OURS = /(?:^|\/)(?:vendor|lib|node_modules|tests?|legacy)\//;
const ITOP_NAMESPACE =
  /^[ \t]*namespace\s+Combodo\\iTop\\(?:Application|Composer|Controller|Core|DesignDocument|DI|Dependencies|Form|Kernel|Renderer|Router|Service|SessionTracker|FormSDK|Setup)\b/m;
const ANY_NAMESPACE = /^[ \t]*(?:<\?php\s+)?namespace\s+\w/m;

/**
 * Whether a PHP file may belong to a module. `sources/` and `core/` at the top are iTop's own in an installation,
 * and may be an extension's where its folder alone is analysed: its code then has a name space of its own.
 */
export function mayBeModuleCode(name: string, text: string): boolean {
  if (NOT_OURS.test(name)) return false;
  if (!OWN_ROOTS.test(name)) return name.includes("/") || !/^(?:index|approot|bootstrap)/.test(name);
  return ANY_NAMESPACE.test(text) && !ITOP_NAMESPACE.test(text);
}
