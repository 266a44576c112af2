/**
 * A master driven by hand: it takes events, and what it wants from the world is carried out at once (registry, timers,
 * cycles) or kept for the test to read. Time stands still until the test moves it.
 */
import type { Allocator, CycleJob, CycleResult } from "../../src/allocator/allocator.ts";
import type { HttpRequest, HttpResponse, MasterEvent, StreamId } from "../../src/master/event.ts";
import { check } from "../../src/master/invariants.ts";
import { createMaster, step } from "../../src/master/master.ts";
import type { Master } from "../../src/master/master.ts";
import type { MasterOptions } from "../../src/master/options.ts";
import { Outbox } from "../../src/master/outbox.ts";
import type { Effect } from "../../src/master/outbox.ts";
import { applyRegistryOperation, applyWrites } from "../../src/master/registry/operations.ts";
import { MASTER_KEY } from "../../src/master/registry/records.ts";
import type { RegistryEntries } from "../../src/master/registry/registry.ts";
import { afterBatch } from "../../src/master/schedule.ts";
import { parseUpid, printUpid } from "../../src/model/upid.ts";
import type { Upid } from "../../src/model/upid.ts";
import type { Message, MessageName, Messages } from "../../src/wire/v0/messages.ts";
import type { SchedulerEvent } from "../../src/wire/v1/scheduler.ts";

/** Something the master said to somebody: a message, an event on a stream, an answer, a stream opened or ended. */
export type Said = Extract<Effect, { kind: "send" | "write" | "publish" | "record" | "reply" | "open" | "end" | "link" | "relink" | "unlink" }>;

export interface DrivenMaster {
  readonly master: Master;
  /** What the store holds. */
  readonly store: Map<string, Uint8Array>;
  nowMs: number;
  /** All it said so far, oldest first. */
  readonly said: Said[];
  readonly logs: Extract<Effect, { kind: "log" }>[];
  /** Why it gave up leadership. */
  resigned: string | undefined;
  /** While set, registry operations wait for `persist()`. */
  isStoreSlow: boolean;
  persist(): void;
  event(event: MasterEvent): void;
  elect(registry?: RegistryEntries): void;
  /** A libprocess message from the actor at `from`, such as `slave(1)@10.0.0.1:5051`. */
  message<N extends MessageName>(from: string, name: N, value: Messages[N], to?: string): void;
  request(request: Partial<HttpRequest> & Pick<HttpRequest, "path">): HttpResponse | undefined;
  /** Does what a verb wants that was not called by an event. */
  carryOut(out: Outbox): void;
  /** Lets time pass; timers fire on their way. */
  pass(ms: number): void;
  /** What it said since the last call. */
  take(): Said[];
}

