/**
 * An agent comes back (AGT-10 to AGT-22, AGT-56): to a master that knows it, to a new leader, or after it was given
 * up.
 */
import { describe, expect, it } from "vitest";
import { drivenMaster, events, lines, messages, upid } from "../../../support/driven-master.ts";
import type { DrivenMaster } from "../../../support/driven-master.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { plainAllocator } from "../../../support/plain-allocator.ts";
import {
  AGENT, DRIVER, agentInfo, awareFrameworkInfo, comesBack, frameworkInfo, joins, launches, reportedTask, reports, reregistration,
  subscribes, uuid, volume,
} from "../../../support/cast.ts";
import { resources } from "../../../support/resources.ts";
import type { FrameworkInfo, ExecutorInfo } from "../../../../src/model/gen/mesos.ts";
import { agentId, frameworkId } from "../../../../src/model/id.ts";
import type { FrameworkId } from "../../../../src/model/id.ts";
import { allocate } from "../../../../src/model/resources.ts";
import type { MasterOptions } from "../../../../src/master/options.ts";
import { Registry_AgentCodec } from "../../../../src/wire/gen/registry.ts";

function leading(options: Partial<MasterOptions> = {}, store = new Map<string, Uint8Array>()) {
  const allocator = plainAllocator();
  const driven = drivenMaster(masterOptions(options), allocator, () => ({ cycle: 0, status: 0 }));
  for (const [key, value] of store) driven.store.set(key, value);
  driven.elect();
  return { driven, allocator };
}

/** A cluster with one agent and one framework whose driver is connected. */
function running(info: FrameworkInfo = frameworkInfo()) {
  const { driven, allocator } = leading();
  const agent = joins(driven);
  const framework = subscribes(driven, info);
  const plan = (): void => allocator.plan(framework, "web", agent);
  driven.take();
  return { driven, allocator, agent, framework, plan };
}

const goesSilent = (driven: DrivenMaster): void => driven.pass(75_000);
const withId = (info: FrameworkInfo, id: FrameworkId): FrameworkInfo => ({ ...info, id: { value: id } });
const executor = (framework: FrameworkId, id: string): ExecutorInfo => ({
  executor_id: { value: id }, framework_id: { value: framework }, command: { value: "run" },
  resources: allocate(resources("cpus:0.1;mem:32"), "web"),
});

