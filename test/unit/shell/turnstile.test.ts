import { describe, expect, it } from "vitest";
import { createTurnstile, readMetricsInterval } from "../../../src/shell/turnstile.ts";

const NAME = "LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT";

/** A clock that is told what time it is. */
function clockAt(startMs: number) {
  let now = startMs;
  let timers: { readonly atMs: number; readonly fire: () => void }[] = [];
  return {
    nowMs: () => now,
    arm: (atMs: number, fire: () => void) => {
      const timer = { atMs, fire };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    goTo: (toMs: number) => {
      for (let due = timers[0]; due !== undefined && due.atMs <= toMs; due = timers[0]) {
        timers.shift();
        now = due.atMs;
        due.fire();
      }
      now = toMs;
    },
    armed: () => timers.length,
  };
}

function queueAt(intervalMs: number | undefined, longestLine = 100) {
  const clock = clockAt(0);
  const turnstile = createTurnstile(intervalMs, clock, longestLine);
  const seen: string[] = [];
  const gone = new Set<string>();
  const enter = (name: string): void => turnstile.enter({
    isHere: () => !gone.has(name),
    pass: () => seen.push(`${name} passes at ${clock.nowMs()}`),
    turnAway: () => seen.push(`${name} is turned away at ${clock.nowMs()}`),
  });
  return { clock, turnstile, seen, gone, enter };
}

describe("the turnstile before the metrics", () => {
  it("lets the first through at once and the others at the rate, in the order they came", () => {
    const { clock, seen, enter } = queueAt(500);
    for (const name of ["a", "b", "c"]) enter(name);
    expect(seen).toEqual(["a passes at 0"]);
    clock.goTo(2_000);
    expect(seen).toEqual(["a passes at 0", "b passes at 500", "c passes at 1000"]);
  });

  it("gives no credit for quiet times: two a second are two half a second apart", () => {
    const { clock, seen, enter } = queueAt(500);
    clock.goTo(60_000);
    for (const name of ["a", "b"]) enter(name);
    expect(seen).toEqual(["a passes at 60000"]);
    clock.goTo(60_500);
    expect(seen.at(-1)).toBe("b passes at 60500");
  });

  it("spends no turn on those who have gone", () => {
    const { clock, seen, gone, enter } = queueAt(500);
    for (const name of ["a", "b", "c"]) enter(name);
    gone.add("b");
    clock.goTo(500);
    expect(seen).toEqual(["a passes at 0", "b is turned away at 500", "c passes at 500"]);
  });

  it("turns away when the line is full, and those who have gone do not fill it", () => {
    const { seen, gone, enter } = queueAt(500, 2);
    for (const name of ["a", "b", "c", "d"]) enter(name);
    expect(seen).toEqual(["a passes at 0", "d is turned away at 0"]);
    gone.add("b");
    enter("e");
    expect(seen.slice(2)).toEqual(["b is turned away at 0"]);
  });

  it("without a rate holds up nobody", () => {
    const { seen, enter } = queueAt(undefined);
    for (const name of ["a", "b"]) enter(name);
    expect(seen).toEqual(["a passes at 0", "b passes at 0"]);
  });

  it("leaves no timer when it is closed", () => {
    const { clock, turnstile, seen, enter } = queueAt(500);
    for (const name of ["a", "b"]) enter(name);
    turnstile.close();
    expect(clock.armed()).toBe(0);
    clock.goTo(5_000);
    expect(seen).toEqual(["a passes at 0"]);
  });
});

describe(NAME, () => {
  it.each([
    [undefined, 500], ["", undefined], ["10/1secs", 100], ["100/10secs", 100], ["1/2secs", 2_000], ["+2/1.5secs", 750],
    ["0x10/16ms", 1], ["/2/1secs/", 500],
  ])("%j is %j ms between readers", (text, intervalMs) => {
    expect(readMetricsInterval(text === undefined ? {} : { [NAME]: text })).toEqual({ ok: true, value: intervalMs });
  });

  it.each([
    ["2", ""], ["2/1secs/3", ""], ["two/1secs", "'two'"], ["2/1second", "Unknown duration unit 'second'"], [" 2/1secs", "' 2'"],
    ["0/1secs", "'0'"], ["-1/1secs", "'-1'"], ["3000000000/1secs", "'3000000000'"], ["1.5/1secs", "'1.5'"], ["1/0secs", "'0secs'"],
  ])("%j is refused in one line that says what to write", (text, why) => {
    const read = readMetricsInterval({ [NAME]: text });
    if (read.ok) throw new Error(`taken as ${read.value}`);
    expect(read.error).toMatch(/^[^\n]+$/);
    expect(read.error).toContain(`${NAME} is '${text}': expected REQUESTS/DURATION like 10/1secs`);
    expect(read.error).toContain(why);
  });
});
