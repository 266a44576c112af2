/**
 * Frameworks on the Go bindings, API v0: a scheduler driver that exchanges libprocess messages with the master, and an
 * executor driver that does so with the agent. This is how every framework worked before there was an HTTP API.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { startCluster } from "./cluster.ts";
import type { Cluster } from "./cluster.ts";
import { build, hasGo, runGo } from "./go.ts";
import type { GoProgram, Json } from "./go.ts";

interface Named { readonly value: string }
interface Offer { readonly id: Named; readonly slave_id: Named; readonly resources: readonly Json[] }
interface Status {
  readonly task_id: Named;
  /** Their JSON has enums as numbers. */
  readonly state: number;
  readonly reason?: number;
  readonly source?: number;
  readonly message?: string;
}

const STATES = [
  "TASK_STARTING", "TASK_RUNNING", "TASK_FINISHED", "TASK_FAILED", "TASK_KILLED", "TASK_LOST", "TASK_STAGING",
  "TASK_ERROR",
];
const REASON_RECONCILIATION = 9;

/** A scheduler program, in the words of the driver. */
class Scheduler {
  readonly program: GoProgram;

  constructor(path: string, { master }: Cluster, ...flags: string[]) {
    this.program = runGo(path, [`-master=${master}`, ...flags]);
  }

  /** The next thing of this kind it was called back with. */
  hears<T>(kind: string): Promise<T> {
    return this.program.hears(kind, (said) => said[kind] as T | undefined);
  }

  async registered(): Promise<string> {
    return (await this.hears<{ id: string }>("registered")).id;
  }

  async offer(): Promise<Offer> {
    return (await this.hears<Offer[]>("offers"))[0]!;
  }

  update(task: string, state: string): Promise<Status> {
    return this.program.hears(`${task} ${state}`, ({ update }) => {
      const status = update as Status | undefined;
      return status?.task_id.value === task && STATES[status.state] === state ? status : undefined;
    });
  }

  async call(what: Json, status = "DRIVER_RUNNING"): Promise<void> {
    this.program.tell(what);
    expect(await this.program.hears("the end of a call", ({ done, failed }) => done ?? failed)).toBe(status);
  }
}

const has = (cpus: number, mem: number): Json[] => [
  { name: "cpus", type: "SCALAR", scalar: { value: cpus } }, { name: "mem", type: "SCALAR", scalar: { value: mem } },
];

