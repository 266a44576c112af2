/**
 * A thousand operators subscribe and never read, while a thousand events a second go through the master for ten minutes: the
 * real core, the real loop, the real hands and streams, simulated time. What waits for those who do not read stays within its
 * bounds, and everybody else is served as if they were not there.
 */
import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import type { HttpRequest, MasterEvent, StreamId } from "../../src/master/event.ts";
import { Loop } from "../../src/master/loop.ts";
import { createMaster, step } from "../../src/master/master.ts";
import { Outbox } from "../../src/master/outbox.ts";
import { afterBatch } from "../../src/master/schedule.ts";
import { MAX_STALLED_QUEUE_BYTES, MAX_STALLED_QUEUE_RECORDS } from "../../src/model/limits.ts";
import { createHands } from "../../src/shell/carry-out.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { Streams } from "../../src/shell/http/streams.ts";
import { upid } from "../support/driven-master.ts";
import { AGENT, frameworkInfo, reportedTask, reregistration, uuid } from "../support/cast.ts";
import { realAllocator, runInPlace } from "../support/kernel.ts";
import { masterOptions } from "../support/master-options.ts";

const SUBSCRIBERS = 1_000;
const SECONDS = 600;
const EVENTS_PER_SECOND = 1_000;
/** They subscribe at the beginning, and once more when half of the time is over. */
const AGAIN_MS = (SECONDS * 1_000) / 2;
const TASKS = 20;
/** Nobody may be kept waiting for so long, not even when all are cut at once: time of the processor, not of a busy machine. */
const PATIENCE_MS = 1_000;
/** In each event that tells of a task, whoever it is for. */
const UPDATE = "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED";
const START_MS = 1_795_147_200_000;

/** Whoever reads counts what it is told of tasks; who does not lets it wait. */
class Reader extends EventEmitter {
  readonly reads: boolean;
  updates = 0;
  writableLength = 0;
  writableNeedDrain = false;

  constructor(reads: boolean) {
    super();
    this.reads = reads;
  }

  write(bytes: Uint8Array): boolean {
    if (this.reads) {
      if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(UPDATE)) this.updates++;
      return true;
    }
    this.writableLength += bytes.length;
    this.writableNeedDrain = this.writableLength >= 16_384;
    return !this.writableNeedDrain;
  }

  setTimeout(): void {}

  end(): void {}

  destroy(): void {
    this.emit("close");
  }
}

