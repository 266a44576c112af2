import { defineConfig } from "vitest/config";

/** `npm run test:ha`: real ZooKeeper, real processes, real faults. */
export default defineConfig({
  test: { root: ".", include: ["test/ha/**/*.ha.ts"], testTimeout: 900_000, hookTimeout: 120_000, fileParallelism: false, reporters: ["verbose"] },
});
