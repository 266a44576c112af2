/**
 * Containers as plain processes (AGF-04): each in a session and process group of its own, with its sandbox as working
 * directory and its output in files there. When its first process ends, or it is destroyed, whatever else belongs to it
 * is killed, and only then it has ended.
 */
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import type { ContainerSpec } from "../../agent/outbox.ts";
import type { ResourceStatistics } from "../../model/gen/mesos.ts";
import type { Log, Runtime } from "../../ports.ts";
import { fetchAll } from "./fetch.ts";
import {
  CONTAINER_VARIABLE, WORK_DIR_VARIABLE, isAlive, listProcesses, membersOf, readProcess, signalProcess,
} from "./processes.ts";
import type { ProcessEntry } from "./processes.ts";
import { linkVolumes, openOutput, prepareSandbox } from "./sandbox.ts";
import type { Switchboard } from "./switchboard.ts";
import { usageOf } from "./usage.ts";
import { userNamed } from "./users.ts";

/**
 * A Mesos container cannot take signals before its helper, a process of its own, has come up: one that ends a process
 * ends the helper, and the container as if by SIGKILL. Here, where there is no helper, so does one that comes so soon.
 */
const YOUNG_MS = 100;
const { SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGWINCH } = constants.signals;
const HARMLESS: ReadonlySet<number> = new Set([
  0, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGWINCH,
]);
/** How often processes that are not our children are looked after. */
const POLL_MS = 100;
/** Between two looks at what is left of a container that is being killed. */
const KILL_AGAIN_MS = 20;

export interface RuntimeOptions {
  readonly workDir: string;
  readonly log: Log;
  /** Takes the pipes of containers of sessions. */
  readonly switchboard: Switchboard;
}

interface Running {
  readonly id: string;
  pid: number | undefined;
  startTicks: number;
  /** By `performance.now`; unknown of an earlier agent's. */
  startedAtMs: number | undefined;
  /** A process of an earlier agent: nobody can collect its status. */
  readonly adopted: boolean;
  /** Its first process has ended, with this wait status if somebody could collect it. */
  ended: { readonly status: number | undefined } | undefined;
  destroying: boolean;
  /** Told so while it was still being prepared. */
  unwanted: boolean;
  /** Where a keeper of ours, its first process, notes how it ended. */
  readonly statusFile: string | undefined;
}