describe.runIf(hasGo)("a framework on the Go bindings, API v0", () => {
  let schedulerPath = "";
  let executorPath = "";
  beforeAll(() => {
    schedulerPath = build("v0/scheduler");
    executorPath = build("v0/executor");
  }, 240_000);

  const commandTask = ({ slave_id }: Offer, id: string, command: string): Json => ({
    name: id, task_id: { value: id }, slave_id, resources: has(0.5, 32), command: { value: command },
  });
  const ownTask = ({ slave_id }: Offer, id: string, data = ""): Json => ({
    name: id, task_id: { value: id }, slave_id, resources: has(0.5, 32), data: Buffer.from(data).toString("base64"),
    executor: { executor_id: { value: "own" }, command: { value: executorPath }, resources: has(0.1, 32) },
  });

  it("runs tasks of the command executor from start to end", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster);
    const frameworkId = await scheduler.registered();
    const offer = await scheduler.offer();
    expect(offer.resources.find(({ name }) => name === "cpus")).toMatchObject({ scalar: { value: 4 } });
    await scheduler.call({ launch: { offers: [offer.id.value], tasks: [
      commandTask(offer, "good", "exit 0"), commandTask(offer, "bad", "exit 7"),
      commandTask(offer, "long", "sleep 1000"),
    ] } });
    await scheduler.update("good", "TASK_FINISHED");
    expect(await scheduler.update("bad", "TASK_FAILED")).toMatchObject({ message: "Command exited with status 7" });
    await scheduler.update("long", "TASK_RUNNING");

    await scheduler.call({ reconcile: [] });
    expect(await scheduler.update("long", "TASK_RUNNING")).toMatchObject({ reason: REASON_RECONCILIATION });
    const never = { task_id: { value: "never" }, slave_id: offer.slave_id, state: "TASK_RUNNING" };
    await scheduler.call({ reconcile: [never] });
    expect(await scheduler.update("never", "TASK_LOST")).toMatchObject({ reason: REASON_RECONCILIATION });

    await scheduler.call({ kill: "long" });
    await scheduler.update("long", "TASK_KILLED");
    const rest = await scheduler.offer();
    await scheduler.call({ decline: rest.id.value });
    await scheduler.call({ revive: true });
    await scheduler.offer();

    await scheduler.call({ stop: false }, "DRIVER_STOPPED");
    expect(await scheduler.program.ended).toBe(0);
    await expect.poll(async () => (await cluster.state()).frameworks).toEqual([]);
    const { completed_frameworks: [gone], slaves: [agent] } = await cluster.state();
    expect([gone!.id, gone!.completed_tasks.map(({ state }) => state).sort()])
      .toEqual([frameworkId, ["TASK_FAILED", "TASK_FINISHED", "TASK_KILLED"]]);
    expect(agent!.offered_resources).toMatchObject({ cpus: 0, mem: 0 });
  });

  it("is told of tasks that cannot be: too large, or of a dead offer", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster);
    await scheduler.registered();
    const offer = await scheduler.offer();
    await scheduler.call({ launch: { offers: [offer.id.value], tasks: [
      { ...commandTask(offer, "large", "true"), resources: has(400, 32) },
    ] } });
    expect((await scheduler.update("large", "TASK_ERROR")).message).toMatch(/more than available/);
    await scheduler.call({ launch: { offers: [offer.id.value], tasks: [commandTask(offer, "late", "true")] } });
    expect((await scheduler.update("late", "TASK_LOST")).message).toMatch(/is no longer valid/);
  });

  it("runs tasks in an executor of its own, and both talk", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster);
    await scheduler.registered();
    const offer = await scheduler.offer();
    await scheduler.call({ launch: { offers: [offer.id.value], tasks: [
      ownTask(offer, "a"), ownTask(offer, "b", "finish"), ownTask(offer, "c", "fail"), ownTask(offer, "d"),
    ] } });
    await scheduler.update("b", "TASK_FINISHED");
    expect(await scheduler.update("c", "TASK_FAILED")).toMatchObject({ message: "as it was told" });
    await scheduler.update("a", "TASK_RUNNING");
    const say = (data: string): Promise<void> => scheduler.call(
      { message: { executor: "own", agent: offer.slave_id.value, data } },
    );
    await say("ping");
    expect(await scheduler.hears("message")).toEqual({ executor: "own", agent: offer.slave_id.value, data: "PING" });
    await say("finish a");
    await scheduler.update("a", "TASK_FINISHED");
    await scheduler.update("d", "TASK_RUNNING");
    await scheduler.call({ kill: "d" });
    expect(await scheduler.update("d", "TASK_KILLED")).toMatchObject({ message: "as you like it" });
    await scheduler.call({ stop: false }, "DRIVER_STOPPED");
    await expect.poll(async () => (await cluster.state()).slaves[0]!.used_resources).toMatchObject({ cpus: 0, mem: 0 });
  });

  it("leaves its tasks to the next driver when it stops for that, and when it is killed", async () => {
    const cluster = await startCluster();
    const first = new Scheduler(schedulerPath, cluster);
    const frameworkId = await first.registered();
    const offer = await first.offer();
    await first.call({ launch: { offers: [offer.id.value], tasks: [ownTask(offer, "t")] } });
    await first.update("t", "TASK_RUNNING");
    await first.call({ stop: true }, "DRIVER_STOPPED");
    expect(await first.program.ended).toBe(0);

    const second = new Scheduler(schedulerPath, cluster, `-id=${frameworkId}`);
    expect(await second.registered()).toBe(frameworkId);
    await second.call({ reconcile: [] });
    await second.update("t", "TASK_RUNNING");
    await second.call({ message: { executor: "own", agent: offer.slave_id.value, data: "still there?" } });
    expect(await second.hears("message")).toMatchObject({ data: "STILL THERE?" });
    await second.program.crash();
    await expect.poll(async () => (await cluster.state()).frameworks[0]?.connected).toBe(false);

    const third = new Scheduler(schedulerPath, cluster, `-id=${frameworkId}`);
    expect(await third.registered()).toBe(frameworkId);
    await third.call({ kill: "t" });
    await third.update("t", "TASK_KILLED");
  });

  it("is told by an error when another driver takes its place", async () => {
    const cluster = await startCluster();
    const old = new Scheduler(schedulerPath, cluster);
    const frameworkId = await old.registered();
    const next = new Scheduler(schedulerPath, cluster, `-id=${frameworkId}`);
    expect(await next.registered()).toBe(frameworkId);
    expect(await old.hears("error")).toBe("Framework failed over");
    expect(await old.hears("ended")).toBe("DRIVER_ABORTED");
    await next.offer();
  });

  it("aborts without a word, and its framework waits for another one", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster);
    const frameworkId = await scheduler.registered();
    await scheduler.call({ abort: true }, "DRIVER_ABORTED");
    await scheduler.program.ended;
    await expect.poll(async () => {
      const [known] = (await cluster.state()).frameworks;
      return [known?.id, known?.connected, known?.offers];
    }).toEqual([frameworkId, false, []]);
  });

  it("keeps its executor over a restart of the agent", async () => {
    const cluster = await startCluster();
    const scheduler = new Scheduler(schedulerPath, cluster);
    await scheduler.registered();
    const offer = await scheduler.offer();
    await scheduler.call({ launch: { offers: [offer.id.value], tasks: [ownTask(offer, "t")] } });
    await scheduler.update("t", "TASK_RUNNING");
    await expect.poll(async () => (await cluster.state()).frameworks[0]!.tasks[0]!.statuses.length).toBe(1);
    await cluster.restartAgent();
    await scheduler.call({ message: { executor: "own", agent: offer.slave_id.value, data: "still there?" } });
    expect(await scheduler.hears("message")).toMatchObject({ data: "STILL THERE?" });
    await scheduler.call({ kill: "t" });
    await scheduler.update("t", "TASK_KILLED");
  });
});
