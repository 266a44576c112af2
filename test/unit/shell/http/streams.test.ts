/** Event streams whose readers have stopped: what waits for them is bounded, and others notice nothing. */
import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  MAX_STALLED_QUEUE_BYTES, MAX_STALLED_QUEUE_RECORDS, MAX_STREAM_QUEUE_BYTES, MAX_STREAM_STALL_MS, MAX_STREAMS_QUEUE_BYTES,
} from "../../../../src/model/limits.ts";
import { Streams } from "../../../../src/shell/http/streams.ts";

const HIGH_WATER_MARK = 16 * 1024;

/** A response as Streams sees it. Its reader takes everything at once, or nothing until `reads`. */
class FakeResponse extends EventEmitter {
  readonly isStalled: boolean;
  /** Sizes of what was written, one per chunk. */
  readonly chunks: number[] = [];
  writableLength = 0;
  writableNeedDrain = false;
  taken = 0;

  constructor(isStalled: boolean) {
    super();
    this.isStalled = isStalled;
  }

  write(bytes: Uint8Array): boolean {
    if (!this.isStalled) {
      this.taken++;
      return true;
    }
    this.chunks.push(bytes.length);
    this.writableLength += bytes.length;
    this.writableNeedDrain = this.writableLength >= HIGH_WATER_MARK;
    return !this.writableNeedDrain;
  }

  /** The reader takes all that was written so far. */
  reads(): number {
    const length = this.chunks.length;
    this.chunks.length = 0;
    this.writableLength = 0;
    this.writableNeedDrain = false;
    this.emit("drain");
    return length;
  }

  setTimeout(): void {}
  end(): void {}

