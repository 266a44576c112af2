/**
 * The bench harness. A suite is a list of questions; a question measures and reports metrics. Every suite first
 * passes its gate (the same answers as the slow oracle), warms up, and prints the machine it ran on. Raw samples stay
 * in the JSON.
 */
import { cpus, loadavg, totalmem } from "node:os";

/** Fewer samples than this say little. */
export const MIN_SAMPLES = 15;

export interface Measurement {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  readonly unit: string;
  readonly n: number;
  readonly min: number;
  readonly p50: number;
  readonly p99: number;
  /** How many times slower the oracle is, and how many times slower than the floor we are, where that was measured. */
  readonly ratio_oracle?: number;
  readonly ratio_floor?: number;
  /** What was hoped for, as p50 (p99 where `goal_at` says so). */
  readonly goal?: number;
  readonly goal_at?: "p50" | "p99";
  /** More is better: the goal is the least, not the most. */
  readonly more?: boolean;
  /** What Apache Mesos was measured to do, in the same unit. */
  readonly mesos?: number;
  /** Shares of a core that client and master used; with more than 0.9 the client is what was measured. */
  readonly client_cpu?: number;
  readonly client_bound?: boolean;
  /** Others ran on the master's core meanwhile. */
  readonly disturbed?: boolean;
  readonly master_cpu?: number;
  readonly samples: readonly number[];
}

export interface Question {
  readonly id: string;
  readonly name: string;
  run(report: Report): void | Promise<void>;
}

export interface Suite {
  readonly name: string;
  /** Throws if the answers are wrong. */
  gate(): void | Promise<void>;
  readonly questions: readonly Question[];
}

export class Report {
  readonly results: Measurement[] = [];
  private question: Question | undefined;
  private readonly print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.print = print;
  }

  begin(question: Question): void {
    this.question = question;
    this.print(`\n${question.id}  ${question.name}`);
  }

  /** One metric with all its samples. */
  add(
    metric: string, unit: string, samples: readonly number[],
    about: Omit<Partial<Measurement>, "id" | "name" | "metric" | "unit" | "samples"> = {},
  ): void {
    const sorted = samples.toSorted((a, b) => a - b);
    const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
    const { id, name } = this.question!;
    const result: Measurement = {
      id, name, metric, unit, n: samples.length, min: at(0), p50: at(0.5), p99: at(0.99), ...about, samples,
    };
    this.results.push(result);
    const texts = (["min", "p50", "p99"] as const).map((part) => `${part} ${format(result[part])}`);
    texts.push(`n ${result.n}`);
    const { goal, goal_at = "p50", ratio_oracle, ratio_floor } = about;
    const of = goal_at === "p50" ? "" : ` (${goal_at})`;
    if (goal !== undefined) texts.push(`goal${of} ${format(goal)}${meetsGoal(result) ? "" : " MISSED"}`);
    if (about.mesos !== undefined) texts.push(`Mesos ${format(about.mesos)}`);
    if (ratio_oracle !== undefined) texts.push(`oracle x${format(ratio_oracle)}`);
    if (ratio_floor !== undefined) texts.push(`floor x${format(ratio_floor)}`);
    this.print(`    ${metric.padEnd(44)} ${unit.padEnd(3)} ${texts.join("  ")}`);
  }

  say(text: string): void {
    this.print(`    ${text}`);
  }
}

/** True without a goal, too. */
export function meetsGoal({ goal, goal_at = "p50", more = false, ...result }: Measurement): boolean {
  return goal === undefined || (more ? result[goal_at] >= goal : result[goal_at] <= goal);
}

/** Milliseconds something took. */
export function timed(what: () => void): number {
  const from = performance.now();
  what();
  return performance.now() - from;
}

/** CPU milliseconds of this process since the last call. */
export class CpuClock {
  private last = process.cpuUsage();

  lap(): number {
    const { user, system } = process.cpuUsage(this.last);
    this.last = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** Megabytes this process has in memory. */
export function residentMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Processes that wanted to run in the minute before: more than cores means that wall times say little. */
  readonly load: number;
}

export function machine(): Machine {
  const all = cpus();
  const cpu = all[0]?.model ?? "unknown";
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return { cpu, cores: all.length, memoryGb, node: process.version, load: loadavg()[0]! };
}

/** Three digits, or as many as stand before the point. */
export function format(value: number): string {
  if (value === 0) return "0";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(3);
}
