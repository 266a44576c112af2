/** What an agent is told once at its start: who it is, its flags as values, and the flags as text for `/flags`. */
import type { Authorizer } from "../model/acl/authorizer.ts";
import type { AgentInfo } from "../model/gen/mesos.ts";
import type { RandomState } from "../model/random.ts";

export interface AgentOptions {
  /** The actor id in our UPID: `slave(1)`. */
  readonly actor: string;
  /** Advertised IPv4 address (or name) and port: the rest of our UPID. */
  readonly host: string;
  readonly port: number;
  /** 128 random bits: every id and backoff is drawn from them. */
  readonly seed: RandomState;
  /** Without id: hostname, port, attributes, domain, `checkpoint: true`, and the static resources in normal form. */
  readonly info: AgentInfo;
  readonly version: BuildInfo;
  readonly startedAtMs: number;
  /** Absolute: sandboxes, volumes and checkpoints live below it. */
  readonly workDir: string;
  /** Set flags and defaults as text, in the operator's syntax, for `/flags` and `/state`. */
  readonly flags: Readonly<Record<string, string>>;
  readonly registrationBackoffMs: number;
  readonly executorRegistrationTimeoutMs: number;
  readonly executorReregistrationTimeoutMs: number;
  /** How often executors of the previous run that speak by messages are called meanwhile; absent: once. */
  readonly executorReregistrationRetryMs?: number;
  readonly executorShutdownGraceMs: number;
  /** How long an executor of a checkpointing framework waits for its agent (EXC-14). */
  readonly recoveryTimeoutMs: number;
  /** `cleanup`: kill what was recovered and exit (AGF-58). */
  readonly recover: "reconnect" | "cleanup";
  readonly reconfigurationPolicy: "equal" | "additive";
  readonly gcDelayMs: number;
  /** Fraction 0..1 of the disk kept free: sandboxes are removed sooner as it fills (AGF-54). */
  readonly gcDiskHeadroom: number;
  readonly maxCompletedExecutorsPerFramework: number;
  /** Run tasks as their user. */
  readonly switchUser: boolean;
  /** Names of the isolators, as in `--isolation`. */
  readonly isolation: readonly string[];
  /** What every executor's environment starts from (FLA-37). */
  readonly executorEnvironment: Readonly<Record<string, string>>;
  /** The executor that runs command tasks, and the one that runs task groups. */
  readonly commandExecutor: Program;
  readonly defaultExecutor: Program;
  /** --acls; without them everybody may do everything (AUT-15). */
  readonly authorizer?: Authorizer;
  /** Signs what an executor may claim, with --jwt_secret_key; absent: executors get no token. */
  readonly executorToken?: (claims: Readonly<Record<string, string>>) => string;
  /** --credential, for a master that asks who we are. */
  readonly credential?: Credential;
}

export interface Credential {
  readonly principal: string;
  /** HMAC-MD5 of a challenge with our secret, in lower-case hex. */
  digest(challenge: string): string;
  /** An attempt to authenticate takes a random time between these at most, and the upper bound grows up to the last. */
  readonly backoffMs: number;
  readonly timeoutMinMs: number;
  readonly timeoutMaxMs: number;
}

/** A program and its whole argv, from argv[0]. */
export interface Program {
  readonly path: string;
  readonly argv: readonly string[];
}

export interface BuildInfo {
  readonly version: string;
  /** As printed: `2026-11-20 03:40:00 UTC`, and the same in seconds since the epoch. */
  readonly buildDate: string;
  readonly buildTimeSeconds: number;
  readonly buildUser: string;
}
