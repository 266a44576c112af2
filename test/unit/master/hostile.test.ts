/**
 * Whatever frameworks say and agents report, the master stands, its sums are right, and in the end everything is free
 * again.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { TaskState } from "../../../src/model/gen/mesos.ts";
import type { FrameworkId } from "../../../src/model/id.ts";
import { printResources } from "../../../src/model/print.ts";
import { printUpid } from "../../../src/model/upid.ts";
import { equals, unallocate } from "../../../src/model/resources.ts";
import { readSchedulerCall } from "../../../src/wire/v1/scheduler.ts";
import type { AnyCall, Names } from "../../support/any-call.ts";
import { anyCall } from "../../support/any-call.ts";
import { DRIVER, comesBack, frameworkInfo, joins, reports, subscribes, uuid } from "../../support/cast.ts";
import { willingAgent } from "../../support/willing-agent.ts";
import { cluster } from "./cluster.ts";

const HAS = "cpus:4;mem:4096;disk:1000;ports:[31000-31999];gpus:2";
const CAPABILITIES = (
  ["MULTI_ROLE", "RESERVATION_REFINEMENT", "SHARED_RESOURCES", "REVOCABLE_RESOURCES", "GPU_RESOURCES"] as const
)
  .map((type) => ({ type }));

type Happening =
  | { readonly kind: "call"; readonly by: "http" | "other" | "driver"; readonly call: AnyCall }
  | { readonly kind: "pass"; readonly seconds: number }
  | { readonly kind: "subscribe" | "vanish" | "driver-back" | "driver-exits" }
  | { readonly kind: "agent-back" | "agent-exits" | "agent-leaves" }
  | { readonly kind: "report"; readonly task: number; readonly state: TaskState };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 10, arbitrary: fc.record(
    { kind: fc.constant("call" as const), by: fc.constantFrom("http", "http", "other", "driver"), call: anyCall },
  ) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("pass" as const), seconds: fc.constantFrom(0.5, 1, 2, 6) }) },
  { weight: 2, arbitrary: fc.record({
    kind: fc.constantFrom(
      "subscribe", "vanish", "driver-back", "driver-exits", "agent-back", "agent-exits", "agent-leaves",
    ),
  }) },
  { weight: 2, arbitrary: fc.record({
    kind: fc.constant("report" as const), task: fc.nat(12),
    state: fc.constantFrom<TaskState>(
      "TASK_RUNNING", "TASK_FINISHED", "TASK_FAILED", "TASK_STAGING", "TASK_DROPPED", "TASK_UNREACHABLE",
    ),
  }) },
);

/** Throws with the whole story if it ends badly. */
function play(happenings: readonly Happening[]): void {
  const told: string[] = [];
  try {
    playOut(happenings, told);
  } catch (error) {
    throw new Error(`${told.join("\n")}\n${String(error)}`, { cause: error });
  }
}