export function createRuntime({ workDir, log, switchboard }: RuntimeOptions): Runtime {
  const running = new Map<string, Running>();
  const onlookers: ((containerId: string, status: number | undefined) => void)[] = [];
  let polling: NodeJS.Timeout | undefined;
  let sweeping: NodeJS.Timeout | undefined;

  /** Kills what is left of the containers that shall end; one look at the machine serves all of them. */
  const sweep = (): void => {
    sweeping = undefined;
    const ending = [...running.values()].filter((container) => container.destroying && container.pid !== undefined);
    if (ending.length === 0) return;
    const processes = listProcesses();
    for (const container of ending) {
      const members = membersOf(processes, { workDir, containerId: container.id }, rootOf(container, processes));
      for (const { pid } of members) signalProcess(pid, "SIGKILL");
      if (members.length > 0 || container.ended === undefined) continue;
      running.delete(container.id);
      for (const tell of onlookers) tell(container.id, container.ended.status);
    }
    if ([...running.values()].some((container) => container.destroying)) planSweep(KILL_AGAIN_MS);
  };
  const planSweep = (delayMs: number): void => {
    sweeping ??= setTimeout(sweep, delayMs);
  };

  const firstProcessEnded = (container: Running, status: number | undefined): void => {
    container.ended = { status };
    container.destroying = true;
    planSweep(0);
  };

  const poll = (): void => {
    const adopted = [...running.values()].filter((container) => container.adopted && container.ended === undefined);
    for (const container of adopted) {
      if (!isAlive(container.pid!, container.startTicks)) firstProcessEnded(container, notedStatus(container));
    }
    if (adopted.length === 0) clearInterval(polling);
    if (adopted.length === 0) polling = undefined;
  };

  const destroy = (containerId: string): void => {
    const container = running.get(containerId);
    if (container === undefined) return;
    container.destroying = true;
    container.unwanted = true;
    planSweep(0);
  };

  const start = (
    container: Running, spec: ContainerSpec, user: { uid: number; gid: number } | undefined,
  ): Promise<number> => {
    const { command } = spec;
    const [program, argv] = command.shell
      ? ["/bin/sh", ["sh", "-c", command.value]]
      : [command.value, command.arguments.length > 0 ? command.arguments : [command.value]];
    const { statusFile } = container;
    const [file, args] = statusFile === undefined
      ? [program, argv.slice(1)]
      : ["/bin/sh", ["-c", KEEPER, statusFile, program, ...argv.slice(1)]];
    const isSwitched = spec.isSwitched === true;
    const files = isSwitched ? [] : ["stdout", "stderr"].map((name) => openOutput(join(spec.directory, name), user));
    const child = spawn(file, args, {
      argv0: statusFile === undefined ? argv[0] : "sh",
      cwd: spec.directory,
      env: { ...spec.environment, [CONTAINER_VARIABLE]: spec.containerId, [WORK_DIR_VARIABLE]: workDir },
      stdio: isSwitched ? ["pipe", "pipe", "pipe"] : ["ignore", ...(files as [number, number])],
      detached: true,
      ...user,
    });
    files.forEach(closeSync);
    if (isSwitched) switchboard.connect(spec.containerId, child);
    // An agent that goes does not wait for containers that shall live on.
    child.unref();
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("spawn", () => {
        if (statusFile !== undefined) mkdirSync(dirname(statusFile), { recursive: true });
        container.pid = child.pid!;
        container.startedAtMs = performance.now();
        container.startTicks = readProcess(child.pid!)?.startTicks ?? 0;
        if (spec.pidDirectory !== undefined) notePid(join(workDir, "meta", spec.pidDirectory), container);
        resolve(child.pid!);
      });
      child.once("exit", (code, signal) => {
        firstProcessEnded(container, signal === null ? (code ?? 0) << 8 : constants.signals[signal]);
      });
    });
  };

  return {
    async launch(spec) {
      const container: Running = {
        ...newRunning(spec.containerId),
        adopted: false,
        statusFile: spec.statusFile === undefined ? undefined : join(workDir, "meta", spec.statusFile),
      };
      running.set(spec.containerId, container);
      try {
        const user = userNamed(spec.user);
        if (!user.ok) throw new Error(user.error);
        // A session is in the sandbox of the container it is nested in.
        if (spec.isSwitched !== true) prepareSandbox(workDir, spec, user.value);
        linkVolumes(workDir, spec.directory, spec.links);
        const fetched = await fetchAll(spec.uris, spec.directory, user.value).catch((error: Error) => {
          throw Object.assign(error, { fetchFailed: true });
        });
        if (container.unwanted) throw new Error("The container was destroyed while its files were fetched");
        const identity = user.value === undefined ? undefined : { uid: user.value.uid, gid: user.value.gid };
        return { pid: await start(container, spec, identity), fetched };
      } catch (error) {
        running.delete(spec.containerId);
        throw error;
      }
    },
    linkVolumes: (directory, links) => linkVolumes(workDir, directory, links),
    adopt(containers) {
      const alive: Record<string, number> = {};
      for (const { containerId, pid, startTicks, statusFile } of containers) {
        const entry = readProcess(pid);
        if (entry === undefined || entry.isZombie) continue;
        if (startTicks === undefined ? entry.containerId !== containerId : entry.startTicks !== startTicks) continue;
        alive[containerId] = pid;
        running.set(containerId, {
          ...newRunning(containerId),
          pid,
          startTicks: entry.startTicks,
          adopted: true,
          statusFile: containerId.includes(".") ? join(workDir, "meta", statusFile) : undefined,
        });
      }
      killOrphans(workDir, new Set(Object.keys(alive)), log);
      polling ??= setInterval(poll, POLL_MS);
      return alive;
    },
    signal(containerId, wanted) {
      const { pid, statusFile, startedAtMs } = running.get(containerId) ?? {};
      if (pid === undefined) return;
      const isYoung = startedAtMs !== undefined && performance.now() - startedAtMs < YOUNG_MS;
      const signal = isYoung && !HARMLESS.has(wanted) ? constants.signals.SIGKILL : wanted;
      const kept = statusFile === undefined ? [] : listProcesses().filter(({ parent }) => parent === pid);
      for (const target of kept.length > 0 ? kept.map((entry) => entry.pid) : [pid]) signalProcess(target, signal);
    },
    destroy,
    measure(containerIds) {
      if (containerIds.length === 0) return {};
      const processes = listProcesses();
      const measured: Record<string, ResourceStatistics> = {};
      for (const id of containerIds) {
        const container = running.get(id);
        if (container?.pid === undefined) continue;
        measured[id] = usageOf(membersOf(processes, { workDir, containerId: id }, rootOf(container, processes)));
      }
      return measured;
    },
    onExited: (tell) => void onlookers.push(tell),
    async close(shallEnd) {
      onlookers.length = 0;
      const ending = [...running.keys()].filter(shallEnd);
      for (const id of ending) destroy(id);
      while (ending.some((id) => running.has(id))) await new Promise((resolve) => setTimeout(resolve, KILL_AGAIN_MS));
      clearInterval(polling);
      clearTimeout(sweeping);
    },
  };
}

