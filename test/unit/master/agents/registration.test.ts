/** An agent joins: what it takes, in what order things happen, and who is turned away (AGT-01 to AGT-09, AGT-55). */
import { describe, expect, it } from "vitest";
import { drivenMaster, lines, messages } from "../../../support/driven-master.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { plainAllocator } from "../../../support/plain-allocator.ts";
import { AGENT, agentInfo, comesBack, joins, registration, volume } from "../../../support/cast.ts";
import { agentId } from "../../../../src/model/id.ts";
import { Registry_MachineCodec } from "../../../../src/wire/gen/registry.ts";
import { resources } from "../../../support/resources.ts";
import type { MasterOptions } from "../../../../src/master/options.ts";
import type { RegisterSlaveMessage } from "../../../../src/model/gen/internal.ts";

function leading(options: Partial<MasterOptions> = {}) {
  const allocator = plainAllocator();
  const driven = drivenMaster(masterOptions(options), allocator, () => ({ cycle: 0, status: 0 }));
  driven.elect();
  return { driven, allocator };
}

const register = "mesos.internal.RegisterSlaveMessage";

describe("an agent registers", () => {
  it("is linked, pinged by its own observer and then told its id, in this order", () => {
    const { driven, allocator } = leading();
    driven.message(AGENT, register, registration());
    expect(lines(driven.take())).toEqual([
      `link ${AGENT}`,
      `slave-observer(1) > ${AGENT} PingSlaveMessage`,
      `master > ${AGENT} SlaveRegisteredMessage`,
    ]);
    expect(messages(driven.said, "mesos.internal.SlaveRegisteredMessage")).toEqual([
      { agent_id: { value: "m-S0" }, connection: { total_ping_timeout_seconds: 75 } },
    ]);
    expect(messages(driven.said, "mesos.internal.PingSlaveMessage")).toEqual([{ connected: true }]);
    expect(allocator.available(agentId("m-S0"))).toEqual(resources("cpus:8;mem:8192;disk:10240;ports:[31000-32000]"));
    expect(driven.master.counters.get("slave_registrations")).toBe(1);
  });

  it("is nobody until the registry has it: no answer, no resources", () => {
    const { driven, allocator } = leading();
    driven.isStoreSlow = true;
    driven.message(AGENT, register, registration());
    expect(driven.said).toEqual([]);
    expect(allocator.told).not.toContain("addAgent m-S0");
    driven.message(AGENT, register, registration()); // it is impatient, and not admitted twice
    driven.persist();
    expect([...driven.store.keys()]).toEqual(["agent/m-S0"]);
    expect(messages(driven.said, "mesos.internal.SlaveRegisteredMessage")).toHaveLength(1);
  });

  it("gets its answer again when it did not get the first one", () => {
    const { driven } = leading();
    joins(driven);
    driven.take();
    driven.message(AGENT, register, registration());
    expect(lines(driven.take())).toEqual([`master > ${AGENT} SlaveRegisteredMessage`]);
    expect(driven.master.agents.size).toBe(1);
  });

  it("takes the place of an agent that was lost at the same address, under a new id", () => {
    const { driven } = leading();
    joins(driven);
    driven.event({ type: "exited", peer: driven.master.agents.get(agentId("m-S0"))!.pid });
    driven.message(AGENT, register, registration());
    expect([...driven.master.agents.keys()]).toEqual(["m-S1"]);
    expect([...driven.store.keys()]).toEqual(["agent/m-S1"]);
    expect(driven.master.counters.get("slave_removals/reason_registered")).toBe(1);
    expect(driven.master.removedAgents.has(agentId("m-S0"))).toBe(true);
  });

  it("is not told to be an agent that is just being given up, at whose address its new machine listens", () => {
    const { driven } = leading();
    joins(driven);
    driven.take();
    driven.isStoreSlow = true;
    const call = { type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id: { value: "m-S0" } } };
    const body = new TextEncoder().encode(JSON.stringify(call));
    driven.request({ path: "/api/v1", headers: { "content-type": "application/json" }, body });
    driven.message(AGENT, register, registration());
    expect(messages(driven.take(), "mesos.internal.SlaveRegisteredMessage"), "the registry calls it gone").toEqual([]);
    driven.persist();
    driven.message(AGENT, register, registration());
    driven.persist();
    expect([...driven.master.agents.keys()], "when it asks again there is room for it").toEqual(["m-S1"]);
  });

  it("and the one whose place it takes is not told that it is back while it is being removed", () => {
    const { driven } = leading();
    const id = joins(driven);
    driven.event({ type: "exited", peer: driven.master.agents.get(id)!.pid });
    driven.isStoreSlow = true;
    driven.message(AGENT, register, registration());
    driven.take();
    comesBack(driven, id);
    expect(messages(driven.take(), "mesos.internal.SlaveReregisteredMessage")).toEqual([]);
    driven.persist();
    expect([...driven.master.agents.keys()]).toEqual(["m-S1"]);
  });

  it("keeps the reservations and volumes it has checkpointed", () => {
    const { driven, allocator } = leading();
    joins(driven, AGENT, { checkpointed_resources: [volume("web", "id1", 1000)] });
    const free = allocator.available(agentId("m-S0"))!;
    expect(free.filter(({ name }) => name === "disk").map(({ scalar, disk }) => [scalar!.value, disk?.persistence?.id])).toEqual([
      [9240, undefined],
      [1000, "id1"],
    ]);
  });

  it("finds its maintenance window by host name, whatever the case, and address", () => {
    const { driven } = leading();
    const unavailability = { start: { nanoseconds: 5n } };
    const machine = { id: { hostname: "Node1", ip: "10.0.0.1" }, mode: "DRAINING", unavailability } as const;
    driven.master.machines.set("node1/10.0.0.1", machine);
    joins(driven, AGENT, { agent: agentInfo({ hostname: "NODE1" }) });
    expect(driven.master.agents.get(agentId("m-S0"))!.unavailability).toEqual(unavailability);
  });
});

