/**
 * M1 in one process, as Mesos' own benchmark of it does: the messages of all agents are decoded, taken by a master that has
 * just been elected, and its answers encoded. There are no sockets.
 */
import { readFileSync } from "node:fs";
import { createAllocator } from "../../src/allocator/hierarchical.ts";
import { check } from "../../src/master/invariants.ts";
import { createMaster, step } from "../../src/master/master.ts";
import type { Master } from "../../src/master/master.ts";
import type { MasterEvent } from "../../src/master/event.ts";
import { Outbox } from "../../src/master/outbox.ts";
import { afterBatch } from "../../src/master/schedule.ts";
import { MAX_BATCH_EVENTS } from "../../src/model/limits.ts";
import { findKernel } from "../../src/program/engine.ts";
import { runInline } from "../../src/shell/pool/inline.ts";
import { ReregisterSlaveMessageCodec } from "../../src/wire/gen/internal.ts";
import { decodeMessage, encodeMessage } from "../../src/wire/v0/messages.ts";
import { masterOptions } from "../../test/support/master-options.ts";
import type { Question } from "../harness.ts";
import { operate } from "../registry/entries.ts";
import { scaled } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { repeat } from "./repeat.ts";
import { inventFrameworks } from "./settled.ts";
import { agentInfo, reregistration } from "./shapes.ts";

const FRAMEWORKS = 10;
const BUDGET_MS = 60_000;

export interface Size {
  readonly agents: number;
  readonly tasksPerAgent: number;
  readonly goalMs: number;
  readonly mesosMs?: number;
}

export function failoverInProcess(options: BenchOptions, id: string, size: Size): Question {
  const agents = scaled(options, size.agents);
  const tasks = agents * size.tasksPerAgent;
  return {
    id,
    name: `failover in one process: ${agents} agents with ${tasks} running tasks come back to a new master`,
    run: async (report) => {
      const ids = Array.from({ length: agents }, (_, n) => `5a6f1f6e-4a1c-4f0e-9a55-0c2f5f1d7b11-S${n}`);
      const registry = new Map<string, Uint8Array>();
      ids.forEach((id, n) => operate(registry, { kind: "admit-agent", info: agentInfo(n, id) }));
      const work = { frameworks: inventFrameworks(FRAMEWORKS), running: size.tasksPerAgent, completed: 0 };
      const bodies = ids.map((id, n) => ReregisterSlaveMessageCodec.encode(reregistration(n, id, work)));
      const module = new WebAssembly.Module(readFileSync(findKernel()));
      const samples = await repeat(options, BUDGET_MS, () => {
        globalThis.gc?.();
        const world = new World(module, registry);
        const from = performance.now();
        world.takeAll(bodies);
        const ms = performance.now() - from;
        gate(world.master, agents, tasks);
        return ms;
      });
      const { goalMs: goal, mesosMs: mesos } = size;
      report.add("from the first message to the last answer", "ms", samples, { goal, ...(mesos === undefined ? {} : { mesos }) });
    },
  };
}

/** Books that balance, and everything there. */
function gate(master: Master, agents: number, tasks: number): void {
  const problems = check(master);
  const found = [...master.frameworks.values()].reduce((sum, framework) => sum + framework.tasks.size, 0);
  if (master.agents.size !== agents || found !== tasks) problems.push(`${master.agents.size} agents and ${found} tasks are there`);
  if (problems.length > 0) throw new Error(`the gate is shut: ${problems.slice(0, 5).join("; ")}`);
}

/** As little of a world as a master needs: a registry that is always durable, cycles that are run at once. */
class World {
  readonly master: Master;
  private readonly entries: Map<string, Uint8Array>;
  private readonly run: ReturnType<typeof runInline>;
  private nowMs = 1_795_147_200_000;
  /** Bytes that would have left. */
  private sentBytes = 0;

  constructor(module: WebAssembly.Module, registry: ReadonlyMap<string, Uint8Array>) {
    const options = masterOptions({ id: "0d7c3fd4-6b5e-4c6e-8f0e-4a7f2f4c9a10" });
    this.master = createMaster(options, createAllocator(options.allocator, module));
    this.entries = new Map(registry);
    this.run = runInline(module);
    this.takeBatch([{ type: "elected", registry: this.entries }]);
  }

  takeAll(bodies: readonly Uint8Array[]): void {
    for (let at = 0; at < bodies.length; at += MAX_BATCH_EVENTS) {
      const batch = bodies.slice(at, at + MAX_BATCH_EVENTS).map((body, n): MasterEvent => {
        const decoded = decodeMessage("mesos.internal.ReregisterSlaveMessage", body);
        if (decoded?.ok !== true) throw new Error("a message of ours cannot be read");
        return { type: "message", from: { id: `slave(${at + n})`, host: "127.0.0.1", port: 5051 }, to: "master", message: decoded.value };
      });
      this.takeBatch(batch);
    }
    if (this.sentBytes === 0) throw new Error("nothing was answered");
  }

  private takeBatch(batch: readonly MasterEvent[]): void {
    const out = new Outbox();
    for (const event of batch) step(this.master, event, this.nowMs, out);
    afterBatch(this.master, ++this.nowMs, out);
    const later: MasterEvent[] = out.persists.map(({ operation, then }) => {
      operate(this.entries, operation);
      return { type: "persisted", then };
    });
    for (const effect of out.effects) {
      if (effect.kind === "send") this.sentBytes += encodeMessage(effect.message).length;
      else if (effect.kind === "allocate") later.push({ type: "allocated", result: this.run(effect.job) });
    }
    if (later.length > 0) this.takeBatch(later);
  }
}
