/** The containers of an earlier run, as its checkpoints name them: whether they live is for the runtime to find out. */
import { STATUS_FILE } from "../../agent/checkpoint.ts";
import type { CheckpointFiles } from "../../agent/event.ts";

/** Of a container, or of one nested in it. */
const PID_FILE = /\/runs\/([^/]+(?:\/containers\/[^/]+)*)\/pids\/forked\.pid$/;

export interface LeftContainer {
  readonly containerId: string;
  readonly pid: number;
  /** Absent when a Mesos agent noted the pid. */
  readonly startTicks: number | undefined;
  /** Below `meta/`: of a container that has one. */
  readonly statusFile: string;
}

export function leftContainers(files: CheckpointFiles): readonly LeftContainer[] {
  return Object.entries(files).flatMap(([path, file]) => {
    const containerId = PID_FILE.exec(path)?.[1]?.replaceAll("/containers/", ".");
    const pid = numberIn(file);
    if (containerId === undefined || pid === undefined) return [];
    const statusFile = path.replace(/pids\/forked\.pid$/, STATUS_FILE);
    return [{ containerId, pid, startTicks: numberIn(files[path.replace(/pid$/, "start")]), statusFile }];
  });
}

function numberIn(file: CheckpointFiles[string] | undefined): number | undefined {
  const text = file instanceof Uint8Array ? new TextDecoder().decode(file).trim() : "";
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