describe("an agent is turned away", () => {
  const ignored = (message: RegisterSlaveMessage, options: Partial<MasterOptions> = {}): string => {
    const { driven } = leading(options);
    driven.message(AGENT, register, message);
    expect(driven.said).toEqual([]);
    expect(driven.store.size).toBe(0);
    return driven.logs.filter(({ level }) => level === "warn").map(({ text }) => text).join();
  };

  it("silently when it is older than 1.0.0 or has no proper version, so that its tasks live on", () => {
    expect(ignored(registration({ version: "0.28.2" }))).toContain("0.28.2 is older than 1.0.0");
    expect(ignored(registration({ version: "1.0.0-rc1" }))).toContain("older");
    expect(ignored(registration({ version: "new" }))).toContain("'new' is not of the form");
    expect(ignored(registration({ version: undefined }))).toContain("''");
  });

  it("silently when one of us has a domain and the other must have one", () => {
    const domain = { fault_domain: { region: { name: "eu" }, zone: { name: "a" } } };
    expect(ignored(registration({ agent: agentInfo({ domain }) }))).toContain("this master has none");
    expect(ignored(registration(), { domain, requireAgentDomain: true })).toContain("--require_agent_domain");
  });

  it("silently when what it says of itself cannot be", () => {
    const minus = [{ name: "cpus", type: "SCALAR", scalar: { value: -1 } }] as const;
    expect(ignored(registration({ agent: agentInfo({ resources: minus }) }))).toContain("invalid registration");
    const reserved = [{ name: "cpus", type: "SCALAR", scalar: { value: 9 }, reservations: [{ type: "DYNAMIC", role: "web" }] }] as const;
    expect(ignored(registration({ checkpointed_resources: reserved }))).toContain("Incompatible agent resources");
    const careless = agentInfo({ checkpoint: false });
    expect(ignored(registration({ agent: careless, checkpointed_resources: reserved }))).toContain("not enabled");
  });

  it("silently when it says more of itself than the registry can hold", () => {
    const attributes = [{ name: "story", type: "TEXT", text: { value: "long ".repeat(60_000) } }] as const;
    expect(ignored(registration({ agent: agentInfo({ attributes }) }))).toContain("where 262144 are allowed");
  });

  it("with the order to shut down when its machine is under maintenance", () => {
    const allocator = plainAllocator();
    const driven = drivenMaster(masterOptions(), allocator);
    const machine = { id: { hostname: "node1", ip: "10.0.0.1" }, mode: "DOWN" } as const;
    driven.store.set("machine/node1/10.0.0.1", Registry_MachineCodec.encode({ info: machine }));
    driven.elect();
    driven.message(AGENT, register, registration());
    expect(messages(driven.said, "mesos.internal.ShutdownMessage")).toEqual([{ message: "Machine is `DOWN`" }]);
    expect(driven.master.agents.size).toBe(0);
  });

  it("by one who does not lead: the message is dropped and counted", () => {
    const driven = drivenMaster(masterOptions(), plainAllocator());
    driven.message(AGENT, register, registration());
    expect(driven.said).toEqual([]);
    expect(driven.master.counters.get("dropped_messages")).toBe(1);
  });
});
