/**
 * What an agent says about its tasks, executors and resources while it is there (AGT-23, AGT-24, AGT-54, TSK-56 to
 * TSK-62, TSK-76).
 */
import { describe, expect, it } from "vitest";
import { drivenMaster, lines, messages } from "../../../support/driven-master.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { plainAllocator } from "../../../support/plain-allocator.ts";
import {
  AGENT, DRIVER, agentInfo, comesBack, frameworkInfo, joins, launches, reportedTask, reports, reregistration, subscribes, uuid,
} from "../../../support/cast.ts";
import { resources } from "../../../support/resources.ts";
import type { Operation, Resource } from "../../../../src/model/gen/mesos.ts";
import type { UpdateSlaveMessage } from "../../../../src/model/gen/internal.ts";
import { allocate } from "../../../../src/model/resources.ts";
import { upid } from "../../../support/driven-master.ts";

function cluster() {
  const allocator = plainAllocator();
  const driven = drivenMaster(masterOptions(), allocator, () => ({ cycle: 0, status: 0 }));
  driven.elect();
  const agent = joins(driven);
  const framework = subscribes(driven);
  const plan = (): void => allocator.plan(framework, "web", agent);
  const task = () => driven.master.frameworks.get(framework)!.tasks.get("t1" as never);
  const count = (name: string): number => driven.master.counters.get(name) ?? 0;
  const cpus = (): number => allocator.available(agent)!.find(({ name }) => name === "cpus")!.scalar!.value;
  return { driven, allocator, agent, framework, plan, task, count, cpus };
}

describe("a status update", () => {
  it("goes to the driver as it came, with the address of the agent that waits for the acknowledgement", () => {
    const { driven, agent, framework, plan, count, task } = cluster();
    launches(driven, plan, framework, agent, ["t1"]);
    driven.take();
    reports(driven, framework, agent, "t1", "TASK_RUNNING", { seed: 5 });
    const [forwarded] = messages(driven.take(), "mesos.internal.StatusUpdateMessage");
    expect(forwarded!.pid).toBe(AGENT);
    expect(forwarded!.update).toMatchObject({ status: { state: "TASK_RUNNING" }, uuid: uuid(5), latest_state: "TASK_RUNNING" });
    expect(task()).toMatchObject({ state: "TASK_RUNNING", statusUpdateState: "TASK_RUNNING", statusUpdateUuid: uuid(5) });
    expect(count("valid_status_updates")).toBe(1);
  });

  it("frees resources at the newest state the agent knows, while older updates wait for their acknowledgement", () => {
    const { driven, agent, framework, plan, task, cpus } = cluster();
    launches(driven, plan, framework, agent, ["t1"]);
    expect(cpus()).toBe(7);
    reports(driven, framework, agent, "t1", "TASK_RUNNING", { latest: "TASK_FINISHED" });
    expect(cpus()).toBe(8);
    expect(task()).toMatchObject({ state: "TASK_FINISHED", statusUpdateState: "TASK_RUNNING" });
    reports(driven, framework, agent, "t1", "TASK_FINISHED", { seed: 2 });
    expect(cpus()).toBe(8); // not twice
    driven.message(DRIVER, "mesos.scheduler.Call", {
      type: "ACKNOWLEDGE", framework_id: { value: framework },
      acknowledge: { agent_id: { value: agent }, task_id: { value: "t1" }, uuid: uuid(2) },
    });
    expect(task()).toBeUndefined();
  });

  it("leaves the last of each run of equal states in the history, without its data", () => {
    const { driven, agent, framework, plan, task } = cluster();
    launches(driven, plan, framework, agent, ["t1"]);
    for (const [seed, state] of (["TASK_STARTING", "TASK_RUNNING", "TASK_RUNNING", "TASK_KILLING"] as const).entries()) {
      driven.message(AGENT, "mesos.internal.StatusUpdateMessage", {
        pid: AGENT,
        update: {
          framework_id: { value: framework }, agent_id: { value: agent }, timestamp: 1, uuid: uuid(seed), latest_state: state,
          status: { task_id: { value: "t1" }, state, message: `${seed}`, data: new Uint8Array(1000), uuid: uuid(seed) },
        },
      });
    }
    expect(task()!.statuses.map(({ state, message, data }) => [state, message, data])).toEqual([
      ["TASK_STARTING", "0", undefined], ["TASK_RUNNING", "2", undefined], ["TASK_KILLING", "3", undefined],
    ]);
  });

  it("for a framework that is not there is kept in mind but not forwarded: the agent will repeat it", () => {
    const { driven, agent, framework, plan, task, count } = cluster();
    const info = frameworkInfo({ failover_timeout: 1000 });
    driven.message(DRIVER, "mesos.scheduler.Call", {
      type: "UPDATE_FRAMEWORK", framework_id: { value: framework },
      update_framework: { framework_info: { ...info, id: { value: framework } } },
    });
    launches(driven, plan, framework, agent, ["t1"]);
    driven.event({ type: "exited", peer: upid(DRIVER) });
    driven.take();
    reports(driven, framework, agent, "t1", "TASK_RUNNING");
    expect(driven.take()).toEqual([]);
    expect(task()!.state).toBe("TASK_RUNNING");
    expect(task()!.statusUpdateUuid).toBeUndefined();
    expect([count("valid_status_updates"), count("invalid_status_updates")]).toEqual([0, 1]);
  });

  it("for a task nobody knows is forwarded all the same, and counted invalid", () => {
    const { driven, agent, framework, count } = cluster();
    driven.take();
    reports(driven, framework, agent, "stranger", "TASK_FAILED");
    expect(lines(driven.take())).toEqual([`master > ${DRIVER} StatusUpdateMessage`]);
    expect(count("invalid_status_updates")).toBe(1);
  });

  it("from an agent that is not registered is dropped and counted, and so is one without address or uuid", () => {
    const { driven, agent, framework, count } = cluster();
    driven.take();
    reports(driven, framework, "m-S7" as never, "t1", "TASK_RUNNING");
    const update = {
      framework_id: { value: framework }, agent_id: { value: agent }, timestamp: 1, uuid: uuid(1),
      status: { task_id: { value: "t1" }, state: "TASK_RUNNING", uuid: uuid(1) },
    } as const;
    const { uuid: _, ...unsigned } = update.status;
    for (const bad of [
      { update }, { update, pid: "nowhere" }, { update: { ...update, uuid: new Uint8Array(3) }, pid: AGENT },
      { update: { ...update, status: unsigned }, pid: AGENT }, { update: { ...update, agent_id: undefined }, pid: AGENT },
    ]) driven.message(AGENT, "mesos.internal.StatusUpdateMessage", bad);
    expect(driven.take()).toEqual([]);
    expect(count("invalid_status_updates")).toBe(6);
  });
});

