/**
 * `allot local`, which is what `npm start` runs: a master and some agents in one process, on addresses that only this
 * machine reaches, to try things out. It ends with everything it started.
 */
import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printResources } from "../model/print.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Clock, Random } from "../ports.ts";
import { startAgent } from "../shell/agent/start.ts";
import { readTls } from "../shell/tls/settings.ts";
import { readMetricsInterval } from "../shell/turnstile.ts";
import type { RunningAgent } from "../shell/agent/start.ts";
import { createClock } from "../shell/clock.ts";
import { createRandom } from "../shell/random.ts";
import { AGENT_FLAGS } from "./agent-flags.ts";
import { agentOptions } from "./agent-options.ts";
import { doorOptions } from "./door-flags.ts";
import type { DoorOptions } from "./door-flags.ts";
import { executorProgram } from "./executor-program.ts";
import { parseFlags, printHelp } from "./flags.ts";
import type { ParsedFlags } from "./flags.ts";
import { flagsOrExit } from "./load-flags.ts";
import { LOCAL_FLAGS } from "./local-flags.ts";
import { logOf } from "./logging-flags.ts";
import { MASTER_FLAGS } from "./master-flags.ts";
import type { MasterFlags } from "./master-options.ts";
import { untilSignal } from "./signals.ts";
import { startMaster } from "./start-master.ts";
import type { RunningMaster } from "./start-master.ts";
import { MESOS_VERSION } from "./version.ts";

type LocalFlags = ParsedFlags<typeof LOCAL_FLAGS>;

/** What has been started so far, and how it ends. */
interface Cluster {
  readonly master: RunningMaster;
  readonly agents: { readonly running: RunningAgent; readonly offers: string }[];
}

const FIRST_TASK_PORT = 31_000;
/** How long the agents may take to register before we say that they have not. */
const REGISTRATION_TIMEOUT_MS = 10_000;

/** Resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const flags = flagsOrExit(LOCAL_FLAGS, args, "allot local", () => printHelp("Usage: allot local [flags]", LOCAL_FLAGS));
  if (typeof flags === "number") return flags;
  if (flags.values.version) {
    console.log(`mesos ${MESOS_VERSION}`);
    return 0;
  }
  const signal = untilSignal();
  const given = flags.values.work_dir;
  const workDir = given ?? (await mkdtemp(join(tmpdir(), "allot-")));
  try {
    return await runIn(workDir, given === undefined, flags, signal);
  } finally {
    if (given === undefined) await rm(workDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runIn(workDir: string, isFresh: boolean, flags: LocalFlags, signal: Promise<unknown>): Promise<number> {
  const surroundings = { clock: createClock(), random: createRandom() };
  const master = await startMaster(
    masterFlags(flags, join(workDir, "master")),
    { ...surroundings, log: logOf(flags.values, flags.given, "mesos-master", "master"), env: process.env, workers: 1 },
  );
  if (!master.ok) {
    console.error(`allot local: ${master.error}`);
    return 1;
  }
  const cluster: Cluster = { master: master.value, agents: [] };
  try {
    for (let number = 1; number <= flags.values.agents; number++) {
      const agent = await startLocalAgent(number, workDir, flags, cluster.master, surroundings);
      if (!agent.ok) {
        console.error(`allot local: agent ${number}: ${agent.error}`);
        return 1;
      }
      cluster.agents.push(agent.value);
    }
    const failed = Promise.race([
      cluster.master.failed.then(({ message }) => `the master: ${message}`),
      ...cluster.agents.map(({ running }, i) => running.ended.then(({ why }) => `agent ${i + 1}: ${why}`)),
    ]);
    const interrupted = signal.then(() => undefined);
    const isReady = await Promise.race([registered(cluster), failed, interrupted]);
    if (isReady === true) console.log(welcome(cluster, workDir, isFresh));
    const why = await Promise.race([failed, interrupted]);
    if (why !== undefined) console.error(`allot local: ${why}`);
    return why === undefined ? 0 : 1;
  } finally {
    await Promise.all(cluster.agents.map(({ running }) => running.stop()));
    await cluster.master.stop();
  }
}

/** What the master's part of our flags says, as if it had been given to a master. */
function masterFlags(flags: LocalFlags, workDir: string): MasterFlags {
  const texts = Object.entries({ ...flags.texts, work_dir: workDir }).filter(([name]) => Object.hasOwn(MASTER_FLAGS, name));
  return { ...flags, values: { ...flags.values, work_dir: workDir }, texts: Object.fromEntries(texts) };
}

