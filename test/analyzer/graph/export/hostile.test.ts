import { parseXml, XmlElement, type XmlDocument } from "@rgrove/parse-xml";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../../analyzer/graph/build.ts";
import { toGraphml } from "../../../../analyzer/graph/export/graphml.ts";
import { toHtml } from "../../../../analyzer/graph/export/html.ts";
import { toJson } from "../../../../analyzer/graph/export/json.ts";
import { toMermaid } from "../../../../analyzer/graph/export/mermaid.ts";
import { toSvg } from "../../../../analyzer/graph/export/svg.ts";
import { collapse } from "../../../../analyzer/graph/levels.ts";
import { hospital, newTicket, verdicts } from "../hospital.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  `"onload="alert(1)`,
  "'; DROP TABLE person; --",
  "]]><b>",
  "</title></svg><img src=x onerror=alert(1)>",
  "`code` **bold**",
  `%%{init: {"securityLevel":"loose"}}%%`,
  `n0 --> n1\nclick n0 "javascript:alert(1)"`,
  `"] end subgraph x["`,
  "&lt;b&gt; &#60;",
  "|pipe| \\ {brace} (round)",
  "\u0000\u0007\u202eevil\u2066\ud800",
  "#60;script#62;",
];

const graph = buildGraph(
  hospital({
    notifications: HOSTILE.map((name) => ({ ...newTicket, name, path: `itop:notification/${name}` })),
  }),
  verdicts,
);
const view = collapse(graph, { level: "entities" });
const caption = { title: HOSTILE.join(" "), asOf: "2026-07-01" };

function elementNames(document: XmlDocument): Set<string> {
  const names = new Set<string>();
  const visit = (element: XmlElement): void => {
    names.add(element.name);
    for (const child of element.children) if (child instanceof XmlElement) visit(child);
  };
  if (document.root !== null) visit(document.root);
  return names;
}

describe("names from analysed files", () => {
  it("stay text in SVG", () => {
    const names = elementNames(parseXml(toSvg(view, caption)));
    for (const name of ["script", "img", "b", "a", "foreignObject", "image", "use"])
      expect(names.has(name)).toBe(false);
  });

  it("give no attribute that runs or loads anything in SVG", () => {
    const visit = (element: XmlElement): void => {
      expect(
        Object.keys(element.attributes).filter((name) => name.startsWith("on") || name.endsWith("href")),
      ).toEqual([]);
      for (const child of element.children) if (child instanceof XmlElement) visit(child);
    };
    const { root } = parseXml(toSvg(view, caption));
    expect(root).not.toBeNull();
    if (root !== null) visit(root);
  });

  it("stay text in GraphML, and come back as they were apart from what XML cannot hold", () => {
    const document = parseXml(toGraphml(graph));
    expect([...elementNames(document)].sort()).toEqual(["data", "edge", "graph", "graphml", "key", "node"]);
    expect(document.root?.text).toContain("</title></svg><img src=x onerror=alert(1)>");
  });

  it("stay text in the stand-alone page, which runs and loads nothing", () => {
    const page = toHtml(view, caption);
    expect(page).not.toMatch(/<(script|img|iframe|link|object|embed|form|a)\b/i);
    const withoutValues = page.replace(/"[^"]*"/g, '""');
    expect(withoutValues).not.toMatch(/<\w[^<>]*\s(on\w+|href|src|style)\s*=/i);
    expect(page).toContain("default-src 'none'");
  });

  it("cannot end a Mermaid label, start a directive or a link", () => {
    const lines = toMermaid(view).trimEnd().split("\n");
    expect(lines.join("\n")).not.toMatch(/%%|`|javascript:alert\(1\)"|<script/);
    const label = `"[^"\`<>%|{}\\[\\]]*"`;
    const shapes = [
      `\\(\\[${label}\\]\\)`,
      `\\{\\{${label}\\}\\}`,
      `\\[\\(${label}\\)\\]`,
      `\\[\\[${label}\\]\\]`,
      `\\[${label}\\]`,
    ];
    const allowed = new RegExp(
      `^(flowchart LR|\\s+direction LR|\\s+end|\\s+subgraph s\\w+\\[${label}\\]|\\s+n\\d+(${shapes.join("|")})|\\s+n\\d+ (-\\.->|-->|==>)\\|${label}\\| n\\d+|\\s+linkStyle [\\d,]+ stroke:#c62828)$`,
    );
    expect(lines.filter((line) => !allowed.test(line))).toEqual([]);
  });

  it("hold no character that breaks a line or turns the reading direction", () => {
    expect(view.nodes.filter(({ label }) => /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/u.test(label))).toEqual(
      [],
    );
  });

  it("are kept whole in JSON", () => {
    const data = JSON.parse(toJson(graph, { name: "art30", version: "0" })) as { nodes: { key: string }[] };
    expect(data.nodes.map(({ key }) => key)).toContain("itop:notification/]]><b>");
  });
});
