/**
 * Three ZooKeeper servers, three masters, three agents and two frameworks, with a cable between every program and every
 * ZooKeeper server that can be cut, and a door in front of every master and agent that can be shut; at the agents' doors
 * a witness listens.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { killProcessesWith } from "../support/programs.ts";
import { startDriverFramework, startHttpFramework } from "./frameworks.ts";
import type { TestFramework } from "./frameworks.ts";
import { startProxy } from "./proxy.ts";
import type { Proxy } from "./proxy.ts";
import { Supervised } from "./supervised.ts";
import { createWitness } from "./witness.ts";
import type { Witness } from "./witness.ts";
import { freePorts, startEnsemble } from "./zookeeper.ts";
import type { ZooKeeperServer } from "./zookeeper.ts";

const SIZE = 3;
const TASKS_PER_FRAMEWORK = 10;
export const SESSION_TIMEOUT_MS = 10_000;

export interface Node {
  readonly program: Supervised;
  /** Where it listens, and where others reach it: at its door. */
  readonly port: number;
  readonly advertised: number;
  readonly door: Proxy;
  /** To ZooKeeper. */
  readonly cables: readonly Proxy[];
}

export interface Cluster {
  readonly zookeeper: readonly { readonly server: ZooKeeperServer; readonly cables: readonly Proxy[] }[];
  readonly masters: readonly Node[];
  readonly agents: readonly Node[];
  readonly frameworks: readonly TestFramework[];
  readonly witness: Witness;
  end(): Promise<void>;
}

export async function startCluster(directory: string): Promise<Cluster> {
  const servers = await startEnsemble(directory, SIZE);
  const proxies: Proxy[][] = servers.map(() => []);
  /** A ZooKeeper URL with cables of its own. */
  const cabled = async (): Promise<{ readonly url: string; readonly cables: Proxy[] }> => {
    const ports = await freePorts(SIZE);
    const cables = await Promise.all(servers.map((server, i) => startProxy(ports[i]!, server.port)));
    cables.forEach((cable, i) => proxies[i]!.push(cable));
    return { url: `zk://${ports.map((port) => `127.0.0.1:${port}`).join(",")}/mesos`, cables };
  };
  const ports = await freePorts(SIZE * 4);
  const byAddress = new Map<string, Supervised>();
  const witness = createWitness(byAddress);
  const log = (name: string): string => join(directory, `${name}.log`);

  const masters: Node[] = [];
  for (let i = 0; i < SIZE; i++) {
    const { url, cables } = await cabled();
    const [port, advertised] = [ports[i]!, ports[SIZE + i]!];
    const door = await startProxy(advertised, port);
    const program = new Supervised(`master-${i + 1}`, log(`master-${i + 1}`), [
      "master", "--ip=127.0.0.1", `--port=${port}`, `--advertise_port=${advertised}`, "--hostname=localhost", `--zk=${url}`,
      `--zk_session_timeout=${SESSION_TIMEOUT_MS}ms`, "--quorum=2", `--work_dir=${join(directory, `master-${i + 1}`)}`, "--agent_ping_timeout=1secs", "--max_agent_ping_timeouts=30",
      "--logging_level=INFO",
    ]);
    byAddress.set(`127.0.0.1:${advertised}`, program);
    masters.push({ program, port, advertised, door, cables });
  }
  const agents: Node[] = [];
  for (let i = 0; i < SIZE; i++) {
    const { url, cables } = await cabled();
    const [port, advertised] = [ports[2 * SIZE + i]!, ports[3 * SIZE + i]!];
    const door = await startProxy(advertised, port, witness.hear);
    mkdirSync(join(directory, `agent-${i + 1}`));
    const program = new Supervised(`agent-${i + 1}`, log(`agent-${i + 1}`), [
      "agent", "--ip=127.0.0.1", `--port=${port}`, `--advertise_port=${advertised}`, "--hostname=localhost", `--master=${url}`,
      `--work_dir=${join(directory, `agent-${i + 1}`)}`, "--resources=cpus:4;mem:1024;disk:1024", "--logging_level=INFO",
    ]);
    agents.push({ program, port, advertised, door, cables });
  }
  const tasks = join(directory, "tasks");
  mkdirSync(tasks);
  const [first, second] = [await cabled(), await cabled()];
  const frameworks = [
    await startHttpFramework(first.url, TASKS_PER_FRAMEWORK, tasks),
    await startDriverFramework(second.url, TASKS_PER_FRAMEWORK, tasks),
  ];
  return {
    zookeeper: servers.map((server, i) => ({ server, cables: proxies[i]! })),
    masters,
    agents,
    frameworks,
    witness,
    end: async () => {
      await Promise.all(frameworks.map((framework) => framework.close()));
      await Promise.all([...agents, ...masters].map(({ program }) => program.end()));
      // Checkpointed tasks outlive their agents: that is what was shown, and now it is enough.
      killProcessesWith(directory);
      for (const { door } of [...agents, ...masters]) door.close();
      for (const cable of proxies.flat()) cable.close();
      await Promise.all(servers.map((server) => server.kill()));
    },
  };
}

/** What the leader says about the cluster. */
export interface View {
  /** Its place among the masters, and its id. */
  readonly leader: number;
  readonly id: string;
  readonly electedAtMs: number;
  /** Agents that are active, with when they last registered. */
  readonly agents: readonly { readonly port: number; readonly sinceMs: number }[];
  readonly frameworks: number;
  readonly running: number;
}

interface State {
  readonly id: string;
  readonly elected_time?: number;
  readonly slaves: readonly { readonly active: boolean; readonly port: number; readonly registered_time: number; readonly reregistered_time?: number }[];
  readonly frameworks: readonly { readonly connected: boolean; readonly active: boolean; readonly tasks: readonly { readonly state: string }[] }[];
}

/** Undefined when it does not lead. */
export async function lookAt({ port }: Node, leader: number): Promise<View | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/state`, { redirect: "manual", signal: AbortSignal.timeout(1_000) });
    if (answer.status !== 200) return undefined;
    const { id, elected_time = 0, slaves, frameworks } = (await answer.json()) as State;
    return {
      leader,
      id,
      electedAtMs: elected_time * 1_000,
      agents: slaves.filter(({ active }) => active).map((agent) => ({
        port: agent.port, sinceMs: 1_000 * (agent.reregistered_time ?? agent.registered_time),
      })),
      frameworks: frameworks.filter(({ connected, active }) => connected && active).length,
      running: frameworks.flatMap(({ tasks }) => tasks).filter(({ state }) => state === "TASK_RUNNING").length,
    };
  } catch {
    return undefined;
  }
}

/** Everything is there: all agents, both frameworks, all tasks. */
export function isWhole(view: View): boolean {
  return view.agents.length === SIZE && view.frameworks === 2 && view.running === 2 * TASKS_PER_FRAMEWORK;
}

/** From everybody: what it sends and what it is sent, at whatever door. Heals with the function given back. */
export function cutOff({ masters, agents }: Cluster, { cables, door, advertised }: Node): () => void {
  const others = [...masters, ...agents].map((node) => node.door).filter((each) => each !== door);
  const own = [...cables, door];
  for (const cable of own) cable.cut();
  for (const other of others) other.cutFrom(`127.0.0.1:${advertised}`);
  return () => {
    for (const cable of own) cable.heal();
    for (const other of others) other.healFrom(`127.0.0.1:${advertised}`);
  };
}
