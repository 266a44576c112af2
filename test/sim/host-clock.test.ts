/** The clock of a simulated program does what the real one does (shell/clock.ts) when somebody sets the wall clock. */
import { describe, expect, it } from "vitest";
import { Agenda } from "../../src/sim/agenda.ts";
import { HostClock } from "../../src/sim/host-clock.ts";

function running() {
  const agenda = new Agenda(1_000_000);
  const fired: string[] = [];
  const clock = new HostClock<string>(agenda, (timer) => fired.push(timer));
  const pass = (ms: number): void => agenda.runUntil(agenda.nowMs + ms, () => true);
  clock.start();
  clock.arm("a", clock.nowMs + 5_000, "a");
  return { clock, fired, pass };
}

describe("the wall clock is set", () => {
  it("ahead: what is due by it is due at once", () => {
    const { clock, fired, pass } = running();
    clock.jump(20_000);
    expect(clock.nowMs).toBe(1_020_000);
    pass(0);
    expect(fired).toEqual(["a"]);
  });

  it("back: the program's time goes on, and its timers keep theirs", () => {
    const { clock, fired, pass } = running();
    clock.jump(-20_000);
    pass(4_999);
    expect([clock.nowMs, fired]).toEqual([1_004_999, []]);
    pass(1);
    expect(fired).toEqual(["a"]);
  });

  it("back, and the next program begins with what it says", () => {
    const { clock } = running();
    clock.jump(-20_000);
    clock.end();
    clock.start();
    expect(clock.nowMs).toBe(980_000);
  });
});
