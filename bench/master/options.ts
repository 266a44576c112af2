/** How the master suite is run: the part of the command line that is its own. */
import type { Address } from "./fleet.ts";

export interface BenchOptions {
  /** Part of the workload: 0.1 is a tenth of the agents, frameworks, tasks and seconds. */
  readonly scale: number;
  /** As many samples of what is measured again and again, instead of each question's own number. */
  readonly samples: number | undefined;
  /** A master that runs already; it is never started anew. */
  readonly target: Address | undefined;
  /** Its process, if it is on this machine: for its share of a core and its memory. */
  readonly targetPid: number | undefined;
  /** Program and first arguments of a master that takes the flags of mesos-master; undefined: ours. */
  readonly command: readonly string[] | undefined;
  /** Agents that share one address, as many actors of one libprocess do: one connection each way for all of them. */
  readonly agentsPerPort: number;
  /** Where a profile of each of our masters is written when it ends. */
  readonly profile: string | undefined;
  /** Where the agents listen. */
  readonly clientIp: string;
}

export function readBenchOptions(options: ReadonlyMap<string, string>): BenchOptions {
  const number = (name: string, otherwise: number, isGood: (value: number) => boolean): number => {
    const text = options.get(name);
    const value = text === undefined ? otherwise : Number(text);
    if (!isGood(value)) throw new Error(`Invalid --${name}='${text}': see bench/master/options.ts`);
    return value;
  };
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;
  return {
    scale: number("scale", 1, (value) => value > 0 && value <= 1),
    samples: options.has("samples") ? number("samples", 1, isCount) : undefined,
    target: options.has("target") ? readAddress(options.get("target")!) : undefined,
    targetPid: options.has("target-pid") ? number("target-pid", 0, isCount) : undefined,
    command: options.get("master-command")?.split(" ").filter((word) => word !== ""),
    agentsPerPort: number("agents-per-port", 100, isCount),
    profile: options.get("profile"),
    clientIp: options.get("client-ip") ?? "127.0.0.1",
  };
}

/** `host:port`. */
export function readAddress(text: string): Address {
  const [, host, port] = /^([^:]+):(\d+)$/.exec(text) ?? [];
  if (host === undefined) throw new Error(`Invalid address '${text}': expected host:port`);
  return { host, port: Number(port) };
}

/** A number of things at this scale, never none. */
export function scaled({ scale }: BenchOptions, count: number, least = 1): number {
  return Math.max(least, Math.round(count * scale));
}

/** An agent is offered once per interval, a second by default: fewer agents must be offered more often. */
export function tickFlag({ scale }: BenchOptions): string {
  return `--allocation_interval=${Math.max(50, Math.round(1_000 * scale))}ms`;
}

/** A number as it stands in the name of a question. */
export function count(value: number): string {
  return value.toLocaleString("en");
}
