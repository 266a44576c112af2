/** UPDATE_FRAMEWORK replaces what a framework says of itself while it stays subscribed (FWK-14 to FWK-17). */
import type { FrameworkInfo } from "../../model/gen/mesos.ts";
import type { Call_UpdateFramework } from "../../model/gen/scheduler.ts";
import { subscriptionRefusal } from "../authorize/frameworks.ts";
import type { HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { text } from "../responses.ts";
import type { Framework } from "../state/framework.ts";
import { frameworkError, offerWishes, updateError } from "../validate/framework.ts";
import { broadcast, updateFramework } from "./subscribe.ts";

/** 200, 400 with what is wrong, or 403 with what is not allowed; agents hear of it only when the FrameworkInfo is another one. */
export function changeFramework(
  master: Master, framework: Framework, call: Call_UpdateFramework, out: Outbox,
): HttpResponse {
  const { framework_info: info, suppressed_roles, offer_constraints } = call;
  const invalid = frameworkError(master, info);
  if (invalid !== undefined) return text(400, `Supplied FrameworkInfo is not valid: ${invalid}`);
  const unchangeable = updateError(framework.info, info);
  if (unchangeable !== undefined) return text(400, `FrameworkInfo update is not valid: ${unchangeable}`);
  const wishes = offerWishes(master.allocator, info, suppressed_roles, offer_constraints);
  if (!wishes.ok) return text(400, `'UpdateFramework' call is not valid: ${wishes.error}`);
  const refused = subscriptionRefusal(master, info);
  if (refused !== undefined) return text(403, refused);
  const changed = canonical(framework.info) !== canonical(info);
  updateFramework(master, framework, info, wishes.value, out);
  if (changed) broadcast(master, framework, out);
  return { status: 200 };
}

/** Equal texts for equal descriptions: roles and capabilities are sets, and the order of fields means nothing. */
function canonical(info: FrameworkInfo): string {
  const roles = [...(info.roles ?? [])].sort();
  const capabilities = (info.capabilities ?? []).map(({ type }) => type).sort();
  return JSON.stringify({ ...info, roles, capabilities }, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
