/**
 * Where a flight record goes: `DIR/<start>-<id>/000001.flight` and so on, a directory per run, a file per segment. Bytes are
 * collected and written by the side; nobody waits for the disk. When it cannot follow, or refuses, frames are turned away,
 * and the recorder begins again later with a state; the longer the disk has refused, the later. All runs in DIR together take about as many bytes as they may: the
 * oldest files go first, but never the last ones a replay could begin with.
 */
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { FRAME_HEAD, KIND, MAGIC } from "../../master/flight/frame.ts";
import type { FlightSink } from "../../master/flight/flight.ts";
import { MAX_FLIGHT_WAITING_BYTES } from "../../model/limits.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Log } from "../../ports.ts";

const CHUNK_BYTES = 256 * 1024;
/** How long the disk is left alone after it has refused: twice as long each time, but not longer than this. */
const RETRY_MS = 10_000;
const MOST_RETRY_MS = 600_000;
/** Beyond so many times what is allowed even the last files go. */
const MOST = 1.5;

export interface FlightFiles extends FlightSink {
  /** Gives what has been collected to the disk. */
  flush(): void;
  /** Resolves when all is written, or turned away. */
  close(): Promise<void>;
  /** The disk has refused, and since then no whole state has been written. */
  readonly isRefused: boolean;
}

export interface FlightFilesOptions {
  readonly directory: string;
  /** Name of this run. */
  readonly run: string;
  readonly mostBytes: number;
  readonly log: Log;
  readonly retryMs?: number;
}

interface Kept {
  readonly path: string;
  readonly run: string;
  bytes: number;
  /** A replay can begin with it. */
  isStart: boolean;
}

type Work = { readonly kind: "open"; readonly file: Kept } | { readonly kind: "write"; readonly bytes: Uint8Array; readonly isStart: boolean };

/** The error says that there is no place for a record. */
export function openFlightFiles(options: FlightFilesOptions): Result<FlightFiles> {
  const { directory, run, mostBytes, log, retryMs = RETRY_MS } = options;
  const home = join(directory, run);
  let kept: Kept[];
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    kept = earlierFiles(directory, run);
  } catch (error) {
    return err(`Cannot write a flight record to ${directory}: ${(error as Error).message}`);
  }
  let chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  let holdsStart = false;
  let work: Work[] = [];
  /** Bytes that are collected, or wait, or are being written. */
  let waiting = 0;
  let working: Promise<void> | undefined;
  let handle: FileHandle | undefined;
  let current: Kept | undefined;
  let refusedUntilMs = 0;
  /** Of the next refusal. */
  let leaveMs = retryMs;

  const seal = (): void => {
    if (filled > 0) {
      const isLittle = filled < chunk.length / 4;
      work.push({ kind: "write", bytes: isLittle ? chunk.slice(0, filled) : chunk.subarray(0, filled), isStart: holdsStart });
      if (!isLittle) chunk = new Uint8Array(CHUNK_BYTES);
      filled = 0;
      holdsStart = false;
    }
    if (work.length > 0) working ??= doAll();
  };

  const doAll = async (): Promise<void> => {
    for (let one = work.shift(); one !== undefined; one = work.shift()) {
      try {
        await (one.kind === "open" ? begin(one.file) : append(one.bytes, one.isStart));
      } catch (error) {
        await refuse(error as Error);
      }
      if (one.kind === "write") waiting -= one.bytes.length;
    }
    working = undefined;
  };

  const begin = async (file: Kept): Promise<void> => {
    await handle?.close();
    handle = undefined;
    handle = await open(file.path, "wx", 0o600);
    current = file;
    kept.push(file);
  };

  const append = async (bytes: Uint8Array, isStart: boolean): Promise<void> => {
    if (handle === undefined || current === undefined) throw new Error("there is no segment to write to");
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
    current.bytes += bytes.length;
    current.isStart ||= isStart;
    if (isStart) leaveMs = retryMs;
    await makeRoom();
  };

  const makeRoom = async (): Promise<void> => {
    const total = (): number => kept.reduce((sum, { bytes }) => sum + bytes, 0);
    while (total() > mostBytes) {
      const [oldest] = kept;
      if (oldest === undefined || oldest === current) break;
      const isNeeded = oldest.run === run && !kept.slice(1).some((one) => one.run === run && one.isStart);
      if (isNeeded && total() < MOST * mostBytes) return;
      kept.shift();
      await rm(oldest.path, { force: true });
    }
    if (total() > MOST * mostBytes) throw new Error(`one segment takes more than the ${mostBytes} bytes all may take`);
  };

  /** Cuts off what is half written; what waits is lost, and what comes soon is turned away. */
  const refuse = async (error: Error): Promise<void> => {
    const nowMs = performance.now();
    if (nowMs >= refusedUntilMs) {
      if (leaveMs === retryMs) {
        log.warn({ directory: home, error: error.message }, "The flight record stops: its disk refuses; it is tried again from time to time");
      }
      refusedUntilMs = nowMs + leaveMs;
      leaveMs = Math.min(2 * leaveMs, MOST_RETRY_MS);
    }
    for (const one of work) if (one.kind === "write") waiting -= one.bytes.length;
    work = [];
    waiting -= filled;
    filled = 0;
    holdsStart = false;
    try {
      if (current !== undefined) await handle?.truncate(current.bytes);
      await handle?.close();
      if (current?.bytes === 0) await rm(current.path, { force: true });
    } catch {
      // Then its end is torn, and a replay says so.
    }
    handle = undefined;
  };

  return ok({
    get isAtEase() {
      return waiting < MAX_FLIGHT_WAITING_BYTES / 4 && performance.now() >= refusedUntilMs;
    },
    roll(segment) {
      seal();
      const path = join(home, `${String(segment).padStart(6, "0")}.flight`);
      work.push({ kind: "open", file: { path, run, bytes: 0, isStart: segment === 1 } });
      chunk.set(MAGIC);
      filled = MAGIC.length;
      waiting += MAGIC.length;
    },
    write(frame) {
      if (performance.now() < refusedUntilMs) return false;
      if (waiting > CHUNK_BYTES && waiting + frame.length > MAX_FLIGHT_WAITING_BYTES) return false;
      if (filled + frame.length > chunk.length) {
        seal();
        if (frame.length > chunk.length) chunk = new Uint8Array(frame.length);
      }
      chunk.set(frame, filled);
      filled += frame.length;
      waiting += frame.length;
      holdsStart ||= frame[FRAME_HEAD] === KIND.STATE;
      return true;
    },
    flush: seal,
    get isRefused() {
      return leaveMs !== retryMs;
    },
    async close() {
      seal();
      while (working !== undefined) await working;
      // Some disks refuse only now; then the end is torn.
      await handle?.close().catch(() => {});
      handle = undefined;
    },
  });
}

/** What is there of earlier runs, oldest first. */
function earlierFiles(directory: string, run: string): Kept[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== run)
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => flightFilesIn(join(directory, name)).map((path) => ({ path, run: name, bytes: statSync(path).size, isStart: false })));
}

/** Paths of the segments in a directory, in order. */
export function flightFilesIn(directory: string): string[] {
  return readdirSync(directory).filter((name) => /^\d{6,}\.flight$/.test(name)).sort().map((name) => join(directory, name));
}
