/** Frameworks, and clients: a framework in one role is one client of the kernel. */
import * as L from "../../assembly/layout.ts";
import { capabilitiesFrom } from "../model/capability.ts";
import type { FrameworkCapability } from "../model/capability.ts";
import type { FrameworkInfo, FrameworkInfo_Capability_Type } from "../model/gen/mesos.ts";
import { roleName } from "../model/id.ts";
import type { AgentId, FrameworkId, Role } from "../model/id.ts";
import { quantitiesFrom } from "../model/quantities.ts";
import type { Quantities } from "../model/quantities.ts";
import { DEFAULT_ROLE } from "../model/role.ts";
import type { FrameworkSettings } from "./allocator.ts";
import type { Constraints, RoleConstraints } from "./constraints.ts";
import type { RoleNode } from "./roles.ts";

export class Client {
  readonly framework: Framework;
  readonly role: RoleNode;
  readonly entity: number;
  /** Its bit in the agents' masks. */
  readonly bit: number;
  isActive = false;
  /** On how many agents it holds something. */
  held = 0;
  /** Its constraints, and the address and size of the bits of agents they exclude. */
  constraints: RoleConstraints | undefined;
  excluded = 0;
  excludedBytes = 0;
  minimum = 0;
  minimumBytes = 0;
  /** Number of the last cycle it changed in: rows of older ones are dropped. */
  changedIn = 0;

  constructor(framework: Framework, role: RoleNode, entity: number, bit: number) {
    this.framework = framework;
    this.role = role;
    this.entity = entity;
    this.bit = bit;
  }
}

export class Framework {
  readonly id: FrameworkId;
  settings: FrameworkSettings;
  roles: ReadonlySet<Role>;
  suppressed: ReadonlySet<Role>;
  capabilities: ReadonlySet<FrameworkCapability>;
  minAllocatable: ReadonlyMap<string, readonly Quantities[]>;
  constraints: Constraints;
  isActive = false;
  readonly clients = new Map<string, Client>();
  /** Until when inverse offers of an agent are filtered, one entry per filter. */
  readonly inverseFilters = new Map<AgentId, number[]>();

  constructor(id: FrameworkId, settings: FrameworkSettings, constraints: Constraints) {
    const { info, suppressedRoles } = settings;
    this.id = id;
    this.settings = settings;
    this.capabilities = capabilitiesFrom<FrameworkInfo_Capability_Type>(info.capabilities);
    this.roles = rolesOf(info);
    this.suppressed = suppressedRoles ?? new Set();
    this.minAllocatable = minimaOf(info);
    this.constraints = constraints;
  }
}

/** The roles a framework subscribes to (FWK-30). */
function rolesOf(info: FrameworkInfo): ReadonlySet<Role> {
  const isMultiRole = (info.capabilities ?? []).some((capability) => capability.type === "MULTI_ROLE");
  return new Set(isMultiRole ? (info.roles ?? []).map(roleName) : [roleName(info.role ?? DEFAULT_ROLE)]);
}

/** Per role the least it wants to be offered (FWK-49). */
function minimaOf(info: FrameworkInfo): ReadonlyMap<string, readonly Quantities[]> {
  const result = new Map<string, readonly Quantities[]>();
  for (const [role, { min_allocatable_resources: minima }] of Object.entries(info.offer_filters ?? {})) {
    if (minima !== undefined) {
      result.set(role, (minima.quantities ?? []).map(({ quantities }) => quantitiesFrom(quantities)));
    }
  }
  return result;
}

/** What the framework in this role can take: the bits agents and resources may ask for. */
export function abilities(capabilities: ReadonlySet<FrameworkCapability>, role: string): number {
  const bit = (capability: FrameworkCapability, flag: number): number => (capabilities.has(capability) ? flag : 0);
  return (
    bit("GPU_RESOURCES", L.NEED_GPU) |
    bit("REGION_AWARE", L.NEED_REGION) |
    bit("SHARED_RESOURCES", L.HAS_SHARED) |
    bit("REVOCABLE_RESOURCES", L.HAS_REVOCABLE) |
    bit("RESERVATION_REFINEMENT", L.HAS_REFINED) |
    (capabilities.has("MULTI_ROLE") ? 0 : L.NEED_SINGLE_ROLE) |
    (role.includes("/") ? 0 : L.NEED_FLAT_ROLE)
  );
}
