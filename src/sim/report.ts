/** What a run has to say at its end, for people: how it was, or what went wrong, what came before it, and how to see it again. */
import type { Outcome } from "./simulation.ts";
import { clockText } from "./trace.ts";
import { START_MS } from "./world.ts";

/** Lines that stand before a violation. */
const TAIL_LINES = 60;

/** `command` repeats the run. */
export function failureReport({ violations, seed, tail }: Outcome, command: string): string {
  return [
    ...tail().slice(-TAIL_LINES),
    "",
    `Seed ${seed}: ${violations.length} violation${violations.length === 1 ? "" : "s"}`,
    ...violations.map(({ checker, what, atMs }) => `  ${clockText(atMs - START_MS)} ${checker}: ${what}`),
    "",
    `Repeat with: ${command}`,
  ].join("\n");
}

/** `elapsedMs`: how long it took outside. */
export function summary(outcome: Outcome, elapsedMs: number): string {
  const { seed, hash, checks, tries, steps, lines, simulatedMs, launches, offers, masterStarts, faults } = outcome;
  const rate = Math.round((steps / elapsedMs) * 1000);
  return [
    `Seed ${seed}: ${clockText(simulatedMs)} simulated in ${(elapsedMs / 1000).toFixed(1)} s, nothing wrong`,
    `  ${offers} offers, ${launches} tasks launched, ${faults} faults, ${masterStarts} starts of masters`,
    `  ${steps} simulated events, ${rate} per second`,
    ...checks.map((check) => `  passed: ${check}${tries.has(check) ? ` (compared ${tries.get(check)!} times)` : ""}`),
    `  ${lines} lines of trace, hash ${hash}`,
  ].join("\n");
}
