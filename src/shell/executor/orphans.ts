/** When the agent is gone for good, its executors clean up after themselves: nobody else would. */
import { listProcesses, membersOf, readProcess, signalProcess } from "../runtime/processes.ts";

/** Kills every process of the container we run in, and of those nested in it, but not ourselves. */
export function killOrphanedContainer(): void {
  const me = readProcess(process.pid);
  if (me === undefined || me.containerId === "") return;
  for (const { pid } of membersOf(listProcesses(), me, undefined)) {
    if (pid !== process.pid) signalProcess(pid, "SIGKILL");
  }
}
