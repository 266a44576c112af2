/** When the agent is gone for good, its executors clean up after themselves: nobody else would. */
import { CONTAINER_VARIABLE, listProcesses, membersOf, signalProcess } from "../runtime/processes.ts";

/** Kills every process of the container we run in, and of those nested in it, but not ourselves. */
export function killOrphanedContainer(): void {
  const containerId = process.env[CONTAINER_VARIABLE];
  if (containerId === undefined) return;
  for (const { pid } of membersOf(listProcesses(), containerId, undefined)) {
    if (pid !== process.pid) signalProcess(pid, "SIGKILL");
  }
}
