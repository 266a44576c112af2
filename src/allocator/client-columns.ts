/** What the kernel knows of a client besides its share: the least it wants, and the agents its constraints exclude. */
import * as L from "../../assembly/layout.ts";
import type { Quantities } from "../model/quantities.ts";
import { fromMilli } from "../model/scalar.ts";
import type { Agent } from "./agent.ts";
import type { BundleTable } from "./bundle-table.ts";
import type { Client } from "./client.ts";
import type { SharedMemory } from "./memory.ts";
import type { State } from "./state.ts";

/** What the least is that the client wants to be offered. */
export function writeMinimum(state: State, client: Client): void {
  state.retire(client.minimum, client.minimumBytes);
  const minima = minimaOf(state, client);
  const bytes = L.MINIMUM_HEADER + minima.reduce((sum, { size }) => sum + 8 + size * L.PAIR_BYTES, 0);
  client.minimumBytes = minima.length === 0 ? 0 : bytes;
  client.minimum = minima.length === 0 ? 0 : state.memory.allocate(client.minimumBytes);
  state.entities.setLink(client.entity, L.LINK_MINIMUM, client.minimum);
  writeNeedsScalars(state, client);
  if (minima.length > 0) writeMinima(state.memory, client.minimum, minima, state.bundles);
}

/** A minimum that names scalars in each alternative is never met by ports alone. */
function writeNeedsScalars(state: State, client: Client): void {
  const minima = minimaOf(state, client);
  const { counted } = state.bundles;
  const needs = minima.length > 0 && minima.every((set) => [...set.keys()].some((name) => !counted.has(name)));
  state.entities.setFlag(client.entity, L.ENTITY_NEEDS_SCALARS, needs);
}

function minimaOf(state: State, { framework, role }: Client): readonly Quantities[] {
  return framework.minAllocatable.get(role.name) ?? state.options.minAllocatable ?? [];
}

/** Which agents the client's constraints exclude. */
export function writeExcluded(state: State, client: Client): void {
  state.retire(client.excluded, client.excludedBytes);
  client.excludedBytes = client.constraints === undefined ? 0 : state.agentCapacity >>> 3;
  client.excluded = client.excludedBytes === 0 ? 0 : state.memory.allocate(client.excludedBytes);
  state.entities.setLink(client.entity, L.LINK_EXCLUDED, client.excluded);
  if (client.constraints !== undefined) for (const agent of state.agents.values()) writeExclusion(state, client, agent);
}

export function writeExclusion(state: State, client: Client, agent: Agent): void {
  const at = client.excluded + (agent.index >>> 3);
  const bit = 1 << (agent.index & 7);
  const { u8 } = state.memory;
  u8[at] = client.constraints!(agent.info) ? u8[at]! & ~bit : u8[at]! | bit;
}

function writeMinima(
  memory: SharedMemory, address: number, minima: readonly ReadonlyMap<string, number>[], bundles: BundleTable,
): void {
  memory.i32[address >>> 2] = minima.length;
  let at = address + L.MINIMUM_HEADER;
  for (const quantities of minima) {
    memory.i32[at >>> 2] = quantities.size;
    at += 8;
    for (const [name, milli] of quantities) {
      memory.i32[(at + L.PAIR_KIND) >>> 2] = bundles.kinds.number(name);
      memory.i32[(at + L.PAIR_IS_SCALAR) >>> 2] = bundles.counted.has(name) ? 0 : 1;
      memory.f64[(at + L.PAIR_VALUE) >>> 3] = fromMilli(milli);
      at += L.PAIR_BYTES;
    }
  }
}
