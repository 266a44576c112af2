import { nsToMs } from "./duration.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import type { Unavailability } from "./gen/mesos.ts";

/** A machine's planned absence (MNT): from its start, for ever if it names no duration. */
export function validateUnavailability(unavailability: Unavailability): Result<Unavailability> {
  const { duration } = unavailability;
  if (duration !== undefined && duration.nanoseconds < 0n) return err("Unavailability 'duration' is negative");
  return ok(unavailability);
}

/** First and last moment in milliseconds since the epoch; the end may be Infinity. */
export function unavailableMs({ start, duration }: Unavailability): { readonly fromMs: number; readonly toMs: number } {
  const fromMs = nsToMs(start.nanoseconds);
  return { fromMs, toMs: duration === undefined ? Infinity : fromMs + nsToMs(duration.nanoseconds) };
}

/** The same absence; both may be undefined. */
export function equalUnavailability(left: Unavailability | undefined, right: Unavailability | undefined): boolean {
  if (left === right) return true;
  return (
    left !== undefined &&
    right !== undefined &&
    left.start.nanoseconds === right.start.nanoseconds &&
    left.duration?.nanoseconds === right.duration?.nanoseconds
  );
}
