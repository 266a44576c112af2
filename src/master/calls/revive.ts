/**
 * REVIVE: the framework wants offers for these roles again; what it refused earlier and its suppression are forgotten
 * (OFR-20).
 */
import type { Call_Revive, Call_Suppress } from "../../model/gen/scheduler.ts";
import type { Role } from "../../model/id.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { validateRole } from "../../model/role.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";
import { must } from "../state/tables.ts";

/** No roles: all of the framework's. One bad role and nothing is done. */
export function revive(master: Master, framework: Framework, call: Call_Revive, out: Outbox): void {
  count(master.counters, "messages_revive_offers");
  const roles = subscribedRoles(framework, call.roles);
  if (!roles.ok) return out.log("warn", `dropping REVIVE: ${roles.error}`, { frameworkId: framework.id });
  const revived = roles.value.size > 0 ? roles.value : new Set(framework.roles);
  framework.suppressedRoles = new Set([...framework.suppressedRoles].filter((role) => !revived.has(role)));
  must(master.allocator.reviveRoles(framework.id, roles.value));
}

/** SUPPRESS: no offers for these roles until REVIVE (OFR-19). */
export function suppress(master: Master, framework: Framework, call: Call_Suppress, out: Outbox): void {
  count(master.counters, "messages_suppress_offers");
  const roles = subscribedRoles(framework, call.roles);
  if (!roles.ok) return out.log("warn", `dropping SUPPRESS: ${roles.error}`, { frameworkId: framework.id });
  const suppressed = roles.value.size > 0 ? roles.value : framework.roles;
  framework.suppressedRoles = new Set([...framework.suppressedRoles, ...suppressed]);
  must(master.allocator.suppressRoles(framework.id, roles.value));
}

function subscribedRoles(framework: Framework, roles: readonly string[] | undefined): Result<ReadonlySet<Role>> {
  const subscribed: ReadonlySet<string> = new Set(framework.roles);
  for (const role of roles ?? []) {
    const valid = validateRole(role);
    if (!valid.ok) return err(`role '${role}' is invalid: ${valid.error}`);
    if (!subscribed.has(role)) return err(`role '${role}' is not one of the framework's subscribed roles`);
  }
  return ok(new Set(roles as readonly Role[] | undefined));
}
