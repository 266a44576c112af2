/**
 * M1 without sockets: a master that was just elected, and every agent comes back with its work at once. From the bytes of the
 * messages to the bytes of the answers: codec, step, allocator, as in the driven master.
 */
import { readFileSync } from "node:fs";
import type { CycleJob } from "../../src/allocator/allocator.ts";
import { createAllocator } from "../../src/allocator/hierarchical.ts";
import { loadKernel } from "../../src/allocator/kernel.ts";
import { check } from "../../src/master/invariants.ts";
import { createMaster, step } from "../../src/master/master.ts";
import type { Master } from "../../src/master/master.ts";
import { Outbox } from "../../src/master/outbox.ts";
import { applyRegistryOperation, applyWrites } from "../../src/master/registry/operations.ts";
import { afterBatch } from "../../src/master/schedule.ts";
import { MAX_BATCH_EVENTS } from "../../src/model/limits.ts";
import type { Upid } from "../../src/model/upid.ts";
import { findKernel } from "../../src/program/engine.ts";
import { MASTER } from "../../src/sim/scenario.ts";
import { decodeMessage, encodeMessage } from "../../src/wire/v0/messages.ts";
import type { Question } from "../harness.ts";
import { scaled } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { repeat } from "./repeat.ts";
import { agentInfo, reregistration } from "./shapes.ts";

const REREGISTER = "mesos.internal.ReregisterSlaveMessage";
const FRAMEWORKS = 100;
const BUDGET_MS = 60_000;
const NOW_MS = 1_795_147_200_000;

interface Storm {
  readonly bodies: readonly Uint8Array[];
  readonly registry: ReadonlyMap<string, Uint8Array>;
}

export interface StormSize {
  readonly agents: number;
  readonly tasksPerAgent: number;
  /** For all of them together. */
  readonly goal: number;
  /** What Mesos' own benchmark of this takes, ms. */
  readonly mesos?: number;
}

export function reregisterInProcess(options: BenchOptions, id: string, size: StormSize): Question {
  const count = scaled(options, size.agents);
  const { tasksPerAgent, goal, mesos } = size;
  return {
    id,
    name: `failover: ${count} agents with ${tasksPerAgent} running tasks each come back at once, in this process`,
    async run(report) {
      const storm = prepare(count, tasksPerAgent);
      const kernel = new WebAssembly.Module(readFileSync(findKernel()));
      const samples = await repeat(options, BUDGET_MS, (round) => {
        globalThis.gc?.();
        const { master, ms } = comeBack(storm, kernel);
        judge(master, count, count * tasksPerAgent, round === 0);
        return ms;
      });
      report.add("from the first message to the last answer", "ms", samples, { goal, ...(mesos === undefined ? {} : { mesos }) });
    },
  };
}

function prepare(agents: number, running: number): Storm {
  const frameworks = Array.from({ length: FRAMEWORKS }, (_, i) => `bench-${String(i).padStart(4, "0")}`);
  const registry = new Map<string, Uint8Array>();
  const bodies: Uint8Array[] = [];
  for (let index = 0; index < agents; index++) {
    const id = agentIdText(index);
    const writes = applyRegistryOperation(registry, { kind: "admit-agent", info: agentInfo(index, id) });
    if (!writes.ok) throw new Error(writes.error);
    applyWrites(registry, writes.value);
    bodies.push(encodeMessage({ name: REREGISTER, value: reregistration(index, id, { frameworks, running, completed: 0 }) }));
  }
  return { bodies, registry };
}

function agentIdText(index: number): string {
  return `5e6c7d8e-9f00-4a1b-8c2d-3e4f5a6b7c8d-S${index}`;
}

/** How long it takes until all are back and everybody has been told. */
function comeBack({ bodies, registry }: Storm, module: WebAssembly.Module): { master: Master; ms: number } {
  const { options } = MASTER;
  const id = "8d1f3f0e-22f0-4f46-9a4e-1c3f5f2b8f10";
  const full = { ...options, id, ip: "10.0.0.1", port: 5050, hostname: "bench", startedAtMs: NOW_MS };
  const master = createMaster(full, createAllocator(options.allocator, module));
  const kernels = new Map<WebAssembly.Memory, ReturnType<typeof loadKernel>>();
  const run = ({ cycle, memory, address }: CycleJob): { cycle: number; status: number } => {
    let kernel = kernels.get(memory);
    if (kernel === undefined) kernels.set(memory, (kernel = loadKernel(module, memory)));
    return { cycle, status: kernel.run(address) };
  };
  const first = new Outbox();
  step(master, { type: "detected", leader: master.info }, NOW_MS, first);
  step(master, { type: "elected", registry }, NOW_MS, first);
  for (const { then } of first.persists) step(master, { type: "persisted", then }, NOW_MS, first);

  const from = performance.now();
  let sentBytes = 0;
  for (let at = 0; at < bodies.length; at += MAX_BATCH_EVENTS) {
    const out = new Outbox();
    for (let i = at; i < Math.min(bodies.length, at + MAX_BATCH_EVENTS); i++) {
      const message = decodeMessage(REREGISTER, bodies[i]!);
      if (message?.ok !== true) throw new Error(`a message of ours cannot be read: ${message?.error ?? ""}`);
      step(master, { type: "message", from: addressOf(i), to: "master", message: message.value }, NOW_MS, out);
    }
    afterBatch(master, NOW_MS, out);
    if (out.persists.length > 0) throw new Error(`${out.persists[0]!.operation.kind} is to be written: nothing has changed`);
    for (let i = 0; i < out.effects.length; i++) {
      const effect = out.effects[i]!;
      if (effect.kind === "send") sentBytes += encodeMessage(effect.message).length;
      else if (effect.kind === "broadcast") sentBytes += effect.to.length * encodeMessage(effect.message).length;
      else if (effect.kind === "allocate") step(master, { type: "allocated", result: run(effect.job) }, NOW_MS, out);
    }
  }
  const ms = performance.now() - from;
  if (sentBytes === 0) throw new Error("nobody was answered");
  return { master, ms };
}

function addressOf(index: number): Upid {
  return { id: "slave(1)", host: `10.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`, port: 5051 };
}

/** Throws unless all are there with all they have; `isThorough`: and all the master's books agree, which takes long. */
function judge(master: Master, agents: number, tasks: number, isThorough: boolean): void {
  let found = 0;
  for (const framework of master.frameworks.values()) found += framework.tasks.size;
  if (master.agents.size !== agents || found !== tasks || master.recoveredAgents.size > 0) {
    throw new Error(`${master.agents.size} agents with ${found} tasks are back instead of ${agents} with ${tasks}`);
  }
  const problems = isThorough ? check(master) : [];
  if (problems.length > 0) throw new Error(`the gate is shut: ${problems.slice(0, 3).join("\n")}`);
}
