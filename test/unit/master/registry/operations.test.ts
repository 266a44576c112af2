/**
 * The registry as pure functions: what each operation writes, and what it refuses because it contradicts what is
 * there.
 */
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { AgentInfo, Resource } from "../../../../src/model/gen/mesos.ts";
import { agentId } from "../../../../src/model/id.ts";
import type { AgentId } from "../../../../src/model/id.ts";
import { applyRegistryOperation, applyWrites } from "../../../../src/master/registry/operations.ts";
import type { RegistryOperation } from "../../../../src/master/registry/operations.ts";
import { recoverRegistry } from "../../../../src/master/registry/recover.ts";
import {
  Registry_AgentCodec, Registry_GoneAgentCodec, Registry_MachineCodec, Registry_UnreachableAgentCodec,
} from "../../../../src/wire/gen/registry.ts";

const S0 = agentId("m-S0");
const S1 = agentId("m-S1");
const at = (seconds: number) => ({ nanoseconds: BigInt(seconds) * 1_000_000_000n });
const cpus = (value: number, more: Partial<Resource> = {}): Resource => ({ name: "cpus", type: "SCALAR", scalar: { value }, ...more });
const info = (id: AgentId, more: Partial<AgentInfo> = {}): AgentInfo => ({
  id: { value: id }, hostname: "node", port: 5051, resources: [cpus(8)], ...more,
});

/** Entries after the operations, each of which must be accepted. */
function after(...operations: RegistryOperation[]): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  for (const operation of operations) {
    const writes = applyRegistryOperation(entries, operation);
    if (!writes.ok) throw new Error(`${operation.kind}: ${writes.error}`);
    applyWrites(entries, writes.value);
  }
  return entries;
}

function keysAfter(...operations: RegistryOperation[]): string[] {
  return [...after(...operations).keys()].sort();
}

function errorOf(entries: Map<string, Uint8Array>, operation: RegistryOperation): string {
  const writes = applyRegistryOperation(entries, operation);
  return writes.ok ? "" : writes.error;
}

const admit = (id: AgentId, more: Partial<AgentInfo> = {}): RegistryOperation => ({ kind: "admit-agent", info: info(id, more) });

