/** A record may be torn, damaged, foreign or incomplete. What can be told from it is told, and nothing else is believed. */
import { describe, expect, it } from "vitest";
import { createAllocator } from "../../../../src/allocator/hierarchical.ts";
import type { CramMd5 } from "../../../../src/master/authenticate/crammd5.ts";
import type { HttpRequest, MasterEvent, StreamId } from "../../../../src/master/event.ts";
import type { FlightCore } from "../../../../src/master/flight/flight.ts";
import { FRAME_HEAD, KIND } from "../../../../src/master/flight/frame.ts";
import { checkRun, framesOf } from "../../../../src/master/flight/read.ts";
import { FlightRecorder } from "../../../../src/master/flight/recorder.ts";
import { createMaster, step } from "../../../../src/master/master.ts";
import { Outbox } from "../../../../src/master/outbox.ts";
import { afterBatch } from "../../../../src/master/schedule.ts";
import { scenario } from "../../../../src/sim/scenario.ts";
import type { Happening } from "../../../../src/sim/replay.ts";
import { fileOf, keptRecord, replayed } from "../../../support/flight.ts";
import type { KeptRecord } from "../../../support/flight.ts";
import { kernelModule } from "../../../support/kernel-module.ts";

const START_MS = 1_795_147_200_000;
const { options: defaults } = scenario({ kernel: kernelModule, seed: 0 }).master;
const options = { ...defaults, id: "11111111-2222-3333-4444-555555555555", ip: "10.0.0.1", port: 5050, hostname: "m", startedAtMs: START_MS };

interface Recorded {
  readonly record: KeptRecord;
  readonly recorder: FlightRecorder;
  /** Takes these events as one batch. */
  take(...events: MasterEvent[]): void;
  /** How often a driver was told to wait while a state was taken; it does if it is asked to. */
  waits: number;
}

/** A master that was elected with an empty registry; nothing is ever durable, and no cycle comes back. */
function recorded(
  extra: { crammd5?: CramMd5; step?: FlightCore["step"]; segmentBytes?: number; prepares?: boolean } = {},
): Recorded {
  const record = keptRecord();
  const heard: { crammd5: CramMd5 | undefined } = { crammd5: undefined };
  const crammd5: CramMd5 = { challenge: () => heard.crammd5!.challenge(), digest: (...args) => heard.crammd5!.digest(...args) };
  const master = createMaster({ ...options, ...(extra.crammd5 && { crammd5 }) }, createAllocator(options.allocator, kernelModule));
  const core: FlightCore = {
    master,
    step: extra.step ?? ((event, nowMs, out) => step(master, event, nowMs, out)),
    afterBatch: (nowMs, out) => afterBatch(master, nowMs, out),
  };
  const origin = { options, acls: undefined, hasCredentials: extra.crammd5 !== undefined };
  const recorder = new FlightRecorder({ core, origin, sink: record, segmentBytes: extra.segmentBytes ?? 1e9, nowMs: START_MS });
  if (extra.crammd5 !== undefined) heard.crammd5 = recorder.listening(extra.crammd5);
  let nowMs = START_MS;
  const take = (...events: MasterEvent[]): void => {
    const out = new Outbox();
    nowMs += 10;
    for (const event of events) recorder.step(event, nowMs, out);
    while (extra.prepares === true && recorder.prepare(nowMs, out)) made.waits++;
    recorder.afterBatch(nowMs, out);
    while (recorder.pump());
  };
  const made: Recorded = { record, recorder, take, waits: 0 };
  take({ type: "elected", registry: new Map() });
  return made;
}

let requests = 0;
function get(path: string, headers: Record<string, string> = {}): MasterEvent {
  const id = ++requests as HttpRequest["id"];
  const streamId = `00000000-0000-4000-8000-${String(id).padStart(12, "0")}` as StreamId;
  return { type: "request", request: { id, method: "GET", path, query: {}, headers, body: new Uint8Array(), streamId } };
}

function bytesOf(record: KeptRecord): Uint8Array {
  return record.files()[0]!.read();
}