/** Makes one that does not lead yet. `run` carries a cycle out; without it the allocator is never asked for one. */
export function drivenMaster(
  options: MasterOptions, allocator: Allocator, run?: (job: CycleJob) => CycleResult, startMs = 1_795_147_200_000,
): DrivenMaster {
  const master = createMaster(options, allocator);
  const timers = new Map<string, Extract<Effect, { kind: "arm" }>>();
  const unwritten: Outbox["persists"][number][] = [];
  let taken = 0;
  let requests = 0;
  let isWriting = false;

  const driven: DrivenMaster = {
    master,
    store: new Map(),
    nowMs: startMs,
    said: [],
    logs: [],
    resigned: undefined,
    isStoreSlow: false,
    persist() {
      if (isWriting) return;
      isWriting = true;
      try {
        // In the order they were asked for, whatever is asked for meanwhile.
        for (let next = unwritten.shift(); next !== undefined; next = unwritten.shift()) {
          const writes = applyRegistryOperation(driven.store, next.operation);
          if (!writes.ok) throw new Error(writes.error);
          // Who leads, which every term begins with, is of no interest to any story.
          applyWrites(driven.store, writes.value.filter(({ key }) => key !== MASTER_KEY));
          driven.event({ type: "persisted", then: next.then });
        }
      } finally {
        isWriting = false;
      }
    },
    event(event) {
      const out = new Outbox();
      step(master, event, driven.nowMs, out);
      afterBatch(master, driven.nowMs, out);
      const problems = check(master);
      if (problems.length > 0) throw new Error(`after ${event.type}: ${problems.join("; ")}`);
      driven.carryOut(out);
    },
    carryOut(out) {
      unwritten.push(...out.persists);
      for (const effect of out.effects) carryOutOne(effect);
      if (!driven.isStoreSlow) driven.persist();
    },
    elect: (registry = driven.store) => driven.event({ type: "elected", registry }),
    message(from, name, value, to = "master") {
      driven.event({ type: "message", from: upid(from), to, message: { name, value } as Message });
    },
    request(request) {
      const id = ++requests as HttpRequest["id"];
      const before = driven.said.length;
      const streamId = `stream-${id}` as StreamId;
      const base = { id, method: "POST", query: {}, headers: {}, body: new Uint8Array(), streamId };
      driven.event({ type: "request", request: { ...base, ...request } });
      for (const said of driven.said.slice(before)) if (said.kind === "reply" && said.request === id) return said.response;
      return undefined;
    },
    pass(ms) {
      const untilMs = driven.nowMs + ms;
      for (let next = due(untilMs); next !== undefined; next = due(untilMs)) {
        timers.delete(next.key);
        driven.nowMs = Math.max(driven.nowMs, next.atMs);
        driven.event({ type: "timer", timer: next.timer });
      }
      driven.nowMs = untilMs;
    },
    take() {
      const news = driven.said.slice(taken);
      taken = driven.said.length;
      return news;
    },
  };

  const due = (untilMs: number): Extract<Effect, { kind: "arm" }> | undefined => {
    let first: Extract<Effect, { kind: "arm" }> | undefined;
    for (const timer of timers.values()) {
      if (timer.atMs <= untilMs && (first === undefined || timer.atMs < first.atMs)) first = timer;
    }
    return first;
  };

  const carryOutOne = (effect: Effect): void => {
    switch (effect.kind) {
      case "arm":
        return void timers.set(effect.key, effect);
      case "disarm":
        return void timers.delete(effect.key);
      case "allocate":
        if (run !== undefined) driven.event({ type: "allocated", result: run(effect.job) });
        return;
      case "resign":
        driven.resigned = effect.why;
        return;
      case "measure":
        return driven.event({ type: "request", request: { ...effect.request, readings: {} } });
      case "verbosity":
        return;
      // Stories read it as what reaches each of them.
      case "broadcast":
        for (const to of effect.to) driven.said.push({ kind: "send", fromActor: effect.fromActor, to, message: effect.message });
        return;
      case "log":
        return void driven.logs.push(effect);
      default:
        driven.said.push(effect);
    }
  };
  return driven;
}

/** An address from its text. */
export function upid(text: string): Upid {
  const parsed = parseUpid(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/**
 * One line per thing said, for people: `slave-observer(1) > slave(1)@10.0.0.1:5051 PingSlaveMessage`, `stream-1
 * OFFERS`.
 */
export function lines(said: readonly Said[]): string[] {
  return said.map((one) => {
    switch (one.kind) {
      case "send":
        return `${one.fromActor} > ${printUpid(one.to)} ${one.message.name.replace("mesos.internal.", "")}`;
      case "write":
        return `${one.stream} ${one.event.type}`;
      case "publish":
        return `${one.streams.join(" ")} ${one.event.type}`;
      case "record":
        return `${one.stream} SUBSCRIBED`;
      case "reply":
        return `request ${one.request} ${one.response.status}`;
      case "open":
        return `${one.stream} opened`;
      case "end":
        return `${one.stream} ended`;
      default:
        return `${one.kind} ${printUpid(one.to)}`;
    }
  });
}

/** The values of all messages of this name among what was said, oldest first. */
export function messages<N extends MessageName>(said: readonly Said[], name: N): Messages[N][] {
  return said.flatMap((one) => (one.kind === "send" && one.message.name === name ? [one.message.value as Messages[N]] : []));
}

/** All events of this type on any stream among what was said, oldest first. */
export function events(said: readonly Said[], type: NonNullable<SchedulerEvent["type"]>): SchedulerEvent[] {
  return said.flatMap((one) => (one.kind === "write" && one.event.type === type ? [one.event] : []));
}
