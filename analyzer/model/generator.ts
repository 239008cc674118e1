/** Name and version every JSON output begins with; a test holds it to package.json. */
export const GENERATOR = { name: "art30", version: "0.1.0" } as const;