describe("a whole record", () => {
  it("ends with the hash that a replay ends with, and tells every event in order", () => {
    const { record, recorder, take } = recorded();
    take(get("/master/health"), get("/master/state"));
    recorder.end("enough");
    const seen: Happening[] = [];
    const outcome = replayed(record.files(), { onHappening: (happening) => seen.push(happening) });
    expect(outcome).toMatchObject({ divergence: undefined, firstEvent: 1, lastEvent: 3, lost: 0, hashes: 1, ended: "enough" });
    expect(seen.flatMap(({ number, event }) => (event === undefined ? [] : [[number, event.type]]))).toEqual([
      [1, "elected"], [2, "request"], [3, "request"],
    ]);
  });

  it("has no Authorization header in it, although all else of a request is", () => {
    const { record, take } = recorded();
    take(get("/master/health", { authorization: "Basic c2VjcmV0OnNlY3JldA==", "x-seen": "as it came" }));
    const text = Buffer.from(bytesOf(record)).toString("latin1");
    expect(text).not.toContain("c2VjcmV0");
    expect(text).toContain("as it came");
  });

  it("holds what the core asked of those who know secrets", () => {
    const crammd5 = { challenge: () => "<1.2@m>", digest: () => "0123456789abcdef0123456789abcdef" };
    const { record, recorder, take } = recorded({ crammd5 });
    const [from, session] = [{ id: "crammd5-authenticatee(1)", host: "10.0.0.2", port: 5051 }, "crammd5-authenticator-session(1)"];
    const pid = "slave(1)@10.0.0.2:5051";
    const data = new TextEncoder().encode("agent 0123456789abcdef0123456789abcdef");
    take({ type: "message", from, to: "master", message: { name: "mesos.internal.AuthenticateMessage", value: { pid } } });
    take({ type: "message", from, to: session, message: { name: "mesos.internal.AuthenticationStartMessage", value: { mechanism: "CRAM-MD5" } } });
    take({ type: "message", from, to: session, message: { name: "mesos.internal.AuthenticationStepMessage", value: { data } } });
    recorder.end("enough");
    const effects: string[] = [];
    const { divergence } = replayed(record.files(), {
      onHappening: (happening) => {
        for (const effect of happening.effects) if (effect.kind === "send") effects.push(effect.message.name);
      },
    });
    expect([divergence, effects.at(-1)]).toEqual([undefined, "mesos.internal.AuthenticationCompletedMessage"]);
  });
});

describe("a run that ended badly", () => {
  it("was told up to its last whole frame, wherever the end is torn", () => {
    const { record, take } = recorded();
    for (let i = 0; i < 3; i++) take(get("/master/health"));
    const bytes = bytesOf(record);
    const ends = [...framesOf(bytes)].map(({ at, payload }) => at + FRAME_HEAD + 1 + payload.length);
    for (let length = ends[0]!; length < bytes.length; length++) {
      const whole = ends.filter((end) => end <= length).length - 1;
      const file = fileOf("torn", bytes.subarray(0, length));
      expect([length, replayed([file]).lastEvent, replayed([file]).divergence]).toEqual([length, whole, undefined]);
      const run = checkRun([file]);
      expect(run.ok && run.value.isTorn).toBe(!ends.includes(length));
    }
  });

  it("by an assertion, has the event that it was about, and why", () => {
    const seen: MasterEvent["type"][] = [];
    const { record, recorder, take } = recorded({
      step: (event) => {
        seen.push(event.type);
        if (event.type === "request") throw new Error("we are wrong");
      },
    });
    expect(() => take(get("/master/health"))).toThrow("we are wrong");
    recorder.end("not written: the run ended before");
    expect(seen).toEqual(["elected", "request"]);
    // The master that replays it is a right one.
    expect(replayed(record.files())).toMatchObject({
      divergence: expect.stringContaining("Event 1 (elected) does not have the effects") as string, ended: undefined,
    });
    const frames = [...framesOf(bytesOf(record))];
    expect(Buffer.from(frames.at(-1)!.payload).toString("latin1")).toContain("we are wrong");
  });
});

describe("bytes that changed", () => {
  it("are found wherever they are, before anything is done again", () => {
    const { record, take } = recorded();
    take(get("/master/health"));
    const bytes = bytesOf(record);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at]! ^= 0x10;
      const run = checkRun([fileOf("000001.flight", changed)]);
      expect([at, run.ok]).toEqual([at, false]);
      expect(run.ok ? "" : run.error).toMatch(/^000001\.flight(, byte \d+: | is no flight record)/);
    }
  });

  it("are no reason to believe a file of something else", () => {
    const run = checkRun([fileOf("000001.flight", new TextEncoder().encode("#!/bin/sh\necho a record? no\n"))]);
    expect(run).toEqual({ ok: false, error: '000001.flight is no flight record of this version: it does not begin with "ALLOTFL3"' });
  });

  it("whose checksum was made again still do not go as recorded, and the event is named", () => {
    const { record, take } = recorded();
    take(get("/master/health"));
    const seen = replayed(record.files(), { runKernel: () => ({ cycle: 0, status: 1 }) });
    expect(seen.divergence).toBeUndefined();
    const other = keptRecord();
    const master = createMaster(options, createAllocator(options.allocator, kernelModule));
    const origin = { options, acls: undefined, hasCredentials: false };
    const core: FlightCore = {
      master,
      step: (event, nowMs, out) => {
        step(master, event, nowMs, out);
        if (event.type === "request") out.log("info", "something that nobody would do again");
      },
      afterBatch: (nowMs, out) => afterBatch(master, nowMs, out),
    };
    const recorder = new FlightRecorder({ core, origin, sink: other, segmentBytes: 1e9, nowMs: START_MS });
    for (const event of [{ type: "elected", registry: new Map() } as const, get("/master/health")]) {
      const out = new Outbox();
      recorder.step(event, START_MS + 5, out);
      recorder.afterBatch(START_MS + 5, out);
    }
    expect(replayed(other.files()).divergence).toBe("Event 2 (request) does not have the effects that were recorded");
  });
});

