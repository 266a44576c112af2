/** `allot agent`, also called `mesos-agent`: one node until it is told to go, or may not go on. */
import { err } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { createClock } from "../shell/clock.ts";
import { createRandom } from "../shell/random.ts";
import { startAgent } from "../shell/agent/start.ts";
import type { RunningAgent } from "../shell/agent/start.ts";
import type { Log } from "../ports.ts";
import { resolveAddress } from "./address.ts";
import { AGENT_FLAGS } from "./agent-flags.ts";
import { agentOptions, readMaster } from "./agent-options.ts";
import type { AgentFlags } from "./agent-options.ts";
import { executorProgram } from "./executor-program.ts";
import { printHelp } from "./flags.ts";
import { flagsOrExit } from "./load-flags.ts";
import { logOf } from "./logging-flags.ts";
import { untilSignal } from "./signals.ts";
import { MESOS_VERSION } from "./version.ts";

/** Resolves with the exit code. `program`: how it was called. */
export async function main(args: readonly string[], program = "allot agent"): Promise<number> {
  const flags = flagsOrExit(AGENT_FLAGS, args, program, () => printHelp(`Usage: ${program} --master=HOST:PORT --work_dir=DIRECTORY [flags]`, AGENT_FLAGS));
  if (typeof flags === "number") return flags;
  if (flags.values.version) {
    console.log(`mesos ${MESOS_VERSION}`);
    return 0;
  }
  const log = logOf(flags.values, flags.given, "mesos-agent");
  const signal = untilSignal();
  const agent = await startFromFlags(flags, log);
  if (!agent.ok) {
    console.error(`${program}: ${agent.error}`);
    return 1;
  }
  // What Mesos' agents understand by it: leave the cluster for good.
  process.once("SIGUSR1", () => agent.value.shutdown("Received SIGUSR1"));
  log.info({ ip: agent.value.ip, port: agent.value.port }, "This agent listens");
  const ended = await Promise.race([signal, agent.value.ended]);
  await agent.value.stop({ keepCheckpointed: true });
  if (typeof ended === "string") return 0;
  if (ended.code !== 0) console.error(`${program}: ${ended.why}`);
  return ended.code;
}

async function startFromFlags(flags: AgentFlags, log: Log): Promise<Result<RunningAgent>> {
  const address = await resolveAddress(flags.values, process.env);
  if (!address.ok) return address;
  const master = await readMaster(flags.values.master);
  if (!master.ok) return master;
  const executor = executorProgram();
  if (executor === undefined) return err("Cannot find the executor: dist/main.js is missing, build it with `npm run build`");
  const { listenIp, listenPort, advertiseIp, advertisePort, hostname } = address.value;
  const agent = agentOptions(flags, hostname, executor, process.env);
  if (!agent.ok) return agent;
  return startAgent({
    listenIp,
    listenPort,
    advertiseIp,
    ...(advertisePort === undefined ? {} : { advertisePort }),
    master: master.value,
    agent: agent.value,
    diskWatchIntervalMs: flags.values.disk_watch_interval,
    log,
    clock: createClock(),
    random: createRandom(),
  });
}
