/**
 * Who does not answer pings is given up, one after the other if the operator wants it so (AGT-25 to AGT-28, AGT-33).
 */
import { describe, expect, it } from "vitest";
import { drivenMaster, lines, messages, upid } from "../../../support/driven-master.ts";
import type { DrivenMaster } from "../../../support/driven-master.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { plainAllocator } from "../../../support/plain-allocator.ts";
import { AGENT, agentInfo, comesBack, joins } from "../../../support/cast.ts";
import { firstPing } from "../../../../src/master/agents/ping.ts";
import { Outbox } from "../../../../src/master/outbox.ts";
import { createAgent } from "../../../../src/master/state/agents.ts";
import { AGENT_CAPABILITIES } from "../../../../src/model/capability.ts";
import { agentId } from "../../../../src/model/id.ts";
import type { MasterOptions } from "../../../../src/master/options.ts";

const MINUTE = 60_000;

function leading(options: Partial<MasterOptions> = {}): DrivenMaster {
  const driven = drivenMaster(masterOptions(options), plainAllocator());
  driven.elect();
  return driven;
}

const answers = (driven: DrivenMaster, observer = 1, from = AGENT): void =>
  driven.message(from, "mesos.internal.PongSlaveMessage", {}, `slave-observer(${observer})`);

const count = (driven: DrivenMaster, name: string): number => driven.master.counters.get(name) ?? 0;

describe("pings", () => {
  it("come every 15 seconds, and say that the connection stands", () => {
    const driven = leading();
    joins(driven);
    for (let i = 0; i < 4; i++) {
      answers(driven);
      driven.pass(15_000);
    }
    expect(messages(driven.said, "mesos.internal.PingSlaveMessage")).toEqual(Array(5).fill({ connected: true }));
  });

  it("five in a row without an answer end in the registry's list of the unreachable, 75 seconds after the first of them", () => {
    const driven = leading();
    joins(driven);
    driven.pass(30_000);
    answers(driven); // the ping of just now; the next one goes out in 15 seconds
    driven.pass(89_000);
    expect(driven.master.agents.size).toBe(1);
    driven.pass(1_000);
    expect(driven.master.agents.size).toBe(0);
    expect([...driven.store.keys()]).toEqual(["unreachable/m-S0"]);
    expect(driven.master.unreachableAgents.get("m-S0" as never)).toEqual({ nanoseconds: BigInt(driven.nowMs) * 1_000_000n });
    expect(count(driven, "slave_removals/reason_unhealthy")).toBe(1);
    driven.take();
    driven.pass(MINUTE);
    expect(driven.take()).toEqual([]); // nobody pings it any more
  });

  it("count as missed when somebody else answers", () => {
    const driven = leading();
    joins(driven);
    for (let i = 0; i < 5; i++) {
      answers(driven, 1, "slave(1)@10.0.0.66:5051");
      answers(driven, 2);
      driven.message(AGENT, "mesos.internal.PongSlaveMessage", {}, "master");
      driven.pass(15_000);
    }
    expect(driven.master.agents.size).toBe(0);
  });

  it("of several agents go out from observers of their own", () => {
    const driven = leading();
    joins(driven);
    joins(driven, "slave(1)@10.0.0.2:5051", { agent: agentInfo({ hostname: "node2" }) });
    expect(lines(driven.said).filter((line) => line.endsWith("PingSlaveMessage"))).toEqual([
      `slave-observer(1) > ${AGENT} PingSlaveMessage`,
      "slave-observer(2) > slave(1)@10.0.0.2:5051 PingSlaveMessage",
    ]);
  });
});

describe("a crowd that comes at once", () => {
  /** So many agents, all pinged at this moment. */
  const crowd = (size: number): DrivenMaster => {
    const driven = leading();
    for (let i = 0; i < size; i++) joins(driven, `slave(${i})@10.0.0.1:5051`, { agent: agentInfo({ hostname: `node${i}` }) });
    return driven;
  };

  it("is pinged again before 15 seconds are over, and every 15 seconds from then on", () => {
    const driven = crowd(40);
    const fromMs = driven.nowMs;
    const pingedAtMs = Array.from({ length: 40 }, (): number[] => []);
    for (; driven.nowMs < fromMs + 46_000; driven.pass(100)) {
      for (const line of lines(driven.take())) {
        const observer = Number(/^slave-observer\((\d+)\) .* PingSlaveMessage$/.exec(line)?.[1] ?? 0);
        if (observer === 0) continue;
        pingedAtMs[observer - 1]!.push(driven.nowMs - fromMs);
        answers(driven, observer, `slave(${observer - 1})@10.0.0.1:5051`);
      }
    }
    for (const [first, second, ...others] of pingedAtMs) {
      expect(first).toBe(0);
      expect(second).toBeLessThanOrEqual(15_000);
      expect(others.slice(0, 2)).toEqual([second! + 15_000, second! + 30_000]);
    }
    expect(new Set(pingedAtMs.map(([, second]) => second)).size).toBe(3);
  });

  it("is pinged evenly then, however many they are", () => {
    const { master, nowMs } = leading();
    const out = new Outbox();
    const [pid, info] = [upid(AGENT), { ...agentInfo(), id: { value: "S" } }];
    for (let i = 0; i < 10_000; i++) {
      const agent = createAgent(master, {
        id: agentId(`S${i}`), pid, info, version: "1.12.0", capabilities: AGENT_CAPABILITIES, total: [], checkpointed: [],
        resourceVersion: undefined, registeredAtMs: nowMs,
      });
      firstPing(master, agent, nowMs, out);
    }
    const bySecond = Array<number>(15).fill(0);
    for (const effect of out.effects) {
      if (effect.kind === "arm") bySecond[Math.ceil((effect.atMs - nowMs) / 1_000) - 1]!++;
    }
    // 667 of them, were it quite even.
    expect(Math.min(...bySecond)).toBeGreaterThan(600);
    expect(Math.max(...bySecond)).toBeLessThan(733);
  });

  it("is given up after 75 seconds if none of it ever answers, whenever it was pinged meanwhile", () => {
    const driven = crowd(40);
    driven.pass(74_999);
    expect(driven.master.agents.size).toBe(40);
    driven.pass(1);
    expect(driven.master.agents.size).toBe(0);
  });
});

