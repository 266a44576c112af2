/** What is to be simulated: `scenario({ kernel, seed: 7, agents: 100, frameworks: 5, hours: 1 })`; everything else has a default. */
import { step } from "../master/master.ts";
import { afterBatch } from "../master/schedule.ts";
import type { Resources } from "../model/resources.ts";
import type { Character } from "./character.ts";
import { sized } from "./character.ts";
import { ALL_FAULTS, NO_FAULTS } from "./faults.ts";
import type { FaultPlan } from "./faults.ts";
import type { MasterSettings } from "./master-host.ts";
import type { StoreSettings } from "./store.ts";
import { isShared, TEAM_BUSY, TEAM_LOOK_EVERY_MS } from "./teams.ts";
import { START_MS } from "./world.ts";

/** Jobs each scheduler gets per minute, more or less. */
export const BUSY = 6;
/** From one look at the books to the next. */
export const LOOK_EVERY_MS = 15_000;

export interface Scenario {
  readonly kernel: WebAssembly.Module;
  readonly seed: number;
  readonly agents: number;
  /** So many of the agents are our own, with containers; the others are light. */
  readonly realAgents: number;
  readonly frameworks: number;
  readonly masters: number;
  readonly hours: number;
  readonly master: MasterSettings;
  readonly store: StoreSettings;
  readonly faults: FaultPlan;
  /** What machines there are; each agent is one of them. */
  readonly machines: readonly Resources[];
  /** Jobs a scheduler gets per minute, more or less. */
  readonly busy: number;
  /** Some schedulers tear themselves down now and then. */
  readonly teardowns: boolean;
  /** What an operator does in an hour. */
  readonly operations: number;
  /** The operator reserves, too. */
  readonly reserves: boolean;
  /** Instead of a drawn one. */
  readonly character?: ((index: number) => Character) | undefined;
  readonly bytes: boolean;
  readonly latencyMs: number;
  readonly lookEveryMs: number;
  readonly keepLines: number;
  readonly onLine?: ((line: string) => void) | undefined;
  /** Told at every look how far the run is. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far a run is. */
export interface Progress {
  /** What it is at: faults happen, everything comes right, everybody leaves. */
  readonly phase: "faults" | "settling" | "emptying";
  readonly simulatedMs: number;
  /** Things that have happened, one by one. */
  readonly steps: number;
}

export function scenario(wishes: Partial<Scenario> & Pick<Scenario, "kernel" | "seed">): Scenario {
  const isLarge = isShared({ agents: 10, frameworks: 3, ...wishes });
  return {
    agents: 10,
    realAgents: 0,
    frameworks: 3,
    masters: 1,
    hours: 1,
    master: MASTER,
    store: { isFenced: true, losesFsync: false },
    faults: NO_FAULTS,
    machines: ["cpus:8;mem:16384;disk:100000;ports:[31000-32000]", "cpus:32;mem:65536;disk:500000;ports:[31000-32000]"].map(sized),
    busy: isLarge ? TEAM_BUSY : BUSY,
    teardowns: true,
    operations: 30,
    reserves: true,
    bytes: true,
    latencyMs: 0.5,
    lookEveryMs: isLarge ? TEAM_LOOK_EVERY_MS : LOOK_EVERY_MS,
    keepLines: 200,
    ...wishes,
  };
}

/** The command that runs the same again. */
export function commandOf(
  { seed, agents, realAgents, frameworks, masters, hours, busy, operations, faults, bytes, lookEveryMs }: Scenario,
): string {
  const list = faults === ALL_FAULTS ? "all" : faults.size === 0 ? "none" : [...faults].map(([name, rate]) => `${name}:${rate}`).join(",");
  return [
    `allot simulate --seed=${seed} --agents=${agents} --real_agents=${realAgents} --frameworks=${frameworks}`,
    `--masters=${masters} --hours=${hours} --busy=${busy} --operations=${operations} --faults=${list} --look_every=${lookEveryMs / 1000}`,
    ...(bytes ? [] : ["--no-bytes"]),
  ].join(" ");
}

/** A master with its flags at their defaults. */
export const MASTER: MasterSettings = {
  core: { step, afterBatch },
  sendsBeforePersist: false,
  options: {
    version: { version: "1.12.0", buildDate: "2026-11-20 00:00:00 UTC", buildTimeSeconds: START_MS / 1000, buildUser: "sim" },
    allocator: {
      allocationIntervalMs: 1_000,
      filterGpuResources: true,
      recoveryTimeoutMs: 600_000,
      agentRecoveryFactor: 0.8,
      roleSorter: "drf",
      frameworkSorter: "drf",
      strict: false,
      seed: 0,
      minAllocatable: [new Map([["cpus", 10]]), new Map([["mem", 32_000]])],
    },
    flags: {},
    cluster: undefined,
    domain: undefined,
    agentPingTimeoutMs: 15_000,
    maxAgentPingTimeouts: 5,
    agentReregisterTimeoutMs: 600_000,
    recoveryAgentRemovalLimit: 1,
    agentRemovalRateLimit: undefined,
    registryGcIntervalMs: 900_000,
    registryMaxAgentAgeMs: 14 * 24 * 3_600_000,
    registryMaxAgentCount: 102_400,
    offerTimeoutMs: undefined,
    rootSubmissions: true,
    roleWhitelist: undefined,
    weights: new Map(),
    maxCompletedFrameworks: 50,
    maxCompletedTasksPerFramework: 100,
    maxUnreachableTasksPerFramework: 1_000,
    requireAgentDomain: false,
    maxOperatorSubscribers: 1_000,
  },
};
