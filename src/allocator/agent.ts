/** Agents: what they have, who holds what of it, and what is left. */
import * as L from "../../assembly/layout.ts";
import type { AgentCapabilities } from "../model/capability.ts";
import type { AgentInfo, DomainInfo, Unavailability } from "../model/gen/mesos.ts";
import type { InverseOfferStatus_Status } from "../model/gen/allocator.ts";
import type { AgentId, FrameworkId } from "../model/id.ts";
import type { Table } from "../model/small-map.ts";
import type { Bundle } from "./bundle.ts";
import type { Client } from "./client.ts";
import type { Tally } from "./quantity.ts";
import type { RoleNode } from "./roles.ts";

/** What one client holds of an agent, and the next one in the agent's list. */
export interface Holding {
  readonly client: Client;
  bundle: Bundle;
  next: Holding | undefined;
}

/** What a framework the allocator does not know yet uses. */
export interface Ghost {
  readonly role: string;
  readonly bundle: Bundle;
}

export interface Maintenance {
  readonly unavailability: Unavailability;
  readonly statuses: Map<FrameworkId, { readonly status: InverseOfferStatus_Status; readonly atMs: number }>;
  readonly outstanding: Set<FrameworkId>;
}

export class Agent {
  readonly id: AgentId;
  /** Its number: position in the columns by agent. */
  readonly index: number;
  /** Rises with every agent that comes: no other has had it. */
  number = 0;
  info: AgentInfo;
  capabilities: AgentCapabilities;
  isActive = true;
  total: Bundle;
  available: Bundle;
  /** The first of the list of holdings: most agents have one or two. */
  held: Holding | undefined;
  ghosts: Map<FrameworkId, Ghost[]> | undefined;
  /** What tasks use of what counts against quota, by role. */
  tasks: Table<string, Tally> | undefined;
  maintenance: Maintenance | undefined;
  needs = 0;
  /** All there was when its mask row was computed: see `filters.ts`. */
  maskBase: Bundle;
  /** Copies of shared volumes by holder and identity. */
  sharedCopies: Map<Client | RoleNode, Map<number, number>> | undefined;
  /** Number of the last cycle it changed in: rows of older ones are dropped. */
  changedIn = 0;
  /** Has its row for the kernel to be written again? (agent-rows.ts) */
  isNoted = false;

  constructor(id: AgentId, index: number, info: AgentInfo, capabilities: AgentCapabilities, total: Bundle) {
    this.id = id;
    this.index = index;
    this.info = info;
    this.capabilities = capabilities;
    this.total = total;
    this.available = total;
    this.maskBase = total;
  }

  holding(client: Client): Holding | undefined {
    let at = this.held;
    while (at !== undefined && at.client !== client) at = at.next;
    return at;
  }

  /** Adds to what the client holds. */
  give(client: Client, bundle: Bundle): void {
    const holding = this.holding(client);
    if (holding !== undefined) {
      holding.bundle = holding.bundle.plus(bundle);
      return;
    }
    this.held = { client, bundle, next: this.held };
    client.held++;
  }

  /** The client holds nothing any more. */
  drop(holding: Holding): void {
    if (this.held === holding) {
      this.held = holding.next;
    } else {
      let before = this.held!;
      while (before.next !== holding) before = before.next!;
      before.next = holding.next;
    }
    holding.client.held--;
  }

  *holdings(): Generator<Holding> {
    for (let at = this.held; at !== undefined; at = at.next) yield at;
  }

  /** What is left when everything held is taken out. Shared volumes always are left. */
  computeAvailable(): Bundle {
    let free = this.total.nonShared();
    for (let at = this.held; at !== undefined; at = at.next) free = free.minus(at.bundle.nonShared());
    for (const ghosts of this.ghosts?.values() ?? []) {
      for (const { bundle } of ghosts) free = free.minus(bundle.nonShared());
    }
    return this.total.hasShared ? free.plus(this.total.shared()) : free;
  }
}

/** What the agent asks of clients. */
export function needsOf(agent: Agent, filterGpuResources: boolean, master: DomainInfo | undefined): number {
  const region = agent.info.domain?.fault_domain?.region.name;
  const home = master?.fault_domain?.region.name;
  const isRemote = region !== undefined && home !== undefined && region !== home;
  const hasGpus = agent.total.resources.some((r) => r.name === "gpus" && r.type === "SCALAR" && r.scalar!.value > 0);
  return (
    (hasGpus && filterGpuResources ? L.NEED_GPU : 0) |
    (isRemote ? L.NEED_REGION : 0) |
    (agent.capabilities.has("MULTI_ROLE") ? 0 : L.NEED_SINGLE_ROLE) |
    (agent.capabilities.has("HIERARCHICAL_ROLE") ? 0 : L.NEED_FLAT_ROLE)
  );
}
