/**
 * Frameworks written with the npm library mesos-framework: JSON over HTTP, one long request for the events. It is not
 * forgiving: an event has to come in a chunk of its own, an offer needs its url, a call is good only with 202.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { EventEmitter } from "node:events";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startCluster } from "./cluster.ts";
import type { Cluster } from "./cluster.ts";

/** What the library has, as far as it is used here. */
interface Library extends EventEmitter {
  frameworkId: string | null;
  mesosStreamId: string | undefined;
  lastHeartbeat: number | null;
  readonly launchedTasks: { taskId: string; runtimeInfo: { agentId: string; executorId: string; state: string } }[];
  readonly pendingTasks: object[];
  readonly requestTemplate: { readonly headers: Record<string, string> };
  readonly httpRequest: { destroy(): void };
  subscribe(): void;
  kill(taskId: string, agentId: string): void;
  reconcile(taskId?: string, agentId?: string): void;
  message(agentId: string, executorId: string, data: string): void;
  revive(): void;
  teardown(): void;
}

interface Status {
  readonly task_id: { readonly value: string };
  readonly state: string;
  readonly reason?: string;
  readonly message?: string;
}

/** It brings packages nobody would have today, so it lives in a directory of its own; `npm test` installs it there. */
const place = join(import.meta.dirname, "npm/package.json");
const isThere = existsSync(join(import.meta.dirname, "npm/node_modules/mesos-framework"));
if (!isThere) {
  const what = "the npm library mesos-framework is not installed (npm ci --prefix test/conformance/npm installs it)";
  if (process.env.CI === "true") throw new Error(`${what}: these tests must run in CI`);
  process.stderr.write(`\n!!! NOT TESTED: ${what}\n\n`);
}

interface Package {
  readonly Scheduler: new (options: object) => Library;
  readonly Mesos: { getMesos(): { CommandInfo: new (...fields: unknown[]) => object } };
}

/** A framework of this library with everything it hears. */
class Framework {
  readonly library: Library;
  readonly heard: string[] = [];
  readonly errors: string[] = [];

  constructor({ master, directory }: Cluster, command: string, instances = 1, options: object = {}) {
    const { Scheduler, Mesos } = createRequire(place)("mesos-framework") as Package;
    const { CommandInfo } = Mesos.getMesos();
    const [masterUrl, port] = master.split(":");
    this.library = new Scheduler({
      masterUrl, port, frameworkName: "story", masterConnectionTimeout: 60,
      logging: { path: directory, fileName: "library.log", level: "silent" },
      tasks: {
        sleeper: {
          instances,
          // Its environment gets HOST, the ip in the url of the offer.
          commandInfo: new CommandInfo(null, null, true, command, null, null),
          resources: { cpus: 0.5, mem: 64, disk: 10, ports: 2 },
        },
      },
      ...options,
    });
    this.library.on("error", (error: { message?: string } | string) => {
      this.errors.push(typeof error === "string" ? error : String(error.message));
    });
    this.library.on("update", ({ status }: { status: Status }) => this.heard.push(status.state));
    for (const event of ["subscribed", "heartbeat", "failure", "task_launched"]) {
      this.library.on(event, () => this.heard.push(event));
    }
    for (const sent of ["kill", "reconcile", "teardown", "message", "acknowledge", "decline", "accept", "revive"]) {
      this.library.on(`sent_${sent}`, () => this.heard.push(`sent ${sent}`));
    }
    onTestFinished(() => this.library.httpRequest.destroy());
  }

  /** As the library says to do it: once it is ready. */
  subscribe(): this {
    this.library.on("ready", () => this.library.subscribe());
    return this;
  }

  /** Again, after the connection was lost. */
  subscribeAgain(): void {
    delete this.library.requestTemplate.headers["mesos-stream-id"];
    this.library.mesosStreamId = undefined;
    this.library.subscribe();
  }

  async hears(what: string, times = 1): Promise<void> {
    await expect.poll(() => this.heard.filter((one) => one === what).length, {
      timeout: 20_000, message: `${what} among ${this.heard.join(", ")}; errors: ${this.errors.join("; ")}`,
    }).toBeGreaterThanOrEqual(times);
  }
}

