/**
 * Restart from the store equals the state before: whoever takes over finds everything that was acknowledged, and of the last
 * write a beginning at most; and a master made from the store now and then, by the code that recovers real ones, knows the same
 * agents, quotas, weights, machines and words of operators as the one that leads.
 */
import { createAllocator } from "../../allocator/hierarchical.ts";
import { createMaster, step } from "../../master/master.ts";
import type { Master } from "../../master/master.ts";
import { Outbox } from "../../master/outbox.ts";
import { sameAgentInfo } from "../../master/registry/agent-info.ts";
import { applyWrites } from "../../master/registry/operations.ts";
import { readOperatorWord } from "../../master/registry/records.ts";
import type { RegistryEntries, RegistryWrite } from "../../master/registry/registry.ts";
import { equalQuota, isDefaultQuota } from "../../model/quota.ts";
import type { Quota } from "../../model/quota.ts";
import type { Cluster } from "../simulation.ts";
import type { StoreEvent } from "../store.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

/** A master is made at every so many looks. */
const RESTART_EVERY = 10;

export function restartChecker({ world, election }: Cluster): Observer {
  /** What was acknowledged, and what was asked for after it by the one who may write. */
  let sure = new Map<string, Uint8Array>();
  let asked: readonly (readonly RegistryWrite[])[] = [];
  let owner = "";
  let looks = 0;

  const accept = (operations: readonly (readonly RegistryWrite[])[]): void => applyWrites(sure, operations.flat());
  const loaded = (entries: RegistryEntries): void => {
    const before = new Map(sure);
    for (let done = 0; !sameEntries(sure, entries); done++) {
      const writes = asked[done];
      if (writes === undefined) {
        const what = firstDifference(before, entries);
        world.violate(CHECKS.restart, `${owner} does not find what was acknowledged: ${what}`);
        break;
      }
      accept([writes]);
    }
    sure = new Map(entries);
    asked = [];
  };
  const stored = (event: StoreEvent): void => {
    if (event.kind === "taken") owner = event.writer;
    if (event.writer !== owner) return;
    if (event.kind === "loaded") return loaded(event.entries);
    if (event.kind === "asked") asked = event.operations;
    if (event.kind === "acknowledged") {
      accept(asked);
      asked = [];
    }
  };
  const look = (): void => {
    const { leader } = election;
    if (leader === undefined || !leader.leads || !leader.isIdle || asked.length > 0) return;
    world.tried(CHECKS.restart);
    for (const what of differences(leader.core, restarted(leader.core, world.store.durable, world.kernel, leader.nowMs()))) {
      world.violate(CHECKS.restart, `a master made from the store and ${leader.name} do not agree about ${what}`);
    }
  };
  return {
    onStore: stored,
    look() {
      if (looks++ % RESTART_EVERY === 0) look();
    },
    settled: look,
    emptied: look,
  };
}

function restarted({ options }: Master, entries: RegistryEntries, kernel: WebAssembly.Module, nowMs: number): Master {
  const master = createMaster(options, createAllocator(options.allocator, kernel));
  step(master, { type: "elected", registry: new Map(entries) }, nowMs, new Outbox());
  return master;
}

function differences(lived: Master, made: Master): string[] {
  const found: string[] = [];
  const same = <K, V>(what: string, left: ReadonlyMap<K, V>, right: ReadonlyMap<K, V>, equal: (a: V, b: V) => boolean): void => {
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const [a, b] = [left.get(key), right.get(key)];
      if (a === undefined || b === undefined || !equal(a, b)) found.push(`${what} ${String(key)}`);
    }
  };
  const infos = new Map([...lived.recoveredAgents, ...[...lived.agents].map(([id, { info }]) => [id, info] as const)]);
  same("agent", infos, made.recoveredAgents, sameAgentInfo);
  same("unreachable agent", lived.unreachableAgents, made.unreachableAgents, sameJson);
  same("gone agent", lived.goneAgents, made.goneAgents, sameJson);
  same("the quota of", quotasOf(lived), quotasOf(made), equalQuota);
  same("the weight of", lived.weights, made.weights, Object.is);
  same("machine", lived.machines, made.machines, sameJson);
  if (!sameJson(lived.maintenanceSchedule ?? {}, made.maintenanceSchedule ?? {})) found.push("the maintenance schedule");
  for (const { id, deactivated, drain } of lived.agents.values()) {
    const word = readOperatorWord(made.registry, id);
    if ((word?.deactivated ?? false) !== deactivated) found.push(`whether agent ${id} is in use`);
    if (word?.drain_info?.state !== drain?.info.state) found.push(`whether agent ${id} is drained`);
  }
  return found;
}

/** One without effect is as good as none. */
function quotasOf({ quotas }: Master): Map<string, Quota> {
  return new Map([...quotas].filter(([, quota]) => !isDefaultQuota(quota)));
}

function sameJson(left: unknown, right: unknown): boolean {
  return text(left) === text(right);
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part));
}

function sameEntries(left: RegistryEntries, right: RegistryEntries): boolean {
  return left.size === right.size && firstDifference(left, right) === undefined;
}

function firstDifference(left: RegistryEntries, right: RegistryEntries): string | undefined {
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(key), right.get(key)];
    if (a === undefined) return `${key} was not there`;
    if (b === undefined) return `${key} is not there`;
    if (a.length !== b.length || a.some((byte, at) => byte !== b[at])) return `${key} is another one`;
  }
  return undefined;
}
