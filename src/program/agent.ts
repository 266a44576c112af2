/** `allot agent`, also called `mesos-agent`: one node until it is told to go, or may not go on. */
import { err } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { createClock } from "../shell/clock.ts";
import { createRandom } from "../shell/random.ts";
import { startAgent } from "../shell/agent/start.ts";
import type { AgentEnd, RunningAgent } from "../shell/agent/start.ts";
import type { Clock, Log } from "../ports.ts";
import { resolveAddress } from "./address.ts";
import { AGENT_FLAGS } from "./agent-flags.ts";
import { agentOptions } from "./agent-options.ts";
import type { AgentFlags } from "./agent-options.ts";
import { readTls } from "../shell/tls/settings.ts";
import { readMetricsInterval } from "../shell/turnstile.ts";
import { agentSecurity } from "./agent-security.ts";
import { doorOptions } from "./door-flags.ts";
import { executorProgram } from "./executor-program.ts";
import { findMaster } from "./find-master.ts";
import { printHelp } from "./flags.ts";
import { flagsOrExit } from "./load-flags.ts";
import { logOf } from "./logging-flags.ts";
import { untilSignal } from "./signals.ts";
import { MESOS_VERSION } from "./version.ts";

/** Resolves with the exit code. `program`: how it was called. */
export async function main(args: readonly string[], program = "allot agent"): Promise<number> {
  const usage = `Usage: ${program} --master=HOST:PORT|zk://HOST:PORT/PATH --work_dir=DIRECTORY [flags]`;
  const flags = flagsOrExit(AGENT_FLAGS, args, program, () => printHelp(usage, AGENT_FLAGS));
  if (typeof flags === "number") return flags;
  if (flags.values.version) {
    console.log(`mesos ${MESOS_VERSION}`);
    return 0;
  }
  const log = logOf(flags.values, flags.given, "mesos-agent");
  const signal = untilSignal();
  const clock = createClock();
  const { master: text, zk_session_timeout: sessionTimeoutMs } = flags.values;
  const master = await findMaster({ master: text, sessionTimeoutMs, clock, log });
  const agent = master.ok ? await startFromFlags(flags, clock, log) : master;
  if (!master.ok || !agent.ok) {
    console.error(`${program}: ${(agent as Exclude<typeof agent, { ok: true }>).error}`);
    return 1;
  }
  const lost = new Promise<AgentEnd>((resolve) => {
    master.value.watch(agent.value.detected, (why) => resolve({ code: 1, why }));
  });
  // What Mesos' agents understand by it: leave the cluster for good.
  process.once("SIGUSR1", () => agent.value.shutdown("Received SIGUSR1"));
  log.info({ ip: agent.value.ip, port: agent.value.port }, "This agent listens");
  const ended = await Promise.race([signal, agent.value.ended, lost]);
  await agent.value.stop({ keepCheckpointed: true });
  await master.value.close();
  if (typeof ended === "string") return 0;
  if (ended.code !== 0) console.error(`${program}: ${ended.why}`);
  return ended.code;
}

async function startFromFlags(flags: AgentFlags, clock: Clock, log: Log): Promise<Result<RunningAgent>> {
  const address = await resolveAddress(flags.values, process.env);
  if (!address.ok) return address;
  const executor = executorProgram();
  if (executor === undefined) {
    return err("Cannot find the executor: dist/main.js is missing, build it with `npm run build`");
  }
  const { listenIp, listenPort, advertiseIp, advertisePort, hostname } = address.value;
  const agent = agentOptions(flags, hostname, executor, process.env);
  if (!agent.ok) return agent;
  const security = agentSecurity(flags.values, agent.value.actor, clock, log);
  if (!security.ok) return security;
  const tls = readTls(process.env);
  if (!tls.ok) return tls;
  const metricsIntervalMs = readMetricsInterval(process.env);
  if (!metricsIntervalMs.ok) return metricsIntervalMs;
  const { admit, options, rereadCredentials } = security.value;
  if (rereadCredentials !== undefined) process.on("SIGHUP", rereadCredentials);
  return startAgent({
    admit,
    door: doorOptions(flags.values),
    tls: tls.value,
    requirePeerIp: /^(1|true)$/.test(process.env["LIBPROCESS_REQUIRE_PEER_ADDRESS_IP_MATCH"] ?? ""),
    listenIp,
    listenPort,
    advertiseIp,
    ...(advertisePort === undefined ? {} : { advertisePort }),
    master: undefined,
    agent: { ...agent.value, ...options },
    metricsIntervalMs: metricsIntervalMs.value,
    diskWatchIntervalMs: flags.values.disk_watch_interval,
    log,
    clock,
    random: createRandom(),
  });
}