describe("an executor", () => {
  const running = () => {
    const all = cluster();
    const { driven, agent, framework } = all;
    driven.event({ type: "exited", peer: upid(AGENT) });
    driven.pass(75_000);
    const info = { ...frameworkInfo(), id: { value: framework } };
    const executor = {
      executor_id: { value: "e1" }, framework_id: { value: framework }, command: { value: "run" },
      resources: allocate(resources("cpus:1;mem:32"), "web"),
    };
    driven.message(AGENT, "mesos.internal.ReregisterSlaveMessage", {
      ...reregistration(agent), frameworks: [info], executor_infos: [executor],
      tasks: [reportedTask(framework, agent, "t1", { executor_id: { value: "e1" } })],
    });
    driven.take();
    return all;
  };

  it("sends its framework a message through us", () => {
    const { driven, agent, framework, count } = running();
    const message = {
      agent_id: { value: agent }, framework_id: { value: framework }, executor_id: { value: "e1" }, data: new Uint8Array([1, 2]),
    };
    driven.message(AGENT, "mesos.internal.ExecutorToFrameworkMessage", message);
    expect(messages(driven.take(), "mesos.internal.ExecutorToFrameworkMessage")).toEqual([message]);
    driven.message(AGENT, "mesos.internal.ExecutorToFrameworkMessage", { ...message, framework_id: { value: "x" } });
    driven.message(AGENT, "mesos.internal.ExecutorToFrameworkMessage", { ...message, agent_id: { value: "x" } });
    expect(driven.take()).toEqual([]);
    expect(count("valid_executor_to_framework_messages")).toBe(1);
    expect(count("invalid_executor_to_framework_messages")).toBe(2);
  });

  it("that ends frees what it used, its framework is told, and its tasks are for the agent to report", () => {
    const { driven, agent, framework, task, cpus } = running();
    expect(cpus()).toBe(6);
    const end = { agent_id: { value: agent }, framework_id: { value: framework }, executor_id: { value: "e1" }, status: 256 };
    driven.message(AGENT, "mesos.internal.ExitedExecutorMessage", end);
    expect(messages(driven.take(), "mesos.internal.ExitedExecutorMessage")).toEqual([end]);
    expect(cpus()).toBe(7);
    expect(task()!.state).toBe("TASK_RUNNING");
    driven.message(AGENT, "mesos.internal.ExitedExecutorMessage", end);
    driven.message(AGENT, "mesos.internal.ExitedExecutorMessage", { ...end, agent_id: { value: "x" } });
    expect(driven.take()).toEqual([]);
  });
});

