/**
 * A scheduler driver of API v0 that finds its master in ZooKeeper, as such drivers do: it reads the election with its
 * own code, from real ZooKeeper, and follows it to the next master.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startEnsemble, whyNoZooKeeper } from "../ha/zookeeper.ts";
import { killProcessesWith, program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";
import { build, hasGo, runGo } from "./go.ts";

const missing = whyNoZooKeeper();
if (missing !== undefined) {
  if (process.env.CI === "true") throw new Error(`${missing}: this test must run in CI`);
  process.stderr.write(`\n!!! NOT TESTED: drivers that find their master in ZooKeeper: ${missing}\n\n`);
}

it.runIf(hasGo && missing === undefined)("follows the election to the next master, and its task goes on", async () => {
  const directory = await mkdtemp(join(tmpdir(), "allot-conformance-"));
  const [server] = await startEnsemble(directory, 1);
  const running: Program[] = [];
  onTestFinished(async () => {
    for (const each of running) each.signal("SIGKILL");
    await server!.kill();
    killProcessesWith(directory);
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });
  const zk = `zk://${server!.address}/mesos`;
  const start = (name: string, workDir: string, ...args: string[]): Program => {
    const started = program(name, [
      "--ip=127.0.0.1", "--port=0", `--work_dir=${directory}/${workDir}`, "--logging_level=INFO", ...args,
    ], { ALLOT_TEST: directory });
    running.push(started);
    return started;
  };
  const master = (name: string): Program => start(
    "mesos-master", name, `--zk=${zk}`, "--quorum=1", "--zk_session_timeout=4secs", "--allocation_interval=100ms",
  );
  const leader = master("master-1");
  await leader.says(/"msg":"elected"/);
  const follower = master("master-2");
  await follower.says(/"msg":"This master listens"/);
  start(
    "mesos-agent", "agent", `--master=${zk}`, "--resources=cpus:4;mem:1024", "--registration_backoff_factor=100ms",
  );

  const scheduler = runGo(build("v0/scheduler"), [`-master=${zk}`]);
  interface Registered { readonly id: string; readonly master: string }
  // A new master says registered, too, not re-registered: so it was always, and drivers rely on it.
  const registered = (): Promise<Registered> =>
    scheduler.hears("registered", (said) => said.registered as Registered | undefined, 30_000);
  const first = await registered();
  interface Offer { readonly id: { readonly value: string }; readonly slave_id: object }
  const offer = await scheduler.hears("offers", ({ offers }) => (offers as Offer[] | undefined)?.[0], 30_000);
  scheduler.tell({ launch: { offers: [offer.id.value], tasks: [{
    name: "t", task_id: { value: "t" }, slave_id: offer.slave_id, command: { value: "sleep 1000" }, resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 1 } }, { name: "mem", type: "SCALAR", scalar: { value: 32 } },
    ],
  }] } });
  const update = (state: number): Promise<unknown> => scheduler.hears(`state ${state}`, ({ update: status }) =>
    (status as { state: number } | undefined)?.state === state ? status : undefined, 30_000);
  const [RUNNING, KILLED] = [1, 4];
  await update(RUNNING);

  leader.signal("SIGKILL");
  await scheduler.hears("disconnected", ({ disconnected }) => disconnected, 30_000);
  const second = await registered();
  expect(second.id, "the same framework").toBe(first.id);
  expect(second.master, "at another master").not.toBe(first.master);
  scheduler.tell({ reconcile: [] });
  await update(RUNNING);
  scheduler.tell({ kill: "t" });
  await update(KILLED);
}, 240_000);
