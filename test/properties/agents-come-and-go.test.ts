/**
 * Whatever agents and schedulers say, in whatever order, however slow the registry: the master's records stay consistent
 * with each other and with the allocator's (invariants.ts, checked after every event), and it never throws.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markAgentGone } from "../../src/master/agents/mark-gone.ts";
import { Outbox } from "../../src/master/outbox.ts";
import { MASTER_KEY } from "../../src/master/registry/records.ts";
import type { Call } from "../../src/model/gen/driver.ts";
import type { FrameworkInfo, Operation, OperationState, Resource, TaskState } from "../../src/model/gen/mesos.ts";
import { agentId, frameworkId } from "../../src/model/id.ts";
import type { AgentId, FrameworkId } from "../../src/model/id.ts";
import { allocate } from "../../src/model/resources.ts";
import { printUpid } from "../../src/model/upid.ts";
import {
  agentInfo, frameworkInfo, registration, reportedTask, reports, reregistration, uuid,
} from "../support/cast.ts";
import { drivenMaster, upid } from "../support/driven-master.ts";
import type { DrivenMaster } from "../support/driven-master.ts";
import { realAllocator, runInPlace } from "../support/kernel.ts";
import { masterOptions } from "../support/master-options.ts";
import { resources } from "../support/resources.ts";

const AGENTS = 3;
const DRIVERS = 2;
const TASKS = 5;

const agentAt = (i: number): string => `slave(1)@10.0.0.${i}:5051`;
const driverAt = (i: number): string => `scheduler-${i}@10.0.1.${i}:6000`;
const infoOf = (i: number): FrameworkInfo => frameworkInfo({
  name: `f${i}`,
  checkpoint: i === 1,
  failover_timeout: 30,
  capabilities: [
    { type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }, { type: "REVOCABLE_RESOURCES" },
    ...(i === 0 ? [{ type: "PARTITION_AWARE" } as const] : []),
  ],
});

/** A master, and what agents and drivers have learnt from it: the ids they bear. */
class Stage {
  readonly driven: DrivenMaster;
  readonly agents = new Map<number, AgentId>();
  readonly frameworks = new Map<number, FrameworkId>();

  constructor(isLimited: boolean) {
    const options = masterOptions({
      maxUnreachableTasksPerFramework: 3,
      agentRemovalRateLimit: isLimited ? { agents: 1, perMs: 60_000 } : undefined,
    });
    this.driven = drivenMaster(options, realAllocator(options.allocator), runInPlace);
    this.driven.elect();
    for (let i = 0; i < AGENTS; i++) this.play(joins(i));
    for (let i = 0; i < DRIVERS; i++) this.play(subscribes(i, false));
  }

  play(act: Act): void {
    act(this);
    for (const said of this.driven.take()) {
      if (said.kind !== "send") continue;
      const { to, message } = said;
      const who = Number(to.host.split(".")[3]);
      if (message.name === "mesos.internal.SlaveRegisteredMessage") this.agents.set(who, agentId(message.value.agent_id.value));
      if (message.name === "mesos.internal.FrameworkRegisteredMessage") {
        this.frameworks.set(who, frameworkId(message.value.framework_id.value));
      }
    }
  }

  agent(i: number): AgentId {
    return this.agents.get(i) ?? agentId(`old-S${i}`);
  }

  framework(i: number): FrameworkId {
    return this.frameworks.get(i) ?? frameworkId(`old-000${i}`);
  }

  /** One of the tasks on the records, as far as there are any; else one nobody knows. */
  task(index: number): { readonly framework: FrameworkId; readonly task: string; readonly agent: AgentId } {
    const tasks = [...this.driven.master.frameworks.values()].flatMap((framework) => [...framework.tasks.values()]);
    const found = tasks[index % Math.max(1, tasks.length)];
    if (found === undefined) return { framework: frameworkId("x"), task: "x", agent: agentId("x") };
    return { framework: found.frameworkId, task: found.id, agent: found.agentId };
  }

  call(from: string, framework: FrameworkId, call: Call): void {
    this.driven.message(from, "mesos.scheduler.Call", { framework_id: { value: framework }, ...call });
  }
}

type Act = (stage: Stage) => void;

const joins = (i: number): Act => ({ driven }) => {
  const agent = agentInfo({ hostname: `node${i}` });
  driven.message(agentAt(i), "mesos.internal.RegisterSlaveMessage", registration({ agent }));
};

interface Report {
  readonly i: number;
  readonly tasks: readonly (readonly [task: string, framework: number, state: TaskState])[];
  readonly cpus: number;
  readonly isStranger: boolean;
  readonly hasExecutors: boolean;
}

