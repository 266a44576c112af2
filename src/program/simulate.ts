/**
 * `allot simulate`: a whole cluster in this process, in simulated time, with faults from a seed and checkers that look for what
 * must never happen. A line for everything that happens (when, who to whom, what), then what was passed and a hash over all
 * that happened. Exit code 1 and the last lines again if a checker finds something.
 */
import { readFileSync, writeSync } from "node:fs";
import { isMainThread, Worker } from "node:worker_threads";
import { parseFaults, FAULT_NAMES } from "../sim/faults.ts";
import { failureReport, summary } from "../sim/report.ts";
import { BUSY, commandOf, LOOK_EVERY_MS, scenario } from "../sim/scenario.ts";
import type { Progress } from "../sim/scenario.ts";
import { Simulation } from "../sim/simulation.ts";
import { isShared, TEAM_BUSY, TEAM_LOOK_EVERY_MS } from "../sim/teams.ts";
import { clockText } from "../sim/trace.ts";
import { findKernel } from "./engine.ts";
import { bool, double, flag, int, optional, printHelp, text } from "./flags.ts";
import { flagsOrExit } from "./load-flags.ts";
import { REPLAY_FLAGS, replayRecord } from "./replay.ts";

const YOUNG_MB = 384;
const OLD_MB = 2_500;
const PROGRESS_EVERY_MS = 5_000;

const atLeast = (least: number, name: string) => (value: number): string | undefined =>
  value >= least ? undefined : `Expected --${name} to be ${least} or more`;

const aboveZero = (name: string) => (value: number): string | undefined =>
  value > 0 ? undefined : `Expected --${name} to be above 0`;

const FLAGS = {
  help: flag(bool, false, "Print this and leave."),
  seed: flag(int, 1, "Decides everything that chance decides: the same seed gives the same run."),
  seeds: flag(int, 1, "How many runs, each with the next seed.", { check: atLeast(1, "seeds") }),
  agents: flag(int, 100, "How many agents.", { check: atLeast(1, "agents") }),
  real_agents: flag(int, 0, "How many of them are real ones, with containers that are only said to run; the others are light."),
  frameworks: flag(int, 5, "How many schedulers.", { check: atLeast(1, "frameworks") }),
  masters: flag(int, 1, "How many masters, one of which leads.", { check: atLeast(1, "masters") }),
  hours: flag(double, 1, "How long faults happen; then everything must come right.", { check: atLeast(0, "hours") }),
  busy: optional(
    double, `Tasks each scheduler starts per minute, more or less: ${BUSY}, or ${TEAM_BUSY} in a large cluster, in waves of 10 to 80.`,
    { check: aboveZero("busy") },
  ),
  operations: flag(double, 30, "What an operator does in an hour: quota, weights, drains, maintenance, reservations and more.", {
    check: atLeast(0, "operations"),
  }),
  faults: flag(text, "all", `What goes wrong: all, none, or a list of ${FAULT_NAMES.join(", ")}; name:N for N times an hour.`, {
    check: (value) => {
      const plan = parseFaults(value);
      return plan.ok ? undefined : plan.error;
    },
  }),
  bytes: flag(bool, true, "Send every message through its codecs, as on a real wire; without it runs are quicker."),
  look_every: optional(
    double, `Simulated seconds between two looks at the books: ${LOOK_EVERY_MS / 1000}, or ${TEAM_LOOK_EVERY_MS / 1000} in a large cluster.`,
    { check: aboveZero("look_every") },
  ),
  quiet: flag(bool, false, "Print only how it ended; of several runs that is all that is printed, and of a large cluster how far it is."),
  ...REPLAY_FLAGS,
};

/** Resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const program = "allot simulate";
  const flags = flagsOrExit(FLAGS, args, program, () => printHelp(`Usage: ${program} [flags]`, FLAGS), {});
  if (typeof flags === "number") return flags;
  const { seed: first, seeds, real_agents: realAgents, look_every: lookEverySeconds, faults, busy, quiet, ...others } = flags.values;
  const { replay, from, to, grep, ...same } = others;
  if (replay !== undefined) return replayRecord({ directory: replay, from, to, grep, quiet });
  const plan = parseFaults(faults);
  if (!plan.ok) return 1;
  if (isMainThread && isShared(same)) return inThreadOfItsOwn();
  const kernel = new WebAssembly.Module(readFileSync(findKernel()));
  for (let seed = first; seed < first + seeds; seed++) {
    const lines = new Lines();
    const wishes = scenario({
      ...same, kernel, seed, realAgents, faults: plan.value,
      ...(busy === undefined ? {} : { busy }),
      ...(lookEverySeconds === undefined ? {} : { lookEveryMs: lookEverySeconds * 1000 }),
      ...(quiet || seeds > 1 || isShared(same) ? {} : { onLine: (line: string) => lines.add(line) }),
      ...(quiet || !isShared(same) ? {} : { onProgress: progressPrinter() }),
    });
    const startedAt = performance.now();
    const outcome = new Simulation(wishes).run();
    lines.flush();
    if (outcome.violations.length > 0) {
      console.error(failureReport(outcome, commandOf(wishes)));
      return 1;
    }
    console.log(summary(outcome, performance.now() - startedAt));
    console.log(costs());
  }
  return 0;
}

/**
 * A large cluster makes garbage faster than the young generation of V8 is made for: what is sent to ten thousand agents in one
 * turn outlives it. Only a thread can be given a larger one by the program itself.
 */
function inThreadOfItsOwn(): Promise<number> {
  const [, script = "", ...argv] = process.argv;
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB };
  return new Promise((resolve, reject) => {
    new Worker(script, { argv, resourceLimits }).once("error", reject).once("exit", resolve);
  });
}

/** Of this process until now. */
function costs(): string {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return `  ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s of CPU, ${Math.round(maxRSS / 1000)} MB at most`;
}

/** How far a long run is: written at once, since nothing else of this process gets a turn before the end. */
function progressPrinter(): (progress: Progress) => void {
  let [printedAt, printedSteps] = [performance.now(), 0];
  return ({ phase, simulatedMs, steps }) => {
    const now = performance.now();
    if (now - printedAt < PROGRESS_EVERY_MS) return;
    const rate = Math.round(((steps - printedSteps) / (now - printedAt)) * 1000);
    const memory = Math.round(process.memoryUsage().rss / 1_000_000);
    writeSync(1, `${clockText(simulatedMs)} ${phase}: ${steps} simulated events, ${rate} per second, ${memory} MB\n`);
    [printedAt, printedSteps] = [now, steps];
  };
}

/** Many lines at once: a run of an hour has a hundred thousand. */
class Lines {
  private waiting: string[] = [];

  add(line: string): void {
    if (this.waiting.push(line) >= 1_000) this.flush();
  }

  flush(): void {
    if (this.waiting.length > 0) process.stdout.write(`${this.waiting.join("\n")}\n`);
    this.waiting = [];
  }
}
