/**
 * Copies of shared volumes. Tasks of one framework may use several copies of one volume; its quantity counts once for
 * each framework in its role, and once for the role (ALC-32).
 */
import * as L from "../../assembly/layout.ts";
import type { Agent } from "./agent.ts";
import type { Bundle } from "./bundle.ts";
import type { Client } from "./client.ts";
import { Tally, VectorBuilder } from "./quantity.ts";
import type { Vector } from "./quantity.ts";
import type { RoleNode } from "./roles.ts";

/**
 * Counts copies of shared volumes; gives the quantities of the bundle for the holder, without those it has a copy of.
 */
export function countShared(agent: Agent, holder: Client | RoleNode, bundle: Bundle, sign: 1 | -1): Vector {
  agent.sharedCopies ??= new Map();
  let copies = agent.sharedCopies.get(holder);
  if (copies === undefined) agent.sharedCopies.set(holder, (copies = new Map<number, number>()));
  const builder = new VectorBuilder();
  const rest = bundle.nonShared().quantity;
  rest.kinds.forEach((kind, i) => builder.add(kind, rest.values[i]!));
  for (const extra of bundle.extras) {
    if ((extra.flags & L.EXTRA_SHARED) === 0) continue;
    const number = bundle.copiesOf(extra);
    const before = copies.get(extra.identity) ?? 0;
    const after = before + sign * number;
    if (after > 0) copies.set(extra.identity, after);
    else copies.delete(extra.identity);
    if (before <= 0 !== after <= 0) builder.add(extra.kind, extra.value);
  }
  if (copies.size === 0) agent.sharedCopies.delete(holder);
  if (agent.sharedCopies.size === 0) agent.sharedCopies = undefined;
  return builder.build();
}

/** The reserved part of a vector of a bundle with shared volumes: these are always reserved. */
export function withoutCuttable(vector: Vector, bundle: Bundle): Vector {
  const tally = new Tally();
  tally.add(vector);
  tally.subtract(bundle.cuttable);
  tally.subtract(unreservedRevocable(bundle));
  const builder = new VectorBuilder();
  tally.values.forEach((value, kind) => builder.add(kind, value));
  return builder.build();
}

function unreservedRevocable(bundle: Bundle): Vector {
  const builder = new VectorBuilder();
  const wanted = L.EXTRA_SCALAR | L.EXTRA_REVOCABLE;
  for (const { flags, kind, value } of bundle.extras) {
    if ((flags & (wanted | L.EXTRA_RESERVED)) === wanted) builder.add(kind, value);
  }
  return builder.build();
}
