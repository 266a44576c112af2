/**
 * A registry of so many agents, as one of that size looks: agents of a data centre, each with its own name and address.
 */
import type { AgentInfo } from "../../src/model/gen/mesos.ts";
import type { AgentId } from "../../src/model/id.ts";
import { parseResourceText } from "../../src/model/parse.ts";
import { applyRegistryOperation } from "../../src/master/registry/operations.ts";
import type { RegistryOperation } from "../../src/master/registry/operations.ts";
import type { RegistryWrite } from "../../src/master/registry/registry.ts";

export const AGENTS = 50_000;

const parsed = parseResourceText("cpus:64;mem:262144;disk:2097152;ports:[31000-32000];cpus(web):8;mem(web):16384");
if (!parsed.ok) throw new Error(parsed.error);
const resources = parsed.value;

export function agentInfo(n: number): AgentInfo {
  return {
    id: { value: `5a6f1f6e-4a1c-4f0e-9a55-0c2f5f1d7b11-S${n}` as AgentId },
    hostname: `node-${n}.rack-${n % 500}.example.com`,
    port: 5051,
    checkpoint: true,
    resources,
    attributes: [
      { name: "rack", type: "TEXT", text: { value: `rack-${n % 500}` } },
      { name: "kind", type: "TEXT", text: { value: n % 7 === 0 ? "storage" : "compute" } },
    ],
    domain: { fault_domain: { region: { name: "eu-1" }, zone: { name: `zone-${n % 3}` } } },
  };
}

/** Carries an operation out on `entries` and gives back its writes; an impossible one is a mistake of the bench. */
export function operate(entries: Map<string, Uint8Array>, operation: RegistryOperation): readonly RegistryWrite[] {
  const writes = applyRegistryOperation(entries, operation);
  if (!writes.ok) throw new Error(writes.error);
  for (const { key, value } of writes.value) {
    if (value === undefined) entries.delete(key);
    else entries.set(key, value);
  }
  return writes.value;
}

export const admit = (n: number): RegistryOperation => ({ kind: "admit-agent", info: agentInfo(n) });
export const unreachable = (n: number): RegistryOperation => ({
  kind: "mark-unreachable", agentId: agentInfo(n).id!.value as AgentId, at: { nanoseconds: 1_700_000_000_000_000_000n + BigInt(n) },
});
