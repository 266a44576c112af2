/**
 * UPDATE_WEIGHTS and PUT /weights (CAL-17, EPM-26): how roles share what no quota gives them (ALC-12, ALC-13). Once
 * set, weights live in the registry and --weights counts no more.
 */
import type { WeightInfo } from "../../model/gen/mesos.ts";
import type { Role } from "../../model/id.ts";
import { printDouble } from "../../model/decimal.ts";
import { validateRole } from "../../model/role.ts";
import { forbidden } from "../authorize/authorize.ts";
import type { Continuation, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { text } from "../responses.ts";
import { rescindOffer } from "../state/offers.ts";
import { must } from "../state/tables.ts";
import { isWhitelisted } from "../validate/role.ts";
import { DONE, askRegistry } from "./asked.ts";
import type { Asked } from "./asked.ts";

export function updateWeights(asked: Asked, infos: readonly WeightInfo[]): HttpResponse | undefined {
  const weights = infos.map((info) => ({ ...info, role: (info.role ?? "").trim() }));
  for (const { role, weight } of weights) {
    const error = weightError(asked.master, role, weight);
    if (error !== undefined) return text(400, `Failed to validate update weights request JSON${error}`);
  }
  const roles = weights.length === 0 ? undefined : weights.map(({ role }) => role);
  const refusal = forbidden(asked.master, asked.request.principal, "UPDATE_WEIGHT", roles);
  if (refusal !== undefined) return refusal;
  const then = { kind: "weights-updated", request: asked.request.id, weights } as const;
  return askRegistry(asked, { kind: "update-weights", weights }, then);
}

function weightError(master: Master, role: string, weight: number): string | undefined {
  const valid = validateRole(role);
  if (!valid.ok) return `: Invalid role '${role}': ${valid.error}`;
  if (!isWhitelisted(master, role)) return `: Unknown role '${role}'`;
  if (weight > 0 && weight < Infinity) return undefined;
  return ` for role '${role}': Invalid weight '${printDouble(weight)}': Weights must be positive`;
}

/** All offers are made anew if somebody uses one of the roles. */
export function continueWeightsUpdated(
  master: Master, { request, weights }: Extract<Continuation, { kind: "weights-updated" }>, out: Outbox,
): void {
  const changed = new Map(weights.map(({ role, weight }) => [role as Role, weight]));
  for (const [role, weight] of changed) master.weights.set(role, weight);
  must(master.allocator.updateWeights(changed));
  const isUsed = [...master.frameworks.values()].some(({ roles }) => roles.some((role) => changed.has(role)));
  if (isUsed) for (const offer of [...master.offers.values()]) rescindOffer(master, offer, out);
  if (request !== undefined) out.reply(request, DONE);
}
