import { test } from "vitest";
test("x", async () => { const m = await import("/tmp/yt/run.ts" as string); await m.go(); });
