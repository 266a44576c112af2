/** `allot master`, also called `mesos-master`: one master until it is told to go, or can no longer lead. */
import { createClock } from "../shell/clock.ts";
import { createRandom } from "../shell/random.ts";
import { printHelp } from "./flags.ts";
import { flagsOrExit } from "./load-flags.ts";
import { logOf } from "./logging-flags.ts";
import { MASTER_FLAGS } from "./master-flags.ts";
import { untilSignal } from "./signals.ts";
import { startMaster } from "./start-master.ts";
import { MESOS_VERSION } from "./version.ts";

/** One cycle runs at a time; a second worker would only take over from a first that died. */
const ALLOCATOR_WORKERS = 1;

/** Resolves with the exit code. `program`: how it was called. */
export async function main(args: readonly string[], program = "allot master"): Promise<number> {
  const flags = flagsOrExit(MASTER_FLAGS, args, program, () => printHelp(`Usage: ${program} [flags]`, MASTER_FLAGS));
  if (typeof flags === "number") return flags;
  if (flags.values.version) {
    console.log(`mesos ${MESOS_VERSION}`);
    return 0;
  }
  const log = logOf(flags.values, flags.given, "mesos-master");
  const signal = untilSignal();
  const surroundings = { log, clock: createClock(), random: createRandom(), env: process.env, workers: ALLOCATOR_WORKERS };
  const master = await startMaster(flags, surroundings);
  if (!master.ok) {
    console.error(`${program}: ${master.error}`);
    return 1;
  }
  if (flags.values.quorum !== undefined) {
    const why = "ZooKeeper keeps the registry, and a write counts when most of its servers have it";
    log.warn({ quorum: flags.values.quorum }, `--quorum has no effect: ${why}`);
  }
  if (flags.values.ip === undefined && master.value.ip.startsWith("127.")) {
    log.warn({ ip: master.value.ip }, "Others on the network cannot reach this master: give it an address with --ip or --advertise_ip");
  }
  const { ip, port } = master.value;
  log.info({ ip, port }, flags.values.zk === undefined ? "This master leads" : "This master listens");
  const { rereadCredentials } = master.value;
  if (rereadCredentials !== undefined) process.on("SIGHUP", rereadCredentials);
  const ended = await Promise.race([signal, master.value.failed]);
  await master.value.stop();
  if (!(ended instanceof Error)) return 0;
  console.error(`${program}: ${ended.message}`);
  return 1;
}
