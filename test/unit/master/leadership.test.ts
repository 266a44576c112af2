/** A master is elected: what it knows, what it waits for, and when it gives up (AGT-52, AGT-53, REG-03, REG-38). */
import { describe, expect, it } from "vitest";
import { drivenMaster, messages } from "../../support/driven-master.ts";
import type { DrivenMaster } from "../../support/driven-master.ts";
import { masterOptions } from "../../support/master-options.ts";
import { plainAllocator } from "../../support/plain-allocator.ts";
import { agentInfo, comesBack, frameworkInfo, joins, registration, subscribes } from "../../support/cast.ts";
import type { MasterOptions } from "../../../src/master/options.ts";
import { Registry_MasterCodec } from "../../../src/wire/gen/registry.ts";

const MINUTE = 60_000;
const address = (i: number): string => `slave(1)@10.0.0.${i}:5051`;
const info = (i: number, id?: string) => agentInfo({ hostname: `node${i}`, ...(id !== undefined && { id: { value: id } }) });

/** The store that a leader with four agents left behind. */
function legacy(): Map<string, Uint8Array> {
  const driven = drivenMaster(masterOptions({ id: "old" }), plainAllocator());
  driven.elect();
  for (let i = 0; i < 4; i++) joins(driven, address(i), { agent: info(i) });
  return driven.store;
}

function successor(options: Partial<MasterOptions> = {}): { driven: DrivenMaster; told: string[] } {
  const allocator = plainAllocator();
  const driven = drivenMaster(masterOptions(options), allocator);
  for (const [key, value] of legacy()) driven.store.set(key, value);
  driven.elect();
  return { driven, told: allocator.told };
}

const pongs = (driven: DrivenMaster, ids: readonly number[]): void => {
  for (const i of ids) driven.message(address(i), "mesos.internal.PongSlaveMessage", {}, `slave-observer(${i + 1})`);
};

describe("a new leader", () => {
  it("knows the agents of the registry, and tells the allocator how many to expect before the first returns", () => {
    const { driven, told } = successor();
    expect([...driven.master.recoveredAgents.keys()]).toEqual(["old-S0", "old-S1", "old-S2", "old-S3"]);
    expect(driven.master.agents.size).toBe(0);
    expect(told).toEqual(["recover 4"]);
    expect(driven.master.leader).toBe(driven.master.info);
  });

  it("writes its name into the registry before anything else", () => {
    const driven = drivenMaster(masterOptions(), plainAllocator());
    driven.isStoreSlow = true;
    driven.elect();
    driven.message(address(0), "mesos.internal.RegisterSlaveMessage", registration({ agent: info(0) }));
    const { master } = driven;
    expect([...master.registry.keys()]).toEqual(["master/0", "agent/m-S0"]);
    expect(Registry_MasterCodec.decode(master.registry.get("master/0")!)).toEqual({ ok: true, value: { info: master.info } });
    expect(driven.said, "nobody is answered before it is written").toEqual([]);
    driven.persist();
    expect(messages(driven.said, "mesos.internal.SlaveRegisteredMessage")).toHaveLength(1);
  });

  it("gives those up that do not return in time, and tells frameworks", () => {
    const { driven } = successor();
    for (const i of [0, 1]) comesBack(driven, `old-S${i}`, { agent: info(i, `old-S${i}`) }, address(i));
    subscribes(driven, frameworkInfo());
    for (let waited = 0; waited < 10 * MINUTE; waited += 15_000) {
      pongs(driven, [0, 1]);
      driven.pass(15_000);
    }
    expect([...driven.store.keys()].sort()).toEqual(["agent/old-S0", "agent/old-S1", "unreachable/old-S2", "unreachable/old-S3"]);
    expect(driven.master.recoveredAgents.size).toBe(0);
    expect(messages(driven.said, "mesos.internal.LostSlaveMessage").map(({ agent_id }) => agent_id.value)).toEqual(["old-S2", "old-S3"]);
    expect(driven.master.counters.get("recovery_slave_removals")).toBe(2);
  });

  it("gives them up at the pace the operator allows, and spares those that return meanwhile", () => {
    const { driven } = successor({ agentRemovalRateLimit: { agents: 1, perMs: MINUTE } });
    driven.pass(10 * MINUTE);
    expect(driven.master.recoveredAgents.size).toBe(3);
    comesBack(driven, "old-S1", { agent: info(1, "old-S1") }, address(1));
    driven.pass(MINUTE);
    expect([...driven.master.recoveredAgents.keys()]).toEqual(["old-S3"]);
    expect(driven.master.agents.size).toBe(1);
  });

  it("rather steps down than to give up more than --recovery_agent_removal_limit", () => {
    const { driven } = successor({ recoveryAgentRemovalLimit: 0.5 });
    comesBack(driven, "old-S0", { agent: info(0, "old-S0") }, address(0));
    driven.pass(10 * MINUTE);
    expect(driven.resigned).toContain("3 (75%) agents recovered from the registry that did not reregister");
    expect([...driven.store.keys()].filter((key) => key.startsWith("unreachable/"))).not.toContain("unreachable/old-S1");
  });

  it("does not lead with a registry it cannot read", () => {
    const driven = drivenMaster(masterOptions(), plainAllocator());
    driven.elect(new Map([["agent/x", new Uint8Array([1])]]));
    expect(driven.resigned).toContain("agent/x");
    expect(driven.master.electedAtMs).toBeUndefined();
  });

  it("is elected once", () => {
    const { driven, told } = successor();
    driven.elect(new Map());
    expect(driven.master.recoveredAgents.size).toBe(4);
    expect(told).toEqual(["recover 4"]);
  });
});

describe("before the election", () => {
  it("messages are dropped and counted, and schedulers are asked to come again", () => {
    const driven = drivenMaster(masterOptions(), plainAllocator());
    driven.message(address(0), "mesos.internal.ReregisterSlaveMessage", { agent: info(0, "old-S0"), version: "1.12.0" });
    expect(driven.master.counters.get("dropped_messages")).toBe(1);
    const headers = { "content-type": "application/json" };
    const answer = driven.request({ path: "/api/v1/scheduler", body: new TextEncoder().encode("{}"), headers });
    expect([answer?.status, answer?.body]).toEqual([503, "No leader elected"]);
  });

  it("schedulers are sent to the leader once one is found, and wait while that is us and we are not ready", () => {
    const driven = drivenMaster(masterOptions(), plainAllocator());
    const ask = () => driven.request({ path: "/api/v1/scheduler", body: new Uint8Array() });
    const address = { hostname: "other", ip: "10.0.0.8", port: 5050 };
    driven.event({ type: "detected", leader: { id: "x", ip: 0, port: 5050, hostname: "other", address } });
    expect(ask()).toMatchObject({ status: 307, headers: { Location: "//other:5050/master/api/v1/scheduler" } });
    driven.event({ type: "detected", leader: driven.master.info });
    expect(ask()).toMatchObject({ status: 503, body: "Master has not finished recovery" });
  });
});
