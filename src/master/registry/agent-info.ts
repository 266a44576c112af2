import type { AgentInfo, Attribute, DomainInfo, Resource } from "../../model/gen/mesos.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import { equals, toResources } from "../../model/resources.ts";

const DEFAULT_AGENT_PORT = 5051;

/** Do both describe the same agent? Order of resources and attributes, and the format of reservations do not matter. */
export function sameAgentInfo(left: AgentInfo, right: AgentInfo): boolean {
  return (
    left.id?.value === right.id?.value &&
    left.hostname === right.hostname &&
    (left.port ?? DEFAULT_AGENT_PORT) === (right.port ?? DEFAULT_AGENT_PORT) &&
    (left.checkpoint ?? false) === (right.checkpoint ?? false) &&
    sameDomain(left.domain, right.domain) &&
    sameAttributes(left.attributes ?? [], right.attributes ?? []) &&
    sameResources(left.resources ?? [], right.resources ?? [])
  );
}

/** Mostly the very same objects. */
function sameResources(left: readonly Resource[], right: readonly Resource[]): boolean {
  if (left.length === right.length && left.every((resource, i) => resource === right[i])) return true;
  return equals(toResources(upgradeResources(left)), toResources(upgradeResources(right)));
}

function sameDomain(left: DomainInfo | undefined, right: DomainInfo | undefined): boolean {
  return (
    left?.fault_domain?.region.name === right?.fault_domain?.region.name &&
    left?.fault_domain?.zone.name === right?.fault_domain?.zone.name
  );
}

function sameAttributes(left: readonly Attribute[], right: readonly Attribute[]): boolean {
  if (left.length !== right.length) return false;
  if (left.length === 0) return true;
  const others = right.map(attributeKey);
  return left.every((attribute) => {
    const at = others.indexOf(attributeKey(attribute));
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  });
}

function attributeKey({ name, type, scalar, ranges, set, text }: Attribute): string {
  return JSON.stringify([name, type, scalar?.value, ranges?.range, set?.item?.toSorted(), text?.value]);
}
