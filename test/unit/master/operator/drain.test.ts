/** Stories of agents that operators take out of use, drain, or give up. */
import { describe, expect, it } from "vitest";
import { Registry_MinimumCapabilityCodec } from "../../../../src/wire/gen/registry.ts";
import { comesBack } from "../../../support/cast.ts";
import { messages } from "../../../support/driven-master.ts";
import { willingAgent } from "../../../support/willing-agent.ts";
import { cluster, task } from "../cluster.ts";
import type { Cluster, Scheduler } from "../cluster.ts";

const drain = (id: string, more: object = {}) => ({ type: "DRAIN_AGENT", drain_agent: { agent_id: { value: id }, ...more } });
const deactivate = (id: string) => ({ type: "DEACTIVATE_AGENT", deactivate_agent: { agent_id: { value: id } } });
const reactivate = (id: string) => ({ type: "REACTIVATE_AGENT", reactivate_agent: { agent_id: { value: id } } });
const gone = (id: string) => ({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id: { value: id } } });
const capabilities = (story: Cluster) => [...story.driven.store.keys()].filter((key) => key.startsWith("minimum-"));

/** One agent that does as it is told, with a task on it. */
function running(): { story: Cluster; web: Scheduler; id: string; listen: () => void } {
  const story = cluster().agents(1, "cpus:4;mem:1024");
  const web = story.framework("web", { capabilities: [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }] });
  const id = story.agentIds[0]!;
  const agent = willingAgent(story.driven, story.addressOf(1), id);
  let heard = story.driven.said.length;
  const listen = (): void => {
    for (; heard < story.driven.said.length; heard++) {
      const said = story.driven.said[heard]!;
      if (said.kind === "send") agent.hears(said.message);
    }
  };
  story.pass(1);
  const [offer] = web.offers;
  web.launch([task("t1", "cpus:1;mem:10", offer!)]);
  listen();
  return { story, web, id, listen };
}

/** The framework takes note of everything it was told. */
function acknowledge(web: Scheduler, listen: () => void): void {
  for (let told = 0; told < web.events("UPDATE").length; told++) {
    const { uuid, task_id, agent_id } = web.events("UPDATE")[told]!.update!.status;
    if (uuid === undefined) continue;
    web.call({ type: "ACKNOWLEDGE", acknowledge: { task_id, agent_id, uuid: Buffer.from(uuid).toString("base64") } });
    listen();
  }
}

