/**
 * The processes of this machine as `/proc` shows them, and which of them belong to a container. A process belongs to it
 * when
 *  - its environment carries the container's id (whoever it was started by, however often it forked away), or
 *  - it is in a session or process group, or is a child, of one that belongs to it.
 * What clears its environment, leaves its session and loses its parent is out of reach without cgroups.
 */
import { readFileSync, readdirSync } from "node:fs";

/** Marks every process of a container, and the agent's work directory it was started for. */
export const CONTAINER_VARIABLE = "ALLOT_CONTAINER_ID";
export const WORK_DIR_VARIABLE = "ALLOT_WORK_DIR";

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Clock ticks since boot: with the pid, an identity that is never used again. */
  readonly startTicks: number;
  readonly userTicks: number;
  readonly systemTicks: number;
  readonly residentPages: number;
  readonly isZombie: boolean;
  /** The container its environment names; empty if none, or if we may not read it. */
  readonly containerId: string;
  readonly workDir: string;
}

/** Every process, at this moment. */
export function listProcesses(): ProcessEntry[] {
  return readdirSync("/proc").flatMap((name) => {
    const entry = /^\d+$/.test(name) ? readProcess(Number(name)) : undefined;
    return entry === undefined ? [] : [entry];
  });
}

/** One process; undefined when it has gone. */
export function readProcess(pid: number): ProcessEntry | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name may contain blanks and parentheses: what follows its last one is numbers.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const environment = read(`/proc/${pid}/environ`) ?? "";
  return {
    pid,
    parent: Number(fields[1]),
    group: Number(fields[2]),
    session: Number(fields[3]),
    userTicks: Number(fields[11]),
    systemTicks: Number(fields[12]),
    startTicks: Number(fields[19]),
    residentPages: Number(fields[21]),
    isZombie: fields[0] === "Z" || fields[0] === "X",
    containerId: variable(environment, CONTAINER_VARIABLE),
    workDir: variable(environment, WORK_DIR_VARIABLE),
  };
}

/** A container of one agent: others on this machine may have one by the same id. */
export interface Place {
  readonly workDir: string;
  readonly containerId: string;
}

/** The living members of a container, those nested in it too. `rootPid` began its first session and group. */
export function membersOf(
  processes: readonly ProcessEntry[], { workDir, containerId }: Place, rootPid: number | undefined,
): ProcessEntry[] {
  const members = new Map<number, ProcessEntry>();
  const sessions = new Set<number>(rootPid === undefined ? [] : [rootPid]);
  const groups = new Set<number>(rootPid === undefined ? [] : [rootPid]);
  const isNamed = (entry: ProcessEntry): boolean =>
    entry.workDir === workDir &&
    (entry.containerId === containerId || entry.containerId.startsWith(`${containerId}.`));
  for (let found = true; found; ) {
    found = false;
    for (const entry of processes) {
      if (members.has(entry.pid) || entry.isZombie) continue;
      const belongs = isNamed(entry) || sessions.has(entry.session) || groups.has(entry.group) || members.has(
        entry.parent,
      );
      if (!belongs) continue;
      members.set(entry.pid, entry);
      // Only what it leads itself: it may sit in the session of whoever started it.
      if (entry.session === entry.pid) sessions.add(entry.pid);
      if (entry.group === entry.pid) groups.add(entry.pid);
      found = true;
    }
  }
  return [...members.values()];
}

/** False when the process has gone, or its number belongs to another one now. */
export function isAlive(pid: number, startTicks: number): boolean {
  const entry = readProcess(pid);
  return entry !== undefined && !entry.isZombie && entry.startTicks === startTicks;
}

/** Sends a signal; false when there is no such process (group, for a negative number) or it is not ours. */
export function signalProcess(pid: number, signal: NodeJS.Signals | number): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

function variable(environment: string, name: string): string {
  const at = environment.startsWith(`${name}=`) ? 0 : environment.indexOf(`\0${name}=`) + 1;
  if (at === 0 && !environment.startsWith(`${name}=`)) return "";
  const start = at + name.length + 1;
  const end = environment.indexOf("\0", start);
  return environment.slice(start, end < 0 ? undefined : end);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return undefined;
  }
}
