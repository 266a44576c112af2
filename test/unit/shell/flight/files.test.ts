/** Files of a flight record: bounded, private, and a disk that refuses stops nobody. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { ByteWriter } from "../../../../src/master/flight/bytes.ts";
import { beginFrame, endFrame, KIND, MAGIC } from "../../../../src/master/flight/frame.ts";
import { framesOf } from "../../../../src/master/flight/read.ts";
import { openFlightFiles } from "../../../../src/shell/flight/files.ts";
import type { FlightFiles, FlightFilesOptions } from "../../../../src/shell/flight/files.ts";
import { keptLog } from "../../../support/kept-log.ts";

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

function home(): string {
  const made = mkdtempSync(join(tmpdir(), "allot-flight-files-"));
  homes.push(made);
  return made;
}

function opened(directory: string, rest: Partial<FlightFilesOptions> = {}): FlightFiles {
  const files = openFlightFiles({ directory, run: "run", mostBytes: 1e9, log: keptLog(), ...rest });
  if (!files.ok) throw new Error(files.error);
  return files.value;
}

function frame(kind: number, bytes: number): Uint8Array {
  const writer = new ByteWriter();
  beginFrame(writer, kind);
  writer.block(new Uint8Array(bytes).fill(kind));
  return endFrame(writer).slice();
}

const BATCH = frame(KIND.BATCH, 100_000);
const STATE = frame(KIND.STATE, 10);

async function written(files: FlightFiles, ...frames: readonly Uint8Array[]): Promise<void> {
  for (const one of frames) {
    expect(files.write(one)).toBe(true);
    files.flush();
    await sleep(5);
  }
}

function kept(directory: string): string[] {
  return readdirSync(directory).flatMap((run) => readdirSync(join(directory, run)).map((name) => `${run}/${name}`)).sort();
}

describe("the files of a record", () => {
  it("hold the frames as they were given, small and large, and are nobody else's business", async () => {
    const directory = home();
    const files = opened(directory);
    files.roll(1);
    const large = frame(KIND.BATCH, 3_000_000);
    for (const one of [STATE, BATCH, large, BATCH, STATE]) expect(files.write(one)).toBe(true);
    await files.close();
    const path = join(directory, "run/000001.flight");
    const bytes = readFileSync(path);
    expect(Buffer.compare(bytes, Buffer.concat([MAGIC, STATE, BATCH, large, BATCH, STATE]))).toBe(0);
    expect([...framesOf(bytes)].length).toBe(5);
    expect([statSync(path).mode & 0o777, statSync(join(directory, "run")).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it("take no more than they may together: those of earlier runs go first, then the oldest before the last start", async () => {
    const directory = home();
    mkdirSync(join(directory, "earlier"));
    writeFileSync(join(directory, "earlier/000007.flight"), BATCH);
    const files = opened(directory, { mostBytes: 450_000 });
    files.roll(1);
    await written(files, BATCH, BATCH, BATCH);
    expect(kept(directory)).toEqual(["earlier/000007.flight", "run/000001.flight"]);
    files.roll(2);
    await written(files, BATCH);
    expect(kept(directory)).toEqual(["run/000001.flight", "run/000002.flight"]);
    // Nothing could begin with the second one yet, so the first stays although it is too much.
    await written(files, BATCH);
    expect(kept(directory)).toEqual(["run/000001.flight", "run/000002.flight"]);
    await written(files, STATE);
    expect(kept(directory)).toEqual(["run/000002.flight"]);
    await files.close();
  });

  it("are not written for a while when the disk refuses, and begin again after it", async () => {
    const directory = home();
    const log = keptLog();
    const files = opened(directory, { log, retryMs: 60 });
    files.roll(1);
    await written(files, BATCH);
    renameSync(join(directory, "run"), join(directory, "gone"));
    files.roll(2);
    expect(files.write(BATCH)).toBe(true);
    files.flush();
    await sleep(30);
    expect([files.write(BATCH), files.isAtEase]).toEqual([false, false]);
    renameSync(join(directory, "gone"), join(directory, "run"));
    await sleep(60);
    expect(files.isAtEase).toBe(true);
    files.roll(3);
    await written(files, STATE);
    await files.close();
    expect(kept(directory)).toEqual(["run/000001.flight", "run/000003.flight"]);
    expect(readFileSync(join(directory, "run/000003.flight")).length).toBe(MAGIC.length + STATE.length);
    expect(log.lines.filter(({ text }) => text.startsWith("The flight record stops")).length).toBe(1);
  });

  it("turn frames away when too many wait, instead of taking all memory", () => {
    const files = opened(home());
    files.roll(1);
    let taken = 0;
    while (taken < 10_000 && files.write(BATCH)) taken++;
    expect(taken * BATCH.length).toBeGreaterThan(20_000_000);
    expect(taken * BATCH.length).toBeLessThan(40_000_000);
    expect(files.isAtEase).toBe(false);
    return files.close();
  });

  it("need a directory that can be made", () => {
    const directory = home();
    writeFileSync(join(directory, "file"), "");
    const files = openFlightFiles({ directory: join(directory, "file"), run: "run", mostBytes: 1e9, log: keptLog() });
    expect(files).toMatchObject({ ok: false, error: expect.stringContaining(`Cannot write a flight record to ${join(directory, "file")}`) as string });
    expect(existsSync(join(directory, "file/run"))).toBe(false);
  });
});