describe("an agent that is drained", () => {
  it("is empty when the last end is acknowledged, is offered no more, and can be used again", () => {
    const { story, web, id, listen } = running();
    acknowledge(web, listen);
    const record = story.driven.master.agents.get(id as never)!;
    expect(story.operator(drain(id, { max_grace_period: { seconds: 2, nanos: 500_000_000 } }))).toBe("200");
    const config = { max_grace_period: { nanoseconds: 2_500_000_000n }, mark_gone: false };
    expect(messages(story.driven.said, "mesos.internal.DrainSlaveMessage")).toEqual([{ config }]);
    expect(record.drain).toEqual({ info: { state: "DRAINING", config }, estimatedStartMs: story.driven.nowMs });
    expect(story.operator(reactivate(id))).toBe("400 Agent is still in the DRAINING state");
    listen();
    expect(web.taskStates).toEqual({ t1: "TASK_KILLED REASON_AGENT_DRAINING" });
    expect(record.drain?.info.state, "its end is not acknowledged").toBe("DRAINING");
    acknowledge(web, listen);
    expect(record.drain?.info.state).toBe("DRAINED");
    story.pass(10);
    expect(web.offers).toEqual([]);
    expect(capabilities(story)).toEqual(["minimum-capability/AGENT_DRAINING"]);
    expect(story.operator(reactivate(id))).toBe("200");
    story.pass(10);
    expect(web.offers).toHaveLength(1);
    expect([record.drain, record.deactivated, ...capabilities(story)]).toEqual([undefined, false]);
  });

  it("is drained at once when nothing runs there, or gone if that is wanted", () => {
    const story = cluster().agents(2, "cpus:4;mem:1024");
    const [kept, left] = story.agentIds as readonly string[] as [string, string];
    story.operator(drain(kept));
    story.operator(drain(left, { mark_gone: true }));
    const { agents, goneAgents } = story.driven.master;
    expect(agents.get(kept as never)!.drain?.info.state).toBe("DRAINED");
    expect([...goneAgents.keys()]).toEqual([left]);
    expect(story.operator(drain(left))).toBe("400 Unknown agent");
  });

  it("goes on being drained after a failover, and is told so when it comes back", () => {
    const { story, id } = running();
    story.operator(drain(id));
    const next = story.failover();
    comesBack(next.driven, id, { agent: story.driven.master.agents.get(id as never)!.info });
    expect(messages(next.driven.said, "mesos.internal.DrainSlaveMessage")).toEqual([{ config: { mark_gone: false } }]);
    const record = next.driven.master.agents.get(id as never)!;
    expect([record.drain?.info.state, record.active], "its operations are not known yet").toEqual(["DRAINING", false]);
    next.driven.message(story.addressOf(1), "mesos.internal.UpdateSlaveMessage", {
      agent_id: { value: id }, resource_version_uuid: { value: new Uint8Array(16) }, update_oversubscribed_resources: false,
    });
    expect(record.drain?.info.state).toBe("DRAINED");
  });

  it("may be away: it is drained when it is back, or used again without having been told", () => {
    const story = cluster().agents(2, "cpus:4;mem:1024");
    const [first, second] = story.agentIds as readonly string[] as [string, string];
    const next = story.failover();
    expect([next.operator(drain(first)), next.operator(drain(second))]).toEqual(["200", "200"]);
    expect(next.operator(reactivate(second))).toBe("400 Agent is still in the DRAINING state");
    expect(messages(next.driven.said, "mesos.internal.DrainSlaveMessage")).toEqual([]);
    comesBack(next.driven, first, { agent: story.driven.master.agents.get(first as never)!.info });
    expect(messages(next.driven.said, "mesos.internal.DrainSlaveMessage")).toHaveLength(1);
  });

  it("must be able to, must not be planned for maintenance, and must not be on its way out", () => {
    const { story, id } = running();
    const record = story.driven.master.agents.get(id as never)!;
    const window = { machine_ids: [{ hostname: "Node1", ip: "10.0.0.1" }], unavailability: { start: { nanoseconds: 5 } } };
    const schedule = (windows: object[]) => ({ type: "UPDATE_MAINTENANCE_SCHEDULE", update_maintenance_schedule: { schedule: { windows } } });
    story.operator(schedule([window]));
    expect(story.operator(drain(id)), "named as it is in the schedule")
      .toBe(`400 Agent ${id} is part of a maintenance schedule under Machine Node1 (10.0.0.1)`);
    story.operator(schedule([]));
    record.capabilities = new Set();
    expect(story.operator(drain(id))).toBe(`400 Agent ${id} is not capable of draining`);
    story.driven.isStoreSlow = true;
    expect(story.operator(gone(id))).toBeUndefined();
    record.capabilities = new Set(["AGENT_DRAINING"]);
    expect(story.operator(drain(id))).toBe("409 Agent is currently being marked gone");
    expect(story.operator(gone(id))).toBe(`503 Agent '${id}' is already being transitioned to gone`);
  });
});

describe("an agent that is out of use", () => {
  it("keeps its tasks and is not offered, also when it comes back to another master", () => {
    const { story, web, id } = running();
    story.pass(10);
    expect(web.offers).toHaveLength(1);
    expect(story.operator(deactivate(id))).toBe("200");
    expect(web.offers).toEqual([]);
    expect(web.record.tasks.size).toBe(1);
    const next = story.failover();
    comesBack(next.driven, id, { agent: story.driven.master.agents.get(id as never)!.info });
    const { active, deactivated, connected } = next.driven.master.agents.get(id as never)!;
    expect({ active, deactivated, connected }).toEqual({ active: false, deactivated: true, connected: true });
    expect(next.operator(reactivate(id))).toBe("200");
    expect(next.driven.master.agents.get(id as never)!.active).toBe(true);
  });

  it("that is gone is shut down, its tasks have their last word, and the operator is answered when it is durable", () => {
    const { story, web, id } = running();
    story.driven.isStoreSlow = true;
    expect(story.operator(gone(id))).toBeUndefined();
    expect(web.taskStates.t1).not.toMatch(/GONE/);
    story.driven.persist();
    expect(story.driven.said.findLast(({ kind }) => kind === "reply")).toMatchObject({ response: { status: 200 } });
    expect(web.taskStates).toEqual({ t1: "TASK_GONE_BY_OPERATOR REASON_AGENT_REMOVED_BY_OPERATOR" });
    expect([story.operator(gone(id)), story.operator(gone("none"))]).toEqual(["200", "404 Agent 'none' not found"]);
  });
});

it("a registry that needs what this master cannot do is not for this master to lead with", () => {
  const needed = Registry_MinimumCapabilityCodec.encode({ capability: "TIME_TRAVEL" });
  const { driven } = cluster({}, new Map([["minimum-capability/TIME_TRAVEL", needed]]));
  expect(driven.resigned).toMatch(/TIME_TRAVEL/);
});
