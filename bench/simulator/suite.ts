/**
 * S1, the simulator at scale: what `allot simulate` makes of 10,000 agents and 1,000 schedulers with all that can go wrong,
 * all checkers on. The command itself is run, as a user would. `--scale=0.05` simulates so much of the hour; the cluster stays
 * as large as it is. The goals are those of the whole hour: what arrives, comes back and leaves costs the same in a shorter one.
 */
import { spawnSync } from "node:child_process";
import type { Question, Suite } from "../harness.ts";

const COMMAND = ["dist/main.js", "simulate", "--seed=7"] as const;
const MOST_CPU_SECONDS = 300;
const MOST_MB = 3_000;

interface Run {
  readonly events: number;
  readonly simulatedSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

function simulated(agents: number, frameworks: number, hours: number): Run {
  const flags = [`--agents=${agents}`, `--frameworks=${frameworks}`, `--hours=${hours}`, "--quiet"];
  const { status, stdout, stderr } = spawnSync("sh", [...COMMAND, ...flags], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the simulator ends with ${status}: ${stderr}`);
  const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? NaN);
  const [, h = "0", m = "0", s = "0"] = /(\d+):(\d\d):(\d\d)\.\d+ simulated/.exec(stdout) ?? [];
  return {
    events: number(/(\d+) simulated events/),
    simulatedSeconds: Number(h) * 3600 + Number(m) * 60 + Number(s),
    cpuSeconds: number(/([\d.]+) s of CPU/),
    peakMb: number(/(\d+) MB at most/),
  };
}

function atScale(scale: number): Question {
  return {
    id: "S1",
    name: `10,000 agents, 1,000 schedulers, all faults and checkers, ${scale === 1 ? "an hour" : `${scale} of an hour`}`,
    run: (report) => {
      const { events, simulatedSeconds, cpuSeconds, peakMb } = simulated(10_000, 1_000, scale);
      const isWhole = scale === 1;
      report.add("simulated events per second of CPU", "/s", [events / cpuSeconds], { more: true });
      report.add("CPU seconds, all of it", "s", [cpuSeconds], isWhole ? { goal: MOST_CPU_SECONDS } : {});
      report.add("CPU per simulated second", "ms", [(1000 * cpuSeconds) / simulatedSeconds]);
      report.add("memory at most", "MB", [peakMb], { goal: MOST_MB });
      report.say(`${events} events in ${simulatedSeconds} simulated seconds`);
    },
  };
}

export function simulatorSuite(options: ReadonlyMap<string, string>): Suite {
  return {
    name: "simulator",
    /** A small cluster passes all its checkers. */
    gate: () => void simulated(100, 10, 0.1),
    questions: [atScale(Number(options.get("scale") ?? 1))],
  };
}
