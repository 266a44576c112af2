import { describe, expect, test } from "vitest";
import { parseBytes, printBytes } from "../../../src/model/bytes.ts";
import {
  durationFromSeconds,
  durationInfo,
  msToNs,
  nsToMs,
  parseDuration,
  parseDurationMs,
  printDuration,
  printDurationMs,
  timeInfo,
} from "../../../src/model/duration.ts";
import { equalUnavailability, unavailableMs, validateUnavailability } from "../../../src/model/unavailability.ts";

describe("durations as flags", () => {
  test.each(["15secs", "10mins", "2weeks", "1days", "100ms", "1us", "7ns", "1hrs"])("%s reads and prints", (text) => {
    const duration = parseDuration(text);
    expect(duration.ok && printDuration(duration.value)).toBe(text);
  });

  test.each([
    ["10.5secs", "10500ms"],
    ["1.5weeks", "1.5weeks"],
    ["90mins", "90mins"],
    ["60secs", "1mins"],
    ["36hrs", "36hrs"],
    ["7days", "1weeks"],
    ["10days", "10days"],
    ["0ns", "0ns"],
    ["1.5ms", "1500us"],
    ["1500001ns", "1.500001ms"],
    ["61001ms", "1.01668333333333mins"],
  ])("%s prints as %s: the largest unit, or the one below if only that keeps it whole", (text, printed) => {
    const duration = parseDuration(text);
    expect(duration.ok && printDuration(duration.value)).toBe(printed);
  });

  test.each([
    ["5", "Invalid duration '5'"],
    ["", "Invalid duration ''"],
    ["soon", "Failed to convert '' to number"],
    ["1.2.3secs", "Failed to convert '1.2.3' to number"],
    [
      "5s",
      "Unknown duration unit 's'; supported units are 'ns', 'us', 'ms', 'secs', 'mins', 'hrs', 'days', and 'weeks'",
    ],
    [
      "100000000weeks",
      "Argument out of the range that a Duration can represent due to int64_t's size limit",
    ],
  ])("%j is refused", (text, error) => {
    expect(parseDuration(text)).toEqual({ ok: false, error });
    expect(parseDurationMs(text)).toEqual({ ok: false, error });
  });

  test("milliseconds inside, nanoseconds outside", () => {
    expect(parseDurationMs("1.5secs")).toEqual({ ok: true, value: 1500 });
    expect(printDurationMs(600_000)).toBe("10mins");
    expect(printDuration(-5_000_000_000n)).toBe("-5secs");
    expect(nsToMs(1_500_001n)).toBe(1.500001);
    expect(msToNs(1.500001)).toBe(1_500_001n);
    expect(durationInfo(15_000)).toEqual({ nanoseconds: 15_000_000_000n });
    expect(timeInfo(1_795_147_203_247.553)).toEqual({ nanoseconds: 1_795_147_203_247_553_000n });
  });

  test("seconds of a framework: too long ones are an error, infinite milliseconds the longest", () => {
    expect(durationFromSeconds(0.5)).toEqual({ ok: true, value: 500_000_000n });
    expect(durationFromSeconds(1e30).ok).toBe(false);
    expect(durationFromSeconds(NaN).ok).toBe(false);
    expect(msToNs(Infinity)).toBe(2n ** 63n - 1n);
    expect(msToNs(-Infinity)).toBe(-(2n ** 63n));
    expect(printDuration(-(2n ** 63n))).toBe(`-${printDuration(2n ** 63n - 1n)}`);
  });
});

describe("sizes", () => {
  test.each([
    ["0B", 0],
    ["4KB", 4096],
    ["1025B", 1025],
    ["3MB", 3 * 1024 ** 2],
    ["1GB", 1024 ** 3],
    ["2TB", 2 * 1024 ** 4],
  ])("%s is %d bytes and back", (text, bytes) => {
    expect(parseBytes(text)).toEqual({ ok: true, value: bytes });
    expect(printBytes(bytes)).toBe(text);
  });

  test.each([
    ["5", "Invalid bytes '5'"],
    ["1.5KB", "Fractional bytes '1.5KB'"],
    ["KB", "Failed to convert '' to number"],
    ["5xb", "Unknown bytes unit 'XB'"],
  ])("%j is refused", (text, error) => {
    expect(parseBytes(text)).toEqual({ ok: false, error });
  });

  test("the unit may be small", () => {
    expect(parseBytes("4kb")).toEqual({ ok: true, value: 4096 });
  });
});

describe("unavailability", () => {
  const start = { nanoseconds: 1_000_000_000n };

  test("a negative duration is refused, none means for ever", () => {
    expect(validateUnavailability({ start, duration: { nanoseconds: -1n } })).toEqual({
      ok: false,
      error: "Unavailability 'duration' is negative",
    });
    expect(validateUnavailability({ start }).ok).toBe(true);
    expect(unavailableMs({ start })).toEqual({ fromMs: 1000, toMs: Infinity });
    expect(unavailableMs({ start, duration: { nanoseconds: 500_000_000n } })).toEqual({ fromMs: 1000, toMs: 1500 });
  });

  test("the same absence", () => {
    expect(equalUnavailability(undefined, undefined)).toBe(true);
    expect(equalUnavailability({ start }, undefined)).toBe(false);
    expect(equalUnavailability({ start }, { start: { nanoseconds: 1_000_000_000n } })).toBe(true);
    expect(equalUnavailability({ start }, { start, duration: { nanoseconds: 0n } })).toBe(false);
  });
});
