import { it, expect, describe } from "vitest";
import { readFileSync } from "node:fs";
import { CATALOGUE } from "../../rules/catalogue.ts";
import { parseRulePage } from "../../rules/kit/rule-page.ts";
import { runExample } from "../../rules/kit/rule-tester.ts";
import { itopAdapter } from "../../analyzer/systems/itop/adapter.ts";
import { discover } from "../../analyzer/workspace/discover.ts";
import { memoryReader } from "../../analyzer/workspace/reader.ts";
import { PACKAGE_RESOURCES } from "../../analyzer/workspace/resources.ts";
import { classifyEstate } from "../../analyzer/classify/classify-estate.ts";
import { MultiDirectedGraph } from "graphology";
async function analyseFiles(files: any): Promise<any> {
  const problems: any[] = [];
  const resources = PACKAGE_RESOURCES;
  const found = discover(memoryReader(files), {}, [itopAdapter], { problem: (p: any) => problems.push(p), suppressible: () => {} } as any);
  const systems: any[] = [];
  for (const s of found.systems) {
    const frags: any[] = []; const kinds = new Set<any>();
    for (const c of s.files) { const r = await itopAdapter.read(c.file, c.kind, resources); frags.push(...r.fragments); problems.push(...r.problems); for (const f of r.fragments) { const k = itopAdapter.inputKind(f.kind); if (k) kinds.add(k); } }
    const a = await itopAdapter.assemble(frags, s.options, resources);
    problems.push(...a.problems);
    systems.push({ ...a.system, inputs: [...new Set([...a.system.inputs, ...kinds])].sort() });
  }
  const v = classifyEstate(systems);
  return { estate: { name: "", asOf: "2026-01-01", internalDomains: [], systems, inputs: [], problems }, verdicts: v, graph: new MultiDirectedGraph(), register: { declared: false } };
}
describe.each(CATALOGUE.map((rule) => [rule.meta.id, rule] as const))("%s", (id, rule) => {
  const { firesOn, silentOn } = parseRulePage(readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), "utf8"));
  it.each([...firesOn, ...silentOn].map((e) => [e.title, e] as const))("%s", async (_, example) => {
    const t = performance.now();
    const { actual, expected } = await runExample(rule, example, CATALOGUE, async (files) => { const s = await analyseFiles(files); if (process.env.SHOW) console.log(JSON.stringify(s.estate.problems.slice(0,3)), s.estate.systems.map((x:any)=>[x.id,x.inputs,x.entities.length])); return s; });
    console.log(id, Math.round(performance.now()-t));
    expect(actual).toEqual(expected);
  });
});
