/** What a durable write costs here and now, without any store: 1 kB at the end of a file, and `fdatasync`. */
import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../harness.ts";

export interface Floor {
  write(): Promise<void>;
  remove(): Promise<void>;
}

export async function openFloor(): Promise<Floor> {
  const directory = mkdtempSync(join(tmpdir(), "allot-bench-"));
  const file = await open(join(directory, "floor"), "a");
  const record = new Uint8Array(1_000).fill(7);
  return {
    write: async () => {
      await file.write(record);
      await file.datasync();
    },
    remove: async () => {
      await file.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export async function took(what: () => unknown): Promise<number> {
  const from = performance.now();
  await what();
  return performance.now() - from;
}

export function percentile(samples: readonly number[], part: number): number {
  return samples.toSorted((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(part * samples.length))]!;
}

/**
 * `what` so many times, each followed by a write of the floor, so that both meet the same disk and the same machine. The
 * ratio in the report is that of the 99th percentiles.
 */
export async function besideFloor(
  report: Report, name: string, count: number, what: (n: number) => Promise<unknown>, goalP99Ms?: number,
): Promise<void> {
  const floor = await openFloor();
  const samples: number[] = [];
  const floors: number[] = [];
  for (let n = 0; n < count; n++) {
    samples.push(await took(() => what(n)));
    floors.push(await took(floor.write));
  }
  await floor.remove();
  const [p99, floorP99] = [percentile(samples, 0.99), percentile(floors, 0.99)];
  report.add(name, "ms", samples, { ratio_floor: p99 / floorP99 });
  report.add("  floor: 1 kB appended to a file and synced", "ms", floors);
  if (goalP99Ms === undefined) return;
  report.say(
    `  goal for p99: ${goalP99Ms} ms ${p99 <= goalP99Ms ? "met" : "MISSED"}; p99.9 ${percentile(samples, 0.999).toFixed(2)} ms, ` +
      `the floor's ${percentile(floors, 0.999).toFixed(2)} ms`,
  );
}

/** Lets end what goes on behind: the collector marks, a database compacts. */
export async function settle(): Promise<void> {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
}