/**
 * Runs the rest of its arguments and notes the wait status in the file that is its name, in case nobody is there to
 * collect it; then ends the same way. A shell tells signals by statuses above 128.
 */
const KEEPER = `"$@"; s=$?
if [ $s -gt 128 ] && [ $s -lt 193 ]; then w=$((s - 128)); else w=$((s * 256)); fi
echo $w > "$0.new" && mv "$0.new" "$0"
if [ $w -gt 0 ] && [ $w -lt 128 ]; then kill -$w $$; fi
exit $s`;

function notedStatus({ statusFile }: Running): number | undefined {
  try {
    return statusFile === undefined ? undefined : Number(readFileSync(statusFile, "utf8"));
  } catch {
    return undefined;
  }
}

function newRunning(id: string): Running {
  return {
    id, pid: undefined, startTicks: 0, startedAtMs: undefined, adopted: false, ended: undefined, destroying: false, unwanted: false,
    statusFile: undefined,
  };
}

/** The pid under which its first session and group may still be found: not if that number is another process by now. */
function rootOf({ pid, startTicks }: Running, processes: readonly ProcessEntry[]): number | undefined {
  const entry = processes.find((candidate) => candidate.pid === pid);
  return entry === undefined || entry.startTicks === startTicks ? pid : undefined;
}

/** As Mesos notes it, with the start time in a file of our own beside it. */
function notePid(directory: string, { pid, startTicks }: Running): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "forked.start"), String(startTicks));
  writeFileSync(join(directory, "forked.pid"), String(pid));
}

/** Processes of containers that an earlier agent of this work directory left and nobody knows any more. */
function killOrphans(workDir: string, known: ReadonlySet<string>, log: Log): void {
  for (let attempt = 0; attempt < 10; attempt++) {
    const orphans = listProcesses().filter((entry) =>
      entry.workDir === workDir && entry.containerId !== "" && !entry.isZombie && entry.pid !== process.pid &&
      !known.has(entry.containerId.split(".")[0]!),
    );
    if (orphans.length === 0) return;
    if (attempt === 0) log.warn({ pids: orphans.map(({ pid }) => pid) }, "Killing what an earlier run left behind");
    for (const { pid } of orphans) signalProcess(pid, "SIGKILL");
  }
}
