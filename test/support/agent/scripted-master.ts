/**
 * The least a master can be: it admits an agent, hands it tasks and acknowledges what it hears. For tests of agents as
 * processes, without a master of ours.
 */
import { expect } from "vitest";
import type { FrameworkInfo, TaskInfo, TaskStatus } from "../../../src/model/gen/mesos.ts";
import type { Upid } from "../../../src/model/upid.ts";
import { openFrontDoor } from "../../../src/shell/http/front-door.ts";
import { createRandom } from "../../../src/shell/random.ts";
import type { Message, MessageName, Messages } from "../../../src/wire/v0/messages.ts";
import { keptLog } from "../kept-log.ts";

export const AGENT_ID = "M-S0";
export const FRAMEWORK_ID = "M-0000";
const WAIT_MS = 15_000;

export interface ScriptedMaster {
  /** `127.0.0.1:port` */
  readonly address: string;
  /** Every message heard, in order. */
  readonly heard: Message[];
  /** Every status update, once per uuid. */
  readonly statuses: TaskStatus[];
  /** Where the agent is that registered last. */
  agent(): Upid;
  send<N extends MessageName>(name: N, value: Messages[N]): void;
  run(task: TaskInfo, framework?: Partial<FrameworkInfo>): void;
  runGroup(tasks: readonly TaskInfo[], framework?: Partial<FrameworkInfo>): void;
  kill(taskId: string, graceMs?: number): void;
  /** Resolves with the `n`th message of this name, from 1. */
  hears<N extends MessageName>(name: N, n?: number): Promise<Messages[N]>;
  /** Resolves with the status once the task is in this state; throws when it ends in another. */
  sees(taskId: string, state: TaskStatus["state"]): Promise<TaskStatus>;
  close(): Promise<void>;
}

export async function startScriptedMaster(): Promise<ScriptedMaster> {
  const random = createRandom();
  const door = await openFrontDoor({
    ip: "127.0.0.1", port: 0, hasActor: (id) => id === "master", log: keptLog(), random,
  });
  const heard: Message[] = [];
  const statuses: TaskStatus[] = [];
  const seen = new Set<string>();
  let agent: Upid | undefined;

  const send = <N extends MessageName>(name: N, value: Messages[N]): void => {
    if (agent === undefined) throw new Error("no agent has registered");
    door.transport.send("master", agent, { name, value } as Message);
  };
  door.transport.onMessage((from, _to, message) => {
    heard.push(message);
    switch (message.name) {
      case "mesos.internal.RegisterSlaveMessage":
        agent = from;
        door.transport.link(from);
        return send("mesos.internal.SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } });
      case "mesos.internal.ReregisterSlaveMessage":
        agent = from;
        door.transport.link(from);
        return send("mesos.internal.SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
      case "mesos.internal.StatusUpdateMessage": {
        const { status, uuid, agent_id, framework_id } = message.value.update;
        const text = Buffer.from(uuid!).toString("hex");
        if (!seen.has(text)) statuses.push(status);
        seen.add(text);
        const ids = { agent_id: agent_id!, framework_id, task_id: status.task_id };
        return send("mesos.internal.StatusUpdateAcknowledgementMessage", { ...ids, uuid: uuid! });
      }
      default:
    }
  });

  const of = <N extends MessageName>(name: N): Messages[N][] =>
    heard.flatMap((message) => (message.name === name ? [message.value as Messages[N]] : []));
  const frameworkInfo = (more: Partial<FrameworkInfo> = {}): FrameworkInfo =>
    ({ user: "root", name: "tests", id: { value: FRAMEWORK_ID }, roles: ["eng"], ...more });

  return {
    address: `127.0.0.1:${door.port}`,
    heard,
    statuses,
    agent: () => agent!,
    send,
    run: (task, framework) =>
      send(
        "mesos.internal.RunTaskMessage", { framework: frameworkInfo(framework), task, pid: "", launch_executor: true },
      ),
    runGroup: (tasks, framework) =>
      send("mesos.internal.RunTaskGroupMessage", {
        framework: frameworkInfo(framework), task_group: { tasks }, launch_executor: true,
        executor: { type: "DEFAULT", executor_id: { value: "group" }, framework_id: { value: FRAMEWORK_ID } },
      }),
    kill: (taskId, graceMs) =>
      send("mesos.internal.KillTaskMessage", {
        framework_id: { value: FRAMEWORK_ID }, task_id: { value: taskId },
        ...(graceMs === undefined
          ? {}
          : { kill_policy: { grace_period: { nanoseconds: BigInt(graceMs) * 1_000_000n } } }),
      }),
    hears: async (name, n = 1) => {
      const patience = { timeout: WAIT_MS, interval: 10, message: `messages ${name}` };
      await expect.poll(() => of(name).length, patience).toBeGreaterThanOrEqual(n);
      return of(name)[n - 1]!;
    },
    sees: async (taskId, state) => {
      const find = () => statuses.find((status) => status.task_id.value === taskId && status.state === state);
      const told = () => statuses
        .filter((status) => status.task_id.value === taskId)
        .map((status) => `${status.state} ${status.message ?? ""}`);
      await expect.poll(find, { timeout: WAIT_MS, interval: 10 }).toBeDefined().catch((error: Error) => {
        throw new Error(`waited for ${taskId} ${state}, got: ${told().join(", ")}`, { cause: error });
      });
      return find()!;
    },
    close: () => door.close(),
  };
}

/** A shell command as a task for that agent. */
export function shellTask(id: string, command: string, more: Partial<TaskInfo> = {}): TaskInfo {
  return {
    name: id, task_id: { value: id }, agent_id: { value: AGENT_ID }, command: { value: command },
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 0.1 } }, { name: "mem", type: "SCALAR", scalar: { value: 32 } },
    ],
    ...more,
  };
}
