import { parseDouble, printDouble } from "./decimal.ts";
import type { DurationInfo, TimeInfo } from "./gen/mesos.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";

/**
 * Durations and instants: whole nanoseconds in 64 bits on the wire (bigint), milliseconds in our own code (number,
 * fractional allowed), and text in flags (`10mins`, `1.5weeks`).
 */

const MAX_NS = 2n ** 63n - 1n;
const MIN_NS = -(2n ** 63n);
const NS_PER_MS = 1_000_000;

/** Nanoseconds per unit, smallest first. */
const UNITS = [
  ["ns", 1n],
  ["us", 1_000n],
  ["ms", 1_000_000n],
  ["secs", 1_000_000_000n],
  ["mins", 60_000_000_000n],
  ["hrs", 3_600_000_000_000n],
  ["days", 86_400_000_000_000n],
  ["weeks", 604_800_000_000_000n],
] as const;

/** Reads a flag: a number directly followed by a unit; nanoseconds, fractions of one cut off. */
export function parseDuration(text: string): Result<bigint> {
  const [, number = "", unit = ""] = /^([\d.]*)(.*)$/s.exec(text) ?? [];
  if (unit === "") return err(`Invalid duration '${text}'`);
  const value = parseDouble(number);
  if (value === undefined) return err(`Failed to convert '${number}' to number`);
  const factor = UNITS.find(([name]) => name === unit)?.[1];
  if (factor === undefined) {
    return err(
      `Unknown duration unit '${unit}'; supported units are` +
        " 'ns', 'us', 'ms', 'secs', 'mins', 'hrs', 'days', and 'weeks'",
    );
  }
  return fromDouble(value * Number(factor));
}

/** Reads a flag into milliseconds. */
export function parseDurationMs(text: string): Result<number> {
  const duration = parseDuration(text);
  return duration.ok ? ok(nsToMs(duration.value)) : duration;
}

/** From seconds, as in `refuse_seconds` and `failover_timeout`; too long ones are an error. */
export function durationFromSeconds(seconds: number): Result<bigint> {
  return fromDouble(seconds * 1e9);
}

/** Prints nanoseconds in the largest unit, or the one below if only that keeps them whole: `10days`, `1.5weeks`. */
export function printDuration(ns: bigint): string {
  if (ns < 0n) return `-${printDuration(ns === MIN_NS ? MAX_NS : -ns)}`;
  let at = UNITS.findLastIndex(([, factor]) => ns >= factor);
  if (at <= 0) return `${ns}ns`;
  if (ns % UNITS[at]![1] !== 0n && ns % UNITS[at - 1]![1] === 0n) at--;
  const [unit, factor] = UNITS[at]!;
  return unit === "ns" ? `${ns}ns` : `${printDouble(Number(ns) / Number(factor))}${unit}`;
}

/** Prints milliseconds likewise. */
export function printDurationMs(ms: number): string {
  return printDuration(msToNs(ms));
}

/** Milliseconds of nanoseconds. */
export function nsToMs(ns: bigint): number {
  return Number(ns) / NS_PER_MS;
}

/** Nanoseconds of milliseconds, rounded to whole ones and held within 64 bits. */
export function msToNs(ms: number): bigint {
  const whole = Math.trunc(ms);
  if (!Number.isFinite(whole)) return ms > 0 ? MAX_NS : MIN_NS;
  const ns = BigInt(whole) * BigInt(NS_PER_MS) + BigInt(Math.round((ms - whole) * NS_PER_MS));
  return ns > MAX_NS ? MAX_NS : ns < MIN_NS ? MIN_NS : ns;
}

/** An instant for the wire, to the microsecond: a double of milliseconds since the epoch has no more. */
export function timeInfo(nowMs: number): TimeInfo {
  return { nanoseconds: BigInt(Math.round(nowMs * 1000)) * 1000n };
}

/** A duration for the wire. */
export function durationInfo(ms: number): DurationInfo {
  return { nanoseconds: msToNs(ms) };
}

function fromDouble(ns: number): Result<bigint> {
  if (ns > Number(MAX_NS) || ns < Number(MIN_NS) || Number.isNaN(ns)) {
    return err("Argument out of the range that a Duration can represent due to int64_t's size limit");
  }
  const whole = BigInt(Math.trunc(ns));
  return ok(whole > MAX_NS ? MAX_NS : whole);
}