describe("an agent that is on the records re-registers", () => {
  it("is relinked and told so; its frameworks' latest FrameworkInfo follows; the registry has nothing to write", () => {
    const { driven, agent, framework } = running();
    driven.isStoreSlow = true;
    comesBack(driven, agent, { frameworks: [withId(frameworkInfo({ name: "old name" }), framework)] });
    expect(lines(driven.take())).toEqual([
      `relink ${AGENT}`,
      `master > ${AGENT} SlaveReregisteredMessage`,
      `master > ${AGENT} UpdateFrameworkMessage`,
    ]);
    expect(messages(driven.said, "mesos.internal.SlaveReregisteredMessage").at(-1)).toEqual({
      agent_id: { value: agent }, connection: { total_ping_timeout_seconds: 75 },
    });
    expect(messages(driven.said, "mesos.internal.UpdateFrameworkMessage").at(-1)).toEqual({
      framework_id: { value: framework }, pid: DRIVER, framework_info: withId(frameworkInfo(), framework),
    });
  });

  it("with another AgentInfo waits until the registry has it, and only then counts with what it has now", () => {
    const { driven, allocator, agent } = running();
    driven.isStoreSlow = true;
    const bigger = agentInfo({ id: { value: agent }, resources: resources("cpus:16;mem:8192") });
    comesBack(driven, agent, { agent: bigger });
    comesBack(driven, agent, { agent: bigger });
    expect(driven.take()).toEqual([]);
    driven.persist();
    expect(lines(driven.take())).toEqual([`relink ${AGENT}`, `master > ${AGENT} SlaveReregisteredMessage`]);
    expect(allocator.available(agent)).toEqual(resources("cpus:16;mem:8192"));
    const record = Registry_AgentCodec.decode(driven.store.get(`agent/${agent}`)!);
    expect(record.ok && record.value.info.resources?.map(({ scalar }) => scalar?.value)).toEqual([16, 8192]);
  });

  it("is asked about the tasks it did not report, in the answer itself", () => {
    const { driven, agent, framework, plan } = running();
    launches(driven, plan, framework, agent, ["t1", "t2"]);
    reports(driven, framework, agent, "t2", "TASK_RUNNING");
    driven.take();
    comesBack(driven, agent, {
      tasks: [reportedTask(framework, agent, "t2")], frameworks: [withId(frameworkInfo(), framework)],
    });
    const [answer] = messages(driven.take(), "mesos.internal.SlaveReregisteredMessage");
    expect(answer!.reconciliations).toEqual([{
      framework_id: { value: framework },
      framework: withId(frameworkInfo(), framework),
      statuses: [{
        task_id: { value: "t1" }, agent_id: { value: agent }, state: "TASK_STAGING", source: "SOURCE_MASTER",
        message: "Reconciliation request", reason: "REASON_RECONCILIATION", timestamp: driven.nowMs / 1000,
      }],
    }]);
    expect([...driven.master.frameworks.get(framework)!.tasks.keys()]).toEqual(["t1", "t2"]); // it may still be on its way
  });

  it("loses the executors it did not report", () => {
    const { driven, allocator } = leading();
    const { agent, framework } = returned(driven, [reportedTask(F, A, "t1", { executor_id: { value: "e1" } })], ["e1", "e2"]);
    expect(driven.master.agents.get(agent)!.executors.get(framework)!.size).toBe(2);
    comesBack(driven, agent, {
      frameworks: [withId(frameworkInfo(), framework)], executor_infos: [executor(framework, "e1")],
      tasks: [reportedTask(framework, agent, "t1", { executor_id: { value: "e1" } })],
    });
    expect([...driven.master.agents.get(agent)!.executors.get(framework)!.keys()]).toEqual(["e1"]);
    expect(allocator.available(agent)!.find(({ name }) => name === "cpus")!.scalar!.value).toBe(6.9);
  });

  it("is told again to kill what was killed while it was away", () => {
    const { driven, agent, framework, plan } = running();
    launches(driven, plan, framework, agent, ["t1"]);
    driven.event({ type: "exited", peer: upid(AGENT) });
    driven.message(DRIVER, "mesos.scheduler.Call", {
      type: "KILL", framework_id: { value: framework }, kill: { task_id: { value: "t1" } },
    });
    driven.take();
    comesBack(driven, agent, {
      tasks: [reportedTask(framework, agent, "t1")], frameworks: [withId(frameworkInfo(), framework)],
    });
    expect(lines(driven.take())).toEqual([
      `relink ${AGENT}`,
      `master > ${AGENT} SlaveReregisteredMessage`,
      `master > ${AGENT} KillTaskMessage`,
      `master > ${AGENT} UpdateFrameworkMessage`,
    ]);
  });

  it("is told which frameworks are over", () => {
    const { driven, agent, framework } = running();
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "TEARDOWN", framework_id: { value: framework } });
    driven.take();
    comesBack(driven, agent, {
      tasks: [reportedTask(framework, agent, "t1")], frameworks: [withId(frameworkInfo(), framework)],
    });
    expect(lines(driven.take())).toEqual([
      `relink ${AGENT}`,
      `master > ${AGENT} SlaveReregisteredMessage`,
      `master > ${AGENT} ShutdownFrameworkMessage`,
    ]);
    expect(driven.master.frameworks.size).toBe(0);
  });

  it("without RESOURCE_PROVIDER learns what it is to have checkpointed, in its own words", () => {
    const { driven } = leading();
    const old = [{ type: "MULTI_ROLE" }] as const;
    const agent = joins(driven, AGENT, { agent_capabilities: old, checkpointed_resources: [volume("web", "id1", 100)] });
    driven.take();
    comesBack(driven, agent, { agent_capabilities: old });
    expect(messages(driven.take(), "mesos.internal.CheckpointResourcesMessage")).toEqual([{
      resources: [{
        name: "disk", type: "SCALAR", scalar: { value: 100 }, role: "web", reservation: {},
        disk: { persistence: { id: "id1" }, volume: { mode: "RW", container_path: "data" } },
      }],
    }]);
  });

  it("may come from another port, and is then reached there", () => {
    const { driven, agent } = running();
    comesBack(driven, agent, {}, "slave(1)@10.0.0.1:6051");
    driven.take();
    driven.pass(15_000);
    expect(lines(driven.take())).toEqual(["slave-observer(1) > slave(1)@10.0.0.1:6051 PingSlaveMessage"]);
  });

  it("with less than is in use and on offer has its offers taken back", () => {
    const { driven, agent, framework, plan } = running();
    launches(driven, plan, framework, agent, ["t1"]);
    plan();
    driven.event({ type: "timer", timer: { kind: "allocation-tick" } });
    driven.take();
    const tasks = { tasks: [reportedTask(framework, agent, "t1")], frameworks: [withId(frameworkInfo(), framework)] };
    const more = resources("cpus:16;mem:16384;disk:10240;ports:[31000-32000]");
    comesBack(driven, agent, { ...tasks, agent: agentInfo({ id: { value: agent }, resources: more }) });
    expect(driven.master.offers.size, "more is no reason").toBe(1);
    comesBack(driven, agent, { ...tasks, agent: agentInfo({ id: { value: agent }, resources: resources("cpus:7;mem:8192") }) });
    expect(lines(driven.take())).toContain(`master > ${DRIVER} RescindResourceOfferMessage`);
    expect(driven.master.offers.size).toBe(0);
  });

  it("at the address of another agent dislodges that one: the process behind it is a new one", () => {
    const { driven, agent } = running();
    comesBack(driven, A, { agent: agentInfo({ id: { value: A } }) });
    expect(driven.master.agents.get(A)!.connected).toBe(true);
    expect(driven.master.agents.get(agent)!.connected).toBe(false);
    driven.event({ type: "exited", peer: upid(AGENT) });
    expect(driven.master.agents.get(A)!.connected).toBe(false);
    comesBack(driven, agent);
    expect(driven.master.agents.get(agent)!.connected).toBe(true);
  });

  it("from another machine, or with another name, has to shut down", () => {
    const { driven, agent } = running();
    const message = "Agent attempted to reregister with different IP / hostname";
    comesBack(driven, agent, {}, "slave(1)@10.0.0.2:5051");
    comesBack(driven, agent, { agent: agentInfo({ id: { value: agent }, hostname: "renamed" }) });
    expect(messages(driven.take(), "mesos.internal.ShutdownMessage")).toEqual([{ message }, { message }]);
    expect(driven.master.agents.get(agent)!.pid).toEqual(upid(AGENT));
  });
});

