import { it } from "vitest";
import { readFileSync } from "node:fs";
import { parseRulePage } from "../../rules/kit/rule-page.ts";
import { itopAdapter } from "../../analyzer/systems/itop/adapter.ts";
import { discover } from "../../analyzer/workspace/discover.ts";
import { memoryReader } from "../../analyzer/workspace/reader.ts";
import { PACKAGE_RESOURCES } from "../../analyzer/workspace/resources.ts";
import { classifyEstate } from "../../analyzer/classify/classify-estate.ts";
it("probes", async () => {
  for (const [id, want] of [["storage/secret-in-clear", /MailConn|console/], ["storage/special-category-in-clear", /health_|criminal/], ["model/unresolved-reference", /sponsor|ward/]] as const) {
    const page = parseRulePage(readFileSync(`rules/${id}.md`, "utf8"));
    for (const e of page.firesOn) {
      const problems: any[] = [];
      const found = discover(memoryReader(e.files), {}, [itopAdapter], { problem: (p: any) => problems.push(p), suppressible: () => {} } as any);
      for (const s of found.systems) {
        const frags: any[] = [];
        for (const c of s.files) { const r = await itopAdapter.read(c.file, c.kind, PACKAGE_RESOURCES); frags.push(...r.fragments); problems.push(...r.problems); }
        const a = await itopAdapter.assemble(frags, s.options, PACKAGE_RESOURCES);
        problems.push(...a.problems);
        const v = classifyEstate([a.system]);
        const hits = a.system.entities.flatMap((x) => x.fields.filter((f) => f.declaredIn === x.name && want.test(f.path))).map((f) => ({ p: f.path, k: f.kind, t: f.declaredType, target: f.target, loc: f.location?.line, prot: f.protection, h: f.history, implicit: f.implicit, o: f.origin, v: JSON.stringify(v.get(f.path)).slice(0, 700) }));
        console.log(e.title, a.system.entities.length, a.system.inputs, hits.slice(0,4), problems.filter((p) => p.kind !== "catalogue" && p.kind !== "module-dropped").slice(0, 6).map((p) => p.kind + ": " + p.message));
      }
    }
  }
});