describe.runIf(isThere)("a framework on the npm library mesos-framework", () => {
  it("subscribes, launches what it was made for, hears every state once and tears itself down", async () => {
    const cluster = await startCluster();
    const framework = new Framework(cluster, "test \"$HOST\" = 127.0.0.1 && sleep 1", 3).subscribe();
    await framework.hears("TASK_FINISHED", 3);
    await framework.hears("sent acknowledge", 9);
    const { library, heard, errors } = framework;
    expect(library.frameworkId).toMatch(/-0000$/);
    expect(library.mesosStreamId).toMatch(/^[0-9a-f]{8}-/);
    expect(heard.filter((one) => one.startsWith("TASK_")).sort()).toEqual([
      ...Array<string>(3).fill("TASK_FINISHED"), ...Array<string>(3).fill("TASK_RUNNING"),
      ...Array<string>(3).fill("TASK_STARTING"),
    ]);
    expect(heard).toContain("heartbeat");
    const { frameworks: [known] } = await cluster.state();
    expect(known!.completed_tasks.map(({ state }) => state)).toEqual(Array<string>(3).fill("TASK_FINISHED"));

    expect(errors).toEqual([]);
    library.teardown();
    await framework.hears("sent teardown");
    await expect.poll(async () => (await cluster.state()).frameworks).toEqual([]);
    const { completed_frameworks: [gone], slaves: [agent] } = await cluster.state();
    expect(gone!.id).toBe(library.frameworkId);
    expect(agent!.used_resources).toMatchObject({ cpus: 0, mem: 0, disk: 0 });
    expect(agent!.offered_resources).toMatchObject({ cpus: 0 });
  });

  it("kills and reconciles: a known task, all tasks, and one that never was", async () => {
    const cluster = await startCluster();
    const framework = new Framework(cluster, "sleep 1000").subscribe();
    await framework.hears("TASK_RUNNING");
    const { library, heard } = framework;
    const [{ taskId, runtimeInfo }] = library.launchedTasks as [Framework["library"]["launchedTasks"][number]];
    const statuses: Status[] = [];
    library.on("update", ({ status }: { status: Status }) => statuses.push(status));

    library.reconcile(taskId, runtimeInfo.agentId);
    library.reconcile();
    library.reconcile("never", runtimeInfo.agentId);
    await expect.poll(() => statuses.length, { timeout: 10_000 }).toBe(3);
    expect(statuses.map(({ task_id, state, reason }) => [task_id.value, state, reason])).toEqual([
      [taskId, "TASK_RUNNING", "REASON_RECONCILIATION"],
      [taskId, "TASK_RUNNING", "REASON_RECONCILIATION"],
      ["never", "TASK_LOST", "REASON_RECONCILIATION"],
    ]);

    library.kill(taskId, runtimeInfo.agentId);
    await framework.hears("TASK_KILLED");
    expect(library.launchedTasks).toEqual([]);
    await expect.poll(async () => (await cluster.state()).slaves[0]!.used_resources).toMatchObject({ cpus: 0 });
    expect(framework.errors).toEqual([]);
    expect(heard.filter((one) => one === "TASK_KILLED")).toHaveLength(1);
  });

  it("starts a task again that fails, as often as it fails", async () => {
    const cluster = await startCluster();
    const framework = new Framework(cluster, "exit 3").subscribe();
    await framework.hears("TASK_FAILED", 2);
    const { frameworks: [known] } = await cluster.state();
    expect(new Set(known!.completed_tasks.map(({ state }) => state))).toEqual(new Set(["TASK_FAILED"]));
    expect(framework.errors).toEqual([]);
  });

  it("finds its task again when the master is killed and another one takes over", async () => {
    const cluster = await startCluster();
    const framework = new Framework(cluster, "sleep 1000").subscribe();
    await framework.hears("TASK_RUNNING");
    const { library, heard } = framework;
    const before = { id: library.frameworkId, stream: library.mesosStreamId };
    heard.length = 0;
    await cluster.restartMaster();
    await expect.poll(async () => (await cluster.state()).slaves.length, { timeout: 15_000 }).toBe(1);
    framework.subscribeAgain();
    await framework.hears("subscribed");
    expect(library.frameworkId, "the same framework").toBe(before.id);
    expect(library.mesosStreamId, "on a new stream").not.toBe(before.stream);
    await framework.hears("TASK_RUNNING");
    const [{ taskId, runtimeInfo }] = library.launchedTasks as [Framework["library"]["launchedTasks"][number]];
    library.kill(taskId, runtimeInfo.agentId);
    await framework.hears("TASK_KILLED");
    library.teardown();
    await expect.poll(async () => (await cluster.state()).frameworks).toEqual([]);
  });

  it("is told when another scheduler takes its framework over, and its old stream is worth nothing", async () => {
    const cluster = await startCluster();
    const old = new Framework(cluster, "sleep 1000").subscribe();
    await old.hears("TASK_RUNNING");
    const { frameworkId, mesosStreamId } = old.library;
    const next = new Framework(cluster, "true", 1, { tasks: {} });
    next.library.frameworkId = frameworkId;
    next.subscribe();
    await next.hears("subscribed");
    expect(next.library.frameworkId).toBe(frameworkId);
    expect(next.library.mesosStreamId).not.toBe(mesosStreamId);
    await expect.poll(() => old.errors.join("; "), { timeout: 10_000 }).toContain("Framework failed over");
    // The library subscribes again by itself: keep it from taking the framework back.
    old.library.subscribe = () => {};
    old.library.mesosStreamId = mesosStreamId;
    old.library.revive();
    await expect.poll(() => old.errors.join("; ")).toContain(
      `'400'. Body was 'The stream ID '${mesosStreamId}' included in this request didn't match the stream ID currently`,
    );
    next.library.reconcile();
    await next.hears("TASK_RUNNING");
    expect(next.errors).toEqual([]);
  });
});
