import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Clock } from "../../../../src/ports.ts";
import { createGc } from "../../../../src/shell/agent/gc.ts";
import type { Gc } from "../../../../src/shell/agent/gc.ts";
import { keptLog } from "../../../support/kept-log.ts";

const MINUTE_MS = 60_000;

let workDir: string;
let nowMs: number;
let due: (() => void) | undefined;
let gc: Gc;

const clock = {
  nowMs: () => nowMs,
  arm: (_atMs: number, fire: () => void) => {
    due = fire;
    return () => (due = undefined);
  },
} as unknown as Clock;

beforeEach(() => {
  workDir = mkdtempSync(join(tmpdir(), "allot-gc-"));
  nowMs = Date.now();
  // However full the disk of the test machine is, it asks for no more than the delay.
  gc = createGc({ workDir, delayMs: 60 * MINUTE_MS, headroom: 0, watchIntervalMs: MINUTE_MS, clock, log: keptLog() });
});

afterEach(() => {
  gc.close();
  rmSync(workDir, { recursive: true, force: true });
});

const RUN = "slaves/S0/frameworks/F/executors/e/runs/c1";

/** A run with its checkpoints. */
function makeRun(run = RUN): string {
  for (const path of [join(workDir, run), join(workDir, "meta", run, "pids")]) mkdirSync(path, { recursive: true });
  writeFileSync(join(workDir, run, "stdout"), "");
  symlinkSync(run.split("/").at(-1)!, join(workDir, dirname(run), "latest"));
  writeFileSync(join(workDir, "meta", dirname(dirname(run)), "executor.info"), "");
  return join(workDir, run);
}

async function pass(ms: number): Promise<void> {
  nowMs += ms;
  due!();
  const all = (): number => gc.counts().succeeded + gc.counts().failed + gc.counts().pending;
  await expect.poll(all, { interval: 1 }).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("the sandbox of something that has ended", () => {
  it("stays for a while, then goes with its checkpoints and all that is empty without it", async () => {
    const directory = makeRun();
    gc.add(directory);
    await pass(1);
    expect(existsSync(directory)).toBe(true);
    expect(gc.counts()).toEqual({ pending: 1, succeeded: 0, failed: 0 });
    await pass(60 * MINUTE_MS);
    expect(gc.counts()).toEqual({ pending: 0, succeeded: 1, failed: 0 });
    expect(existsSync(join(workDir, "slaves/S0/frameworks/F"))).toBe(false);
    expect(existsSync(join(workDir, "meta/slaves/S0/frameworks/F"))).toBe(false);
    expect(existsSync(join(workDir, "meta/slaves/S0"))).toBe(true);
  });

  it("does not take its neighbours along", async () => {
    const directory = makeRun();
    const other = join(workDir, RUN.replace("c1", "c2"));
    mkdirSync(other);
    gc.add(directory);
    await pass(61 * MINUTE_MS);
    expect(existsSync(directory)).toBe(false);
    expect(existsSync(other)).toBe(true);
    expect(existsSync(join(workDir, "meta", RUN.replace("/runs/c1", ""), "executor.info"))).toBe(false);
  });

  it("a link in it leads nowhere: what it points to stays", async () => {
    const directory = makeRun();
    const volume = join(workDir, "volumes/roles/eng/v1");
    mkdirSync(volume, { recursive: true });
    writeFileSync(join(volume, "kept"), "");
    symlinkSync(volume, join(directory, "data"));
    gc.add(directory);
    await pass(61 * MINUTE_MS);
    expect(existsSync(directory)).toBe(false);
    expect(existsSync(join(volume, "kept"))).toBe(true);
  });
});

it("what earlier runs left goes by its own age, except what is still in use", async () => {
  const [old, live] = [makeRun(), join(workDir, RUN.replace("c1", "live"))];
  mkdirSync(live);
  const other = join(workDir, "slaves/S-before");
  mkdirSync(other);
  const hourAgo = (nowMs - 61 * MINUTE_MS) / 1000;
  for (const path of [old, live, other]) utimesSync(path, hourAgo, hourAgo);
  gc.addAllExcept("S0", new Set(["live"]));
  await pass(0);
  expect([old, other, live].map((path) => existsSync(path))).toEqual([false, false, true]);
});
