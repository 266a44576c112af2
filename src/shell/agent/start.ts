/**
 * Puts an agent together: its port, its containers, its checkpoints, and the loop around its core. Several may live in
 * one process, each with a port and a work directory of its own.
 *
 *     messages, requests, ends of containers, timers -> step -> checkpoints are written -> effects are carried out
 *
 * Checkpoints are small files that are written at once, so the loop never waits and needs no queue to speak of.
 */
import { mkdirSync, readFileSync, realpathSync } from "node:fs";
import { createAgent, step } from "../../agent/agent.ts";
import { isAuthenticatee } from "../../agent/authentication.ts";
import type { AgentEvent, DetectedMaster } from "../../agent/event.ts";
import type { AgentOptions } from "../../agent/options.ts";
import { Outbox } from "../../agent/outbox.ts";
import type { AgentInfo } from "../../model/gen/mesos.ts";
import type { RandomState } from "../../model/random.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Checkpoints, Clock, Log, Random } from "../../ports.ts";
import type { TlsSettings } from "../tls/settings.ts";
import type { Guard } from "../auth/guard.ts";
import { openFrontDoor } from "../http/front-door.ts";
import type { FrontDoor, FrontDoorOptions, HttpSide } from "../http/front-door.ts";
import { createRuntime } from "../runtime/runtime.ts";
import { createSwitchboard } from "../runtime/switchboard.ts";
import { createHands } from "./carry-out.ts";
import { openCheckpoints } from "./checkpoints.ts";
import { createGc } from "./gc.ts";
import { leftContainers } from "./left-containers.ts";
import { lockWorkDir } from "./lock.ts";

export interface AgentStart {
  readonly listenIp: string;
  /** 0 takes any free port. */
  readonly listenPort: number;
  /** How the master and executors reach us. */
  readonly advertiseIp: string;
  readonly advertisePort?: number;
  /** The leader; undefined until `detected` says one. */
  readonly master: DetectedMaster | undefined;
  /** `workDir` is made if missing; `info` without port and id. */
  readonly agent: Omit<AgentOptions, "host" | "port" | "seed" | "startedAtMs" | "info"> & { readonly info: AgentInfo };
  /** Who may come in; without it everybody, and nobody is asked who he is. */
  readonly admit?: Guard;
  readonly tls?: TlsSettings | undefined;
  readonly door?: Pick<FrontDoorOptions, "limits" | "allowedOrigins">;
  /** Refuse messages whose sender claims another IP than the one they come from (ENV-03). */
  readonly requirePeerIp?: boolean;
  /** Between two readers of /metrics/snapshot (turnstile.ts); undefined: they need not wait. */
  readonly metricsIntervalMs?: number | undefined;
  readonly diskWatchIntervalMs: number;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
}

export interface AgentEnd {
  readonly code: number;
  readonly why: string;
}

export interface RunningAgent {
  readonly ip: string;
  readonly port: number;
  /** Resolves when it can or may not go on; not after `stop`. */
  readonly ended: Promise<AgentEnd>;
  /** A detector's news. */
  detected(master: DetectedMaster | undefined): void;
  /** Kills everything that runs here and tells the master that we go; `ended` follows. */
  shutdown(message: string): void;
  /**
   * Ends the agent. Nothing of it runs on afterwards, except, with `keepCheckpointed`, the executors that a next agent
   * of this work directory can take over.
   */
  stop(how?: { readonly keepCheckpointed?: boolean }): Promise<void>;
}

/**
 * Resolves when the agent listens and has recovered what an earlier one left. An error is one line for the operator.
 */
