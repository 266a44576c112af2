/**
 * Conformance: clients that nobody here wrote, against a master and an agent as an operator starts them. Each test is a
 * whole life of a framework as its client sees it:
 *
 *     npm-scheduler.test.ts   the JSON scheduler library of npm (mesos-framework)
 *     go-v1.test.ts           scheduler and executor over protobuf on HTTP, on the bindings for Go (go/v1)
 *     go-v0.test.ts           scheduler driver and executor driver over libprocess, on the same bindings (go/v0)
 *     go-v0-zookeeper.test.ts that driver, finding its master in real ZooKeeper
 *
 * Processes of one test have its directory in their environment, so that nothing outlives it.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { killProcessesWith, program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";

export interface Cluster {
  /** `127.0.0.1:<port>` */
  readonly master: string;
  /** Everything below it goes with the test. */
  readonly directory: string;
  /** Ends the master the hard way and starts another one on the same port and registry, that has not led yet. */
  restartMaster(): Promise<void>;
  /** The same for the agent. */
  restartAgent(): Promise<void>;
  /** The master's /state. */
  state(): Promise<State>;
}

/** What these tests read of /state. */
export interface State {
  readonly slaves: readonly {
    readonly id: string;
    readonly used_resources: Readonly<Record<string, unknown>>;
    readonly offered_resources: Readonly<Record<string, unknown>>;
  }[];
  readonly frameworks: readonly FrameworkState[];
  readonly completed_frameworks: readonly FrameworkState[];
}

export interface FrameworkState {
  readonly id: string;
  readonly active: boolean;
  readonly connected: boolean;
  readonly offers: readonly unknown[];
  readonly tasks: readonly TaskState[];
  readonly completed_tasks: readonly TaskState[];
}

interface TaskState {
  readonly id: string;
  readonly state: string;
  readonly statuses: readonly { readonly state: string }[];
}

/** A master and an agent; both end with the test that calls this. */
export async function startCluster(agentFlags: readonly string[] = []): Promise<Cluster> {
  const directory = await mkdtemp(join(tmpdir(), "allot-conformance-"));
  const env = { ALLOT_TEST: directory };
  const running: { master?: Program; agent?: Program } = {};
  onTestFinished(async () => {
    for (const each of [running.agent, running.master]) {
      each?.signal("SIGKILL");
      await each?.ended;
    }
    killProcessesWith(directory);
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });

  let [port, agentPort] = ["0", "0"];
  const startMaster = async (): Promise<void> => {
    running.master = program("mesos-master", [
      "--ip=127.0.0.1", `--port=${port}`, `--work_dir=${directory}/master`, "--logging_level=INFO",
      "--allocation_interval=100ms",
    ], env);
    port = (await running.master.says(/"port":(\d+),"msg":"This master (?:leads|listens)"/))[1]!;
    await running.master.says(/"msg":"elected"/);
  };
  const startAgent = async (): Promise<void> => {
    running.agent = program("mesos-agent", [
      `--master=127.0.0.1:${port}`, "--ip=127.0.0.1", `--port=${agentPort}`, `--work_dir=${directory}/agent`,
      "--resources=cpus:4;mem:1024;disk:1024;ports:[31000-31099]", "--registration_backoff_factor=100ms",
      "--logging_level=INFO", ...agentFlags,
    ], env);
    agentPort = (await running.agent.says(/"port":(\d+),"msg":"This agent listens"/))[1]!;
    await running.agent.says(/Re-?registered with master|Registered with master/);
  };
  await startMaster();
  await startAgent();
  return {
    master: `127.0.0.1:${port}`,
    directory,
    restartMaster: async () => {
      running.master!.signal("SIGKILL");
      await running.master!.ended;
      await startMaster();
    },
    restartAgent: async () => {
      running.agent!.signal("SIGKILL");
      await running.agent!.ended;
      await startAgent();
    },
    state: async () => await (await fetch(`http://127.0.0.1:${port}/state`)).json() as State,
  };
}