function playOut(happenings: readonly Happening[], told: string[]): void {
  const story = cluster({ agentPingTimeoutMs: 1e9 }).agents(2, HAS);
  const { driven } = story;
  const { master } = driven;
  const [first] = story.agentIds;
  driven.message(story.addressOf(1), "mesos.internal.UpdateSlaveMessage", {
    agent_id: { value: first! }, resource_version_uuid: { value: uuid(1) }, update_oversubscribed_resources: false,
    operations: {},
    resource_providers: {
      providers: [{
        info: { id: { value: "p1" }, type: "csi", name: "lvm" }, operations: {},
        resource_version_uuid: { value: uuid(7) },
        total_resources: [{ name: "disk", type: "SCALAR", scalar: { value: 500 }, provider_id: { value: "p1" }, disk: {
          source: { type: "RAW" },
        } }],
      }],
    },
  });
  const schedulers = {
    http: story.framework(
      "a", { roles: ["a", "a/b"], capabilities: CAPABILITIES, failover_timeout: 20, checkpoint: true },
    ),
    other: story.framework("b", { roles: ["a", "b"], failover_timeout: 20 }),
  };
  const driverId = subscribes(driven, frameworkInfo({ roles: ["a"], failover_timeout: 20 }));
  const agent = willingAgent(driven, story.addressOf(1), first!);
  let heard = driven.said.length;

  const names = (by: FrameworkId): Names => ({
    agents: [...master.agents.keys()],
    own: [...(master.frameworks.get(by)?.offers.keys() ?? [])],
    offers: [...master.offers.keys()],
    tasks: [...master.frameworks.values()].flatMap(({ tasks }) => [...tasks.keys()]),
    open: (id) => {
      const offer = master.offers.get(id as never);
      return offer && { agent: offer.agentId, holds: offer.resources };
    },
  });
  const happen = (what: Happening): void => {
    switch (what.kind) {
      case "call": {
        const call = what.call(names(what.by === "driver" ? driverId : schedulers[what.by].id));
        told.push(`${what.by}: ${JSON.stringify(call)}`);
        if (what.by !== "driver") return void schedulers[what.by].call(call as { type: string });
        const body = new TextEncoder().encode(JSON.stringify({ framework_id: { value: driverId }, ...call }));
        const read = readSchedulerCall("application/json", body);
        if (read.ok) driven.message(DRIVER, "mesos.scheduler.Call", read.value as never);
        return;
      }
      case "pass":
        return void story.pass(what.seconds);
      case "subscribe":
        return void schedulers.http.subscribe();
      case "vanish":
        return schedulers.http.vanish();
      case "driver-back":
        return void subscribes(
          driven, frameworkInfo({ id: { value: driverId }, roles: ["a", "c"], failover_timeout: 20 }),
        );
      case "driver-exits":
        return driven.event({ type: "exited", peer: { id: "scheduler-1", host: "10.0.0.5", port: 6000 } as never });
      case "agent-exits":
        return driven.event({ type: "exited", peer: master.agents.get(first!)!.pid });
      case "agent-back":
        return comesBack(driven, first!, { agent: master.agents.get(first!)!.info }, story.addressOf(1));
      case "agent-leaves": {
        const second = [...master.agents.values()].find(({ pid }) => printUpid(pid) === story.addressOf(2));
        if (second === undefined) return void joins(driven, story.addressOf(2));
        return driven.message(
          story.addressOf(2), "mesos.internal.UnregisterSlaveMessage", { agent_id: { value: second.id } },
        );
      }
      case "report": {
        const task = [...master.agents.get(first!)!.tasks].flatMap(([, tasks]) => [...tasks.values()])[what.task];
        if (task !== undefined) reports(
          driven, task.frameworkId, first!, task.id, what.state, { from: story.addressOf(1), seed: what.task },
        );
      }
    }
  };

  for (const what of happenings) {
    if (what.kind !== "call") told.push(JSON.stringify(what));
    happen(what);
    for (; heard < driven.said.length; heard++) {
      const said = driven.said[heard]!;
      if (said.kind === "send" && printUpid(said.to) === story.addressOf(1)) agent.hears(said.message);
    }
  }
  for (const id of [...master.frameworks.keys()]) {
    const { connection } = master.frameworks.get(id)!;
    if (connection?.kind === "pid") driven.message(
      DRIVER, "mesos.internal.UnregisterFrameworkMessage", { framework_id: { value: id } },
    );
    else [schedulers.http, schedulers.other].find((one) => one.id === id)?.call({ type: "TEARDOWN" });
  }
  story.pass(30);
  expect(driven.resigned).toBeUndefined();
  expect([master.frameworks.size, master.offers.size]).toEqual([0, 0]);
  for (const { id, total } of master.agents.values()) {
    const free = unallocate(master.allocator.available(id)!);
    expect(equals(free, total), `${printResources(free)} is free of ${printResources(total)}`).toBe(true);
  }
}

it("everything is free again, whatever happened", () => {
  fc.assert(fc.property(fc.array(happening, { minLength: 5, maxLength: 40, size: "max" }), play), { numRuns: 50 });
}, 20_000);