const returns = ({ i, tasks, cpus, isStranger, hasExecutors }: Report): Act => (stage) => {
  const id = isStranger ? agentId(`old-S${i}`) : stage.agent(i);
  const used = [...new Set(tasks.map(([, k]) => k))];
  const executor = {
    executor_id: { value: "e1" }, command: { value: "run" }, resources: allocate(resources("cpus:0.1;mem:32"), "web"),
  };
  stage.driven.message(agentAt(i), "mesos.internal.ReregisterSlaveMessage", reregistration(id, {
    agent: agentInfo({ hostname: `node${i}`, id: { value: id }, resources: resources(`cpus:${cpus};mem:8192`) }),
    frameworks: used.map((k) => ({ ...infoOf(k), id: { value: stage.framework(k) } })),
    tasks: tasks.map(([name, k, state]) => reportedTask(stage.framework(k), id, name, { state })),
    executor_infos: hasExecutors ? used.map((k) => ({ ...executor, framework_id: { value: stage.framework(k) } })) : [],
  }));
};

interface News {
  readonly i: number;
  readonly lent: number | null;
  readonly provided: number | null;
  readonly operations: readonly (readonly [framework: number, state: OperationState])[];
}

const updates = ({ i, lent, provided, operations }: News): Act => (stage) => {
  const raw = (value: number): Resource => ({
    name: "disk", type: "SCALAR", scalar: { value }, provider_id: { value: "p1" }, disk: { source: { type: "RAW" } },
  });
  const creation = (k: number, state: OperationState): Operation => ({
    framework_id: { value: stage.framework(k) }, uuid: { value: uuid(40 + k) }, latest_status: { state },
    info: {
      type: "CREATE_DISK",
      create_disk: { source: { ...raw(100), allocation_info: { role: "web" } }, target_type: "MOUNT" },
    },
  });
  const provider = {
    info: { id: { value: "p1" }, type: "t", name: "n" },
    total_resources: [raw(provided ?? 0)],
    operations: { operations: operations.map(([k, state]) => creation(k, state)) },
    resource_version_uuid: { value: uuid(2) },
  };
  stage.driven.message(agentAt(i), "mesos.internal.UpdateSlaveMessage", {
    agent_id: { value: stage.agent(i) },
    update_oversubscribed_resources: lent !== null,
    oversubscribed_resources: [{ name: "cpus", type: "SCALAR", scalar: { value: lent ?? 0 }, revocable: {} }],
    operations: {},
    resource_version_uuid: { value: uuid(1) },
    ...(provided !== null && { resource_providers: { providers: [provider] } }),
  });
};

const subscribes = (i: number, force: boolean): Act => ({ driven, frameworks }) => {
  const id = frameworks.get(i);
  const framework_info = id === undefined ? infoOf(i) : { ...infoOf(i), id: { value: id } };
  driven.message(driverAt(i), "mesos.scheduler.Call", {
    type: "SUBSCRIBE", framework_id: framework_info.id, subscribe: { framework_info, force },
  });
};

const accepts = (i: number, tasks: readonly string[]): Act => (stage) => {
  const id = stage.framework(i);
  const offer = stage.driven.master.frameworks.get(id)?.offers.values().next().value;
  if (offer === undefined) return;
  const task_infos = tasks.map((name) => ({
    name, task_id: { value: name }, agent_id: { value: offer.agentId }, command: { value: "x" },
    resources: allocate(resources("cpus:1;mem:64"), "web"),
  }));
  const operations = [{ type: "LAUNCH", launch: { task_infos } }] as const;
  const filters = { refuse_seconds: 2 };
  stage.call(driverAt(i), id, { type: "ACCEPT", accept: { offer_ids: [{ value: offer.id }], operations, filters } });
};

const says = (index: number, state: TaskState, latest: TaskState, seed: number): Act => (stage) => {
  const { framework, task, agent } = stage.task(index);
  reports(stage.driven, framework, agent, task, state, { latest, seed });
};

const acknowledges = (index: number): Act => (stage) => {
  const { framework, task, agent } = stage.task(index);
  const record = stage.driven.master.frameworks.get(framework);
  const uuidTold = record?.tasks.get(task as never)?.statusUpdateUuid;
  if (record?.connection?.kind !== "pid" || uuidTold === undefined) return;
  const acknowledge = { agent_id: { value: agent }, task_id: { value: task }, uuid: uuidTold };
  stage.call(printUpid(record.connection.pid), framework, { type: "ACKNOWLEDGE", acknowledge });
};

const kills = (i: number, index: number): Act => (stage) => {
  const { framework, task } = stage.task(index);
  stage.call(driverAt(i), framework, { type: "KILL", kill: { task_id: { value: task } } });
};

const tearsDown = (i: number): Act => (stage) => {
  stage.call(driverAt(i), stage.framework(i), { type: "TEARDOWN" });
  stage.frameworks.delete(i);
};