const A = agentId("old-S0");
const F = frameworkId("old-0000");

/** An agent of which this master knows nothing returns with these tasks and executors. */
function returned(driven: DrivenMaster, tasks: readonly ReturnType<typeof reportedTask>[], executors: readonly string[] = []) {
  comesBack(driven, A, {
    tasks, frameworks: [withId(frameworkInfo(), F)], executor_infos: executors.map((id) => executor(F, id)),
  });
  return { agent: A, framework: F };
}

describe("an agent re-registers with a new leader", () => {
  const oldStore = (): Map<string, Uint8Array> => {
    const { driven } = leading({ id: "old" });
    joins(driven);
    return driven.store;
  };

  it("brings its tasks, and a framework without a scheduler for them; nobody is told of updates", () => {
    const { driven, allocator } = leading({}, oldStore());
    expect([...driven.master.recoveredAgents.keys()]).toEqual([A]);
    driven.isStoreSlow = true; // it is in the registry already: nothing is written
    returned(driven, [reportedTask(F, A, "t1"), reportedTask(F, A, "t2", { state: "TASK_FINISHED" })]);
    expect(lines(driven.take())).toEqual([
      `link ${AGENT}`,
      `slave-observer(1) > ${AGENT} PingSlaveMessage`,
      `master > ${AGENT} SlaveReregisteredMessage`,
    ]);
    expect(driven.master.recoveredAgents.size).toBe(0);
    const framework = driven.master.frameworks.get(F)!;
    expect(framework.state).toBe("recovered");
    expect([...framework.tasks.keys()]).toEqual(["t1", "t2"]);
    expect(allocator.available(A)!.find(({ name }) => name === "cpus")!.scalar!.value).toBe(7); // t2 is over
    expect(allocator.told.filter((verb) => /^add/.test(verb))).toEqual([`addAgent ${A}`, `addFramework ${F}`]);
  });

  it("hands the tasks to the scheduler when that comes back", () => {
    const { driven } = leading({}, oldStore());
    returned(driven, [reportedTask(F, A, "t1")]);
    driven.take();
    subscribes(driven, withId(frameworkInfo(), F));
    expect(lines(driven.take())).toContain(`master > ${AGENT} UpdateFrameworkMessage`);
    expect([...driven.master.frameworks.get(F)!.tasks.keys()]).toEqual(["t1"]);
  });

  it("finds a scheduler that was faster, and is told where it is", () => {
    const { driven } = leading({}, oldStore());
    subscribes(driven, withId(frameworkInfo(), F));
    driven.take();
    returned(driven, [reportedTask(F, A, "t1")]);
    expect(lines(driven.take())).toEqual([
      `link ${AGENT}`,
      `slave-observer(1) > ${AGENT} PingSlaveMessage`,
      `master > ${AGENT} SlaveReregisteredMessage`,
      `master > ${AGENT} UpdateFrameworkMessage`,
    ]);
    expect(driven.master.frameworks.get(F)!.tasks.size).toBe(1);
  });

  it("with another AgentInfo than the registry's writes it first", () => {
    const { driven } = leading({}, oldStore());
    driven.isStoreSlow = true;
    comesBack(driven, A, { agent: agentInfo({ id: { value: A }, attributes: [{ name: "rack", type: "TEXT", text: { value: "7" } }] }) });
    expect(driven.said).toEqual([]);
    driven.persist();
    expect(lines(driven.said).at(-1)).toBe(`master > ${AGENT} SlaveReregisteredMessage`);
    const record = Registry_AgentCodec.decode(driven.store.get(`agent/${A}`)!);
    expect(record.ok && record.value.info.attributes).toHaveLength(1);
  });

  it("is drained and not offered if an operator wanted so before", () => {
    const store = oldStore();
    const record = Registry_AgentCodec.decode(store.get(`agent/${A}`)!);
    const drain_info = { state: "DRAINING", config: { mark_gone: true } } as const;
    store.set(`agent/${A}`, Registry_AgentCodec.encode({ info: record.ok ? record.value.info : agentInfo(), drain_info, deactivated: true }));
    const { driven, allocator } = leading({}, store);
    comesBack(driven, A);
    expect(allocator.active.has(A)).toBe(false);
    expect(lines(driven.take()).slice(1)).toEqual([
      `slave-observer(1) > ${AGENT} PingSlaveMessage`,
      `master > ${AGENT} DrainSlaveMessage`,
      `master > ${AGENT} SlaveReregisteredMessage`,
    ]);
    driven.event({ type: "exited", peer: upid(AGENT) });
    comesBack(driven, A);
    expect(allocator.active.has(A)).toBe(false); // nor after it was disconnected
  });

  it("of before MULTI_ROLE gets the role of its framework on everything it uses", () => {
    const { driven } = leading({}, oldStore());
    const single = frameworkInfo({ roles: undefined, role: "db", capabilities: [] });
    comesBack(driven, A, {
      agent_capabilities: [], frameworks: [withId(single, F)],
      tasks: [reportedTask(F, A, "t1", { resources: resources("cpus:1") })],
    });
    const task = driven.master.frameworks.get(F)!.tasks.get("t1" as never)!;
    expect(task.role).toBe("db");
    expect(task.resources).toEqual(allocate(resources("cpus:1"), "db"));
  });

  it("is not asked for its health nor its terms twice: completed tasks it remembers go to the framework's history", () => {
    const { driven } = leading({}, oldStore());
    subscribes(driven, withId(frameworkInfo(), F));
    comesBack(driven, A, {
      completed_frameworks: [{ framework_info: withId(frameworkInfo(), F), tasks: [reportedTask(F, A, "done", { state: "TASK_FINISHED" })] }],
    });
    expect([...driven.master.frameworks.get(F)!.completedTasks].map(({ id }) => id)).toEqual(["done"]);
  });
});

