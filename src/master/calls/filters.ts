/** How long a framework does not want to see again what it gives back. */
import type { Refusal } from "../../allocator/allocator.ts";
import type { Filters } from "../../model/gen/mesos.ts";

/**
 * Absent filters, or filters without a number, mean the default of 5 s; the bounds are the allocator's to keep
 * (OFR-15).
 */
export function refusalOf(filters: Filters | undefined, nowMs: number): Refusal {
  return { seconds: filters?.refuse_seconds ?? 5, nowMs };
}
