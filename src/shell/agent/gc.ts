/**
 * Removes sandboxes and checkpoints of what has ended (AGF-54): after gc_delay, or sooner when the disk fills. A run
 * takes the directories above it along when it was the last below them.
 */
import { existsSync, readdirSync, rmSync, rmdirSync, statSync, statfsSync, unlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Clock, Log } from "../../ports.ts";

export interface GcOptions {
  readonly workDir: string;
  readonly delayMs: number;
  /** Fraction of the disk to keep free. */
  readonly headroom: number;
  readonly watchIntervalMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Gc {
  /** A run's sandbox is not needed any more. */
  add(directory: string): void;
  /** Adds every run and every agent that is not of these containers, by the age of its directory. */
  addAllExcept(agentId: string | undefined, live: ReadonlySet<string>): void;
  counts(): { readonly pending: number; readonly succeeded: number; readonly failed: number };
  diskUsage(): number;
  close(): void;
}

export function createGc({ workDir, delayMs, headroom, watchIntervalMs, clock, log }: GcOptions): Gc {
  /** Since when each directory waits. */
  const waiting = new Map<string, number>();
  let succeeded = 0;
  let failed = 0;
  let disarm = (): void => {};

  const diskUsage = (): number => {
    const { blocks, bfree } = statfsSync(workDir);
    return blocks === 0 ? 0 : (blocks - bfree) / blocks;
  };

  const collect = async (): Promise<void> => {
    const ageMs = delayMs * Math.max(0, 1 - headroom - diskUsage());
    const due = [...waiting].filter(([, sinceMs]) => clock.nowMs() - sinceMs >= ageMs);
    for (const [directory] of due) {
      waiting.delete(directory);
      try {
        for (const each of [directory, metaOf(workDir, directory)]) {
          await rm(each, { recursive: true, force: true });
          removeEmptyParents(workDir, each);
        }
        succeeded++;
      } catch (error) {
        failed++;
        log.warn({ directory, error: (error as Error).message }, "Cannot remove an old sandbox");
      }
    }
  };

  const watch = (): void => {
    disarm = clock.arm(clock.nowMs() + watchIntervalMs, () => {
      void collect().catch((error: Error) => log.warn({ error: error.message }, "Cannot collect old sandboxes"));
      watch();
    });
  };
  watch();

  return {
    add: (directory) => void waiting.set(directory, clock.nowMs()),
    addAllExcept: (agentId, live) => {
      for (const agent of directoriesIn(join(workDir, "slaves"))) {
        const agentDirectory = join(workDir, "slaves", agent);
        if (agent !== agentId) {
          waiting.set(agentDirectory, changedAtMs(agentDirectory));
          continue;
        }
        for (const run of runsOf(agentDirectory)) {
          if (!live.has(run.slice(run.lastIndexOf("/") + 1))) waiting.set(run, changedAtMs(run));
        }
      }
    },
    counts: () => ({ pending: waiting.size, succeeded, failed }),
    diskUsage,
    close: () => disarm(),
  };
}

/** The checkpoints that belong to a sandbox. */
function metaOf(workDir: string, directory: string): string {
  return join(workDir, "meta", relative(workDir, directory));
}

/**
 * `runs`, the executor, the framework: each goes if no directory is left in it. Done in one turn, so nothing can come
 * between.
 */
function removeEmptyParents(workDir: string, directory: string): void {
  for (let parent = dirname(directory); parent.length > workDir.length; parent = dirname(parent)) {
    const name = parent.slice(parent.lastIndexOf("/") + 1);
    if (name === "slaves" || dirname(parent).endsWith("/slaves")) return;
    if (name === "runs" && isDangling(join(parent, "latest"))) unlinkSync(join(parent, "latest"));
    if (!existsSync(parent)) continue;
    const left = readdirSync(parent, { withFileTypes: true });
    if (left.some((entry) => entry.isDirectory() || entry.isSymbolicLink())) return;
    if (left.length === 0) rmdirSync(parent);
    else rmSync(parent, { recursive: true, force: true });
  }
}

function isDangling(link: string): boolean {
  try {
    readdirSync(link);
    return false;
  } catch {
    return existsLink(link);
  }
}

function existsLink(link: string): boolean {
  return readdirSync(dirname(link)).includes(link.slice(link.lastIndexOf("/") + 1));
}

function runsOf(agentDirectory: string): string[] {
  const frameworks = join(agentDirectory, "frameworks");
  return directoriesIn(frameworks).flatMap((framework) => {
    const executors = join(frameworks, framework, "executors");
    return directoriesIn(executors).flatMap((executor) => {
      const runs = join(executors, executor, "runs");
      return directoriesIn(runs).map((run) => join(runs, run));
    });
  });
}

function directoriesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function changedAtMs(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
