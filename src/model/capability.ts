import type { AgentInfo_Capability, FrameworkInfo_Capability, MasterInfo_Capability } from "./gen/mesos.ts";

/**
 * What frameworks, agents and masters say they can do. On the wire a list of types, here a set; types we do not know
 * yet arrive as UNKNOWN and are left out.
 */
export type FrameworkCapability = Exclude<FrameworkInfo_Capability["type"], "UNKNOWN" | undefined>;
export type AgentCapability = Exclude<AgentInfo_Capability["type"], "UNKNOWN" | undefined>;
export type MasterCapability = Exclude<MasterInfo_Capability["type"], "UNKNOWN" | undefined>;

export type FrameworkCapabilities = ReadonlySet<FrameworkCapability>;
export type AgentCapabilities = ReadonlySet<AgentCapability>;
export type MasterCapabilities = ReadonlySet<MasterCapability>;

/** Everything an up-to-date agent can do, in the order it registers with. */
export const AGENT_CAPABILITIES: AgentCapabilities = new Set([
  "MULTI_ROLE",
  "HIERARCHICAL_ROLE",
  "RESERVATION_REFINEMENT",
  "RESOURCE_PROVIDER",
  "RESIZE_VOLUME",
  "AGENT_OPERATION_FEEDBACK",
  "AGENT_DRAINING",
  "TASK_RESOURCE_LIMITS",
]);

/** Everything this master can do, in the order it is shown. */
export const MASTER_CAPABILITIES: MasterCapabilities = new Set(["AGENT_UPDATE", "AGENT_DRAINING", "QUOTA_V2"]);

/** From the wire's list; the kind of capability follows from the list. */
export function capabilitiesFrom<T extends string>(
  list: readonly { readonly type?: T }[] | undefined,
): ReadonlySet<Exclude<T, "UNKNOWN">> {
  if (list === undefined || list.length === 0) return NONE as ReadonlySet<never>;
  if (last !== undefined && isSameList(last.list, list)) return last.set as ReadonlySet<Exclude<T, "UNKNOWN">>;
  const set = new Set<Exclude<T, "UNKNOWN">>();
  for (const { type } of list) {
    if (type !== undefined && type !== "UNKNOWN") set.add(type as Exclude<T, "UNKNOWN">);
  }
  last = { list, set };
  return set;
}

type CapabilityList = readonly { readonly type?: string }[];

const NONE: ReadonlySet<string> = new Set();

/** A cluster's agents can mostly do the same, and share one set: none is ever changed. */
let last: { readonly list: CapabilityList; readonly set: ReadonlySet<string> } | undefined;

function isSameList(left: CapabilityList, right: CapabilityList): boolean {
  return left.length === right.length && left.every(({ type }, i) => type === right[i]!.type);
}

/** To the wire's list. */
export function capabilityList<T extends string>(capabilities: ReadonlySet<T>): readonly { readonly type: T }[] {
  return [...capabilities].map((type) => ({ type }));
}
