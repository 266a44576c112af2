/**
 * Two agents of one work directory would kill each other's containers, so the second is refused. The lock names its
 * holder by pid and start time, and ends with it, however it ends.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAlive, readProcess } from "../runtime/processes.ts";

/** Work directories this process holds: the pid alone cannot tell two agents in it apart. */
const held = new Set<string>();

/** Gives the way to unlock; undefined when another agent holds it. */
export function lockWorkDir(workDir: string): (() => void) | undefined {
  const path = join(workDir, "meta", "lock");
  if (held.has(path)) return undefined;
  mkdirSync(dirname(path), { recursive: true });
  const me = `${process.pid} ${readProcess(process.pid)?.startTicks ?? 0}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, me, { flag: "wx" });
      held.add(path);
      return () => {
        held.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const [pid, startTicks] = readFileSync(path, "utf8").split(" ").map(Number);
      if (pid !== process.pid && isAlive(pid ?? 0, startTicks ?? 0)) return undefined;
      rmSync(path, { force: true });
    }
  }
  return undefined;
}
