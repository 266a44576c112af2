/**
 * Two frameworks, one of each kind, that start some tasks which run for ever, and write down all they are told about
 * them.
 */
import { createClock } from "../../src/shell/clock.ts";
import { startDetector } from "../../src/shell/election/detector.ts";
import { parseZooKeeperUrl } from "../../src/shell/zookeeper/url.ts";
import { detectedMaster } from "../../src/program/find-master.ts";
import { locate, parseMasterPlace } from "../../src/program/client/locate.ts";
import { SchedulerClient } from "../../src/program/client/scheduler.ts";
import { takeResources } from "../../src/program/client/fit.ts";
import { address } from "../../src/program/client/http.ts";
import type { HostPort } from "../../src/program/client/http.ts";
import type { Event } from "../../src/model/gen/scheduler.ts";
import type { FrameworkID, FrameworkInfo, Offer, TaskInfo, TaskStatus } from "../../src/model/gen/mesos.ts";
import type { TaskId } from "../../src/model/id.ts";
import { startDriver } from "../support/driver.ts";
import { keptLog } from "../support/kept-log.ts";
import { resources } from "../support/resources.ts";

export interface TestFramework {
  readonly name: string;
  /** Every status of every task, in the order they came: `TASK_RUNNING`, or `TASK_LOST: why`. */
  readonly told: ReadonlyMap<string, readonly string[]>;
  readonly errors: readonly string[];
  running(): number;
  close(): Promise<void>;
}

const TASK = "cpus:0.1;mem:8";

const frameworkInfo = (name: string): FrameworkInfo => ({
  user: "root", name, checkpoint: true, failover_timeout: 86_400, roles: [name],
  capabilities: [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }, { type: "RESERVATION_REFINEMENT" }],
});

/** Which tasks are still to be started, and the operations that start as many of them as an offer has room for. */
class Plan {
  readonly told = new Map<string, string[]>();
  readonly errors: string[] = [];
  #left: string[];
  readonly #directory: string;

  constructor(name: string, count: number, directory: string) {
    this.#left = Array.from({ length: count }, (_, n) => `${name}-${n}`);
    this.#directory = directory;
  }

  /** At most so many of one offer, so that the tasks are spread over the agents. */
  tasksFor(offer: Offer, most: number): TaskInfo[] {
    const tasks: TaskInfo[] = [];
    let rest = offer.resources ?? [];
    while (this.#left.length > 0 && tasks.length < most) {
      const taken = takeResources(rest, resources(TASK));
      if (taken === undefined) break;
      rest = rest.map((each) => {
        const part = taken.find(({ name }) => name === each.name);
        return part?.scalar === undefined || each.scalar === undefined ? each
          : { ...each, scalar: { value: each.scalar.value - part.scalar.value } };
      });
      const name = this.#left.shift()!;
      tasks.push({
        name, task_id: { value: name as TaskId }, agent_id: offer.agent_id, resources: taken,
        command: { shell: true, value: `echo $$ > ${this.#directory}/${name}.pid; exec sleep 100000` },
      });
    }
    return tasks;
  }

  take({ task_id, state, message }: TaskStatus): void {
    const list = this.told.get(task_id.value) ?? [];
    this.told.set(task_id.value, list);
    const text = state === "TASK_RUNNING" || state === "TASK_STARTING" ? state : `${state}: ${message ?? ""}`;
    if (list.at(-1) !== text) list.push(text);
  }

  get done(): boolean {
    return this.#left.length === 0;
  }

  running(): number {
    return [...this.told.values()].filter((list) => list.at(-1) === "TASK_RUNNING").length;
  }
}

const PER_OFFER = 4;

