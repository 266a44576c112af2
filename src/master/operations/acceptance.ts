/**
 * ACCEPT under way: what is left of the accepted offers while their operations are carried out in order, each on what
 * the ones before it left over (OFR-13). `settle` then tells the allocator the sum of it all.
 *
 * `operations/` has one file per Offer.Operation. Each takes an Acceptance and the operation, and either changes the
 * former and sends what the agent must do, or refuses and changes nothing.
 */
import type { Refusal, ResourceConversion } from "../../allocator/allocator.ts";
import type { Offer_Operation } from "../../model/gen/mesos.ts";
import type { Role } from "../../model/id.ts";
import { NO_RESOURCES, add, subtract } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { shared } from "../../model/select.ts";
import { printUpid } from "../../model/upid.ts";
import { principalOf } from "../authorize/frameworks.ts";
import { operationRefusal } from "../authorize/operations.ts";
import type { Master } from "../master.ts";
import { countKind } from "../metrics.ts";
import { inAgentOrder } from "../offers.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { countOperation } from "../state/operations.ts";
import { must } from "../state/tables.ts";
import { tell } from "../tell.ts";
import { strand } from "./stranded.ts";

export interface Acceptance {
  readonly master: Master;
  readonly framework: Framework;
  readonly agent: Agent;
  /** The role all that is offered is allocated to. */
  readonly role: Role;
  readonly offered: Resources;
  readonly nowMs: number;
  readonly out: Outbox;
  /** Free for the next operation. */
  remaining: Resources;
  /** Shared volumes the next task may use, whether or not another one does already. */
  sharedVolumes: Resources;
  /** Volumes that were resized: not to be used before they are offered again (OPR-11). */
  resized: Resources;
  /** Used by tasks and executors from now on. */
  launched: Resources;
  readonly conversions: ResourceConversion[];
}

export function beginAcceptance(
  master: Master, framework: Framework, agent: Agent,
  { role, offered }: Pick<Acceptance, "role" | "offered">,
  nowMs: number, out: Outbox,
): Acceptance {
  return {
    master, framework, agent, role, offered, nowMs, out,
    remaining: offered,
    sharedVolumes: shared(offered),
    resized: NO_RESOURCES,
    launched: NO_RESOURCES,
    conversions: [],
  };
}

/**
 * Everything that was offered is now used, pending, or goes back: what was converted at once, the untouched rest
 * refused (OFR-14). What is of neither kind is freed disk (stranded.ts).
 */
export function settle(acceptance: Acceptance, refusal: Refusal): void {
  const { master, framework, agent, offered, remaining, resized, launched, conversions } = acceptance;
  const { allocator } = master;
  if (conversions.length > 0) must(allocator.updateAllocation(framework.id, agent.id, offered, conversions));
  // Without conversions all that remains was offered.
  const isUnconverted = conversions.length === 0 && resized.length === 0;
  const returned = isUnconverted ? remaining : add(remaining, resized);
  const converted = isUnconverted ? NO_RESOURCES : subtract(returned, offered);
  const declined = subtract(remaining, converted);
  const freed = resized.length === 0 ? NO_RESOURCES : subtract(subtract(returned, converted), declined);
  const giveBack = (list: Resources, refused: Refusal | undefined): void => {
    if (list.length === 0) return;
    must(allocator.recoverResources(framework.id, agent.id, inAgentOrder(list), refused, "offered"));
  };
  giveBack(converted, undefined);
  giveBack(declined, refusal);
  if (freed.length > 0) strand(master, framework, agent, freed);
  if (launched.length > 0) must(allocator.transitionOfferedToAllocated(agent.id, launched));
}

/** The operation is not carried out: logged, counted, and told to a framework that gave it an id over HTTP (OPR-16). */
export function refuseOperation(
  master: Master, framework: Framework, operation: Offer_Operation, why: string, out: Outbox,
): void {
  const fields = { frameworkId: framework.id, type: operation.type, id: operation.id?.value };
  out.log("warn", `refusing an operation: ${why}`, fields);
  countOperation(master, operation, "OPERATION_ERROR");
  if (operation.id === undefined || framework.connection?.kind !== "http") return;
  const status = { operation_id: operation.id, state: "OPERATION_ERROR", message: why } as const;
  tell(master, framework, { type: "UPDATE_OPERATION_STATUS", update_operation_status: { status } }, out);
}

/** `refuseOperation` for one under way. */
export function refuse({ master, framework, out }: Acceptance, operation: Offer_Operation, why: string): void {
  refuseOperation(master, framework, operation, why, out);
}

/** Refuses an operation that the framework's principal may not do; true if it has. */
export function refuseUnauthorized({ master, framework, out }: Acceptance, operation: Offer_Operation): boolean {
  const refused = operationRefusal(master, principalOf(framework.info), operation);
  if (refused !== undefined) refuseOperation(master, framework, operation, refused, out);
  return refused !== undefined;
}

/** The end of a refusal that names the agent. */
export function onAgent({ agent }: Acceptance): string {
  return `; on agent ${agent.id} at ${printUpid(agent.pid)} (${agent.info.hostname})`;
}

/** One more operation of the framework (MET-41). */
export function countCarriedOut({ counters }: Framework, { type = "UNKNOWN" }: Offer_Operation): void {
  countKind(counters, "operations", type);
}
