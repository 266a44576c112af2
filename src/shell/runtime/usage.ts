/** What processes have used, as the posix/cpu and posix/mem isolators report it. */
import type { ResourceStatistics } from "../../model/gen/mesos.ts";
import type { ProcessEntry } from "./processes.ts";

/** USER_HZ, fixed on Linux. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

export function usageOf(processes: readonly ProcessEntry[]): ResourceStatistics {
  const total = (value: (entry: ProcessEntry) => number): number =>
    processes.reduce((sum, entry) => sum + value(entry), 0);
  return {
    timestamp: Date.now() / 1000,
    cpus_user_time_secs: total(({ userTicks }) => userTicks) / TICKS_PER_SECOND,
    cpus_system_time_secs: total(({ systemTicks }) => systemTicks) / TICKS_PER_SECOND,
    mem_rss_bytes: total(({ residentPages }) => residentPages) * PAGE_BYTES,
  };
}