const executorEnds = (i: number, k: number): Act => (stage) =>
  stage.driven.message(agentAt(i), "mesos.internal.ExitedExecutorMessage", {
    agent_id: { value: stage.agent(i) }, framework_id: { value: stage.framework(k) }, executor_id: { value: "e1" },
    status: 0,
  });

const breaks = (pid: string): Act => ({ driven }) => driven.event({ type: "exited", peer: upid(pid) });

const pongs = (i: number): Act => (stage) => {
  const observer = stage.driven.master.agents.get(stage.agent(i))?.observer ?? "slave-observer(0)";
  stage.driven.message(agentAt(i), "mesos.internal.PongSlaveMessage", {}, observer);
};

const unregisters = (i: number): Act => (stage) =>
  stage.driven.message(agentAt(i), "mesos.internal.UnregisterSlaveMessage", { agent_id: { value: stage.agent(i) } });

const isMarkedGone = (i: number): Act => (stage) => {
  const out = new Outbox();
  markAgentGone(stage.driven.master, stage.agent(i), stage.driven.nowMs, out);
  stage.driven.carryOut(out);
};

const timePasses = (ms: number): Act => ({ driven }) => driven.pass(ms);

const storeIsSlow = (isSlow: boolean): Act => ({ driven }) => {
  driven.isStoreSlow = isSlow;
  if (!isSlow) driven.persist();
};

/** An act with arguments drawn at random; it has a name, by which fast-check tells what led to a failure. */
function drawn<T extends unknown[]>(act: (...args: T) => Act, ...args: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Act> {
  return fc.tuple(...args).map((values) => {
    const text = `${act.name} ${JSON.stringify(values)}`;
    return Object.assign(act(...(values as unknown as T)), { [fc.toStringMethod]: () => text });
  });
}

const agent = fc.nat(AGENTS - 1);
const driver = fc.nat(DRIVERS - 1);
const index = fc.nat(9);
const task = fc.nat(TASKS - 1).map((i) => `t${i}`);
const state = fc.constantFrom<TaskState>("TASK_STAGING", "TASK_RUNNING", "TASK_KILLING", "TASK_FINISHED", "TASK_LOST");
const outcome = fc.constantFrom<OperationState>("OPERATION_PENDING", "OPERATION_FAILED");
const once = { maxLength: 4, selector: (item: readonly [unknown, ...unknown[]]): unknown => item[0] };
const report = fc.record<Report>({
  i: agent, tasks: fc.uniqueArray(fc.tuple(task, driver, state), once), cpus: fc.constantFrom(8, 16),
  isStranger: fc.boolean(), hasExecutors: fc.boolean(),
});
const news = fc.record<News>({
  i: agent, lent: fc.option(fc.nat(4)), provided: fc.option(fc.nat(400)),
  operations: fc.uniqueArray(fc.tuple(driver, outcome), once),
});

const act = fc.oneof(
  { arbitrary: drawn(joins, agent), weight: 3 },
  { arbitrary: drawn(returns, report), weight: 6 },
  { arbitrary: drawn(updates, news), weight: 3 },
  { arbitrary: drawn(subscribes, driver, fc.boolean()), weight: 3 },
  { arbitrary: drawn(accepts, driver, fc.uniqueArray(task, { maxLength: 2 })), weight: 5 },
  { arbitrary: drawn(says, index, state, state, fc.nat(5)), weight: 5 },
  { arbitrary: drawn(timePasses, fc.constantFrom(10, 1000, 16_000, 80_000, 700_000)), weight: 3 },
  { arbitrary: drawn(acknowledges, index), weight: 3 },
  drawn(kills, driver, index),
  drawn(tearsDown, driver),
  drawn(executorEnds, agent, driver),
  drawn(breaks, fc.oneof(agent.map(agentAt), driver.map(driverAt))),
  drawn(pongs, agent),
  drawn(unregisters, agent),
  drawn(isMarkedGone, agent),
  drawn(storeIsSlow, fc.boolean()),
);

describe("agents come and go", () => {
  it("and the master's books are always right", () => {
    const runs = Number(process.env["ALLOT_RUNS"] ?? 150);
    fc.assert(fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), fc.boolean(), (acts, isLimited) => {
      const stage = new Stage(isLimited);
      for (const one of acts) stage.play(one);
      stage.play(storeIsSlow(false));
      const { resigned, store, master } = stage.driven;
      expect(resigned).toBeUndefined();
      const agents = [...master.registry.keys()].filter((key) => key !== MASTER_KEY);
      expect([...store.keys()].sort()).toEqual(agents.sort());
    }), { numRuns: runs });
  }, 600_000);
});