describe("a disk that cannot follow", () => {
  it("leaves a gap that is counted and said, and after it the record begins again with the state", () => {
    const { record, recorder, take } = recorded();
    take(get("/master/health"));
    record.isFull = true;
    for (let i = 0; i < 5; i++) take(get("/master/health"));
    record.isFull = false;
    // What this batch does is in the state that is taken at its end.
    take(get("/master/health"));
    take(get("/master/health"));
    recorder.end("enough");
    const gaps: number[][] = [];
    const outcome = replayed(record.files(), { onLost: (first, last) => gaps.push([first, last]) });
    expect(gaps).toEqual([[3, 8]]);
    expect(outcome).toMatchObject({ divergence: undefined, lastEvent: 9, lost: 6, ended: "enough" });
    expect(recorder.lost).toBe(6);
  });

  it("and that refuses again before it holds the state leaves what came before the gap, and what comes after the next whole one", () => {
    const { record, recorder, take } = recorded();
    const gap = (): void => {
      record.isFull = true;
      for (let i = 0; i < 3; i++) take(get("/master/health"));
      record.isFull = false;
      take(get("/master/health"));
      take(get("/master/health"));
    };
    take(get("/master/health"));
    gap();
    gap();
    recorder.end("enough");
    const [first, second, third] = record.files();
    const halfState = fileOf("run/2", withoutState(second!.read()));
    expect(replayed([first!, halfState])).toMatchObject({ divergence: undefined, lastEvent: 2, lost: 0, ended: undefined });
    expect(replayed([first!, halfState, third!])).toMatchObject({ divergence: undefined, lastEvent: 12, lost: 9, ended: "enough" });
    const tornState = fileOf("run/2", second!.read().subarray(0, 100));
    expect(replayed([first!, tornState, third!])).toMatchObject({ divergence: undefined, lastEvent: 12, ended: "enough" });
  });

  it("never keeps the master from stepping", () => {
    const { record, recorder, take } = recorded();
    record.isFull = true;
    for (let i = 0; i < 1_000; i++) take(get("/master/health"));
    expect(recorder.events).toBe(1_001);
  });
});

describe("a long run", () => {
  it("goes from segment to segment, and can be replayed without the first ones, but not across a hole", () => {
    const { record, recorder, take } = recorded({ segmentBytes: 4_000 });
    for (let i = 0; i < 400; i++) take(get(`/master/health?${i}`));
    recorder.end("enough");
    const files = record.files();
    expect(files.length).toBeGreaterThan(3);
    const whole = replayed(files);
    const last = replayed(files.slice(-1));
    expect([whole.divergence, last.divergence, last.hash]).toEqual([undefined, undefined, whole.hash]);
    expect(last.firstEvent).toBeGreaterThan(1);
    const headless = fileOf("000002.flight", withoutState(files[1]!.read()));
    expect(checkRun([headless])).toMatchObject({ ok: false, error: expect.stringContaining("no segment a replay can begin with") as string });
    expect(checkRun([files[0]!, fileOf("000003.flight", withoutState(files[2]!.read()))])).toMatchObject({
      ok: false, error: "Segment 2 is missing: 000003.flight is segment 3, and a replay cannot begin there",
    });
  });
});

describe("a state", () => {
  it("is the same whether it is taken in one go or in steps", () => {
    const run = (prepares: boolean): { readonly files: Buffer[]; readonly waits: number } => {
      requests = 0;
      const made = recorded({ segmentBytes: 4_000, prepares });
      for (let i = 0; i < 200; i++) made.take(get(`/master/health?${i}`));
      made.recorder.end("enough");
      return { files: made.record.files().map((file) => Buffer.from(file.read())), waits: made.waits };
    };
    const [atOnce, inSteps] = [run(false), run(true)];
    expect(inSteps.waits).toBeGreaterThan(atOnce.files.length);
    expect(inSteps.files.map((bytes, i) => bytes.equals(atOnce.files[i]!))).toEqual(atOnce.files.map(() => true));
  });
});

/** As if the process had ended before the state was written. */
function withoutState(bytes: Uint8Array): Uint8Array {
  const frame = [...framesOf(bytes)].find(({ kind }) => kind === KIND.STATE);
  return bytes.subarray(0, frame!.at);
}
