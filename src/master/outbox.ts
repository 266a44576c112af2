/**
 * What a step asks the world to do. The core only appends here; `shell/drive.ts` (or the simulator) carries it out:
 * first everything in `persist` as one durable batch, then, in order, the effects. So nothing that depends on a
 * registry write is seen by anybody before that write is durable.
 */
import type { CycleJob } from "../allocator/allocator.ts";
import type { MediaType } from "../wire/v1/media.ts";
import type { OperatorEvent } from "../wire/v1/operator.ts";
import type { SchedulerEvent } from "../wire/v1/scheduler.ts";
import { solid } from "../model/solid.ts";
import type { Upid } from "../model/upid.ts";
import type { Message, MessageName, Messages } from "../wire/v0/messages.ts";
import type { Continuation, Content, HttpRequest, HttpResponse, RequestId, StreamId, Timer } from "./event.ts";
import type { RegistryOperation } from "./registry/operations.ts";
import type { RegistryWrite } from "./registry/registry.ts";

export type Effect =
  | { readonly kind: "send"; readonly fromActor: string; readonly to: Upid; readonly message: Message }
  /** The same message to each of these, in this order. */
  | { readonly kind: "broadcast"; readonly fromActor: string; readonly to: readonly Upid[]; readonly message: Message }
  | { readonly kind: "link" | "relink" | "unlink"; readonly to: Upid }
  | { readonly kind: "reply"; readonly request: RequestId; readonly response: HttpResponse }
  /** Bring this request again as an event, with what was measured (`HttpRequest.readings`). */
  | { readonly kind: "measure"; readonly request: HttpRequest }
  /** Answers 200 and keeps the response open as a stream of RecordIO records. */
  | {
    readonly kind: "open"; readonly request: RequestId; readonly stream: StreamId; readonly media: MediaType;
    readonly headers: Readonly<Record<string, string>>;
  }
  | { readonly kind: "write"; readonly stream: StreamId; readonly event: SchedulerEvent }
  /** The same event on the streams of operators. */
  | { readonly kind: "publish"; readonly streams: readonly StreamId[]; readonly event: OperatorEvent }
  /** A record that may be long. */
  | { readonly kind: "record"; readonly stream: StreamId; readonly content: Content }
  | { readonly kind: "end"; readonly stream: StreamId }
  | { readonly kind: "arm"; readonly key: string; readonly atMs: number; readonly timer: Timer }
  | { readonly kind: "disarm"; readonly key: string }
  | { readonly kind: "allocate"; readonly job: CycleJob }
  /** The process is to log more for a while; level 0 is normal. */
  | { readonly kind: "verbosity"; readonly level: number; readonly forMs: number }
  /** We may not lead any longer: end this process, another one takes over. */
  | { readonly kind: "resign"; readonly why: string }
  | { readonly kind: "log"; readonly level: "debug" | "info" | "warn" | "error"; readonly text: string; readonly fields: object };

/** What is to be durable before any effect is seen, and what goes on then. */
interface Persist {
  readonly operation: RegistryOperation;
  readonly writes: readonly RegistryWrite[];
  readonly then: Continuation;
}

/** Collects the effects of one or more steps. */
export class Outbox {
  readonly effects: Effect[] = [];
  readonly persists: Persist[] = [];
  /** What was sent last: one message for all it goes to. */
  private last: Message | undefined;

  /** Sends a libprocess message; `fromActor` is the id in our own UPID that the peer sees. */
  send<N extends MessageName>(to: Upid, name: N, value: Messages[N], fromActor = "master"): void {
    if (this.last?.value !== value || this.last.name !== name) this.last = { name, value } as Message;
    this.effects.push({ kind: "send", fromActor, to, message: this.last });
  }

  /** Sends one message to many; the list may be shared, and never changes. */
  broadcast<N extends MessageName>(to: readonly Upid[], name: N, value: Messages[N]): void {
    this.effects.push({ kind: "broadcast", fromActor: "master", to, message: { name, value } as Message });
  }

  link(to: Upid): void {
    this.effects.push({ kind: "link", to });
  }

  /** Replaces a connection that may be half open, under the same links (wire-v0 §3). */
  relink(to: Upid): void {
    this.effects.push({ kind: "relink", to });
  }

  unlink(to: Upid): void {
    this.effects.push({ kind: "unlink", to });
  }

  reply(request: RequestId, response: HttpResponse): void {
    this.effects.push({ kind: "reply", request, response });
  }

  /** The request comes again, and then with `readings`. */
  measure(request: HttpRequest): void {
    this.effects.push({ kind: "measure", request });
  }

  open(request: RequestId, stream: StreamId, media: MediaType, headers: Readonly<Record<string, string>>): void {
    this.effects.push({ kind: "open", request, stream, media, headers });
  }

  write(stream: StreamId, event: SchedulerEvent): void {
    this.effects.push({ kind: "write", stream, event });
  }

  publish(streams: readonly StreamId[], event: OperatorEvent): void {
    this.effects.push({ kind: "publish", streams, event });
  }

  record(stream: StreamId, content: Content): void {
    this.effects.push({ kind: "record", stream, content });
  }

  end(stream: StreamId): void {
    this.effects.push({ kind: "end", stream });
  }

  /** Arms (or re-arms) the one timer of this kind and subject. */
  arm(timer: Timer, atMs: number): void {
    this.effects.push({ kind: "arm", key: timerKey(timer), atMs, timer });
  }

  disarm(timer: Timer): void {
    this.effects.push({ kind: "disarm", key: timerKey(timer) });
  }

  allocate(job: CycleJob): void {
    this.effects.push({ kind: "allocate", job });
  }

  /** Registry operation, the writes it means, and what to go on with when they are durable. */
  persist(operation: RegistryOperation, writes: readonly RegistryWrite[], then: Continuation): void {
    this.persists.push({ operation, writes, then });
  }

  setVerbosity(level: number, forMs: number): void {
    this.effects.push({ kind: "verbosity", level, forMs });
  }

  /** Gives up leadership; nothing more is to come from this master. */
  resign(why: string): void {
    this.effects.push({ kind: "resign", why });
  }

  log(level: "debug" | "info" | "warn" | "error", text: string, fields: object = {}): void {
    this.effects.push({ kind: "log", level, text, fields });
  }
}

/** One timer per kind and subject: the key says which. */
function timerKey(timer: Timer): string {
  switch (timer.kind) {
    case "allocation-tick":
    case "allocator-deadline":
    case "recovered-agents":
    case "agent-removals":
    case "registry-gc":
      return timer.kind;
    case "ping":
    case "agent-reregister":
      return solid(timer.kind, "/", timer.agentId);
    case "heartbeat":
    case "framework-failover":
      return `${timer.kind}/${timer.frameworkId}`;
    case "subscriber-heartbeat":
      return `${timer.kind}/${timer.stream}`;
    case "offer-timeout":
      return solid(timer.kind, "/", timer.offerId);
    case "authentication":
      return `${timer.kind}/${timer.session}`;
    case "rate-limit":
      return timer.principal === undefined ? timer.kind : `${timer.kind}/${timer.principal}`;
  }
}
