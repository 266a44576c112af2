import type { MasterOptions } from "../../src/master/options.ts";

/** The id of the masters in stories: their agents are `m-S0`, `m-S1` and so on. */
export const MASTER_ID = "m";

/** Options of a master for a story: flags at their defaults, everything else short. */
export function masterOptions(changes: Partial<MasterOptions> = {}): MasterOptions {
  return {
    id: MASTER_ID,
    ip: "10.0.0.9",
    port: 5050,
    hostname: "master.example",
    version: { version: "1.12.0", buildDate: "2026-11-20 00:00:00 UTC", buildTimeSeconds: 1_795_132_800, buildUser: "root" },
    startedAtMs: 1_795_147_200_000,
    allocator: {
      allocationIntervalMs: 1000,
      filterGpuResources: true,
      recoveryTimeoutMs: 600_000,
      agentRecoveryFactor: 0.8,
      roleSorter: "drf",
      frameworkSorter: "drf",
      strict: false,
      seed: 1,
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
    registryMaxAgentAgeMs: 14 * 86_400_000,
    registryMaxAgentCount: 102_400,
    offerTimeoutMs: undefined,
    rootSubmissions: true,
    roleWhitelist: undefined,
    weights: new Map(),
    maxCompletedFrameworks: 50,
    maxCompletedTasksPerFramework: 1000,
    maxOperatorSubscribers: 1000,
    maxUnreachableTasksPerFramework: 1000,
    requireAgentDomain: false,
    ...changes,
  };
}
