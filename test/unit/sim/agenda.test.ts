/** Whatever is entered, called off and let happen: it happens in the order of a sorted list, the slow and obvious agenda. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { Agenda } from "../../../src/sim/agenda.ts";
import type { Entry } from "../../../src/sim/agenda.ts";

const START_MS = 1_795_147_200_000;

/** Now, within a moment, within a slice, at the very edge of one, and far away. */
const delay = fc.oneof(
  fc.constantFrom(0, 1 / 16, 1, 63.9375, 64, 128, 75_000, 600_000),
  fc.double({ min: 0, max: 0.1, noNaN: true }),
  fc.double({ min: 0, max: 200, noNaN: true }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("enter" as const), ms: delay, then: fc.option(delay) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("call-off" as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("pass" as const), ms: delay }) },
);

interface Planned {
  readonly atMs: number;
  readonly name: number;
  readonly then: number | null;
}

it("what happens, happens when it is due, first come first served", () => {
  fc.assert(fc.property(fc.array(move, { maxLength: 200 }), (moves) => {
    const agenda = new Agenda(START_MS);
    const happened: string[] = [];
    const expected: string[] = [];
    const entries = new Map<number, Entry>();
    let [names, planned, nowMs]: [number, Planned[], number] = [0, [], START_MS];

    const enter = (ms: number, then: number | null): void => {
      const name = names++;
      entries.set(name, agenda.after(ms, () => {
        happened.push(`${name} at ${agenda.nowMs}`);
        if (then !== null) agenda.after(then, () => happened.push(`after ${name} at ${agenda.nowMs}`));
      }));
      planned.push({ atMs: nowMs + ms, name, then });
    };
    /** Those that follow have negative names: they were entered when the one before happened. */
    const pass = (untilMs: number): void => {
      for (;;) {
        const next = planned.reduce<Planned | undefined>((first, each) => (first === undefined || each.atMs < first.atMs ? each : first), undefined);
        if (next === undefined || next.atMs > untilMs) break;
        planned = planned.filter((each) => each !== next);
        expected.push(next.name < 0 ? `after ${-next.name - 1} at ${next.atMs}` : `${next.name} at ${next.atMs}`);
        if (next.then !== null) planned.push({ atMs: next.atMs + next.then, name: -next.name - 1, then: null });
      }
      nowMs = untilMs;
    };

    for (const each of moves) {
      if (each.kind === "enter") enter(each.ms, each.then);
      if (each.kind === "call-off" && names > 0) {
        const name = each.which % names;
        agenda.callOff(entries.get(name));
        planned = planned.filter((other) => other.name !== name);
      }
      if (each.kind === "pass") {
        agenda.runUntil(nowMs + each.ms, () => true);
        pass(nowMs + each.ms);
      }
    }
    agenda.runUntil(nowMs + 1e7, () => true);
    pass(nowMs + 1e7);
    expect(happened).toEqual(expected);
    expect(agenda.steps).toBe(expected.length);
  }), { numRuns: 300 });
});

it("thousands that were called off are swept out, and the others are not", () => {
  const agenda = new Agenda(START_MS);
  const happened: number[] = [];
  const entries = Array.from({ length: 20_000 }, (_, n) => agenda.after((n * 7) % 1_000, () => happened.push(n)));
  entries.forEach((entry, n) => n % 4 !== 0 && agenda.callOff(entry));
  agenda.runUntil(START_MS + 1_000, () => true);
  expect(happened).toHaveLength(5_000);
  expect(happened.every((n) => n % 4 === 0)).toBe(true);
});
