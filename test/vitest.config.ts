import { defineConfig } from "vitest/config";

/** Tests of real processes and sockets: the machine they share may be slow once, so each may be tried once more. */
const ofProcesses = ["test/e2e/**/*.test.ts", "test/conformance/**/*.test.ts"];
const common = { testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    root: ".",
    projects: [
      { test: { ...common, name: "pure", include: ["test/**/*.test.ts"], exclude: ofProcesses } },
      { test: { ...common, name: "processes", include: ofProcesses, retry: 1 } },
    ],
  },
});
