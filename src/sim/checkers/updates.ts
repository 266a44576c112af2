/**
 * Updates of a task reach its scheduler in the order its agent made them, and one that was acknowledged never comes again as if
 * it were new. (The same one may come twice: an acknowledgement may be lost.)
 */
import type { MasterEvent } from "../../master/event.ts";
import { isTerminalTask } from "../../model/task-state.ts";
import type { SchedulerEvent } from "../../wire/v1/scheduler.ts";
import { taskKey } from "../agent.ts";
import type { Framework } from "../framework.ts";
import type { MasterHost } from "../master-host.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

interface Story {
  /** UUIDs in the order in which masters heard of them. */
  readonly order: string[];
  /** Position of the last one the scheduler heard. */
  heard: number;
  /** When its scheduler heard the last of it. */
  endedAtMs: number;
}

/** Beyond so many stories those that ended long ago are forgotten; an agent that tells one again begins it anew. */
const MANY_STORIES = 50_000;
const LONG_AGO_MS = 30 * 60_000;

export function updatesChecker({ world }: Cluster): Observer {
  const stories = new Map<string, Story>();

  return {
    onStep(_master: MasterHost, event: MasterEvent) {
      if (event.type !== "message" || event.message.name !== "mesos.internal.StatusUpdateMessage") return;
      const { framework_id, agent_id, status, uuid } = event.message.value.update;
      if (uuid === undefined) return;
      const key = `${taskKey(framework_id.value, status.task_id.value)} on ${agent_id?.value ?? ""}`;
      const story = stories.get(key) ?? { order: [], heard: -1, endedAtMs: Infinity };
      const text = textOf(uuid);
      if (!story.order.includes(text)) story.order.push(text);
      stories.set(key, story);
    },
    onFrameworkEvent({ name: who, id }: Framework, { update }: SchedulerEvent) {
      const status = update?.status;
      if (status?.uuid === undefined || id === undefined) return;
      const key = `${taskKey(id, status.task_id.value)} on ${status.agent_id?.value ?? ""}`;
      const story = stories.get(key);
      world.tried(CHECKS.order);
      const at = story?.order.indexOf(textOf(status.uuid)) ?? -1;
      if (story === undefined || at < 0) {
        return world.violate(CHECKS.order, `${who} hears ${status.state} of ${status.task_id.value}, which no agent has said`);
      }
      if (at < story.heard) {
        world.violate(CHECKS.order, `${who} hears ${status.state} of ${status.task_id.value} after it had heard a later update`);
      }
      story.heard = at;
      if (!isTerminalTask(status.state)) return;
      story.order.splice(0, at);
      story.heard = 0;
      story.endedAtMs = world.nowMs;
    },
    look() {
      if (stories.size < MANY_STORIES) return;
      for (const [key, { endedAtMs }] of stories) if (endedAtMs < world.nowMs - LONG_AGO_MS) stories.delete(key);
    },
  };
}

/** One letter a byte: there are very many of them. */
function textOf(uuid: Uint8Array): string {
  return String.fromCharCode(...uuid);
}
