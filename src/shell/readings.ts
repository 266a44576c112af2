/**
 * What only the shell can measure: the load of the machine, and how long reading and writing the registry and running an
 * allocation cycle take. Names and statistics are those of Mesos.
 */
import { cpus, freemem, loadavg, totalmem } from "node:os";
import type { Readings } from "../master/event.ts";
import { MAX_TIMER_SAMPLES } from "../model/limits.ts";
import { Ring } from "../model/ring.ts";
import type { Kernel, Store } from "../ports.ts";

const PERCENTILES = [["p50", 0.5], ["p90", 0.9], ["p95", 0.95], ["p99", 0.99], ["p999", 0.999], ["p9999", 0.9999]] as const;

/** Durations of one kind of work, in milliseconds: the newest, and statistics over the last MAX_TIMER_SAMPLES. */
export class Timing {
  readonly #name: string;
  readonly #samples = new Ring<number>(MAX_TIMER_SAMPLES);
  #newest: number | undefined;

  /** `name` without its unit: `registrar/state_store`. */
  constructor(name: string) {
    this.#name = `${name}_ms`;
  }

  add(durationMs: number): void {
    this.#newest = durationMs;
    this.#samples.push(durationMs);
  }

  /** Times the work, whether it succeeds or not. */
  async measure<T>(work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      this.add(performance.now() - startedAt);
    }
  }

  /** Nothing before the first sample, statistics from the second on. */
  read(): Readings {
    if (this.#newest === undefined) return {};
    const readings: Record<string, number> = { [this.#name]: this.#newest };
    const sorted = [...this.#samples].sort((a, b) => a - b);
    if (sorted.length < 2) return readings;
    readings[`${this.#name}/count`] = sorted.length;
    readings[`${this.#name}/min`] = sorted[0]!;
    readings[`${this.#name}/max`] = sorted.at(-1)!;
    for (const [name, fraction] of PERCENTILES) readings[`${this.#name}/${name}`] = percentile(sorted, fraction);
    return readings;
  }
}

/** Between two samples the value is in proportion. */
function percentile(sorted: readonly number[], fraction: number): number {
  const position = fraction * (sorted.length - 1);
  const lower = sorted[Math.floor(position)]!;
  const upper = sorted[Math.ceil(position)]!;
  return lower + (position - Math.floor(position)) * (upper - lower);
}

/** A store and a kernel that are timed, and what has been measured of them. */
export function timed(store: Store, kernel: Kernel): { store: Store; kernel: Kernel; readings(): Readings } {
  const fetch = new Timing("registrar/state_fetch");
  const write = new Timing("registrar/state_store");
  const run = new Timing("allocator/mesos/allocation_run");
  const latency = new Timing("allocator/mesos/allocation_run_latency");
  return {
    store: {
      load: () => fetch.measure(() => store.load()),
      apply: (batch) => write.measure(() => store.apply(batch)),
      close: () => store.close(),
    },
    kernel: {
      run: (job) => {
        // From being asked for to being started: there is one cycle at a time, so it never waits for another.
        latency.add(0);
        return run.measure(() => kernel.run(job));
      },
      close: () => kernel.close(),
    },
    readings: () => ({ ...systemReadings(), ...fetch.read(), ...write.read(), ...run.read(), ...latency.read() }),
  };
}

function systemReadings(): Readings {
  const { load1, load5, load15, cpuCount, memTotalBytes, memFreeBytes } = machineLoad();
  return {
    "system/load_1min": load1,
    "system/load_5min": load5,
    "system/load_15min": load15,
    "system/cpus_total": cpuCount,
    "system/mem_total_bytes": memTotalBytes,
    "system/mem_free_bytes": memFreeBytes,
  };
}

/** This machine, now. */
export function machineLoad() {
  const [load1 = 0, load5 = 0, load15 = 0] = loadavg();
  return { load1, load5, load15, cpuCount: cpus().length, memTotalBytes: totalmem(), memFreeBytes: freemem() };
}
