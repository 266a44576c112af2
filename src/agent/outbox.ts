/**
 * What a step asks the world to do. The core only appends here; the driver (or the simulator) carries it out: first all
 * checkpoints, then, in order, the effects. So nothing that depends on a checkpoint is seen by anybody before it is
 * written.
 */
import type { Event as ExecutorEvent } from "../model/gen/executor.ts";
import type { CommandInfo_URI } from "../model/gen/mesos.ts";
import type { Upid } from "../model/upid.ts";
import type { AgentForms } from "../wire/v1/agent.ts";
import type { MediaType } from "../wire/v1/media.ts";
import type { Message, MessageName, Messages } from "../wire/v0/messages.ts";
import type { HttpResponse, Timer } from "./event.ts";

/** A change below `<work_dir>/meta`; paths are relative to it, and missing directories are made. */
export type Checkpoint =
  /** Replaces the file atomically; `sync` also survives a power failure. */
  | { readonly kind: "write"; readonly path: string; readonly bytes: Uint8Array; readonly sync: boolean }
  /** Survives a power failure, too: what an update's framework has acknowledged is never told again. */
  | { readonly kind: "append"; readonly path: string; readonly bytes: Uint8Array }
  /** Makes or replaces a symbolic link. */
  | { readonly kind: "link"; readonly path: string; readonly target: string }
  /** Removes a file or a whole directory. */
  | { readonly kind: "remove"; readonly path: string };

/** How to start the first process of a container. */
export interface ContainerSpec {
  /** `parent.child` for a nested one. */
  readonly containerId: string;
  /** `shell`: `sh -c value`. Otherwise `value` is the program and `arguments` its argv, from argv[0]. */
  readonly command: { readonly shell: boolean; readonly value: string; readonly arguments: readonly string[] };
  /** All of it; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  /** The sandbox: made if missing, working directory, holds `stdout` and `stderr`. */
  readonly directory: string;
  readonly user: string | undefined;
  /** Fetched into the sandbox before the start. */
  readonly uris: readonly CommandInfo_URI[];
  /** Links made in the sandbox before the start. */
  readonly links: readonly VolumeLink[];
  /** Where, below `meta/`, its process id and start time are to be noted, so that a restarted agent finds it. */
  readonly pidDirectory: string | undefined;
  /** Where, below `meta/`, its wait status is to be noted when it ends, even if no agent runs then. */
  readonly statusFile: string | undefined;
  /** Input and output are pipes that somebody attaches to, no files. */
  readonly isSwitched?: boolean;
}

/** A directory outside the sandbox that is to be reached inside it, at a relative path. */
export interface VolumeLink {
  readonly at: string;
  readonly target: string;
}

/** A question about files that the shell answers to the request itself. */
export type FileCall =
  | { readonly verb: "browse" | "download"; readonly jsonp?: string }
  /** `offset` -1 asks for the size only; without `length` everything up to the bound. */
  | { readonly verb: "read"; readonly offset: number; readonly length?: number; readonly jsonp?: string }
  | { readonly verb: "list"; readonly media: MediaType }
  | { readonly verb: "read-bytes"; readonly offset: number; readonly length?: number; readonly media: MediaType };

