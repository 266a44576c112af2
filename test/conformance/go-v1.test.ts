/**
 * Frameworks on the Go bindings, API v1: a scheduler that speaks protobuf (and JSON) over HTTP, and an executor of its
 * own that does the same with the agent.
 */
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { startCluster } from "./cluster.ts";
import type { Cluster } from "./cluster.ts";
import { build, hasGo, runGo } from "./go.ts";
import type { GoProgram, Json } from "./go.ts";

interface Named { readonly value: string }
interface Offer {
  readonly id: Named;
  readonly agent_id: Named;
  readonly resources: readonly (Json & { readonly reservations?: readonly Json[] | null })[];
}
interface Status {
  readonly task_id: Named;
  readonly state: string;
  readonly reason?: string;
  readonly message?: string;
  readonly source?: string;
  readonly uuid?: string;
  readonly agent_id?: Named;
}
interface Event {
  readonly type: string;
  readonly subscribed?: { readonly framework_id: Named; readonly heartbeat_interval_seconds: number };
  readonly offers?: { readonly offers: readonly Offer[] };
  readonly rescind?: { readonly offer_id: Named };
  readonly update?: { readonly status: Status };
  readonly message?: { readonly data: string };
  readonly failure?: { readonly executor_id?: Named; readonly status?: number };
  readonly error?: { readonly message: string };
}

/** A scheduler program, in the words of the API. */
class Scheduler {
  readonly program: GoProgram;

  constructor(path: string, { master }: Cluster, ...flags: string[]) {
    this.program = runGo(path, [`-master=${master}`, ...flags]);
  }

  event<T>(what: string, find: (event: Event) => T | undefined): Promise<T> {
    return this.program.hears(what, (said) => said.event === undefined ? undefined : find(said.event as Event));
  }

  async subscribed(): Promise<string> {
    return await this.event("SUBSCRIBED", ({ subscribed }) => subscribed?.framework_id.value);
  }

  async offer(): Promise<Offer> {
    return await this.event("OFFERS", ({ offers }) => offers?.offers[0]);
  }

  /** Waits for this state of this task. */
  async update(task: string, state: string): Promise<Status> {
    return await this.event(`${task} ${state}`, ({ update }) =>
      update?.status.task_id.value === task && update.status.state === state ? update.status : undefined);
  }

  /** Calls, and waits for the 202. */
  async call(call: Json & { readonly type: string }): Promise<void> {
    this.program.tell(call);
    expect(await this.answer()).toBe(call.type);
  }

  /** The type of the call that was accepted, or why it was not. */
  async answer(): Promise<unknown> {
    return await this.program.hears(
      "an answer", ({ accepted, refused, "not a call": misread }) => accepted ?? refused ?? misread,
    );
  }

  async launch(offer: Offer, ...tasks: readonly Json[]): Promise<void> {
    await this.call({ type: "ACCEPT", accept: {
      offer_ids: [offer.id], operations: [{ type: "LAUNCH", launch: { task_infos: tasks } }],
      filters: { refuse_seconds: 0 },
    } });
  }
}

