/** What operators change in the registry, as pure functions: settings of roles, maintenance, drains (REG-14 to REG-19). */
import { describe, expect, it } from "vitest";
import { applyRegistryOperation, applyWrites } from "../../../../src/master/registry/operations.ts";
import type { RegistryOperation } from "../../../../src/master/registry/operations.ts";
import { readMachine, readOperatorWord, readSchedule } from "../../../../src/master/registry/records.ts";
import { recoverRegistry } from "../../../../src/master/registry/recover.ts";
import { agentId } from "../../../../src/model/id.ts";

const [S0, S1] = [agentId("m-S0"), agentId("m-S1")];
const admit = (id: typeof S0): RegistryOperation => ({ kind: "admit-agent", info: { id: { value: id }, hostname: "node" } });
const window = (...hostnames: string[]) => (
  { machine_ids: hostnames.map((hostname) => ({ hostname })), unavailability: { start: { nanoseconds: 7n } } });
const schedule = (...windows: ReturnType<typeof window>[]): RegistryOperation => ({ kind: "update-schedule", schedule: { windows } });
const quota = (role: string, cpus?: number): RegistryOperation => ({
  kind: "update-quota", configs: [{ role, ...(cpus !== undefined && { guarantees: { cpus: { value: cpus } } }) }],
});

function after(...operations: RegistryOperation[]): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  for (const operation of operations) {
    const writes = applyRegistryOperation(entries, operation);
    if (!writes.ok) throw new Error(`${operation.kind}: ${writes.error}`);
    applyWrites(entries, writes.value);
  }
  return entries;
}

const keys = (...operations: RegistryOperation[]): string[] => [...after(...operations).keys()].sort();
const errorOf = (entries: Map<string, Uint8Array>, operation: RegistryOperation): string => {
  const writes = applyRegistryOperation(entries, operation);
  return writes.ok ? "" : writes.error;
};

describe("quotas and weights in the registry", () => {
  it("need a master that knows quotas as long as there are any; one without effect is none", () => {
    expect(keys(quota("web", 1), quota("ads", 1))).toEqual(["minimum-capability/QUOTA_V2", "quota/ads", "quota/web"]);
    expect(keys(quota("web", 1), quota("ads", 1), quota("web"))).toEqual(["minimum-capability/QUOTA_V2", "quota/ads"]);
    expect(keys(quota("web", 1), quota("web", 0))).toEqual([]);
  });

  it("of several for one role the last counts", () => {
    const configs = [1, 2].map((value) => ({ role: "web", guarantees: { cpus: { value } } }));
    const weights = [3, 4].map((weight) => ({ role: "a/b", weight }));
    const found = recoverRegistry(after({ kind: "update-quota", configs }, { kind: "update-weights", weights }));
    expect(found.ok && found.value).toMatchObject({
      quotas: new Map([["web", { guarantees: new Map([["cpus", 2000]]), limits: new Map() }]]), weights: new Map([["a/b", 4]]),
    });
  });
});

describe("maintenance in the registry", () => {
  it("a machine stays in the mode it had when the schedule changes, whatever the case of its name", () => {
    const entries = after(schedule(window("a", "b")), { kind: "start-maintenance", machines: [{ hostname: "a" }] }, schedule(window("A", "c")));
    const modes = ["a", "b", "c"].map((hostname) => readMachine(entries, { hostname })?.mode);
    expect(modes).toEqual(["DOWN", undefined, "DRAINING"]);
  });

  it("a machine that is down stays in the schedule until it is up; then its window goes, if it is empty", () => {
    const down = after(schedule(window("a"), window("b")), { kind: "start-maintenance", machines: [{ hostname: "a" }] });
    expect(errorOf(down, schedule(window("b")))).toBe("'machine/a/' is DOWN and cannot be left out of the schedule");
    const writes = applyRegistryOperation(down, { kind: "stop-maintenance", machines: [{ hostname: "a" }] });
    if (writes.ok) applyWrites(down, writes.value);
    expect(readSchedule(down)).toEqual({ windows: [window("b")] });
    expect(errorOf(down, { kind: "stop-maintenance", machines: [{ hostname: "b" }] })).toBe("Machine 'b/' is DRAINING, not DOWN");
    expect(errorOf(down, { kind: "start-maintenance", machines: [{ hostname: "a" }] })).toBe("Machine 'a/' is UP, not DRAINING");
  });
});

describe("drains in the registry", () => {
  const config = { mark_gone: false };
  const drain: RegistryOperation = { kind: "drain-agent", agentId: S0, config };
  const away: RegistryOperation = { kind: "mark-unreachable", agentId: S0, at: { nanoseconds: 1n } };

  it("move along with the agent, and end with its reactivation", () => {
    const back: RegistryOperation = { kind: "mark-reachable", info: { id: { value: S0 }, hostname: "node" } };
    for (const operations of [[drain], [drain, away], [away, drain], [drain, away, back]]) {
      const entries = after(admit(S0), ...operations);
      expect(readOperatorWord(entries, S0)).toMatchObject({ deactivated: true, drain_info: { state: "DRAINING", config } });
      const drained = after(admit(S0), ...operations, { kind: "mark-drained", agentId: S0 });
      expect(readOperatorWord(drained, S0)).toMatchObject({ drain_info: { state: "DRAINED", config } });
      const free = after(admit(S0), ...operations, { kind: "reactivate-agent", agentId: S0 });
      expect(readOperatorWord(free, S0)).not.toHaveProperty("drain_info");
      expect([...free.keys()]).not.toContain("minimum-capability/AGENT_DRAINING");
    }
  });

  it("need a master that knows them until the last agent is in use again", () => {
    const entries = after(
      admit(S0), admit(S1), drain, { kind: "deactivate-agent", agentId: S1 }, { kind: "reactivate-agent", agentId: S0 },
    );
    expect([...entries.keys()]).toContain("minimum-capability/AGENT_DRAINING");
    expect(readOperatorWord(entries, S1)).toMatchObject({ deactivated: true });
  });

  it("need it no longer when the agent has gone, left or been forgotten", () => {
    const ends: RegistryOperation[][] = [
      [{ kind: "mark-gone", agentId: S0, at: { nanoseconds: 1n } }], [{ kind: "remove-agent", agentId: S0 }],
      [away, { kind: "prune", unreachable: [S0], gone: [] }],
    ];
    for (const end of ends) {
      expect(keys(admit(S0), drain, ...end)).not.toContain("minimum-capability/AGENT_DRAINING");
      expect(keys(admit(S0), admit(S1), { kind: "deactivate-agent", agentId: S1 }, drain, ...end)).toContain("minimum-capability/AGENT_DRAINING");
    }
  });

  it("are of agents that are known, and end once", () => {
    const entries = after(admit(S0), drain, { kind: "mark-drained", agentId: S0 });
    expect(errorOf(entries, { kind: "mark-drained", agentId: S0 })).toBe("Agent m-S0 is not DRAINING");
    expect(errorOf(entries, { kind: "deactivate-agent", agentId: S1 })).toBe("Agent m-S1 is neither admitted nor unreachable");
  });
});
