/** A page of one heading and one sentence, for when there is nothing better to show. */

/** Both texts are our own; nothing that was sent or read goes in. */
export function plainPage(heading: string, sentence: string): string {
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>art30: ${heading}</title></head>`,
    `<body><main><h1>${heading}</h1><p>${sentence}</p></main></body></html>`,
    "",
  ].join("\n");
}