const has = (cpus: number, mem: number): Json[] => [
  { name: "cpus", type: "SCALAR", scalar: { value: cpus } }, { name: "mem", type: "SCALAR", scalar: { value: mem } },
];
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe.runIf(hasGo)("a framework on the Go bindings, API v1", () => {
  let schedulerPath = "";
  let executorPath = "";
  beforeAll(() => {
    schedulerPath = build("v1/scheduler");
    executorPath = build("v1/executor");
  }, 240_000);

  const commandTask = ({ agent_id }: Offer, id: string, command: string): Json => ({
    name: id, task_id: { value: id }, agent_id, resources: has(0.5, 32), command: { value: command },
  });
  const ownTask = ({ agent_id }: Offer, id: string, data = ""): Json => ({
    name: id, task_id: { value: id }, agent_id, resources: has(0.5, 32), data: base64(data),
    executor: {
      executor_id: { value: "own" }, command: { value: executorPath }, resources: has(0.1, 32), type: "CUSTOM",
      framework_id: { value: "" },
    },
  });
  const withFramework = (task: Json, value: string): Json => (
    { ...task, executor: { ...(task.executor as Json), framework_id: { value } } }
  );

  it.each(["protobuf", "json"])("runs tasks of the command executor from start to end, over %s", async (codec) => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster, `-codec=${codec}`);
    const frameworkId = await scheduler.subscribed();
    const offer = await scheduler.offer();
    expect(offer.resources.find(({ name }) => name === "cpus")).toMatchObject({ type: "SCALAR", scalar: { value: 4 } });
    await scheduler.launch(
      offer, commandTask(offer, "good", "exit 0"), commandTask(offer, "bad", "exit 7"),
      commandTask(offer, "long", "sleep 1000"),
    );
    await scheduler.update("good", "TASK_FINISHED");
    expect(await scheduler.update("bad", "TASK_FAILED")).toMatchObject({ message: "Command exited with status 7" });
    await scheduler.update("long", "TASK_RUNNING");
    await scheduler.call({ type: "RECONCILE", reconcile: { tasks: [] } });
    expect(await scheduler.event("an answer to RECONCILE", ({ update }) =>
      update?.status.reason === "REASON_RECONCILIATION" ? update.status : undefined,
    )).toMatchObject({ task_id: { value: "long" }, state: "TASK_RUNNING" });
    await scheduler.call({ type: "KILL", kill: { task_id: { value: "long" } } });
    await scheduler.update("long", "TASK_KILLED");
    await scheduler.call({ type: "REVIVE" });
    const rest = await scheduler.offer();
    await scheduler.call({ type: "DECLINE", decline: { offer_ids: [rest.id], filters: { refuse_seconds: 3600 } } });
    await scheduler.call({ type: "SUPPRESS" });
    await scheduler.call({ type: "TEARDOWN" });
    await expect.poll(async () => (await cluster.state()).frameworks).toEqual([]);
    const { completed_frameworks: [gone] } = await cluster.state();
    expect([gone!.id, gone!.completed_tasks.map(({ state }) => state).sort()])
      .toEqual([frameworkId, ["TASK_FAILED", "TASK_FINISHED", "TASK_KILLED"]]);
  });

  it("reserves, makes a volume, lets a task write to it, and gives both back", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster, "-role=team");
    await scheduler.subscribed();
    const first = await scheduler.offer();
    const unreserved = { name: "disk", type: "SCALAR", scalar: { value: 64 }, allocation_info: { role: "team" } };
    const reserved = { ...unreserved, reservations: [{ type: "DYNAMIC", role: "team" }] };
    const volume = { ...reserved, disk: {
      persistence: { id: "kept" }, volume: { mode: "RW", container_path: "kept" },
    } };
    const accept = (offer: Offer, ...operations: Json[]): Promise<void> => scheduler.call({ type: "ACCEPT", accept: {
      offer_ids: [offer.id], operations, filters: { refuse_seconds: 0 },
    } });
    const disks = (offer: Offer): string[] => offer.resources.filter(({ name }) => name === "disk").map(
      ({ scalar, reservations, disk }) => [
        (scalar as { value: number }).value, ...(reservations?.length ? ["reserved"] : []), ...(disk ? ["volume"] : []),
      ].join(" "),
    ).sort();
    expect(disks(first)).toEqual(["1024"]);
    const task = commandTask(first, "writer", "echo written > kept/file");
    await accept(
      first, { type: "RESERVE", reserve: { resources: [reserved] } }, { type: "CREATE", create: { volumes: [volume] } },
      { type: "LAUNCH", launch: { task_infos: [{ ...task, resources: [
        ...has(0.5, 32).map((each) => ({ ...each, allocation_info: { role: "team" } })), volume,
      ] }] } },
    );
    await scheduler.update("writer", "TASK_FINISHED");
    const kept = await scheduler.event("an offer of the volume", ({ offers }) =>
      offers?.offers.find((offer) => disks(offer).includes("64 reserved volume")));
    expect(readFileSync(`${cluster.directory}/agent/volumes/roles/team/kept/file`, "utf8")).toBe("written\n");
    await accept(
      kept, { type: "DESTROY", destroy: { volumes: [volume] } },
      { type: "UNRESERVE", unreserve: { resources: [reserved] } },
    );
    await scheduler.event("an offer of one disk again", ({ offers }) =>
      offers?.offers.find((offer) => disks(offer).every((disk) => !disk.includes("reserved"))));
    await expect.poll(() => existsSync(`${cluster.directory}/agent/volumes/roles/team/kept`)).toBe(false);
  });

  it("runs tasks in an executor of its own, and both talk", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster);
    const frameworkId = await scheduler.subscribed();
    const offer = await scheduler.offer();
    const mine = (id: string, data = ""): Json => withFramework(ownTask(offer, id, data), frameworkId);
    await scheduler.launch(offer, mine("a"), mine("b", "finish"), mine("c", "fail"), mine("d"));
    await scheduler.update("b", "TASK_FINISHED");
    expect(await scheduler.update("c", "TASK_FAILED")).toMatchObject(
      { message: "as it was told", source: "SOURCE_EXECUTOR" },
    );
    await scheduler.update("a", "TASK_RUNNING");
    const say = (text: string): Promise<void> => scheduler.call({ type: "MESSAGE", message: {
      agent_id: offer.agent_id, executor_id: { value: "own" }, data: base64(text),
    } });
    await say("ping");
    expect(await scheduler.event("MESSAGE", ({ message }) => message?.data)).toBe(base64("PING"));
    await say("finish a");
    await scheduler.update("a", "TASK_FINISHED");
    await scheduler.update("d", "TASK_RUNNING");
    await scheduler.call({ type: "KILL", kill: { task_id: { value: "d" }, agent_id: offer.agent_id } });
    expect(await scheduler.update("d", "TASK_KILLED")).toMatchObject({ message: "as you like it" });
    await scheduler.call({ type: "SHUTDOWN", shutdown: { executor_id: { value: "own" }, agent_id: offer.agent_id } });
    const failure = await scheduler.event("FAILURE", (event) => event.failure);
    expect(failure.executor_id).toEqual({ value: "own" });
    await expect.poll(async () => (await cluster.state()).slaves[0]!.used_resources).toMatchObject({ cpus: 0, mem: 0 });
  });

  it("runs a task group in the default executor: one that ends well, and one of which a task fails", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster);
    const frameworkId = await scheduler.subscribed();
    const launchGroup = (offer: Offer, name: string, ...tasks: readonly Json[]): Promise<void> => scheduler.call(
      { type: "ACCEPT", accept: { filters: { refuse_seconds: 0 }, offer_ids: [offer.id], operations: [{
        type: "LAUNCH_GROUP", launch_group: {
          executor: {
            type: "DEFAULT", executor_id: { value: name }, framework_id: { value: frameworkId },
            resources: [...has(0.1, 32), { name: "disk", type: "SCALAR", scalar: { value: 10 } }],
          },
          task_group: { tasks },
        },
      }] } },
    );
    const first = await scheduler.offer();
    await launchGroup(first, "good", commandTask(first, "one", "exit 0"), commandTask(first, "two", "exit 0"));
    await Promise.all([scheduler.update("one", "TASK_FINISHED"), scheduler.update("two", "TASK_FINISHED")]);
    const second = await scheduler.offer();
    await launchGroup(second, "bad", commandTask(second, "fails", "exit 5"), commandTask(second, "long", "sleep 1000"));
    expect(await scheduler.update("fails", "TASK_FAILED")).toMatchObject({ message: "Command exited with status 5" });
    await scheduler.update("long", "TASK_KILLED");
    await expect.poll(async () => (await cluster.state()).slaves[0]!.used_resources).toMatchObject({ cpus: 0, disk: 0 });
  });

  it("hears an update again until it acknowledges", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster, "-ack=false");
    await scheduler.subscribed();
    const offer = await scheduler.offer();
    await scheduler.launch(offer, commandTask(offer, "t", "sleep 1000"));
    const first = await scheduler.update("t", "TASK_STARTING");
    const acknowledge = ({ uuid }: Status): Promise<void> => scheduler.call(
      { type: "ACKNOWLEDGE", acknowledge: { agent_id: offer.agent_id, task_id: { value: "t" }, uuid } },
    );
    const again = await scheduler.update("t", "TASK_STARTING");
    expect(again.uuid).toBe(first.uuid);
    expect(scheduler.program.said.some((said) => JSON.stringify(said).includes("TASK_RUNNING"))).toBe(false);
    await acknowledge(first);
    await acknowledge(await scheduler.update("t", "TASK_RUNNING"));
  });

  it("goes on when the master is killed, when the agent is killed, and when it crashes itself", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster);
    const frameworkId = await scheduler.subscribed();
    const offer = await scheduler.offer();
    const own = withFramework(ownTask(offer, "own"), frameworkId);
    await scheduler.launch(offer, commandTask(offer, "t", "sleep 1000"), own);
    await Promise.all([scheduler.update("t", "TASK_RUNNING"), scheduler.update("own", "TASK_RUNNING")]);

    await cluster.restartMaster();
    expect(await scheduler.subscribed(), "by itself, as the same framework").toBe(frameworkId);
    await expect.poll(async () => (await cluster.state()).slaves.length, { timeout: 15_000 }).toBe(1);
    await cluster.restartAgent();
    await expect.poll(
      async () => (await cluster.state()).frameworks[0]?.tasks.map(({ id, state }) => `${id} ${state}`).sort(),
      { timeout: 15_000 },
    ).toEqual(["own TASK_RUNNING", "t TASK_RUNNING"]);
    await scheduler.program.crash();
    await expect.poll(async () => (await cluster.state()).frameworks[0]?.connected).toBe(false);

    const next = new Scheduler(schedulerPath, cluster, `-id=${frameworkId}`);
    expect(await next.subscribed()).toBe(frameworkId);
    await next.call({ type: "MESSAGE", message: {
      agent_id: offer.agent_id, executor_id: { value: "own" }, data: base64("finish own"),
    } });
    await next.update("own", "TASK_FINISHED");
    await next.call({ type: "KILL", kill: { task_id: { value: "t" } } });
    await next.update("t", "TASK_KILLED");
  });

  it("hears that it failed over when another one takes its place", async () => {
    const cluster = await startCluster();
    const old = new Scheduler(schedulerPath, cluster);
    const frameworkId = await old.subscribed();
    const next = new Scheduler(schedulerPath, cluster, `-id=${frameworkId}`);
    expect(await next.subscribed()).toBe(frameworkId);
    expect(await old.event("ERROR", ({ error }) => error?.message)).toBe("Framework failed over");
  });
});
