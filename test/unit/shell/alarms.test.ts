import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Alarms } from "../../../src/shell/alarms.ts";
import { createClock } from "../../../src/shell/clock.ts";

describe("the timers of a core", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const start = (): { alarms: Alarms<string>; fired: string[]; atMs: (afterMs: number) => number } => {
    const clock = createClock();
    const fired: string[] = [];
    const alarms = new Alarms<string>(clock, (timer) => fired.push(`${timer} at ${clock.nowMs() - 1_000_000}`));
    return { alarms, fired, atMs: (afterMs) => 1_000_000 + afterMs };
  };

  it("are one per key: armed anew, one fires at its new time only", () => {
    const { alarms, fired, atMs } = start();
    alarms.arm("ping/a", "ping a", atMs(10));
    alarms.arm("ping/b", "ping b", atMs(20));
    alarms.arm("ping/a", "ping a", atMs(30));
    vi.advanceTimersByTime(100);
    expect(fired).toEqual(["ping b at 20", "ping a at 30"]);
    alarms.arm("ping/a", "ping a", atMs(110));
    vi.advanceTimersByTime(100);
    expect(fired.at(-1)).toBe("ping a at 110");
  });

  it("fire no more once disarmed, nor when all are", () => {
    const { alarms, fired, atMs } = start();
    for (const [n, key] of ["a", "b", "c"].entries()) alarms.arm(key, key, atMs(10 * (n + 1)));
    alarms.disarm("a");
    alarms.disarm("unknown");
    vi.advanceTimersByTime(25);
    alarms.clear();
    vi.advanceTimersByTime(100);
    expect(fired).toEqual(["b at 20"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("are forgotten when they fired and nobody arms them again", () => {
    const { alarms, fired, atMs } = start();
    for (let n = 0; n < 10_000; n++) {
      alarms.arm(`offer/${n}`, `offer ${n}`, atMs(n + 1));
      alarms.arm("tick", "tick", atMs(100_000));
      vi.advanceTimersByTime(1);
    }
    expect(fired.length).toBe(10_000);
    expect(alarms.size).toBeLessThan(100);
  });
});