export type Effect =
  | { readonly kind: "send"; readonly fromActor: string; readonly to: Upid; readonly message: Message }
  | { readonly kind: "link" | "relink"; readonly to: Upid }
  | { readonly kind: "reply"; readonly request: number; readonly response: HttpResponse }
  /** Answers 200 and keeps the response open as a stream of RecordIO records. */
  | { readonly kind: "open"; readonly request: number; readonly stream: string; readonly media: MediaType }
  | { readonly kind: "write"; readonly stream: string; readonly media: MediaType; readonly event: ExecutorEvent }
  | { readonly kind: "end"; readonly stream: string }
  | { readonly kind: "arm"; readonly key: string; readonly atMs: number; readonly timer: Timer }
  | { readonly kind: "disarm"; readonly key: string }
  | { readonly kind: "launch"; readonly spec: ContainerSpec }
  /** Comes back as `container-exited`, like any other launch that fails. */
  | { readonly kind: "refuse-launch"; readonly containerId: string; readonly why: string }
  /** Answers with the output of a container as a stream that ends with it. */
  | {
      readonly kind: "attach-output"; readonly request: number; readonly stream: string; readonly containerId: string;
      readonly form: AgentForms["response"];
    }
  /** The input of a container: records in `received`, of which the first is no input, and in the rest of the request. */
  | {
      readonly kind: "attach-input"; readonly request: number; readonly containerId: string; readonly media: MediaType;
      readonly received: Uint8Array;
    }
  | { readonly kind: "signal"; readonly containerId: string; readonly signal: number }
  /** Kills every process of the container and of those nested in it. */
  | { readonly kind: "destroy"; readonly containerId: string }
  /** Makes links in the sandbox of a running container. */
  | { readonly kind: "link-volumes"; readonly directory: string; readonly links: readonly VolumeLink[] }
  /** Measures and comes back as `measured`. */
  | { readonly kind: "measure"; readonly request: number; readonly containerIds: readonly string[] }
  /**
   * `root` is a real directory (or file); `path` lies below it and may try to leave it. `shown` is the path as asked.
   */
  | {
      readonly kind: "files";
      readonly request: number;
      readonly root: string;
      readonly path: string;
      readonly shown: string;
      readonly call: FileCall;
    }
  /** A directory of ours (absolute) is no longer needed from then on. */
  | { readonly kind: "gc"; readonly directory: string }
  /** Collects what earlier runs left: every sandbox and checkpoint that is not of these containers. */
  | { readonly kind: "gc-all"; readonly live: readonly string[] }
  | { readonly kind: "make-directory"; readonly directory: string }
  /** `keepRoot`: empties it only, because it is a mount point. */
  | { readonly kind: "remove-directory"; readonly directory: string; readonly keepRoot: boolean }
  /** The agent is done; `code` 0 unless something went wrong. */
  | { readonly kind: "exit"; readonly code: number; readonly why: string }
  | { readonly kind: "log"; readonly level: LogLevel; readonly text: string; readonly fields: object };

type LogLevel = "debug" | "info" | "warn" | "error";

/** Collects the effects of one or more steps. */
export class Outbox {
  readonly checkpoints: Checkpoint[] = [];
  readonly effects: Effect[] = [];
  readonly #actor: string;

  constructor(actor: string) {
    this.#actor = actor;
  }

  send<N extends MessageName>(to: Upid, name: N, value: Messages[N], fromActor = this.#actor): void {
    this.effects.push({ kind: "send", fromActor, to, message: { name, value } as Message });
  }

  link(to: Upid): void {
    this.effects.push({ kind: "link", to });
  }

  /** Replaces a connection that may be half open, under the same links (wire-v0 §3). */
  relink(to: Upid): void {
    this.effects.push({ kind: "relink", to });
  }

  reply(request: number, response: HttpResponse): void {
    this.effects.push({ kind: "reply", request, response });
  }

  open(request: number, stream: string, media: MediaType): void {
    this.effects.push({ kind: "open", request, stream, media });
  }

  write(stream: string, media: MediaType, event: ExecutorEvent): void {
    this.effects.push({ kind: "write", stream, media, event });
  }

  end(stream: string): void {
    this.effects.push({ kind: "end", stream });
  }

  /** Arms (or re-arms) the one timer of this kind and subject. */
  arm(timer: Timer, atMs: number): void {
    this.effects.push({ kind: "arm", key: timerKey(timer), atMs, timer });
  }

  disarm(timer: Timer): void {
    this.effects.push({ kind: "disarm", key: timerKey(timer) });
  }

  checkpoint(change: Checkpoint): void {
    this.checkpoints.push(change);
  }

  /** Any other effect. */
  ask(effect: Effect): void {
    this.effects.push(effect);
  }

  log(level: LogLevel, text: string, fields: object = {}): void {
    this.effects.push({ kind: "log", level, text, fields });
  }
}

/** One timer per kind and subject: the key says which. */
function timerKey(timer: Timer): string {
  switch (timer.kind) {
    case "register":
    case "authenticate":
    case "ping-timeout":
    case "reregister-executors":
    case "reconnect-executors":
      return timer.kind;
    case "register-executor":
    case "shutdown-executor":
      return `${timer.kind}/${timer.containerId}`;
    case "executor-heartbeat":
      return `${timer.kind}/${timer.frameworkId}/${timer.executorId}`;
    case "update-retry":
      return `${timer.kind}/${timer.frameworkId}/${timer.taskId}`;
    case "operation-retry":
      return `${timer.kind}/${timer.operation}`;
  }
}