describe("an agent that was given up re-registers", () => {
  it("gets its tasks back, and their frameworks hear of it", () => {
    const { driven, agent, framework, plan } = running(awareFrameworkInfo());
    launches(driven, plan, framework, agent, ["t1", "t2"]);
    reports(driven, framework, agent, "t1", "TASK_RUNNING");
    goesSilent(driven);
    const record = driven.master.frameworks.get(framework)!;
    expect([...record.unreachableTasks.keys()]).toEqual(["t1", "t2"]);
    driven.take();
    driven.isStoreSlow = true;
    const status = { task_id: { value: "t1" }, state: "TASK_RUNNING", healthy: true, timestamp: 1, uuid: uuid(3) } as const;
    comesBack(driven, agent, {
      frameworks: [withId(awareFrameworkInfo(), framework)],
      tasks: [reportedTask(framework, agent, "t1", { statuses: [status] })],
    });
    expect(driven.take()).toEqual([]);
    driven.persist();
    const said = driven.take();
    expect(lines(said)).toEqual([
      `master > ${DRIVER} StatusUpdateMessage`,
      `link ${AGENT}`,
      `slave-observer(2) > ${AGENT} PingSlaveMessage`,
      `master > ${AGENT} SlaveReregisteredMessage`,
      `master > ${AGENT} UpdateFrameworkMessage`,
    ]);
    expect(messages(said, "mesos.internal.StatusUpdateMessage")[0]!.update).toEqual({
      framework_id: { value: framework },
      agent_id: { value: agent },
      status: {
        task_id: { value: "t1" }, agent_id: { value: agent }, state: "TASK_RUNNING", source: "SOURCE_MASTER",
        reason: "REASON_AGENT_REREGISTERED", message: "Unreachable agent re-reregistered", healthy: true,
        timestamp: driven.nowMs / 1000,
      },
      timestamp: driven.nowMs / 1000,
    });
    expect([...record.tasks.keys()]).toEqual(["t1"]);
    expect(record.unreachableTasks.size).toBe(0); // t2 ended while nobody was looking
    expect([...driven.store.keys()]).toEqual([`agent/${agent}`]);
    expect(driven.master.removedAgents.has(agent)).toBe(false);
  });

  it("and was even forgotten is admitted all the same", () => {
    const { driven } = leading();
    const framework = subscribes(driven, withId(frameworkInfo(), F));
    driven.take();
    returned(driven, [reportedTask(framework, A, "t1")]);
    expect(messages(driven.take(), "mesos.internal.StatusUpdateMessage")[0]!.update.status.message).toBe("Unknown agent reregistered");
    expect([...driven.store.keys()]).toEqual([`agent/${A}`]);
  });

  it("does not get back the tasks of a framework that is over", () => {
    const { driven, agent, framework, plan } = running();
    launches(driven, plan, framework, agent, ["t1"]);
    goesSilent(driven);
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "TEARDOWN", framework_id: { value: framework } });
    driven.take();
    comesBack(driven, agent, {
      frameworks: [withId(frameworkInfo(), framework)], tasks: [reportedTask(framework, agent, "t1")],
      executor_infos: [executor(framework, "e1")],
    });
    expect(lines(driven.take()).slice(-2)).toEqual([
      `master > ${AGENT} SlaveReregisteredMessage`,
      `master > ${AGENT} ShutdownFrameworkMessage`,
    ]);
    expect(driven.master.agents.get(agent)!.tasks.size).toBe(0);
  });

  it("has to wait while it is being given up", () => {
    const { driven, agent } = running();
    driven.isStoreSlow = true;
    goesSilent(driven);
    driven.take();
    comesBack(driven, agent);
    expect(driven.take()).toEqual([]);
    driven.persist();
    comesBack(driven, agent);
    driven.persist();
    expect(lines(driven.take())).toContain(`master > ${AGENT} SlaveReregisteredMessage`);
  });
});