describe("operations on the registry", () => {
  it("admits an agent once, as the protobuf record Registry.Slave", () => {
    const entries = after(admit(S0));
    expect([...entries.keys()]).toEqual(["agent/m-S0"]);
    const record = Registry_AgentCodec.decode(entries.get("agent/m-S0")!);
    expect(record.ok && record.value.info.hostname).toBe("node");
    expect(errorOf(entries, admit(S0))).toBe("Agent m-S0 is already admitted");
  });

  it("writes reservations in the format before refinement, so that an older master can read them", () => {
    const reserved = cpus(2, { reservations: [{ type: "DYNAMIC", role: "web", principal: "ops" }] });
    const refined = cpus(1, { reservations: [{ type: "DYNAMIC", role: "web" }, { type: "DYNAMIC", role: "web/ads" }] });
    const entries = after(admit(S0, { resources: [cpus(8), reserved, refined] }));
    const record = Registry_AgentCodec.decode(entries.get("agent/m-S0")!);
    expect(record.ok && record.value.info.resources).toEqual([
      { ...cpus(8), role: "*" },
      { ...cpus(2), role: "web", reservation: { principal: "ops" } },
      refined, // cannot be said in the old format
    ]);
  });

  it("updates an admitted agent only when something changed, whatever the order of resources and attributes", () => {
    const attributes = [
      { name: "rack", type: "TEXT", text: { value: "a" } },
      { name: "zone", type: "TEXT", text: { value: "b" } },
    ] as const;
    const resources = [cpus(8), { name: "mem", type: "SCALAR", scalar: { value: 64 } }] as const;
    const entries = after(admit(S0, { attributes, resources }));
    const same = info(S0, { attributes: attributes.toReversed(), resources: resources.toReversed() });
    expect(applyRegistryOperation(entries, { kind: "update-agent", info: same })).toEqual({ ok: true, value: [] });
    const other = { ...same, attributes: [attributes[0]] };
    const writes = applyRegistryOperation(entries, { kind: "update-agent", info: other });
    expect(writes.ok && writes.value.map(({ key }) => key)).toEqual(["agent/m-S0"]);
    expect(errorOf(entries, { kind: "update-agent", info: info(S1) })).toBe("Agent m-S1 is not admitted");
  });

  it("moves an agent to the unreachable ones and back, and what an operator said about it moves along", () => {
    const entries = after(admit(S0));
    const drain_info = { state: "DRAINING", config: { mark_gone: true } } as const;
    entries.set("agent/m-S0", Registry_AgentCodec.encode({ info: info(S0), drain_info, deactivated: true }));
    const step = (operation: RegistryOperation): void => {
      const writes = applyRegistryOperation(entries, operation);
      applyWrites(entries, writes.ok ? writes.value : []);
    };
    step({ kind: "mark-unreachable", agentId: S0, at: at(100) });
    expect([...entries.keys()]).toEqual(["unreachable/m-S0"]);
    const away = Registry_UnreachableAgentCodec.decode(entries.get("unreachable/m-S0")!);
    expect(away.ok && away.value).toEqual({ id: { value: S0 }, timestamp: at(100), drain_info, deactivated: true });

    step({ kind: "mark-reachable", info: info(S0, { hostname: "node2" }) });
    expect([...entries.keys()]).toEqual(["agent/m-S0"]);
    const back = Registry_AgentCodec.decode(entries.get("agent/m-S0")!);
    expect(back.ok && back.value).toMatchObject({ info: { hostname: "node2" }, drain_info, deactivated: true });
  });

  it("admits a returning agent that it has forgotten, and leaves one alone that is admitted", () => {
    expect(keysAfter({ kind: "mark-reachable", info: info(S0) })).toEqual(["agent/m-S0"]);
    const entries = after(admit(S0));
    const back: RegistryOperation = { kind: "mark-reachable", info: info(S0) };
    expect(applyRegistryOperation(entries, back)).toEqual({ ok: true, value: [] });
    const gone = after(admit(S0), { kind: "mark-gone", agentId: S0, at: at(1) });
    expect(errorOf(gone, back)).toBe("Agent m-S0 is marked as gone");
  });

  it("marks admitted and unreachable agents gone, for ever and only once", () => {
    const gone = (agentId: AgentId): RegistryOperation => ({ kind: "mark-gone", agentId, at: at(200) });
    expect(keysAfter(admit(S0), gone(S0))).toEqual(["gone/m-S0"]);
    const away: RegistryOperation = { kind: "mark-unreachable", agentId: S0, at: at(100) };
    expect(keysAfter(admit(S0), away, gone(S0))).toEqual(["gone/m-S0"]);
    expect(errorOf(after(admit(S0), gone(S0)), gone(S0))).toBe("Agent m-S0 is already marked as gone");
    expect(errorOf(new Map(), gone(S0))).toBe("Agent m-S0 is neither admitted nor unreachable");
  });

  it("removes an agent that unregistered, and refuses what nobody admitted", () => {
    expect(keysAfter(admit(S0), admit(S1), { kind: "remove-agent", agentId: S0 })).toEqual(["agent/m-S1"]);
    expect(errorOf(new Map(), { kind: "remove-agent", agentId: S0 })).toBe("Agent m-S0 is not admitted");
    expect(errorOf(new Map(), { kind: "mark-unreachable", agentId: S0, at: at(1) })).toBe("Agent m-S0 is not admitted");
  });

  it("prunes exactly the named ones that are there, not their neighbours", () => {
    const away = (agentId: AgentId): RegistryOperation => ({ kind: "mark-unreachable", agentId, at: at(1) });
    const ids = ["m-S0", "m-S1", "m-S2", "m-S3"].map(agentId);
    const entries = after(...ids.map((id) => admit(id)), ...ids.map(away));
    const writes = applyRegistryOperation(entries, { kind: "prune", unreachable: [ids[1]!, agentId("m-S9")], gone: [ids[0]!] });
    expect(writes).toEqual({ ok: true, value: [{ key: "unreachable/m-S1" }] });
  });

  it("keeps every agent in exactly one place, whatever is asked in whatever order", () => {
    const id = fc.constantFrom(S0, S1, agentId("m-S2"));
    const time = fc.nat(1000).map(at);
    const operation: fc.Arbitrary<RegistryOperation> = fc.oneof(
      id.map((one) => admit(one)),
      id.map((one) => ({ kind: "update-agent", info: info(one, { hostname: "other" }) }) as const),
      id.map((one) => ({ kind: "remove-agent", agentId: one }) as const),
      fc.tuple(id, time).map(([agentId, at]) => ({ kind: "mark-unreachable", agentId, at }) as const),
      id.map((one) => ({ kind: "mark-reachable", info: info(one) }) as const),
      fc.tuple(id, time).map(([agentId, at]) => ({ kind: "mark-gone", agentId, at }) as const),
      fc.tuple(fc.array(id), fc.array(id)).map(([unreachable, gone]) => ({ kind: "prune", unreachable, gone }) as const),
    );
    fc.assert(fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
      const entries = new Map<string, Uint8Array>();
      for (const one of operations) {
        const writes = applyRegistryOperation(entries, one);
        if (writes.ok) applyWrites(entries, writes.value);
        const agents = [...entries.keys()].map((key) => key.slice(key.indexOf("/") + 1));
        expect(new Set(agents).size, [...entries.keys()].join(" ")).toBe(agents.length);
        expect(recoverRegistry(entries).ok).toBe(true);
      }
    }), { numRuns: 200 });
  });
});

