/** May a restarted agent keep its id although its flags have changed (AGF-59, AGF-60)? */
import { equalAttributes } from "../model/attribute.ts";
import { printResource, printResources } from "../model/print.ts";
import { containsResource, sameIdentity } from "../model/resource.ts";
import { equals, toResources } from "../model/resources.ts";
import type { AgentInfo } from "../model/gen/mesos.ts";
import { AgentInfoCodec } from "../wire/gen/mesos.ts";

const WAY_OUT =
  "Use --reconfiguration_policy=additive if only resources or attributes were added," +
  " or remove meta/slaves/latest below the work directory to register as a new agent";

/** Why not; undefined when it may. */
export function incompatibility(policy: "equal" | "additive", before: AgentInfo, now: AgentInfo): string | undefined {
  const difference = policy === "equal" ? differs(before, now) : shrinks(before, now);
  return difference === undefined ? undefined : `Incompatible agent info: ${difference}. ${WAY_OUT}`;
}

function differs(before: AgentInfo, now: AgentInfo): string | undefined {
  const old = toResources(before.resources);
  const fresh = toResources(now.resources);
  if (!equals(old, fresh)) return `resources changed from ${printResources(old)} to ${printResources(fresh)}`;
  if (!equalAttributes(before.attributes ?? [], now.attributes ?? [])) return "attributes changed";
  return differsElsewhere(before, now);
}

function shrinks(before: AgentInfo, now: AgentInfo): string | undefined {
  const fresh = toResources(now.resources);
  for (const resource of toResources(before.resources)) {
    const match = fresh.find((candidate) => sameIdentity(candidate, resource));
    if (match === undefined) return `resource not found: ${printResource(resource)}`;
    if (!containsResource(match, resource)) return `${printResource(resource)} decreased to ${printResource(match)}`;
  }
  for (const attribute of before.attributes ?? []) {
    if (!(now.attributes ?? []).some((other) => equalAttributes([attribute], [other]))) {
      return `attribute ${attribute.name} changed`;
    }
  }
  return differsElsewhere(before, before.domain === undefined ? { ...now, domain: undefined } : now);
}

/** hostname, port, domain */
function differsElsewhere(before: AgentInfo, now: AgentInfo): string | undefined {
  if (before.hostname !== now.hostname) return `hostname changed from ${before.hostname} to ${now.hostname}`;
  if (before.port !== now.port) return `port changed from ${before.port} to ${now.port}`;
  const rest = (info: AgentInfo): string => AgentInfoCodec.toJson({ hostname: "", domain: info.domain });
  return rest(before) === rest(now) ? undefined : "domain changed";
}
