/**
 * Every call of the scheduler API by somebody who is not the scheduler that subscribed: it is refused, changes nothing of all
 * that is known, and, if it would have changed something, is one line of the log. By the one who is, it is one line, too.
 */
import { describe, expect, it } from "vitest";
import { auditOf } from "../../../../src/master/audit.ts";
import type { Audit } from "../../../../src/master/audit.ts";
import { SCHEDULER_CALLS } from "../../../../src/master/authorize/verbs.ts";
import type { Call_Type } from "../../../../src/model/gen/scheduler.ts";
import { readSchedulerCall } from "../../../../src/wire/v1/scheduler.ts";
import { DRIVER, frameworkInfo } from "../../../support/cast.ts";
import { SCHEDULER_CASES } from "../../../support/scheduler-calls.ts";
import { stateHash } from "../../../support/state-hash.ts";
import { Cluster, task } from "../cluster.ts";

const TYPES = Object.keys(SCHEDULER_CASES) as (keyof typeof SCHEDULER_CASES)[];
const OTHERS = TYPES.filter((type) => type !== "SUBSCRIBE");

/** Two agents; ada's framework runs a task on one of them and is offered the other. */
class World {
  readonly cluster = new Cluster().agents(2, "cpus:4;mem:1000");
  readonly stream: string;
  readonly id: string;
  readonly #case: Parameters<(typeof SCHEDULER_CASES)["ACCEPT"]>[0];

  constructor() {
    const web = this.cluster.framework("web", { principal: "ada" });
    const [first] = web.offers as [(typeof web.offers)[number]];
    web.launch([task("t", "cpus:1;mem:32", first)], [first]);
    this.id = web.id;
    this.stream = web.stream;
    const { agent_id, id } = web.offers.at(-1)!;
    this.#case = { agentId: agent_id.value, offerId: id.value, taskId: "t", info: web.record.info };
  }

  hash(): string {
    return stateHash(this.cluster.driven.master, this.cluster.driven.store);
  }

  /** The lines of the log since then. */
  audits(since = 0): Audit[] {
    return this.cluster.driven.logs.slice(since).flatMap((effect) => auditOf(effect) ?? []);
  }

  #call(type: Call_Type) {
    return { type, framework_id: { value: this.id }, ...SCHEDULER_CASES[type as keyof typeof SCHEDULER_CASES](this.#case) };
  }

  /** Over HTTP; gives the status. */
  post(type: Call_Type, headers: Readonly<Record<string, string>>, principal?: string): number | undefined {
    return this.cluster.driven.request({
      path: "/api/v1/scheduler", headers: { "content-type": "application/json", ...headers },
      body: new TextEncoder().encode(JSON.stringify(this.#call(type))), ...(principal !== undefined && { principal: { value: principal } }),
    })?.status;
  }

  /** As the message of a driver. */
  send(type: Call_Type, from: string, id = this.id): void {
    const read = readSchedulerCall("application/json", new TextEncoder().encode(JSON.stringify(this.#call(type))));
    if (!read.ok) throw new Error(read.error.message);
    this.cluster.driven.message(from, "mesos.scheduler.Call", { ...read.value, framework_id: { value: id } } as never);
  }
}

const expected = (type: Call_Type): number => (SCHEDULER_CALLS[type].changes ? 1 : 0);

describe("the scheduler API", () => {
  it("has a case for every call", () => {
    expect([...TYPES, "UNKNOWN"].sort()).toEqual(Object.keys(SCHEDULER_CALLS).sort());
  });

  it.each(OTHERS)("refuses %s of one who does not have the stream, and changes nothing", (type) => {
    for (const [headers, principal, status] of [
      [{}, "ada", 400], [{ "mesos-stream-id": "guessed" }, "ada", 400], ["own", "eve", 400], [{}, undefined, 400],
    ] as const) {
      const world = new World();
      const [before, logged] = [world.hash(), world.cluster.driven.logs.length];
      world.cluster.driven.take();
      expect(world.post(type, headers === "own" ? { "mesos-stream-id": world.stream } : headers, principal)).toBe(status);
      expect(world.hash()).toBe(before);
      expect(world.cluster.driven.take().map(({ kind }) => kind), "nobody else hears of it").toEqual(["reply"]);
      expect(world.audits(logged).map(({ outcome, call }) => [outcome, call])).toEqual(Array(expected(type)).fill(["refused", type]));
    }
  });

  it.each(OTHERS)("drops the message %s of one who is not the driver of that framework, and changes nothing", (type) => {
    const world = new World();
    const { driven } = world.cluster;
    const bob = "scheduler-2@10.0.0.6:6000";
    for (const [from, name] of [[DRIVER, "eve"], [bob, "bob"]] as const) {
      driven.message(from, "mesos.scheduler.Call", { type: "SUBSCRIBE", subscribe: { framework_info: frameworkInfo({ name }) } });
    }
    const bobs = driven.master.frameworksByPid.get(bob)!.id;
    const [before, logged] = [world.hash(), driven.logs.length];
    for (const from of [DRIVER, "scheduler-9@10.0.0.9:9"]) for (const id of [world.id, bobs]) world.send(type, from, id);
    expect(world.hash()).toBe(before);
    expect(world.audits(logged).map(({ outcome, call }) => [outcome, call])).toEqual(Array(4 * expected(type)).fill(["refused", type]));
  });

  it.each(TYPES)("takes %s of the one who has it, and writes one line if it changes something", (type) => {
    const world = new World();
    const logged = world.cluster.driven.logs.length;
    world.post(type, type === "SUBSCRIBE" ? {} : { "mesos-stream-id": world.stream }, "ada");
    expect(world.audits(logged)).toEqual(Array(expected(type)).fill({
      audit: true, principal: "ada", call: type, frameworkId: world.id, outcome: "done", status: type === "SUBSCRIBE" || type === "UPDATE_FRAMEWORK" ? 200 : 202,
      ...(type === "ACCEPT" && { operations: [] }), ...(type === "KILL" && { taskId: "t" }), ...(type === "SHUTDOWN" && { executorId: "e" }),
    }));
  });

  it.each(OTHERS)("takes the message %s of the driver, and writes one line if it changes something", (type) => {
    const world = new World();
    const { driven } = world.cluster;
    driven.message(DRIVER, "mesos.scheduler.Call", {
      type: "SUBSCRIBE", subscribe: { framework_info: frameworkInfo({ name: "old", principal: "bob" }) },
    });
    const logged = driven.logs.length;
    world.send(type, DRIVER, driven.master.frameworksByPid.get(DRIVER)!.id);
    expect(world.audits(logged)).toMatchObject(Array(expected(type)).fill({ audit: true, principal: "bob", call: type, from: DRIVER }));
    expect(world.audits(logged)).toHaveLength(expected(type));
  });
});