/** By the v1 HTTP API, with the client of `allot run`. */
export async function startHttpFramework(zk: string, count: number, directory: string): Promise<TestFramework> {
  const plan = new Plan("http", count, directory);
  let client: SchedulerClient | undefined;
  let id: FrameworkID | undefined;
  let closed = false;
  let subscribing = false;
  const place = parseMasterPlace(zk);
  if (!place.ok) throw new Error(place.error);
  let attempt = new AbortController();
  const locator = locate(place.value, (leader) => {
    attempt.abort();
    if (client === undefined || address(client.master) === address(leader)) return;
    client.close();
    void subscribe();
  });

  const say = (call: Parameters<SchedulerClient["call"]>[0]): void => {
    client?.call({ ...call, framework_id: id! }).catch(() => {});
  };
  const take = (event: Event): void => {
    if (event.type === "SUBSCRIBED") id = event.subscribed!.framework_id;
    if (event.type === "ERROR") plan.errors.push(event.error!.message);
    for (const offer of event.offers?.offers ?? []) {
      const task_infos = plan.tasksFor(offer, PER_OFFER);
      if (task_infos.length === 0) say({ type: "DECLINE", decline: { offer_ids: [offer.id], filters: { refuse_seconds: plan.done ? 5 : 1 } } });
      else say({ type: "ACCEPT", accept: { offer_ids: [offer.id], operations: [{ type: "LAUNCH", launch: { task_infos } }], filters: { refuse_seconds: 1 } } });
    }
    const status = event.update?.status;
    if (status === undefined) return;
    plan.take(status);
    if (status.uuid !== undefined && status.agent_id !== undefined) {
      say({ type: "ACKNOWLEDGE", acknowledge: { agent_id: status.agent_id, task_id: status.task_id, uuid: status.uuid } });
    }
  };
  const subscribe = async (): Promise<void> => {
    if (subscribing) return;
    subscribing = true;
    while (!closed) {
      try {
        const at: HostPort = await locator.leader();
        attempt = new AbortController();
        const framework_info = id === undefined ? frameworkInfo("http") : { ...frameworkInfo("http"), id };
        client = await SchedulerClient.subscribe(at, "protobuf", { type: "SUBSCRIBE", ...(id === undefined ? {} : { framework_id: id }), subscribe: { framework_info } }, {
          onEvent: take,
          onEnd: () => void subscribe(),
        }, { isLeader: true, signal: attempt.signal });
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
    subscribing = false;
  };
  await subscribe();
  return {
    name: "http", told: plan.told, errors: plan.errors,
    running: () => plan.running(),
    close: async () => {
      closed = true;
      client?.close();
      locator.close();
    },
  };
}

/** By libprocess messages. */
export async function startDriverFramework(zk: string, count: number, directory: string): Promise<TestFramework> {
  const plan = new Plan("driver", count, directory);
  const driver = await startDriver(frameworkInfo("driver"), {
    registered: () => {},
    offers: (offers) => {
      for (const offer of offers) {
        const task_infos = plan.tasksFor(offer, PER_OFFER);
        if (task_infos.length === 0) driver.call({ type: "DECLINE", decline: { offer_ids: [offer.id], filters: { refuse_seconds: plan.done ? 5 : 1 } } });
        else driver.call({ type: "ACCEPT", accept: { offer_ids: [offer.id], operations: [{ type: "LAUNCH", launch: { task_infos } }], filters: { refuse_seconds: 1 } } });
      }
    },
    status: (status) => plan.take(status),
    error: (message) => plan.errors.push(message),
  });
  const url = parseZooKeeperUrl(zk);
  if (!url.ok) throw new Error(url.error);
  const detector = startDetector({
    url: url.value, timeoutMs: 10_000, clock: createClock(), log: keptLog(),
    onLeader: (leader) => driver.detected(leader === undefined ? undefined : detectedMaster(leader).pid),
    onFailed: (why) => plan.errors.push(why),
  });
  return {
    name: "driver", told: plan.told, errors: plan.errors,
    running: () => plan.running(),
    close: async () => {
      await detector.close();
      await driver.close();
    },
  };
}
