/** One of the executors' cores with a hand-driven clock: what it asks for is written down as short texts. */
import type {
  AgentSays, ExecutorEffect, ExecutorEvent, OperatorCallJson, StatusJson, TaskJson, TerminationJson,
} from "../../../src/agent/executor/event.ts";
import type { ExecutorOptions } from "../../../src/agent/executor/session.ts";

type Step = (event: ExecutorEvent, nowMs: number, out: ExecutorEffect[]) => void;

export class DrivenExecutor {
  nowMs = 1_000_000;
  /** Everything but timers, in order, as short texts. */
  readonly did: string[] = [];
  readonly updates: StatusJson[] = [];
  readonly asked: { readonly task: string; readonly call: OperatorCallJson }[] = [];
  readonly subscriptions: Extract<ExecutorEffect, { kind: "subscribe" | "update" }>["call"][] = [];
  exit: Extract<ExecutorEffect, { kind: "exit" }> | undefined;
  readonly #timers = new Map<string, { readonly atMs: number; readonly event: ExecutorEvent }>();
  readonly #step: Step;

  constructor(step: Step) {
    this.#step = step;
    this.offer({ type: "started" });
  }

  offer(event: ExecutorEvent): void {
    const out: ExecutorEffect[] = [];
    this.#step(event, this.nowMs, out);
    for (const effect of out) this.#carryOut(effect);
  }

  hear(event: AgentSays): void {
    this.offer({ type: "event", event });
  }

  subscribed(capabilities: readonly string[] = []): this {
    this.hear({
      type: "SUBSCRIBED",
      subscribed: {
        framework_info: { capabilities: capabilities.map((type) => ({ type })) }, container_id: { value: "root" },
      },
    });
    return this;
  }

  /** The agent acknowledges every update sent so far. */
  acknowledge(): void {
    for (const { task_id, uuid } of this.updates.splice(0)) {
      this.hear({ type: "ACKNOWLEDGED", acknowledged: { task_id, uuid } });
    }
  }

  answer(task: string, asked: OperatorCallJson["type"], status: number, body: string | TerminationJson = ""): void {
    this.offer({ type: "answered", task, asked, status, body });
  }

  elapse(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const [next] = [...this.#timers].sort((a, b) => a[1].atMs - b[1].atMs);
      if (next === undefined || next[1].atMs > untilMs) break;
      this.#timers.delete(next[0]);
      this.nowMs = Math.max(this.nowMs, next[1].atMs);
      this.offer(next[1].event);
    }
    this.nowMs = untilMs;
  }

  #carryOut(effect: ExecutorEffect): void {
    switch (effect.kind) {
      case "subscribe":
        this.subscriptions.push(effect.call);
        return void this.did.push("subscribe");
      case "update": {
        if (effect.call.type !== "UPDATE") return;
        const { status } = effect.call.update;
        this.updates.push(status);
        const parts = [status.task_id.value, status.state, status.reason, status.message];
        return void this.did.push(parts.filter((part) => part !== undefined).join(" "));
      }
      case "spawn":
        return void this.did.push(`spawn ${effect.command.value}`);
      case "signal":
        return void this.did.push(effect.signal);
      case "ask": {
        this.asked.push(effect);
        const signal = effect.call.kill_nested_container?.signal;
        return void this.did.push(`${effect.call.type} ${effect.task}${signal === undefined ? "" : ` ${signal}`}`);
      }
      case "probe": {
        const { of, task, timeoutMs, container } = effect;
        const limit = timeoutMs === undefined ? "" : ` within ${timeoutMs}`;
        return void this.did.push(
          `probe ${of} ${task}${limit}${container === undefined ? "" : ` in ${container.value}`}`,
        );
      }
      case "link-sandbox":
        return void this.did.push(`link ${effect.task} ${effect.containerId}`);
      case "arm": {
        const { timer, task, atMs } = effect;
        const event: ExecutorEvent = { type: "timer", timer, ...(task === undefined ? {} : { task }) };
        return void this.#timers.set(`${timer} ${task}`, { atMs, event });
      }
      case "disarm":
        return void this.#timers.delete(`${effect.timer} ${effect.task}`);
      case "exit":
        this.exit = effect;
        return void this.did.push(`exit ${effect.code}${effect.orphaned === true ? " orphaned" : ""}`);
      case "say":
    }
  }
}

let drawn = 0;

export function executorOptions(more: Partial<ExecutorOptions> = {}): ExecutorOptions {
  return {
    executorId: "e1", checkpoint: false, recoveryTimeoutMs: 900_000, backoffMaxMs: 2000, shutdownGraceMs: 5000,
    freshUuid: () => `uuid-${drawn++}`,
    ...more,
  };
}

export function task(id: string, more: Partial<TaskJson> = {}): TaskJson {
  return {
    task_id: { value: id }, command: { value: "sleep 100" }, resources: [{ allocation_info: { role: "eng" } }], ...more,
  };
}