export async function startAgent(start: AgentStart): Promise<Result<RunningAgent>> {
  const { log, clock } = start;
  const opened = openWorkDir(start.agent.workDir);
  if (!opened.ok) return opened;
  const { workDir, checkpoints, unlock } = opened.value;
  let http: HttpSide | undefined;
  const door = await listen(start, {
    onRequest: (request) => http?.onRequest(request),
    onStreamClosed: (stream) => http?.onStreamClosed(stream),
  });
  if (!door.ok) {
    unlock();
    return door;
  }
  const port = start.advertisePort ?? door.value.port;
  const agent = createAgent({
    ...start.agent,
    workDir,
    host: start.advertiseIp,
    port,
    seed: [0, 0, 0, 0].map(() => start.random.seed()) as unknown as RandomState,
    startedAtMs: clock.nowMs(),
    info: { ...start.agent.info, port },
  });

  let end: (end: AgentEnd) => void = () => {};
  const ended = new Promise<AgentEnd>((resolve) => (end = resolve));
  let stopped = false;
  const switchboard = createSwitchboard();
  const runtime = createRuntime({ workDir, log, switchboard });
  const { gcDelayMs: delayMs, gcDiskHeadroom: headroom } = start.agent;
  const gc = createGc({ workDir, delayMs, headroom, watchIntervalMs: start.diskWatchIntervalMs, clock, log });
  const offer = (event: AgentEvent): void => {
    if (stopped) return;
    try {
      const out = new Outbox(start.agent.actor);
      step(agent, event, clock.nowMs(), out);
      checkpoints.apply(out.checkpoints);
      hands.carryOut(out.effects);
    } catch (error) {
      stopped = true;
      log.error({ error: (error as Error).stack, event: event.type }, "The agent cannot go on");
      end({ code: 1, why: (error as Error).message });
    }
  };
  const hands = createHands({
    agent, door: door.value, runtime, switchboard, gc, clock, log, end,
    metricsIntervalMs: start.metricsIntervalMs,
    offer: (event) => setImmediate(offer, event),
  });
  runtime.onExited((containerId, status) => {
    offer({ type: "container-exited", containerId, ...(status === undefined ? {} : { status }) });
  });
  door.value.transport.onMessage((from, to, message) => offer({ type: "message", from, to, message }));
  door.value.transport.onExited((peer) => offer({ type: "exited", peer }));
  http = {
    onRequest: (request) => {
      const admitted = start.admit?.(request) ?? { principal: undefined };
      if ("status" in admitted) return door.value.reply(request.id, admitted);
      const { principal } = admitted;
      offer({ type: "request", request: principal === undefined ? request : { ...request, principal } });
    },
    onStreamClosed: (stream) => offer({ type: "stream-closed", stream }),
  };

  const files = checkpoints.load();
  offer({ type: "recovered", files, bootId: bootId(), containers: runtime.adopt(leftContainers(files)) });
  if (start.master !== undefined) offer({ type: "master-detected", master: start.master });

  return ok({
    ip: start.advertiseIp,
    port,
    ended,
    detected: (master) => offer({ type: "master-detected", master }),
    shutdown: (message) => offer({ type: "shutdown", message, unregister: true }),
    stop: async ({ keepCheckpointed = false } = {}) => {
      stopped = true;
      hands.close();
      gc.close();
      await door.value.close();
      const kept = keepCheckpointed ? checkpointedContainers(agent) : new Set<string>();
      await runtime.close((containerId) => !kept.has(containerId.split(".")[0]!));
      unlock();
    },
  });
}

interface WorkDir {
  readonly workDir: string;
  readonly checkpoints: Checkpoints;
  unlock(): void;
}

function openWorkDir(path: string): Result<WorkDir> {
  try {
    mkdirSync(path, { recursive: true });
    const workDir = realpathSync(path);
    const unlock = lockWorkDir(workDir);
    if (unlock === undefined) {
      return err(`Another agent uses the work directory ${workDir}: stop it, or choose another --work_dir`);
    }
    return ok({ workDir, checkpoints: openCheckpoints(workDir), unlock });
  } catch (error) {
    return err(`Cannot use the work directory ${path}: ${(error as Error).message}`);
  }
}

async function listen(start: AgentStart, http: HttpSide): Promise<Result<FrontDoor>> {
  const { listenIp: ip, listenPort: port, log, random } = start;
  try {
    return ok(await openFrontDoor({
      ip,
      port,
      advertiseIp: start.advertiseIp,
      ...(start.advertisePort === undefined ? {} : { advertisePort: start.advertisePort }),
      hasActor: (id) => id === start.agent.actor || isAuthenticatee(id),
      http,
      ...start.door,
      log,
      random,
      tls: start.tls,
      requirePeerIp: start.requirePeerIp === true,
    }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") {
      return err(`Port ${port} at ${ip} is taken: stop what listens there, or choose another with --port`);
    }
    if (code === "EADDRNOTAVAIL") return err(`The address ${ip} is not one of this machine: choose another with --ip`);
    return err(`Cannot listen at ${ip}:${port}: ${message}`);
  }
}

/** Changes with every start of the machine, when no process can have survived. */
function bootId(): string | undefined {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Containers of executors that wait for a next agent. */
function checkpointedContainers(agent: ReturnType<typeof createAgent>): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const framework of agent.frameworks.values()) {
    for (const executor of framework.executors.values()) if (executor.checkpoint) kept.add(executor.containerId);
  }
  return kept;
}
