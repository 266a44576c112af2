/** Does what an agent's effects say, with the real ports. What they cause later comes back as events. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { cpus, freemem, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import type { AgentEvent, Measurement } from "../../agent/event.ts";
import type { Effect } from "../../agent/outbox.ts";
import { idOf } from "../../agent/state.ts";
import type { Agent } from "../../agent/state.ts";
import type { RequestId, StreamId } from "../../master/event.ts";
import type { Clock, Log, Runtime } from "../../ports.ts";
import { encodeRecord } from "../../wire/recordio.ts";
import { encodeExecutorEvent } from "../../wire/v1/executor.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import type { FrontDoor } from "../http/front-door.ts";
import { answerFiles } from "./files.ts";
import type { Switchboard } from "../runtime/switchboard.ts";
import { createAttachments } from "./attach.ts";
import { createTurnstile } from "../turnstile.ts";
import type { Gc } from "./gc.ts";
import type { AgentEnd } from "./start.ts";

export interface HandsOptions {
  readonly agent: Agent;
  readonly door: FrontDoor;
  readonly runtime: Runtime;
  readonly switchboard: Switchboard;
  readonly gc: Gc;
  readonly clock: Clock;
  readonly log: Log;
  /** Between two readers of /metrics/snapshot (turnstile.ts); undefined: they need not wait. */
  readonly metricsIntervalMs?: number | undefined;
  /** Takes the event, but not in the middle of this batch. */
  offer(event: AgentEvent): void;
  end(end: AgentEnd): void;
}

export interface Hands {
  carryOut(effects: readonly Effect[]): void;
  /** Disarms every timer. */
  close(): void;
}

export function createHands(options: HandsOptions): Hands {
  const { agent, door, runtime, switchboard, gc, clock, log, offer, end } = options;
  const timers = new Map<string, () => void>();
  const { transport } = door;
  const attachments = createAttachments(door, switchboard);
  const turnstile = createTurnstile(options.metricsIntervalMs, clock);

  const disarm = (key: string): void => {
    timers.get(key)?.();
    timers.delete(key);
  };
  const reply = (request: number, response: Parameters<FrontDoor["reply"]>[1]): void => door.reply(
    request as RequestId, response,
  );
  const numbers = (containerIds: readonly string[]): Measurement => {
    const [load1 = 0, load5 = 0, load15 = 0] = loadavg();
    const system = { cpus: cpus().length, load1, load5, load15, memTotalBytes: totalmem(), memFreeBytes: freemem() };
    return { containers: runtime.measure(containerIds), system, diskUsage: gc.diskUsage(), gc: gc.counts() };
  };

  const measure = (request: number, containerIds: readonly string[]): void => {
    const pass = (): void => offer({ type: "measured", request, measurement: numbers(containerIds) });
    if (agent.measuring.get(request)?.kind !== "metrics") return pass();
    turnstile.enter({
      isHere: () => door.isWaiting(request),
      pass,
      turnAway: () => offer({ type: "measured", request, measurement: undefined }),
    });
  };

  const carryOutOne = (effect: Effect): void => {
    switch (effect.kind) {
      case "send":
        return transport.send(effect.fromActor, effect.to, effect.message);
      case "link":
        return transport.link(effect.to);
      case "relink":
        return transport.relink(effect.to);
      case "reply":
        return reply(effect.request, effect.response);
      case "open":
        return door.open(
          effect.request as RequestId, effect.stream as StreamId, { "Content-Type": mediaTypeName(effect.media) },
        );
      case "write":
        return door.write(effect.stream as StreamId, encodeRecord(encodeExecutorEvent(effect.event, effect.media)));
      case "end":
        return door.end(effect.stream as StreamId);
      case "arm":
        disarm(effect.key);
        timers.set(effect.key, clock.arm(effect.atMs, () => {
          timers.delete(effect.key);
          offer({ type: "timer", timer: effect.timer });
        }));
        return;
      case "disarm":
        return disarm(effect.key);
      case "launch": {
        const { containerId } = effect.spec;
        runtime.launch(effect.spec).then(
          ({ pid, fetched }) => offer({ type: "container-started", containerId, pid, fetched }),
          (error: Error & { fetchFailed?: boolean }) =>
            offer({
              type: "container-exited", containerId,
              launchError: error.message, fetchFailed: error.fetchFailed === true,
            }),
        );
        return;
      }
      case "refuse-launch":
        return offer({ type: "container-exited", containerId: effect.containerId, launchError: effect.why });
      case "attach-output":
        return attachments.output(effect);
      case "attach-input":
        return attachments.input(effect);
      case "signal":
        return runtime.signal(effect.containerId, effect.signal);
      case "destroy":
        return runtime.destroy(effect.containerId);
      case "link-volumes":
        return runtime.linkVolumes(effect.directory, effect.links);
      case "measure":
        return measure(effect.request, effect.containerIds);
      case "files":
        void answerFiles(effect).then((answer) => {
          if ("file" in answer) door.download(effect.request, answer);
          else reply(effect.request, answer);
        });
        return;
      case "gc":
        return gc.add(effect.directory);
      case "gc-all":
        return gc.addAllExcept(agent.info.id === undefined ? undefined : idOf(agent), new Set(effect.live));
      case "make-directory":
        return void mkdirSync(effect.directory, { recursive: true });
      case "remove-directory":
        return removeDirectory(effect.directory, effect.keepRoot);
      case "exit":
        return end({ code: effect.code, why: effect.why });
      case "log":
        return log[effect.level](effect.fields, effect.text);
    }
  };

  return {
    carryOut: (effects) => effects.forEach(carryOutOne),
    close: () => {
      turnstile.close();
      for (const stop of timers.values()) stop();
      timers.clear();
    },
  };
}

function removeDirectory(directory: string, keepRoot: boolean): void {
  if (!keepRoot) return rmSync(directory, { recursive: true, force: true });
  for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true, force: true });
}
