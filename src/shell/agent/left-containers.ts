/** The containers of an earlier run, as its checkpoints name them: whether they live is for the runtime to find out. */
import type { CheckpointFiles } from "../../agent/event.ts";

const PID_FILE = /\/runs\/([^/]+)\/pids\/forked\.pid$/;

export interface LeftContainer {
  readonly containerId: string;
  readonly pid: number;
  /** Absent when a Mesos agent noted the pid. */
  readonly startTicks: number | undefined;
}

export function leftContainers(files: CheckpointFiles): readonly LeftContainer[] {
  return Object.entries(files).flatMap(([path, file]) => {
    const containerId = PID_FILE.exec(path)?.[1];
    const pid = numberIn(file);
    if (containerId === undefined || pid === undefined) return [];
    return [{ containerId, pid, startTicks: numberIn(files[path.replace(/pid$/, "start")]) }];
  });
}

function numberIn(file: CheckpointFiles[string] | undefined): number | undefined {
  const text = file instanceof Uint8Array ? new TextDecoder().decode(file).trim() : "";
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