describe("a ping that goes out late", () => {
  it("is not answered in less time, and those after it are no later", () => {
    const driven = leading();
    joins(driven);
    answers(driven);
    driven.nowMs += 20_000; // the process stood still
    driven.pass(0);
    driven.take();
    driven.pass(10_000);
    expect(messages(driven.take(), "mesos.internal.PingSlaveMessage")).toEqual([{ connected: true }]); // 30 seconds after the first
    driven.pass(64_999);
    expect(driven.master.agents.size).toBe(1);
    driven.pass(1);
    expect(driven.master.agents.size).toBe(0);
  });
});

describe("an agent that stays silent while the registry is slow", () => {
  it("has a turn each time a ping is missed, but is marked once", () => {
    const driven = leading();
    joins(driven);
    driven.isStoreSlow = true;
    driven.pass(90_000);
    const steps = ["scheduled", "completed", "canceled"];
    expect(steps.map((step) => count(driven, `slave_unreachable_${step}`))).toEqual([2, 2, 0]);
    driven.persist();
    expect(driven.master.agents.size).toBe(0);
    expect(count(driven, "slave_removals")).toBe(1);
  });
});

describe("the rate limit of removals", () => {
  const limited = { agentRemovalRateLimit: { agents: 1, perMs: 20 * MINUTE } };
  const crowd = (driven: DrivenMaster): void => {
    for (let i = 1; i <= 3; i++) joins(driven, `slave(1)@10.0.0.${i}:5051`, { agent: agentInfo({ hostname: `node${i}` }) });
  };

  it("lets the first go at once and the others wait their turns", () => {
    const driven = leading(limited);
    crowd(driven);
    driven.pass(75_000);
    expect([...driven.master.agents.keys()]).toEqual(["m-S1", "m-S2"]);
    driven.pass(19 * MINUTE);
    expect(driven.master.agents.size).toBe(2);
    driven.pass(MINUTE);
    expect([...driven.master.agents.keys()]).toEqual(["m-S2"]);
    driven.pass(20 * MINUTE);
    expect(driven.master.agents.size).toBe(0);
    expect(count(driven, "slave_unreachable_scheduled")).toBe(3);
    expect(count(driven, "slave_unreachable_completed")).toBe(3);
  });

  it("spares those that answer before their turn, and their turn goes to the next", () => {
    const driven = leading(limited);
    crowd(driven);
    driven.pass(80_000);
    answers(driven, 2, "slave(1)@10.0.0.2:5051");
    expect(count(driven, "slave_unreachable_canceled")).toBe(1);
    for (let waited = 0; waited < 20 * MINUTE; waited += 15_000) {
      driven.pass(15_000);
      answers(driven, 2, "slave(1)@10.0.0.2:5051");
    }
    expect([...driven.master.agents.keys()]).toEqual(["m-S1"]);
  });

  it("holds for agents that broke their connection, too, and lets go of one that comes back", () => {
    const driven = leading(limited);
    crowd(driven);
    const agents = [...driven.master.agents.values()];
    for (const agent of agents) driven.event({ type: "exited", peer: agent.pid });
    for (let waited = 0; waited < 10 * MINUTE; waited += 15_000) {
      driven.pass(15_000);
      for (const [i, agent] of agents.entries()) answers(driven, i + 1, `slave(1)@${agent.pid.host}:5051`);
    }
    expect([...driven.master.agents.keys()]).toEqual(["m-S1", "m-S2"]); // it pings, but it never re-registers
    comesBack(driven, "m-S1", { agent: agentInfo({ hostname: "node2", id: { value: "m-S1" } }) }, "slave(1)@10.0.0.2:5051");
    expect(count(driven, "slave_unreachable_canceled")).toBe(1);
    expect(driven.master.removals.waiting.size).toBe(1);
  });
});
