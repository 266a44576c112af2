import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClock } from "../../../src/shell/clock.ts";

describe("the real clock", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("reads the wall clock at its start and goes on with the monotonic one", () => {
    const clock = createClock();
    expect(clock.nowMs()).toBe(1_000_000);
    vi.advanceTimersByTime(250);
    expect(clock.nowMs()).toBe(1_000_250);
  });

  it("never goes back, and follows a wall clock that jumps ahead", () => {
    let wallMs = 1_000_000;
    const clock = createClock(() => wallMs);
    wallMs -= 3_600_000;
    vi.advanceTimersByTime(10);
    expect(clock.nowMs()).toBe(1_000_010);
    wallMs = 9_000_000;
    expect(clock.nowMs()).toBe(9_000_000);
    vi.advanceTimersByTime(10);
    expect(clock.nowMs()).toBe(9_000_010);
  });

  it("fires each timer once, at its time, in the order of their times and then of their arming", () => {
    const clock = createClock();
    const fired: string[] = [];
    const arm = (name: string, afterMs: number): (() => void) =>
      clock.arm(1_000_000 + afterMs, () => fired.push(`${name} at ${clock.nowMs() - 1_000_000}`));
    arm("c", 30);
    arm("a", 10);
    arm("b", 20);
    arm("a2", 10);
    const disarm = arm("never", 15);
    arm("long", 25_000);
    disarm();
    disarm();
    vi.advanceTimersByTime(60);
    expect(fired).toEqual(["a at 10", "a2 at 10", "b at 20", "c at 30"]);
    vi.advanceTimersByTime(60_000);
    expect(fired.at(-1)).toBe("long at 25000");
  });

  it("fires what is due already as soon as it can, not from within arm", () => {
    const clock = createClock();
    const fired: number[] = [];
    clock.arm(0, () => fired.push(1));
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(fired).toEqual([1]);
  });

  it("lets a timer arm and disarm others", () => {
    const clock = createClock();
    const fired: string[] = [];
    let disarm = (): void => {};
    clock.arm(1_000_005, () => {
      fired.push("first");
      disarm();
      clock.arm(1_000_006, () => fired.push("armed by the first"));
    });
    disarm = clock.arm(1_000_005, () => fired.push("disarmed by the first"));
    vi.advanceTimersByTime(20);
    expect(fired).toEqual(["first", "armed by the first"]);
  });

  it("fires an alarm at the last time it was set to, wherever it stood among the others", () => {
    const clock = createClock();
    const fired: string[] = [];
    const alarms = Array.from({ length: 200 }, (_, n) => clock.alarm((of) => fired.push(`${of} at ${clock.nowMs() - 1_000_000}`), n));
    const atMs = alarms.map((_, n) => 1 + ((n * 7_919) % 1_009));
    for (const round of [3, 2, 1, 0]) {
      for (const [n, alarm] of alarms.entries()) {
        if (round === 0 || (n * 31) % 4 === round) alarm.set(1_000_000 + atMs[(n * (1 + 2 * round)) % 200]!);
        if ((n * 17) % 5 === round) alarm.clear();
      }
    }
    for (const alarm of alarms.slice(150)) alarm.clear();
    const set = alarms.map(({ isSet }) => isSet);
    vi.advanceTimersByTime(2_000);
    const expected = [...alarms.keys()].filter((n) => n < 150 && (n * 17) % 5 !== 0).sort((a, b) => atMs[a]! - atMs[b]! || a - b);
    expect(fired).toEqual(expected.map((n) => `${n} at ${atMs[n]}`));
    expect(set).toEqual(alarms.map((_, n) => expected.includes(n)));
    expect(alarms.some(({ isSet }) => isSet)).toBe(false);
    alarms[7]!.set(1_010_000);
    vi.advanceTimersByTime(10_000);
    expect(fired.at(-1)).toBe("7 at 10000");
  });

  it("does not fire an alarm that one before it sets to later, or clears", () => {
    const clock = createClock();
    const fired: string[] = [];
    clock.alarm(() => {
      fired.push("first");
      later.set(1_000_020);
      never.clear();
    }, undefined).set(1_000_005);
    const later = clock.alarm(() => fired.push(`later, at ${clock.nowMs() - 1_000_000}`), undefined);
    const never = clock.alarm(() => fired.push("never"), undefined);
    later.set(1_000_005);
    never.set(1_000_005);
    vi.advanceTimersByTime(100);
    expect(fired).toEqual(["first", "later, at 20"]);
  });

  it("leaves no timer of Node's behind when the last of ours is disarmed", () => {
    const clock = createClock();
    const disarms = [30, 10, 600_000, 20].map((afterMs) => clock.arm(1_000_000 + afterMs, () => {}));
    expect(vi.getTimerCount()).toBe(1);
    for (const disarm of disarms) disarm();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("notices within seconds that the machine slept", () => {
    let wallMs = 1_000_000;
    const clock = createClock(() => wallMs);
    const fired: number[] = [];
    clock.arm(1_000_000 + 3_600_000, () => fired.push(1));
    wallMs += 4_000_000;
    vi.advanceTimersByTime(10_000);
    expect(fired).toEqual([1]);
  });

  it("holds twenty thousand timers that are armed again and again, and fires the live ones in order", () => {
    const clock = createClock();
    const fired: number[] = [];
    const disarms = new Map<number, () => void>();
    for (let round = 0; round < 5; round++) {
      for (let n = 0; n < 20_000; n++) {
        disarms.get(n)?.();
        disarms.set(n, clock.arm(1_000_000 + 100 + ((n * 7_919) % 20_000) + round, () => fired.push(n)));
      }
    }
    vi.advanceTimersByTime(30_000);
    expect(fired.length).toBe(20_000);
    expect(new Set(fired).size).toBe(20_000);
    const times = fired.map((n) => (n * 7_919) % 20_000);
    expect(times.every((time, at) => at === 0 || times[at - 1]! <= time)).toBe(true);
  });
});