describe("an agent's update of what it has", () => {
  const spare = (value: number): Resource => ({ name: "cpus", type: "SCALAR", scalar: { value }, revocable: {} });
  const news = (agent: string, changes: Partial<UpdateSlaveMessage>): UpdateSlaveMessage => ({
    agent_id: { value: agent }, update_oversubscribed_resources: false, operations: {}, resource_providers: {},
    resource_version_uuid: { value: uuid(1) }, ...changes,
  });
  const update = "mesos.internal.UpdateSlaveMessage";

  it("that says nothing new is passed over", () => {
    const { driven, allocator, agent } = cluster();
    const before = allocator.told.length;
    driven.message(AGENT, update, news(agent, {}));
    driven.message(AGENT, update, news("stranger", {}));
    expect(allocator.told.length).toBe(before);
    expect(driven.master.counters.get("messages_update_slave")).toBe(2);
  });

  it("adds what it can lend out, and takes back offers of what it lent before", () => {
    const { driven, allocator, agent, framework } = cluster();
    const lend = (value: number): void =>
      driven.message(AGENT, update, news(agent, { update_oversubscribed_resources: true, oversubscribed_resources: [spare(value)] }));
    lend(3);
    const total = (): (readonly [number, boolean])[] =>
      driven.master.agents.get(agent)!.total.filter(({ name }) => name === "cpus").map(({ scalar, revocable }) => [scalar!.value, revocable !== undefined]);
    expect(total()).toEqual([[8, false], [3, true]]);
    allocator.plan(framework, "web", agent, [spare(3)]);
    driven.event({ type: "timer", timer: { kind: "allocation-tick" } });
    driven.take();
    lend(2);
    expect(lines(driven.take())).toEqual([`master > ${DRIVER} RescindResourceOfferMessage`]);
    expect(total()).toEqual([[8, false], [2, true]]);
    driven.message(AGENT, update, news(agent, {})); // no word about lending: it stays
    expect(total()).toEqual([[8, false], [2, true]]);
  });

  it("brings the version that tasks and operations are compared with", () => {
    const { driven, agent, framework, plan } = cluster();
    driven.message(AGENT, update, news(agent, { resource_version_uuid: { value: uuid(9) } }));
    launches(driven, plan, framework, agent, ["t1"]);
    const [run] = messages(driven.said, "mesos.internal.RunTaskMessage");
    expect(run!.resource_version_uuids).toEqual([{ uuid: { value: uuid(9) } }]);
  });

  const disk = (value: number, more: Partial<Resource> = {}): Resource => ({
    name: "disk", type: "SCALAR", scalar: { value }, provider_id: { value: "p1" }, disk: { source: { type: "RAW" } }, ...more,
  });
  const provided = (total: readonly Resource[], operations: readonly Operation[] = [], version = 7): Partial<UpdateSlaveMessage> => ({
    resource_providers: {
      providers: [{
        info: { id: { value: "p1" }, type: "csi", name: "lvm" }, total_resources: total,
        operations: { operations }, resource_version_uuid: { value: uuid(version) },
      }],
    },
  });
  const ofProvider = (resources: readonly Resource[]): number[] =>
    resources.filter(({ provider_id }) => provider_id !== undefined).map(({ scalar }) => scalar!.value);

  it("adds and removes resource providers with all they bring", () => {
    const { driven, allocator, agent, framework } = cluster();
    driven.message(AGENT, update, news(agent, provided([disk(500)])));
    expect(ofProvider(allocator.available(agent)!)).toEqual([500]);
    allocator.plan(framework, "web", agent, [disk(500)]);
    driven.event({ type: "timer", timer: { kind: "allocation-tick" } });
    driven.take();
    driven.message(AGENT, update, news(agent, provided([disk(300)], [], 8)));
    expect(lines(driven.take())).toEqual([`master > ${DRIVER} RescindResourceOfferMessage`]);
    expect(ofProvider(allocator.available(agent)!)).toEqual([300]);
    driven.message(AGENT, update, { ...news(agent, {}), resource_providers: undefined }); // says nothing about providers
    expect(ofProvider(allocator.available(agent)!)).toEqual([300]);
    driven.message(AGENT, update, news(agent, {}));
    expect(ofProvider(allocator.available(agent)!)).toEqual([]);
    expect(driven.master.agents.get(agent)!.providers.size).toBe(0);
  });

  const pending = (owner: string | undefined, state: "OPERATION_PENDING" | "OPERATION_FINISHED" = "OPERATION_PENDING"): Operation => ({
    ...(owner !== undefined && { framework_id: { value: owner } }),
    uuid: { value: uuid(11) },
    info: { type: "CREATE_DISK", id: { value: "op" }, create_disk: { source: disk(200, { allocation_info: { role: "web" } }), target_type: "MOUNT" } },
    latest_status: { state, operation_id: { value: "op" } },
  });

  it("brings operations from before a failover: what they hold is nobody else's, framework known or not", () => {
    for (const owner of ["known", "not known"]) {
      const { driven, allocator, agent, framework } = cluster();
      driven.message(AGENT, update, news(agent, provided([disk(500)], [pending(owner === "known" ? framework : "later-0001")])));
      expect(ofProvider(allocator.available(agent)!)).toEqual([300]);
      expect(driven.master.operations.size).toBe(1);
      const told = allocator.told.length;
      driven.message(AGENT, update, news(agent, provided([disk(500)], [pending(owner === "known" ? framework : "later-0001")])));
      expect(allocator.told.length, "the same again is no news").toBe(told);
    }
  });

  it("brings operations whose framework comes back later, and takes them over then", () => {
    for (const state of ["OPERATION_PENDING", "OPERATION_FINISHED"] as const) {
      const { driven, allocator, agent } = cluster();
      driven.message(AGENT, update, news(agent, provided([disk(500)], [pending("later-0001", state)])));
      const free = ofProvider(allocator.available(agent)!);
      const info = { ...frameworkInfo({ name: "later" }), id: { value: "later-0001" } };
      const later = subscribes(driven, info, "scheduler-2@10.0.0.6:6000");
      const framework = driven.master.frameworks.get(later)!;
      expect(framework.operations.size).toBe(1);
      expect([...framework.used.values()].flatMap((used) => ofProvider(used))).toEqual(state === "OPERATION_PENDING" ? [200] : []);
      expect(ofProvider(allocator.available(agent)!)).toEqual(free);
    }
  });

  it("lets operations end that ended unheard, once", () => {
    const { driven, allocator, agent, framework } = cluster();
    driven.message(AGENT, update, news(agent, provided([disk(500)], [pending(framework)])));
    const made = disk(200, { disk: { source: { type: "MOUNT", mount: { root: "/m" } } } });
    const finished: Operation = { ...pending(framework), latest_status: {
      state: "OPERATION_FINISHED", operation_id: { value: "op" }, converted_resources: [{ ...made, allocation_info: { role: "web" } }],
    } };
    driven.message(AGENT, update, news(agent, provided([disk(300), made], [finished], 8)));
    expect(ofProvider(allocator.available(agent)!).sort()).toEqual([200, 300]);
  });

  it("that lacks an operation we have is answered with a question", () => {
    const { driven, agent, framework } = cluster();
    driven.message(AGENT, update, news(agent, provided([disk(500)], [pending(framework)])));
    driven.take();
    driven.message(AGENT, update, news(agent, provided([disk(500)], [], 8)));
    expect(messages(driven.take(), "mesos.internal.ReconcileOperationsMessage")).toEqual([
      { operations: [{ operation_uuid: { value: uuid(11) }, resource_provider_id: { value: "p1" } }] },
    ]);
    driven.message(AGENT, update, news(agent, {})); // the provider itself is gone
    expect(driven.master.operations.size).toBe(0);
  });

  it("that claims an operation of another agent is not believed", () => {
    const { driven, agent, framework } = cluster();
    const other = joins(driven, "slave(1)@10.0.0.2:5051", { agent: agentInfo({ hostname: "node2" }) });
    driven.message(AGENT, update, news(agent, provided([disk(500)], [pending(framework)])));
    driven.message("slave(1)@10.0.0.2:5051", update, news(other, provided([disk(500)], [pending(framework)])));
    expect([...driven.master.operations.values()].map(({ agentId: on }) => on)).toEqual([agent]);
  });

  it("from before a downgrade is forgotten where the agent has no word for its acknowledgement any more", () => {
    const { driven, agent, framework } = cluster();
    const own = { ...pending(framework, "OPERATION_FINISHED"), info: { type: "RESERVE", id: { value: "op" } } } as const;
    driven.message(AGENT, update, news(agent, { operations: { operations: [own] } }));
    comesBack(driven, agent);
    expect(driven.master.operations.size).toBe(1);
    comesBack(driven, agent, { agent_capabilities: [{ type: "MULTI_ROLE" }, { type: "RESOURCE_PROVIDER" }] });
    expect(driven.master.operations.size).toBe(0);
  });

  it("that cannot be is dropped", () => {
    const { driven, allocator, agent } = cluster();
    const told = allocator.told.length;
    const { revocable: _, ...solid } = spare(3);
    driven.message(AGENT, update, news(agent, { update_oversubscribed_resources: true, oversubscribed_resources: [solid] }));
    driven.message(AGENT, update, news(agent, { update_oversubscribed_resources: true, oversubscribed_resources: [spare(-1)] }));
    driven.message(AGENT, update, news(agent, provided([solid])));
    driven.message(AGENT, update, news(agent, provided([disk(10)], [pending("x")]))); // on more than there is
    expect(allocator.told.slice(told)).toEqual([`updateAgent ${agent}`]);
    expect(driven.master.operations.size).toBe(0);
  });
});
