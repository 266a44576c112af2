/** A disk of four megabytes that fills up: the master goes on, one line says so, and the record is good up to there. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAllocator } from "../../../../src/allocator/hierarchical.ts";
import type { HttpRequest, MasterEvent, StreamId } from "../../../../src/master/event.ts";
import type { FlightCore } from "../../../../src/master/flight/flight.ts";
import { createMaster, step } from "../../../../src/master/master.ts";
import { Outbox } from "../../../../src/master/outbox.ts";
import { afterBatch } from "../../../../src/master/schedule.ts";
import { openFlightRecord } from "../../../../src/shell/flight/record.ts";
import { findRuns } from "../../../../src/shell/flight/runs.ts";
import { canMount } from "../../../support/can-mount.ts";
import { replayed } from "../../../support/flight.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { kernelModule } from "../../../support/kernel-module.ts";
import { masterOptions } from "../../../support/master-options.ts";

const START_MS = 1_795_147_200_000;
const mounts = canMount();
const disk = mkdtempSync(join(tmpdir(), "allot-full-disk-"));
const others = join(disk, "others");

beforeAll(() => {
  if (mounts) execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "none", disk]);
});
afterAll(() => {
  if (mounts) execFileSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true });
});

/** A master with a record on that disk; it answers requests, two kilobytes each, in batches of ten. */
function recorded(retryMs: number) {
  const log = keptLog();
  const options = masterOptions({ startedAtMs: START_MS });
  const master = createMaster(options, createAllocator(options.allocator, kernelModule));
  const core: FlightCore = {
    master,
    step: (event, nowMs, out) => step(master, event, nowMs, out),
    afterBatch: (nowMs, out) => afterBatch(master, nowMs, out),
  };
  const clock = { nowMs: () => START_MS, arm: () => () => {} };
  const opened = openFlightRecord(core, { options, acls: undefined, hasCredentials: false }, { directory: join(disk, "flight"), mostBytes: undefined, clock, log, retryMs });
  if (!opened.ok) throw new Error(opened.error);
  const { recorder } = opened.value;
  let [batches, answers] = [0, 0];
  const take = (...events: MasterEvent[]): void => {
    const out = new Outbox();
    const nowMs = START_MS + ++batches;
    for (const event of events) recorder.step(event, nowMs, out);
    recorder.afterBatch(nowMs, out);
    answers += out.effects.filter(({ kind }) => kind === "reply").length;
  };
  take({ type: "elected", registry: new Map() });
  return {
    log, recorder, record: opened.value,
    answers: () => answers,
    /** Until the log has a line with this text; how many requests that took. */
    async until(text: string): Promise<number> {
      const before = recorder.events;
      for (let tries = 0; tries < 5_000 && !log.lines.some((line) => line.text.includes(text)); tries++) {
        take(...Array.from({ length: 10 }, () => request()));
        await sleep(1);
      }
      expect(log.lines.map((line) => line.text)).toContainEqual(expect.stringContaining(text));
      return recorder.events - before;
    },
    async goesOn(batchesMore: number): Promise<void> {
      for (let i = 0; i < batchesMore; i++) {
        take(...Array.from({ length: 10 }, () => request()));
        if (i % 10 === 0) await sleep(1);
      }
    },
  };
}

let requests = 0;
function request(): MasterEvent {
  const id = ++requests as HttpRequest["id"];
  return { type: "request", request: { id, method: "GET", path: "/master/health", query: {}, headers: {}, body: new Uint8Array(2_000), streamId: `s${id}` as StreamId } };
}

const free = (): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

describe.runIf(mounts)("a full disk", () => {
  it("stops the record, not the master; what is there can be replayed, and the record goes on when there is room", async () => {
    writeFileSync(others, new Uint8Array(3_000_000));
    const run = recorded(100);
    await run.until("The flight record stops: its disk refuses");
    expect(free()).toBeLessThan(300_000);
    const [before, answered] = [run.recorder.events, run.answers()];
    await run.goesOn(300);
    // Many times it was tried again, and said no more.
    await sleep(800);
    await run.goesOn(10);
    expect([run.recorder.events - before, run.answers() - answered]).toEqual([3_100, 3_100]);
    expect(run.log.lines.filter(({ level }) => level !== "info").map(({ text }) => text)).toEqual([
      "The flight record stops: its disk refuses; it is tried again from time to time",
    ]);
    const told = replayOfDisk();
    expect(told).toMatchObject({ divergence: undefined, firstEvent: 1, lost: 0, ended: undefined });
    expect(told.lastEvent).toBeGreaterThan(100);
    expect(told.lastEvent).toBeLessThan(before);

    truncateSync(others, 0);
    await run.until("The flight record goes on");
    await run.goesOn(20);
    await run.record.close("enough");
    const whole = replayOfDisk();
    expect(whole).toMatchObject({ divergence: undefined, firstEvent: 1, lastEvent: run.recorder.events, ended: "enough" });
    expect(whole.lost).toBeGreaterThan(3_000);
  }, 30_000);
});

function replayOfDisk(): ReturnType<typeof replayed> {
  const runs = findRuns(join(disk, "flight"));
  if (!runs.ok) throw new Error(runs.error);
  return replayed(runs.value[0]!.files);
}
