/** Our command executor's core with a task that is only said to run, and a line to its agent that is as good as the agent. */
import { createCommandExecutor, step } from "../agent/executor/command.ts";
import type { CommandExecutor } from "../agent/executor/command.ts";
import type { AgentSays, CallJson, ExecutorEffect, ExecutorEvent, ExecutorTimer } from "../agent/executor/event.ts";
import { parseDurationMs } from "../model/duration.ts";
import { encodeBase64 } from "../wire/base64.ts";
import type { Entry } from "./agenda.ts";
import type { Chance } from "./chance.ts";
import { readScript } from "./script.ts";
import type { World } from "./world.ts";

const SPAWN_MS = 20;
const LINE_MS = 1;
const SIGTERM = 15;
const SIGKILL = 9;

/** What the executor finds at the other end of its line. */
export interface AgentSide {
  /** Undefined: nobody answers. The stream's name if it was opened. */
  request(call: object, answered: (status: number | undefined, stream: string | undefined) => void): void;
  hangUp(stream: string): void;
}

export class ExecutorHost {
  /** The stream its events come on. */
  stream: string | undefined;
  private readonly world: World;
  private readonly chance: Chance;
  private readonly agent: AgentSide;
  private readonly core: CommandExecutor;
  private readonly identity: object;
  private readonly onExit: (code: number) => void;
  private readonly timers = new Map<ExecutorTimer, Entry>();
  private task: Entry | undefined;
  private isOver = false;
  private updates: CallJson[] = [];
  private isPosting = false;
  private heardAtMs = 0;

  constructor(
    world: World, chance: Chance, agent: AgentSide, environment: Readonly<Record<string, string>>, onExit: (code: number) => void,
  ) {
    this.world = world;
    this.chance = chance;
    this.agent = agent;
    this.onExit = onExit;
    const executorId = environment["MESOS_EXECUTOR_ID"] ?? "";
    this.identity = { framework_id: { value: environment["MESOS_FRAMEWORK_ID"] ?? "" }, executor_id: { value: executorId } };
    const durationMs = (name: string, otherwiseMs: number): number => {
      const parsed = parseDurationMs(environment[name] ?? "");
      return parsed.ok ? parsed.value : otherwiseMs;
    };
    this.core = createCommandExecutor({
      executorId,
      checkpoint: environment["MESOS_CHECKPOINT"] === "1",
      recoveryTimeoutMs: durationMs("MESOS_RECOVERY_TIMEOUT", 900_000),
      backoffMaxMs: durationMs("MESOS_SUBSCRIPTION_BACKOFF_MAX", 2_000),
      shutdownGraceMs: durationMs("MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD", 5_000),
      freshUuid: () => encodeBase64(this.chance.uuidBytes()),
    });
    this.offer({ type: "started" });
  }

  /** The agent wrote an event to our stream. */
  hear(stream: string, event: AgentSays): void {
    this.later(() => {
      if (stream === this.stream) this.offer({ type: "event", event });
    });
  }

  /** The stream has ended, or the agent with it. */
  lose(stream: string): void {
    this.later(() => {
      if (stream !== this.stream) return;
      this.stream = undefined;
      this.updates = [];
      this.offer({ type: "disconnected", fraction: this.chance.fraction() });
    });
  }

  /** Somebody ends the program and all it started. */
  kill(): void {
    this.isOver = true;
    for (const entry of this.timers.values()) this.world.agenda.callOff(entry);
    this.timers.clear();
    this.world.agenda.callOff(this.task);
  }

  terminate(): void {
    this.offer({ type: "terminate" });
  }

  private offer(event: ExecutorEvent): void {
    if (this.isOver) return;
    const effects: ExecutorEffect[] = [];
    step(this.core, event, this.world.nowMs, effects);
    for (const effect of effects) if (!this.isOver) this.carryOut(effect);
  }

  private carryOut(effect: ExecutorEffect): void {
    const { agenda } = this.world;
    switch (effect.kind) {
      case "subscribe":
        return this.subscribe(effect.call);
      case "update":
        this.updates.push(effect.call);
        return this.post();
      case "spawn": {
        const { durationMs, exitCode } = readScript(effect.command.value ?? "");
        this.task = agenda.after(this.chance.exponential(SPAWN_MS), () => {
          this.task = agenda.after(durationMs, () => this.exited(exitCode, undefined));
          this.offer({ type: "spawned", pid: 1 });
        });
        return;
      }
      case "signal":
        if (this.task?.run === undefined) return;
        agenda.callOff(this.task);
        this.task = agenda.after(this.chance.exponential(SPAWN_MS), () =>
          this.exited(undefined, effect.signal === "SIGKILL" ? SIGKILL : SIGTERM));
        return;
      case "arm":
        agenda.callOff(this.timers.get(effect.timer));
        this.timers.set(effect.timer, agenda.at(effect.atMs, () => this.offer({ type: "timer", timer: effect.timer })));
        return;
      case "disarm":
        return agenda.callOff(this.timers.get(effect.timer));
      case "exit":
        this.kill();
        if (this.stream !== undefined) this.agent.hangUp(this.stream);
        return this.onExit(effect.code);
      case "say":
    }
  }

  private exited(code: number | undefined, signal: number | undefined): void {
    this.offer({ type: "exited", code, signal });
  }

  private subscribe(call: CallJson): void {
    if (this.stream !== undefined) this.agent.hangUp(this.stream);
    this.stream = undefined;
    this.updates = [];
    this.later(() => this.agent.request({ ...this.identity, ...call }, (_status, stream) => {
      if (this.isOver) return;
      if (stream === undefined) this.offer({ type: "disconnected", fraction: this.chance.fraction() });
      this.stream = stream;
    }));
  }

  /** Updates go one after the other; when one does not get through the others are thrown away and will be sent again. */
  private post(): void {
    const [call] = this.updates;
    if (this.isPosting || call === undefined) return;
    this.isPosting = true;
    this.later(() => this.agent.request({ ...this.identity, ...call }, (status) => {
      this.isPosting = false;
      if (this.isOver) return;
      if (status === 202) {
        this.updates.shift();
        return this.post();
      }
      this.updates = [];
      this.offer({ type: "call-failed" });
    }));
  }

  /** In the order in which it was asked for. */
  private later(act: () => void): void {
    this.heardAtMs = Math.max(this.heardAtMs, this.world.nowMs + this.chance.exponential(LINE_MS));
    this.world.agenda.at(this.heardAtMs, () => {
      if (!this.isOver) act();
    });
  }
}