/** A master in this process: what it says on streams goes to readers, answers are counted. */
function served() {
  const options = masterOptions({ maxOperatorSubscribers: SUBSCRIBERS + 1, agentPingTimeoutMs: 1e9 });
  const master = createMaster(options, realAllocator(options.allocator));
  const loop = new Loop();
  const clock = { nowMs: START_MS };
  const readers = new Map<number, Reader>();
  const counts = { answers: 0, cut: 0 };
  let requests = 0;
  const offer = (event: MasterEvent): void => void loop.offer(event);
  const streams = new Streams((stream) => {
    counts.cut++;
    hands.onStreamClosed(stream as StreamId);
  }, () => clock.nowMs);
  const door = {
    transport: { send() {}, link() {}, relink() {}, unlink() {} },
    reply: () => counts.answers++,
    open: (request: number, stream: string) => streams.add(stream, readers.get(request) as unknown as ServerResponse),
    write: (stream: string, bytes: Uint8Array) => streams.write(stream, bytes),
    writeLong: (stream: string, content: Parameters<Streams["writeLong"]>[1]) => streams.writeLong(stream, content),
    end: (stream: string) => streams.end(stream),
  } as unknown as FrontDoor;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const hands = createHands({
    door, log, offer,
    clock: { nowMs: () => clock.nowMs, arm: () => () => {}, alarm: () => ({ isSet: false, set() {}, clear() {} }) },
    kernel: { run: async (job) => runInPlace(job), close: async () => {} },
    onFailed: (error) => {
      throw error;
    },
  });
  const run = (): void => {
    while (loop.wantsTurn) {
      const out = new Outbox();
      for (const event of loop.takeEvents()) step(master, event, clock.nowMs, out);
      afterBatch(master, clock.nowMs, out);
      if (loop.finish(out)) release(out);
      while (loop.nextWrite() !== undefined) loop.written().forEach(release);
    }
  };
  const release = (out: Outbox): void => {
    hands.carryOut(out.effects);
    for (const { then } of out.persists) offer({ type: "persisted", then });
  };
  const ask = (path: string, json: object, reader = new Reader(true)): Reader => {
    const id = ++requests as HttpRequest["id"];
    readers.set(id, reader);
    const headers = { "content-type": "application/json", accept: "application/json" };
    const body = new TextEncoder().encode(JSON.stringify(json));
    const streamId = `s-${id}` as StreamId;
    offer({ type: "request", request: { id, method: "POST", path, query: {}, headers, body, streamId } });
    run();
    return reader;
  };
  loop.lead(new Map());
  run();
  return { master, clock, counts, offer, run, ask };
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function liveBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

it("1,000 subscribers that never read for ten minutes at 1,000 events a second: bounded, and nobody else notices", async () => {
  const { master, clock, counts, offer, run, ask } = served();
  const scheduler = ask("/api/v1/scheduler", { type: "SUBSCRIBE", subscribe: { framework_info: frameworkInfo() } });
  const [framework] = master.frameworks.values();
  const info = { ...frameworkInfo(), id: { value: framework!.id } };
  const agent = "m-S7" as Parameters<typeof reportedTask>[1];
  const tasks = Array.from({ length: TASKS }, (_, i) => reportedTask(framework!.id, agent, `t${i}`, { resources: [] }));
  const value = reregistration(agent, { tasks, frameworks: [info] });
  offer({ type: "message", from: upid(AGENT), to: "master", message: { name: "mesos.internal.ReregisterSlaveMessage", value } });
  run();
  expect(framework!.tasks.size).toBe(TASKS);
  const operator = ask("/api/v1", { type: "SUBSCRIBE" });
  const subscribeAll = async (): Promise<void> => {
    for (let i = 0; i < SUBSCRIBERS; i++) ask("/api/v1", { type: "SUBSCRIBE" }, new Reader(false));
    // What they are told first is made little by little.
    await new Promise((made) => setTimeout(made, 500));
  };
  await new Promise((made) => setTimeout(made, 50));
  run();
  const answersBefore = counts.answers;

  const began = liveBytes();
  const peaks: number[] = [];
  let longestMs = 0;
  let asked = 0;
  for (let event = 0; event < SECONDS * EVENTS_PER_SECOND; event++) {
    if (event % AGAIN_MS === 0) await subscribeAll();
    clock.nowMs = START_MS + event;
    const beganMs = cpuMs();
    const id = { value: `t${event % TASKS}` };
    const bytes = uuid(event);
    const agent_id = { value: agent };
    const status = {
      task_id: id, agent_id, state: "TASK_RUNNING", source: "SOURCE_EXECUTOR", reason: UPDATE,
      healthy: event % 2 === 0, uuid: bytes, timestamp: clock.nowMs / 1000,
    } as const;
    const framework_id = { value: framework!.id };
    const timestamp = clock.nowMs / 1000;
    const update = { framework_id, agent_id, status, timestamp, uuid: bytes, latest_state: "TASK_RUNNING" } as const;
    const message = { name: "mesos.internal.StatusUpdateMessage", value: { update, pid: AGENT } } as const;
    offer({ type: "message", from: upid(AGENT), to: "master", message });
    run();
    if (event % 60_000 === 30_000) {
      ask("/api/v1", { type: "GET_HEALTH" });
      asked++;
    }
    longestMs = Math.max(longestMs, cpuMs() - beganMs);
    if (event % AGAIN_MS === MAX_STALLED_QUEUE_RECORDS - 1_000) peaks.push(liveBytes() - began);
    if (event % AGAIN_MS === MAX_STALLED_QUEUE_RECORDS + 1_000) {
      expect(counts.cut, "those that do not read are cut").toBe(SUBSCRIBERS * peaks.length);
      expect(master.subscribers.size, "and the core knows it").toBe(1);
    }
  }

  const events = SECONDS * EVENTS_PER_SECOND;
  expect(scheduler.updates, "the scheduler heard of every update").toBe(events);
  expect(operator.updates, "the operator who reads of every event").toBe(events);
  expect(counts.answers - answersBefore, "who asked was answered").toBe(asked);
  expect(longestMs).toBeLessThan(PATIENCE_MS);
  // A place in a queue is 8 bytes, and an array has up to half as many again; the records themselves are there once.
  const places = SUBSCRIBERS * MAX_STALLED_QUEUE_RECORDS * 8 * 1.5;
  expect(peaks).toHaveLength(2);
  for (const peak of peaks) expect(peak).toBeLessThan(places + MAX_STALLED_QUEUE_BYTES + 40_000_000);
  expect(liveBytes() - began, "and all of it comes back").toBeLessThan(40_000_000);
}, 300_000);
