/** What a scheduler is like: how much it wants, how it treats offers, what it forgets. */
import type { FrameworkInfo } from "../model/gen/mesos.ts";
import { parseResourceText } from "../model/parse.ts";
import type { Resources } from "../model/resources.ts";
import type { MediaType } from "../wire/v1/media.ts";
import type { Chance } from "./chance.ts";

export interface Character {
  /** Over HTTP, or with an old driver. */
  readonly api: "http" | "driver";
  readonly media: MediaType;
  info(name: string): FrameworkInfo;
  /** So many jobs come together; mean time between them, and most tasks it has at once. */
  readonly wave: number;
  readonly jobEveryMs: number;
  readonly mostTasks: number;
  readonly taskSizes: readonly Resources[];
  /** Mean duration; the share of tasks that run until they are killed; the share that fails. */
  readonly taskMs: number;
  readonly services: number;
  readonly fails: number;
  /** Mean time until an offer is answered; the share of offers that are sat on, and for how long. */
  readonly thinkMs: number;
  readonly hoards: number;
  readonly hoardMs: number;
  readonly refuseSeconds: number;
  /** Says SUPPRESS when it has nothing to run, REVIVE when it has. */
  readonly suppresses: boolean;
  /** The share of updates it forgets to acknowledge: they come again. */
  readonly forgets: number;
  readonly killEveryMs: number;
  readonly teardownEveryMs: number;
}

/** What frameworks subscribe to. */
export const ROLES = ["web", "web/front", "batch", "batch/night", "*"];
const SIZES = ["cpus:0.1;mem:32", "cpus:0.5;mem:256", "cpus:1;mem:512", "cpus:2;mem:1024", "cpus:4;mem:2048;disk:512"];

/** `busy`: jobs per minute, more or less. */
export function drawCharacter(chance: Chance, { busy, teardowns }: { busy: number; teardowns: boolean }): Character {
  const checkpoint = true;
  const roles = [...new Set([chance.pick(ROLES), ...(chance.happens(0.3) ? [chance.pick(ROLES)] : [])])];
  const capabilities: FrameworkInfo["capabilities"] = [
    { type: "MULTI_ROLE" },
    { type: "RESERVATION_REFINEMENT" },
    ...(chance.happens(0.6) ? [{ type: "PARTITION_AWARE" } as const] : []),
  ];
  const failover_timeout = chance.pick([60, 600, 3_600]);
  const isImpatient = chance.happens(0.4);
  return {
    api: chance.happens(0.3) ? "driver" : "http",
    media: chance.happens(0.5) ? "json" : "protobuf",
    info: (name) => ({ user: "sim", name, checkpoint, roles, capabilities, failover_timeout, hostname: `${name}.sim` }),
    wave: 1,
    jobEveryMs: (60_000 / busy) * chance.between(0.5, 2),
    mostTasks: 10 + chance.below(90),
    taskSizes: SIZES.slice(0, 1 + chance.below(SIZES.length)).map(sized),
    taskMs: chance.pick([5_000, 60_000, 600_000]),
    services: chance.pick([0, 0.1, 0.5]),
    fails: 0.1,
    thinkMs: chance.pick([1, 20, 200]),
    hoards: chance.pick([0, 0, 0.05, 0.3]),
    hoardMs: chance.pick([5_000, 60_000]),
    refuseSeconds: isImpatient ? 1 : chance.pick([5, 60, 600]),
    suppresses: chance.happens(0.5),
    forgets: chance.pick([0, 0, 0.1]),
    killEveryMs: chance.pick([60_000, 300_000, Infinity]),
    teardownEveryMs: teardowns && chance.happens(0.3) ? 1_800_000 : Infinity,
  };
}

/** `cpus:1;mem:128`, from this file or from a test: it is right. */
export function sized(text: string): Resources {
  const parsed = parseResourceText(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
