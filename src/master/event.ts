/**
 * All that can happen to a master. Each event is a plain value: the flight record writes them, the simulator makes
 * them, `step` (master.ts) takes them one by one.
 */
import type { CycleResult } from "../allocator/allocator.ts";
import type { Schedule } from "../model/gen/maintenance.ts";
import type { DrainConfig, MachineID, MasterInfo, WeightInfo } from "../model/gen/mesos.ts";
import type { QuotaConfig } from "../model/gen/quota.ts";
import type { AgentId, FrameworkId, OfferId } from "../model/id.ts";
import type { Principal } from "../model/principal.ts";
import type { Upid } from "../model/upid.ts";
import type { Field, Piece } from "../wire/pieces.ts";
import type { Message } from "../wire/v0/messages.ts";
import type { RegistryEntries } from "./registry/registry.ts";

export type RequestId = number & { readonly __requestId: unique symbol };
/** Text of the UUID that identifies one event stream (the Mesos-Stream-Id header of a scheduler's stream). */
export type StreamId = string & { readonly __streamId: unique symbol };

/** One HTTP request that is not a libprocess message. Headers are in lower case; the last of a repeated header wins. */
export interface HttpRequest {
  readonly id: RequestId;
  readonly method: string;
  /** Path without query, e.g. `/master/state`; nothing but the name of an actor is percent-decoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Fresh UUID text from the shell, for the stream this request may open. */
  readonly streamId: StreamId;
  /** Who the authenticators say this is; absent while authentication is off. */
  readonly principal?: Principal;
  /** What the shell measured for this request, because the core asked for it (`Outbox.measure`). */
  readonly readings?: Readings;
}

/**
 * Numbers that only the world around the core knows, by metric name: `system/load_1min`,
 * `registrar/state_store_ms/p99`.
 */
export type Readings = Readonly<Record<string, number>>;

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /**
   * Instead of `body`, for answers that may be long: made when they are sent, out of values that do not change any
   * more. So a long answer is taken at once and written little by little.
   */
  readonly content?: Content;
  /** Instead of `body`, for Prometheus: the library that writes its text lives outside (shell/http/prometheus.ts). */
  readonly samples?: readonly MetricSample[];
}

/** One number under a name that Prometheus takes (MET rows, as labelled by views/prometheus.ts). */
export interface MetricSample {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A text or a protobuf message in pieces (wire/pieces.ts). */
export type Content = { readonly pieces: readonly Piece[] } | { readonly fields: readonly Field[] };

/** What a timer says when it fires. `key` in the outbox is derived from it by `timerKey`. */
export type Timer =
  | { readonly kind: "allocation-tick" }
  | { readonly kind: "allocator-deadline" }
  | { readonly kind: "ping"; readonly agentId: AgentId }
  | { readonly kind: "heartbeat"; readonly frameworkId: FrameworkId }
  | { readonly kind: "subscriber-heartbeat"; readonly stream: StreamId }
  | { readonly kind: "framework-failover"; readonly frameworkId: FrameworkId }
  | { readonly kind: "agent-reregister"; readonly agentId: AgentId }
  | { readonly kind: "recovered-agents" }
  /** The next place in the queue of agents to be marked unreachable is due (AGT-27). */
  | { readonly kind: "agent-removals" }
  /** Time to forget old unreachable and gone agents (AGT-36). */
  | { readonly kind: "registry-gc" }
  | { readonly kind: "offer-timeout"; readonly offerId: OfferId }
  /** An agent or driver has had its time to prove who it is. */
  | { readonly kind: "authentication"; readonly session: string }
  /** The next message in the line of a principal, or of those without a limit of their own, has its turn. */
  | { readonly kind: "rate-limit"; readonly principal?: string };

export type MasterEvent =
  /** Somebody has been found to lead, perhaps we ourselves, or nobody does. */
  | { readonly type: "detected"; readonly leader: MasterInfo | undefined }
  /** This process leads and its store has been read: the recovered registry. Before this event nothing is accepted. */
  | { readonly type: "elected"; readonly registry: RegistryEntries }
  /** A libprocess message for one of our actors; `body`: the bytes it came as, for the flight record. */
  | { readonly type: "message"; readonly from: Upid; readonly to: string; readonly message: Message; readonly body?: Uint8Array }
  /** A linked peer's persistent connection broke. */
  | { readonly type: "exited"; readonly peer: Upid }
  | { readonly type: "request"; readonly request: HttpRequest }
  /** The client closed an event stream that we had opened. */
  | { readonly type: "stream-closed"; readonly stream: StreamId }
  | { readonly type: "timer"; readonly timer: Timer }
  /** A registry operation is durable; `then` says what to go on with. */
  | { readonly type: "persisted"; readonly then: Continuation }
  /** A finished allocation cycle came back from the pool. */
  | { readonly type: "allocated"; readonly result: CycleResult };

/**
 * What to go on with once a registry operation is durable: values only, so that an event can be recorded and replayed.
 * Each kind is handled by the file of the verb that asked for it, which re-validates: the world has moved on meanwhile.
 */
export type Continuation =
  | { readonly kind: "term-begun" }
  | { readonly kind: "agent-admitted"; readonly pid: Upid; readonly message: Message<"mesos.internal.RegisterSlaveMessage">; readonly agentId: AgentId }
  | { readonly kind: "agent-readmitted"; readonly pid: Upid; readonly message: Message<"mesos.internal.ReregisterSlaveMessage"> }
  | { readonly kind: "agent-updated"; readonly pid: Upid; readonly message: Message<"mesos.internal.ReregisterSlaveMessage"> }
  | { readonly kind: "agent-unreachable"; readonly agentId: AgentId; readonly unreachableAtMs: number; readonly reason: string }
  /** `request`: the operator who waits for the answer; absent after a drain, which nobody waits for. */
  | { readonly kind: "agent-gone"; readonly agentId: AgentId; readonly goneAtMs: number; readonly request?: RequestId }
  | { readonly kind: "agent-removed"; readonly agentId: AgentId; readonly reason: AgentRemovalReason }
  | { readonly kind: "registry-pruned"; readonly unreachable: readonly AgentId[]; readonly gone: readonly AgentId[] }
  | {
    readonly kind: "quota-updated"; readonly request: RequestId; readonly how: "update" | "set" | "remove";
    readonly configs: readonly QuotaConfig[];
  }
  /** Without a request when the weights of --weights are stored for the first time. */
  | { readonly kind: "weights-updated"; readonly request?: RequestId; readonly weights: readonly WeightInfo[] }
  | { readonly kind: "schedule-updated"; readonly request: RequestId; readonly schedule: Schedule }
  | { readonly kind: "maintenance-started"; readonly request: RequestId; readonly machines: readonly MachineID[] }
  | { readonly kind: "maintenance-stopped"; readonly request: RequestId; readonly machines: readonly MachineID[] }
  | { readonly kind: "agent-draining"; readonly request: RequestId; readonly agentId: AgentId; readonly config: DrainConfig }
  | { readonly kind: "agent-drained"; readonly agentId: AgentId }
  | { readonly kind: "agent-deactivated"; readonly request: RequestId; readonly agentId: AgentId }
  | { readonly kind: "agent-reactivated"; readonly request: RequestId; readonly agentId: AgentId };

/**
 * Why an agent was taken out of the registry for good: it said so, a new agent came up at its address, or its machine
 * went down (AGT-09, AGT-39, MNT-05).
 */
export type AgentRemovalReason = "unregistered" | "registered" | "machine-down";
