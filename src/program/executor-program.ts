/** How an agent starts our executor: this Node, and the built program beside the package's own. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Program } from "../agent/options.ts";

/** Undefined when the package is not built. */
export function executorProgram(): Program | undefined {
  let directory = new URL(".", import.meta.url);
  for (; directory.pathname !== "/"; directory = new URL("..", directory)) {
    for (const place of ["main.js", "dist/main.js"]) {
      const script = fileURLToPath(new URL(place, directory));
      if (existsSync(script)) return { path: process.execPath, argv: ["allot-executor", script, "executor"] };
    }
  }
  return undefined;
}
