/**
 * The master's questions. A real master runs in a process of its own on the first core; this process, on the second,
 * is thousands of agents (`fleet.ts`) and frameworks (`scheduler.ts`) that speak the real protocols over real sockets
 * and do as little as possible besides. What this process used of its core is printed with every result: if it was
 * nearly all, the client was measured and not the master.
 *
 *     npm run bench -- --suite=master [--only=M1,M5] [--scale=0.1] [--samples=15] [--agents-per-port=100]
 *                      [--profile=DIR] [--json=out.json] [--label=NAME]
 *
 * The same workloads drive any master that speaks the protocol: `--master-command=mesos-master` starts that one (it
 * gets the usual flags), `--target=host:port` takes a fresh one that runs, for one question. Only what Mesos offers is
 * asked then.
 *
 * The gate (`gate.ts`) is part of every question: the books of the very master that was timed must balance.
 */
import type { Suite } from "../harness.ts";
import { registrySuite } from "../registry/suite.ts";
import { failover } from "./failover.ts";
import { idle } from "./idle.ts";
import { launchLatency } from "./latency.ts";
import { manyTasksPerAccept } from "./launches.ts";
import { million } from "./million.ts";
import { readBenchOptions } from "./options.ts";
import { getState, health, state } from "./reads.ts";
import { reregisterInProcess } from "./reregister.ts";
import { oneTaskPerAccept } from "./tasks.ts";

export function masterSuite(given: ReadonlyMap<string, string>): Suite {
  const options = readBenchOptions(given);
  const isOurs = options.target === undefined && options.command === undefined;
  return {
    name: "master",
    gate: () => (isOurs ? registrySuite.gate() : undefined),
    questions: [
      failover(options),
      ...(isOurs ? [
        reregisterInProcess(options, "M1a", { agents: 20_000, tasksPerAgent: 5, goal: 1_000, mesos: 5_800 }),
        reregisterInProcess(options, "M1b", { agents: 40_000, tasksPerAgent: 10, goal: 3_000 }),
      ] : []),
      state(options),
      getState(options),
      health(options),
      oneTaskPerAccept(options),
      manyTasksPerAccept(options),
      million(options),
      launchLatency(options),
      idle(options),
      ...(isOurs ? registrySuite.questions : []),
    ],
  };
}
