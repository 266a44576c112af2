/** Which agents may register (AGT-03, AGT-04). One that may not is ignored: it tries again, until somebody has set it right. */
import type { AgentInfo } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import { isReserved } from "../../model/reservation.ts";
import { toResources } from "../../model/resources.ts";
import { printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import { authorized } from "../authorize/authorize.ts";
import { mayOperate } from "../authorize/operations.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";

/** True, and logged, for one that has not proved who it is where that is asked. */
export function isStranger(master: Master, from: Upid, out: Outbox): boolean {
  if (master.options.authenticateAgents !== true || principalOf(master, from) !== undefined) return false;
  out.log("warn", "ignoring an agent: it is not authenticated", { from });
  return true;
}

/** Its principal must be allowed to register agents, and to reserve what the agent brings reserved. */
export function mayRegister(master: Master, from: Upid, info: AgentInfo, out: Outbox): boolean {
  const principal = principalOf(master, from);
  const resources = toResources(info.resources);
  const reserves = { type: "RESERVE", reserve: { resources } } as const;
  const allowed = authorized(master, principal, "REGISTER_AGENT")
    && (!resources.some((resource) => isReserved(resource)) || mayOperate(master, principal, reserves));
  if (!allowed) {
    const fields = { from, hostname: info.hostname, principal: principal?.value };
    out.log("warn", "ignoring an agent: its principal may not register it, or not with these reservations", fields);
  }
  return allowed;
}

function principalOf({ authentications }: Master, from: Upid): Principal | undefined {
  const value = authentications.principals.get(printUpid(from));
  return value === undefined ? undefined : { value };
}