describe("recovery", () => {
  it("gives a new leader what the old one knew, resources in the inner format, the longest lost first", () => {
    const reserved = cpus(2, { reservations: [{ type: "DYNAMIC", role: "web" }] });
    const entries = after(
      admit(S0, { resources: [cpus(8), reserved] }),
      ...["m-S1", "m-S2", "m-S3"].flatMap((id, index): RegistryOperation[] => [
        admit(agentId(id)),
        { kind: "mark-unreachable", agentId: agentId(id), at: at(300 - index * 100) },
      ]),
    );
    entries.set("gone/m-S4", Registry_GoneAgentCodec.encode({ id: { value: "m-S4" }, timestamp: at(5) }));
    const machine = { id: { hostname: "node", ip: "10.0.0.1" }, mode: "DOWN" } as const;
    entries.set("machine/node/10.0.0.1", Registry_MachineCodec.encode({ info: machine }));
    const recovered = recoverRegistry(entries);
    if (!recovered.ok) throw new Error(recovered.error);
    expect([...recovered.value.agents.keys()]).toEqual(["m-S0"]);
    expect(recovered.value.agents.get(S0)?.resources).toEqual([cpus(8), reserved]);
    expect([...recovered.value.unreachable]).toEqual([["m-S3", at(100)], ["m-S2", at(200)], ["m-S1", at(300)]]);
    expect([...recovered.value.gone]).toEqual([["m-S4", at(5)]]);
    expect(recovered.value.machines.get("node/10.0.0.1")).toEqual(machine);
  });

  it("does not lead with an entry it cannot read", () => {
    const entries = new Map([["agent/m-S0", new Uint8Array([0xff, 0xff])]]);
    const recovered = recoverRegistry(entries);
    expect(!recovered.ok && recovered.error).toMatch(/^Registry entry 'agent\/m-S0' cannot be read: /);
  });
});