describe("a report that contradicts itself", () => {
  const inTwoRoles = [...allocate(resources("cpus:1"), "web"), ...allocate(resources("mem:32"), "db")];
  it.each([
    ["a framework twice", { frameworks: [withId(frameworkInfo(), F), withId(frameworkInfo(), F)] }],
    ["a task of a framework it does not run", { tasks: [reportedTask(F, A, "t1")] }],
    ["a task of another agent", { frameworks: [withId(frameworkInfo(), F)], tasks: [reportedTask(F, agentId("x"), "t1")] }],
    ["a running task without its executor", {
      frameworks: [withId(frameworkInfo(), F)], tasks: [reportedTask(F, A, "t1", { executor_id: { value: "e1" } })],
    }],
    ["a task twice", { frameworks: [withId(frameworkInfo(), F)], tasks: [reportedTask(F, A, "t1"), reportedTask(F, A, "t1")] }],
    ["an executor twice", { frameworks: [withId(frameworkInfo(), F)], executor_infos: [executor(F, "e1"), executor(F, "e1")] }],
    ["a task with a bad id", { frameworks: [withId(frameworkInfo(), F)], tasks: [reportedTask(F, A, "../t1")] }],
    ["an unreachable task", { frameworks: [withId(frameworkInfo(), F)], tasks: [reportedTask(F, A, "t1", { state: "TASK_UNREACHABLE" })] }],
    ["a task of two roles", {
      frameworks: [withId(frameworkInfo(), F)], tasks: [reportedTask(F, A, "t1", { resources: inTwoRoles })],
    }],
    ["an executor of a role and of none", {
      frameworks: [withId(frameworkInfo(), F)],
      executor_infos: [{ ...executor(F, "e1"), resources: [...inTwoRoles.slice(0, 1), ...resources("mem:32")] }],
    }],
    ["a framework that cannot be", { frameworks: [withId(frameworkInfo({ roles: ["/bad"] }), F)] }],
    ["no id of its own", { agent: agentInfo() }],
  ])("%s is dropped, and the master lives on", (_, changes) => {
    const { driven } = leading();
    driven.message(AGENT, "mesos.internal.ReregisterSlaveMessage", { ...reregistration(A), ...changes });
    expect(driven.said).toEqual([]);
    expect(driven.store.size).toBe(0);
  });

  it("about a task that runs elsewhere leaves that one alone", () => {
    const { driven } = leading();
    returned(driven, [reportedTask(F, A, "t1")]);
    const B = agentId("old-S1");
    comesBack(driven, B, {
      agent: agentInfo({ hostname: "node2", id: { value: B } }), frameworks: [withId(frameworkInfo(), F)],
      tasks: [reportedTask(F, B, "t1"), reportedTask(F, B, "t2")],
    }, "slave(1)@10.0.0.2:5051");
    const { tasks } = driven.master.frameworks.get(F)!;
    expect([...tasks.values()].map(({ id, agentId: on }) => [id, on])).toEqual([["t1", A], ["t2", B]]);
  });
});

describe("a v1 scheduler", () => {
  it("hears of tasks that are back as UPDATE events without a uuid: there is nothing to acknowledge", () => {
    const { driven } = leading();
    const body = new TextEncoder().encode(JSON.stringify({
      type: "SUBSCRIBE", framework_id: { value: F }, subscribe: { framework_info: withId(frameworkInfo(), F) },
    }));
    driven.request({ path: "/api/v1/scheduler", body, headers: { "content-type": "application/json" } });
    returned(driven, [reportedTask(F, A, "t1")]);
    const [update] = events(driven.said, "UPDATE");
    expect(update!.update!.status).toMatchObject({ state: "TASK_RUNNING", reason: "REASON_AGENT_REREGISTERED" });
    expect(update!.update!.status.uuid).toBeUndefined();
  });
});