async function startLocalAgent(
  number: number,
  workDir: string,
  flags: LocalFlags,
  master: RunningMaster,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<Result<Cluster["agents"][number]>> {
  const { ip, resources, attributes, agents, quiet, logging_level: level } = flags.values;
  const directory = join(workDir, `agent-${number}`);
  await mkdir(directory, { recursive: true });
  const parsed = parseFlags(AGENT_FLAGS, {
    args: [
      `--master=${master.ip}:${master.port}`,
      `--work_dir=${directory}`,
      `--resources=${resources ?? taskPorts(number, agents)}`,
      "--registration_backoff_factor=10ms",
      ...(attributes === undefined ? [] : [`--attributes=${attributes}`]),
      `--quiet=${quiet}`,
      `--logging_level=${level}`,
    ],
    env: {},
    readFile: () => err("not in allot local"),
  });
  if (!parsed.ok) return parsed;
  const executor = executorProgram();
  if (executor === undefined) return err("dist/main.js is missing, build it with `npm run build`");
  const agent = agentOptions(parsed.value, master.hostname, executor, process.env);
  if (!agent.ok) return agent;
  const tls = readTls(process.env);
  if (!tls.ok) return tls;
  const metricsIntervalMs = readMetricsInterval(process.env);
  if (!metricsIntervalMs.ok) return metricsIntervalMs;
  const running = await startAgent({
    tls: tls.value,
    metricsIntervalMs: metricsIntervalMs.value,
    door: agentDoor(flags, master),
    listenIp: ip,
    listenPort: 0,
    advertiseIp: master.ip,
    master: { pid: { id: "master", host: master.ip, port: master.port }, hostname: master.hostname },
    agent: agent.value,
    diskWatchIntervalMs: parsed.value.values.disk_watch_interval,
    log: logOf(flags.values, flags.given, `mesos-agent-${number}`, `agent ${number}`),
    clock,
    random,
  });
  return running.ok ? ok({ running: running.value, offers: printResources(agent.value.info.resources ?? []) }) : running;
}

/** The page of the master may look into the agents, as which of its names it was opened. */
function agentDoor({ values }: LocalFlags, { ip, hostname, port, scheme }: RunningMaster): DoorOptions {
  const { limits, allowedOrigins } = doorOptions(values);
  const own = [ip, hostname, "localhost"].map((host) => `${scheme}://${host}:${port}`);
  return { limits, allowedOrigins: new Set([...own, ...allowedOrigins]) };
}

/** Ports of its own for each agent: their tasks share one machine. */
function taskPorts(number: number, agents: number): string {
  const count = Math.min(1_001, Math.floor((65_536 - FIRST_TASK_PORT) / agents));
  const first = FIRST_TASK_PORT + (number - 1) * count;
  return `ports:[${first}-${first + count - 1}]`;
}

/** True once the master knows all agents. */
async function registered({ master, agents }: Cluster): Promise<true> {
  const deadline = Date.now() + REGISTRATION_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (master.agents() >= agents.length) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  console.error("allot local: the agents have not all registered yet; --logging_level=INFO tells more");
  return true;
}

function welcome({ master, agents }: Cluster, workDir: string, isFresh: boolean): string {
  const run = process.env["npm_lifecycle_event"] === undefined ? "allot run" : "npm run -s allot -- run";
  const where = master.port === 5050 && master.ip === "127.0.0.1" ? "" : ` --master=${master.ip}:${master.port}`;
  return [
    `allot local: a master and ${agents.length} agent${agents.length === 1 ? "" : "s"} in this process; Ctrl-C stops everything.`,
    "",
    `  Master    ${master.scheme}://${master.ip}:${master.port}/   API: /state /slaves /api/v1 /api/v1/scheduler`,
    ...agents.map(({ running, offers }, i) => `  Agent ${String(i + 1).padEnd(3)} ${running.ip}:${running.port}   ${offers}`),
    `  Files     ${workDir}${isFresh ? "   (removed at the end; --work_dir keeps them)" : ""}`,
    "",
    "Try this in another terminal:",
    "",
    `  ${run}${where} --command='echo hello from $MESOS_TASK_ID'`,
    "",
  ].join("\n");
}
