/** Who we are: our own version, and the version of Mesos whose protocol we speak and which peers are told. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BuildInfo } from "../master/options.ts";

/** What agents, frameworks and tools see: they decide by it what they may say. */
export const MESOS_VERSION = "1.12.0";

/** Of the package this file was installed with: the first package.json above it. */
export function allotVersion(): string {
  for (let directory = new URL(".", import.meta.url); ; directory = new URL("..", directory)) {
    const file = new URL("package.json", directory);
    if (existsSync(file)) return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
    if (directory.pathname === "/") return "unknown";
  }
}

/** For `/version`: the built file's time stands for the time of the build. */
export function buildInfo(): BuildInfo {
  const buildTimeSeconds = Math.floor(statSync(fileURLToPath(import.meta.url)).mtimeMs / 1000);
  const buildDate = `${new Date(buildTimeSeconds * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
  return { version: MESOS_VERSION, buildDate, buildTimeSeconds, buildUser: "allot" };
}
