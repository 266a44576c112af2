/** What a master is told once at its start: its identity, its flags as values, and the flags as text for `/flags`. */
import type { AllocatorOptions } from "../allocator/allocator.ts";
import type { Authorizer } from "../model/acl/authorizer.ts";
import type { DomainInfo } from "../model/gen/mesos.ts";
import type { Role } from "../model/id.ts";
import type { CramMd5 } from "./authenticate/crammd5.ts";
import type { RateLimits } from "./rate-limits.ts";

export interface MasterOptions {
  /** Random UUID text of this process (REG-37): prefix of all ids it makes. */
  readonly id: string;
  /** Advertised IPv4 address and port; with the actor id `master` they are our UPID. */
  readonly ip: string;
  readonly port: number;
  readonly hostname: string;
  readonly version: BuildInfo;
  readonly startedAtMs: number;
  readonly allocator: AllocatorOptions;
  /** Set flags and defaults as text, in the operator's syntax, for `/flags` and `/state`. */
  readonly flags: Readonly<Record<string, string>>;
  readonly cluster: string | undefined;
  readonly domain: DomainInfo | undefined;
  readonly agentPingTimeoutMs: number;
  readonly maxAgentPingTimeouts: number;
  readonly agentReregisterTimeoutMs: number;
  /** Fraction 0..1 of recovered agents that may be removed after a failover (AGT-53). */
  readonly recoveryAgentRemovalLimit: number;
  /**
   * --agent_removal_rate_limit: so many agents per so many milliseconds may be marked unreachable; unset is no limit
   * (AGT-27).
   */
  readonly agentRemovalRateLimit: { readonly agents: number; readonly perMs: number } | undefined;
  /** How often, beyond what age and beyond what number unreachable and gone agents are forgotten (AGT-36). */
  readonly registryGcIntervalMs: number;
  readonly registryMaxAgentAgeMs: number;
  readonly registryMaxAgentCount: number;
  readonly offerTimeoutMs: number | undefined;
  readonly rootSubmissions: boolean;
  /** The deprecated --roles whitelist (FWK-11). */
  readonly roleWhitelist: ReadonlySet<Role> | undefined;
  readonly weights: ReadonlyMap<Role, number>;
  readonly maxCompletedFrameworks: number;
  readonly maxCompletedTasksPerFramework: number;
  readonly maxUnreachableTasksPerFramework: number;
  readonly requireAgentDomain: boolean;
  /** Streams of the operator API that are open at a time; with one more the oldest is closed. */
  readonly maxOperatorSubscribers: number;
  /** --acls; without them everybody may do everything (AUT-15). */
  readonly authorizer?: Authorizer;
  /** How agents and drivers authenticate; without it none can (AUT-01). */
  readonly crammd5?: CramMd5;
  /** --authenticate_agents, --authenticate_frameworks: those who have not authenticated are refused (AUT-03). */
  readonly authenticateAgents?: boolean;
  readonly authenticateFrameworks?: boolean;
  /** How long an authentication may take. */
  readonly authenticationTimeoutMs?: number;
  /** --rate_limits (FWK-54). */
  readonly rateLimits?: RateLimits;
}

export interface BuildInfo {
  readonly version: string;
  /** As printed: `2026-11-20 03:40:00 UTC`, and the same in seconds since the epoch. */
  readonly buildDate: string;
  readonly buildTimeSeconds: number;
  readonly buildUser: string;
}