  destroy(): void {
    this.emit("close");
  }
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes that are still reached. */
function liveBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const asResponse = (fake: FakeResponse): ServerResponse => fake as unknown as ServerResponse;

describe("streams whose readers have stopped", () => {
  it("keeps 1,000 of them within bounds, ten minutes at 1,000 events a second; a reader gets everything", () => {
    const [subscribers, events, fiveMinutes] = [1_000, 600_000, 300_000];
    const closed: string[] = [];
    let [nowMs, stalled] = [0, 0];
    const streams = new Streams((stream) => closed.push(stream), () => nowMs);
    const reader = new FakeResponse(false);
    streams.add("reader", asResponse(reader));
    const peaks: number[] = [];
    const began = liveBytes();
    for (let event = 0; event < events; event++) {
      nowMs = event;
      // Some of those who were cut subscribe again, and stop reading again.
      if (event % fiveMinutes === 0) {
        closed.length = 0;
        stalled = event === 0 ? subscribers : subscribers / 10;
        for (let i = 0; i < stalled; i++) streams.add(`stalled-${i}`, asResponse(new FakeResponse(true)));
      }
      const record = new Uint8Array(250);
      streams.write("reader", record);
      if (closed.length === 0) for (let i = 0; i < stalled; i++) streams.write(`stalled-${i}`, record);
      if (event % fiveMinutes === MAX_STALLED_QUEUE_RECORDS - 1) peaks.push(liveBytes() - began);
      if (event % fiveMinutes === MAX_STALLED_QUEUE_RECORDS + 1_000) expect(closed.length).toBe(stalled);
    }
    expect(reader.taken).toBe(events);
    // A place in a queue is 8 bytes, and an array has up to half as many again; the records themselves are there once.
    const places = subscribers * MAX_STALLED_QUEUE_RECORDS * 8 * 1.5;
    expect(peaks).toHaveLength(2);
    for (const peak of peaks) expect(peak).toBeLessThan(places + MAX_STALLED_QUEUE_BYTES + 20_000_000);
    expect(liveBytes() - began, "and all of it comes back").toBeLessThan(20_000_000);
  }, 60_000);

  it("cuts one that has stopped at the bytes it may have waiting, however few the records", () => {
    const closed: string[] = [];
    let nowMs = 0;
    const streams = new Streams((stream) => closed.push(stream), () => nowMs);
    streams.add("s", asResponse(new FakeResponse(true)));
    const megabyte = new Uint8Array(1024 * 1024);
    for (let i = 0; i < MAX_STALLED_QUEUE_BYTES / megabyte.length; i++) streams.write("s", megabyte);
    nowMs = MAX_STREAM_STALL_MS + 1;
    expect(closed).toEqual([]);
    streams.write("s", Uint8Array.of(1));
    expect(closed).toEqual(["s"]);
  });

  it("does not cut one because much is said at once: all tasks of a framework that has 100,000", () => {
    const closed: string[] = [];
    const streams = new Streams((stream) => closed.push(stream));
    const busy = new FakeResponse(true);
    streams.add("s", asResponse(busy));
    for (let i = 0; i < 100_000; i++) streams.write("s", new Uint8Array(400));
    let taken = 0;
    while (taken < 100_000) taken += busy.reads();
    expect(closed).toEqual([]);
  });

  it("cuts even that one at last", () => {
    const closed: string[] = [];
    const streams = new Streams((stream) => closed.push(stream));
    streams.add("s", asResponse(new FakeResponse(true)));
    const megabyte = new Uint8Array(1024 * 1024);
    for (let i = 0; i <= MAX_STREAM_QUEUE_BYTES / megabyte.length; i++) streams.write("s", megabyte);
    expect(closed).toEqual(["s"]);
  });

  it("keeps all of them together within bounds: the slowest goes first, and a record that waits in many counts once", () => {
    const closed: string[] = [];
    let nowMs = 0;
    const streams = new Streams((stream) => closed.push(stream), () => nowMs);
    const megabyte = 1024 * 1024;
    const each = MAX_STALLED_QUEUE_BYTES / megabyte - 1;
    const fits = Math.floor((MAX_STREAMS_QUEUE_BYTES / megabyte - 1) / (each - 1));
    for (let i = 0; i < fits + 2; i++) {
      streams.add(`s${i}`, asResponse(new FakeResponse(true)));
      // The first goes to the connection itself.
      streams.write(`s${i}`, new Uint8Array(HIGH_WATER_MARK));
    }
    const shared = new Uint8Array(megabyte);
    for (let i = 0; i < fits + 2; i++, nowMs++) streams.write(`s${i}`, shared);
    for (let i = 0; i < fits; i++) for (let n = 1; n < each; n++) streams.write(`s${i}`, new Uint8Array(megabyte));
    expect(closed).toEqual([]);
    for (let n = 1; n < each; n++) streams.write(`s${fits}`, new Uint8Array(megabyte));
    expect(closed, "the one that has waited longest").toEqual(["s0"]);
    for (let n = 1; n < each; n++) streams.write(`s${fits + 1}`, new Uint8Array(megabyte));
    expect(closed).toEqual(["s0", "s1"]);
  });

  it("goes on where it was when the reader does: in order, each record a chunk of its own", () => {
    const streams = new Streams(() => {});
    const slow = new FakeResponse(true);
    streams.add("s", asResponse(slow));
    const sizes = Array.from({ length: 5_000 }, (_, i) => 1 + (i % 100));
    const seen: number[] = [];
    const write = slow.write.bind(slow);
    slow.write = (bytes) => {
      seen.push(bytes.length);
      return write(bytes);
    };
    for (const size of sizes.slice(0, 3_000)) streams.write("s", new Uint8Array(size));
    expect(seen.length).toBeLessThan(500);
    slow.reads();
    for (const size of sizes.slice(3_000)) streams.write("s", new Uint8Array(size));
    while (seen.length < sizes.length) expect(slow.reads()).toBeGreaterThan(0);
    expect(seen).toEqual(sizes);
  });

  it("gives everything that waits to the reader when the stream ends", () => {
    const streams = new Streams(() => {});
    const slow = new FakeResponse(true);
    streams.add("s", asResponse(slow));
    for (let i = 0; i < 1_000; i++) streams.write("s", new Uint8Array(100));
    streams.end("s");
    expect(slow.chunks.length).toBe(1_000);
  });
});
