import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Generous: a loaded machine draws with a software renderer.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
