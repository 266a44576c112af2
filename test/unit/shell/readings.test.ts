import { describe, expect, it } from "vitest";
import { MAX_TIMER_SAMPLES } from "../../../src/model/limits.ts";
import { Timing, timed } from "../../../src/shell/readings.ts";
import { createMemoryStore } from "../../../src/shell/store/memory.ts";

describe("what the shell measures", () => {
  it("says nothing before the first sample, and statistics from the second on", () => {
    const timing = new Timing("registrar/state_store");
    expect(timing.read()).toEqual({});
    timing.add(4);
    expect(timing.read()).toEqual({ "registrar/state_store_ms": 4 });
    timing.add(2);
    expect(timing.read()).toEqual({
      "registrar/state_store_ms": 2,
      "registrar/state_store_ms/count": 2,
      "registrar/state_store_ms/min": 2,
      "registrar/state_store_ms/max": 4,
      "registrar/state_store_ms/p50": 3,
      "registrar/state_store_ms/p90": 3.8,
      "registrar/state_store_ms/p95": 3.9,
      "registrar/state_store_ms/p99": 3.98,
      "registrar/state_store_ms/p999": 3.998,
      "registrar/state_store_ms/p9999": 3.9998,
    });
  });

  it("remembers the newest samples only", () => {
    const timing = new Timing("x");
    for (let n = 0; n < MAX_TIMER_SAMPLES + 5; n++) timing.add(n);
    expect(timing.read()).toMatchObject({ "x_ms/count": MAX_TIMER_SAMPLES, "x_ms/min": 5, "x_ms/max": MAX_TIMER_SAMPLES + 4 });
  });

  it("times the registry and the cycles, also those that fail", async () => {
    const { store, kernel, readings } = timed(createMemoryStore(), {
      run: async (job) => ({ cycle: job.cycle, status: 0 }),
      close: async () => {},
    });
    await store.load();
    await store.apply([]);
    await kernel.run({ cycle: 7, memory: new WebAssembly.Memory({ initial: 1 }), address: 0 });
    expect(Object.keys(readings()).sort()).toEqual([
      "allocator/mesos/allocation_run_latency_ms", "allocator/mesos/allocation_run_ms", "registrar/state_fetch_ms",
      "registrar/state_store_ms", "system/cpus_total", "system/load_15min", "system/load_1min", "system/load_5min",
      "system/mem_free_bytes", "system/mem_total_bytes",
    ]);
    const broken = timed({ ...store, apply: () => Promise.reject(new Error("full")) }, kernel);
    await expect(broken.store.apply([])).rejects.toThrow("full");
    expect(broken.readings()).toHaveProperty("registrar/state_store_ms");
  });
});
