/**
 * Persisted before sent: nothing goes out of a batch before all that it and those before it want written is acknowledged; and
 * whoever is told that an agent is in, back or lost can find it written down.
 */
import type { Effect } from "../../master/outbox.ts";
import { agentId } from "../../model/id.ts";
import { applyRegistryOperation, applyWrites } from "../../master/registry/operations.ts";
import { agentKey, unreachableKey } from "../../master/registry/records.ts";
import type { SchedulerEvent } from "../../wire/v1/scheduler.ts";
import { eventOf } from "../driver-events.ts";
import type { MasterHost } from "../master-host.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

export function durableChecker(cluster: Cluster): Observer {
  const { world, election } = cluster;
  /**
   * What a batch says it says of its own time: before, between or after the writes that were made durable together. In the last
   * of these writes, which keys were there at some time, and which were not.
   */
  let present = new Set<string>();
  let absent = new Set<string>();
  const has = (key: string): boolean => world.store.durable.has(key) || present.has(key);
  const lacks = (key: string): boolean => !world.store.durable.has(key) || absent.has(key);
  const expect = (holds: boolean, what: string): void => {
    if (!holds) world.violate(CHECKS.persisted, what);
  };

  const sent = ({ message }: Extract<Effect, { kind: "send" }>): void => {
    const { name } = message;
    if (name !== "mesos.internal.SlaveRegisteredMessage" && name !== "mesos.internal.SlaveReregisteredMessage") return;
    const id = agentId(message.value.agent_id.value);
    expect(has(agentKey(id)), `agent ${id} is told that it is registered, and the registry does not have it`);
    expect(lacks(unreachableKey(id)), `agent ${id} is told that it is registered, and the registry has it as unreachable`);
  };
  const written = ({ type, failure, update }: SchedulerEvent): void => {
    if (type === "FAILURE" && failure?.agent_id !== undefined && failure.executor_id === undefined) {
      const id = agentId(failure.agent_id.value);
      expect(lacks(agentKey(id)), `schedulers are told that agent ${id} is lost, and the registry still has it`);
    }
    const status = update?.status;
    // The answer to a question may be older than the registry: the agent is on its way back.
    if (status?.state === "TASK_UNREACHABLE" && status.reason !== "REASON_RECONCILIATION" && status.agent_id !== undefined) {
      const id = agentId(status.agent_id.value);
      expect(has(unreachableKey(id)), `task ${status.task_id.value} is called unreachable, and the registry does not say so of ${id}`);
    }
  };

  /** The registry as the one who leads believes it to be, and how many operations on it were asked for and acknowledged. */
  let registry = new Map<string, Uint8Array>();
  let owner = "";
  let wanted = 0;
  let asked = 0;
  let acknowledged = 0;
  const owns = ({ name }: MasterHost): boolean => owner.startsWith(`${name}#`);
  /** Of the first effect of each batch: how many operations come before it. */
  const needs = new WeakMap<Effect, number>();
  let last: SchedulerEvent | undefined;

  return {
    onStore(event) {
      if (event.kind === "taken") {
        owner = event.writer;
        wanted = acknowledged = 0;
      }
      if (event.writer !== owner) return;
      if (event.kind === "asked") {
        asked = event.operations.length;
        const writes = event.operations.flat();
        const before = writes.map(({ key }) => key).filter((key) => world.store.durable.has(key));
        present = new Set([...before, ...writes.filter(({ value }) => value !== undefined).map(({ key }) => key)]);
        absent = new Set(writes.filter(({ key, value }) => value === undefined || !before.includes(key)).map(({ key }) => key));
      }
      if (event.kind === "acknowledged") acknowledged += asked;
      if (event.kind !== "loaded") return;
      registry = new Map(event.entries);
    },
    onMasterDown(master) {
      if (owns(master)) owner = "";
    },
    onBatch(master, { effects, persists }) {
      // One who is elected and has not taken over yet stands by, and writes nothing.
      if (master !== election.leader || !owns(master)) return;
      for (const { operation } of persists) {
        const writes = applyRegistryOperation(registry, operation);
        if (!writes.ok || writes.value.length === 0) continue;
        applyWrites(registry, writes.value);
        wanted++;
      }
      if (effects[0] !== undefined) needs.set(effects[0], wanted);
    },
    onEffect(master: MasterHost, effect) {
      if (master !== election.leader) return;
      const need = needs.get(effect) ?? 0;
      if (need > acknowledged) {
        world.violate(CHECKS.persisted, `${master.name} acts on operation ${need} on the registry, and ${acknowledged} are acknowledged`);
      }
      if (effect.kind === "send") sent(effect);
      const event = effect.kind === "write" ? effect.event : effect.kind === "send" ? eventOf(effect.message) : undefined;
      // What many are told is looked at once, while nothing else happens in between.
      if (event !== undefined && event !== last) written(event);
      last = event;
    },
  };
}
