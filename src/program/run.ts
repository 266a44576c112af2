/** `allot run`: one task on a cluster, from the terminal. Also `mesos-execute`, which gives a task more by default. */
import { readTls } from "../shell/tls/settings.ts";
import { closeConnections, introduce } from "./client/http.ts";
import { printHelp } from "./flags.ts";
import { flagsOrExit } from "./load-flags.ts";
import { readPlan, runFlags } from "./run-flags.ts";
import { runTask } from "./run-task.ts";
import type { Terminal } from "./run-task.ts";

/** Resolves with the exit code. `program`: how it was called, for its usage. */
export async function main(args: readonly string[], program = "allot run", defaultResources = "cpus:0.1;mem:32"): Promise<number> {
  const table = runFlags(defaultResources);
  const flags = flagsOrExit(table, args, program, () => printHelp(`Usage: ${program} [flags] [-- program arguments…]`, table), {
    // A task finds MESOS_… variables of its own around it; of those only the master is meant for us.
    MESOS_MASTER: process.env["MESOS_MASTER"],
  });
  if (typeof flags === "number") return flags;
  const plan = readPlan(flags);
  if (!plan.ok) {
    console.error(`${program}: ${plan.error}`);
    return 1;
  }
  const tls = readTls(process.env);
  if (!tls.ok) {
    console.error(`${program}: ${tls.error}`);
    return 1;
  }
  const { principal, secret } = flags.values;
  introduce({ principal, secret, tls: tls.value });
  try {
    return await runTask(plan.value, terminal);
  } catch (error) {
    console.error(`${program}: ${(error as Error).message}`);
    return 1;
  } finally {
    closeConnections();
  }
}

const terminal: Terminal = {
  say: (line) => console.log(line),
  stdout: process.stdout,
  stderr: process.stderr,
  onInterrupt: (interrupted) => {
    process.on("SIGINT", interrupted);
    process.on("SIGTERM", interrupted);
    return () => {
      process.off("SIGINT", interrupted);
      process.off("SIGTERM", interrupted);
    };
  },
};
