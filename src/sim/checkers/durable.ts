/** Persisted before sent: whoever is told that an agent is in, back or lost can find it written down. */
import type { Effect } from "../../master/outbox.ts";
import { agentId } from "../../model/id.ts";
import { agentKey, unreachableKey } from "../../master/registry/records.ts";
import type { SchedulerEvent } from "../../wire/v1/scheduler.ts";
import type { MasterHost } from "../master-host.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

export function durableChecker(cluster: Cluster): Observer {
  const { world, election } = cluster;
  const has = (key: string): boolean => world.store.durable.has(key);
  const expect = (holds: boolean, what: string): void => {
    if (!holds) world.violate(CHECKS.persisted, what);
  };

  const sent = ({ message }: Extract<Effect, { kind: "send" }>): void => {
    if (message.name !== "mesos.internal.SlaveRegisteredMessage" && message.name !== "mesos.internal.SlaveReregisteredMessage") return;
    const id = agentId(message.value.agent_id.value);
    expect(has(agentKey(id)), `agent ${id} is told that it is registered, and the registry does not have it`);
    expect(!has(unreachableKey(id)), `agent ${id} is told that it is registered, and the registry has it as unreachable`);
  };
  const written = ({ type, failure, update }: SchedulerEvent): void => {
    if (type === "FAILURE" && failure?.agent_id !== undefined && failure.executor_id === undefined) {
      const id = agentId(failure.agent_id.value);
      expect(!has(agentKey(id)), `schedulers are told that agent ${id} is lost, and the registry still has it`);
    }
    const status = update?.status;
    // The answer to a question may be older than the registry: the agent is on its way back.
    if (status?.state === "TASK_UNREACHABLE" && status.reason !== "REASON_RECONCILIATION" && status.agent_id !== undefined) {
      const id = agentId(status.agent_id.value);
      expect(has(unreachableKey(id)), `task ${status.task_id.value} is called unreachable, and the registry does not say so of ${id}`);
    }
  };

  return {
    onEffect(master: MasterHost, effect) {
      if (master !== election.leader) return;
      if (effect.kind === "send") sent(effect);
      else if (effect.kind === "write") written(effect.event);
    },
  };
}
