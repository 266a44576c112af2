/**
 * All the allocator knows, as plain values that do not change any more: what a copy of it is made from (restore.ts), to look
 * ahead or to go on from later. Columns and numbers are not in it but what they mean; what is taken is taken in one go and
 * costs little, since resource lists are never changed in place.
 */
import type { AgentCapabilities } from "../model/capability.ts";
import type { AgentInfo } from "../model/gen/mesos.ts";
import type { AgentId, FrameworkId, Role } from "../model/id.ts";
import type { Resources } from "../model/resources.ts";
import type { Maintenance } from "./agent.ts";
import type { FrameworkSettings, RoleQuota } from "./allocator.ts";
import type { State } from "./state.ts";

/** Number of grants, then the total by number of the resource name. */
type EntityImage = readonly number[];

interface RoleImage {
  readonly name: Role;
  readonly weight: number;
  readonly quota: RoleQuota;
  /** In the share tree: its node, the leaf if that is another one, and the weight of the node once it is looked up. */
  readonly node: EntityImage | undefined;
  readonly leaf: EntityImage | undefined;
  readonly knownWeight: number | undefined;
}

export interface FrameworkImage {
  readonly id: FrameworkId;
  readonly settings: FrameworkSettings;
  readonly suppressed: ReadonlySet<Role>;
  readonly isActive: boolean;
  readonly clients: readonly { readonly role: string; readonly isActive: boolean; readonly entity: EntityImage }[];
  readonly inverseFilters: readonly (readonly [AgentId, readonly number[]])[];
}

export interface AgentImage {
  readonly id: AgentId;
  readonly info: AgentInfo;
  readonly capabilities: AgentCapabilities;
  readonly isActive: boolean;
  readonly total: Resources;
  readonly available: Resources;
  /** As they stand in its list: who (place in `frameworks`), in which role, what. */
  readonly held: readonly (readonly [number, string, Resources])[];
  readonly ghosts: readonly (readonly [FrameworkId, string, Resources])[];
  readonly tasks: readonly (readonly [string, readonly number[]])[];
  readonly maintenance: Maintenance | undefined;
}

/** No state, but it decides in which order resources are listed. */
export interface HandledImage {
  readonly lists: readonly Resources[];
  /** What has a number, in order: identities of resources, items of sets, roles; and how many are too many (compact.ts). */
  readonly identities: readonly string[];
  readonly items: readonly string[];
  readonly roles: readonly string[];
  readonly compactAt: number;
}

export interface AllocatorImage {
  /** Resource names by number; those of ranges and sets. */
  readonly kinds: readonly string[];
  readonly counted: readonly string[];
  /** What it has handled: of the same things in another order it goes on with the order that came first. */
  readonly handled: HandledImage;
  readonly weights: readonly (readonly [string, number])[];
  readonly roles: readonly RoleImage[];
  readonly quotaRoles: readonly string[];
  readonly root: EntityImage;
  readonly frameworks: readonly FrameworkImage[];
  readonly agents: readonly AgentImage[];
  /**
   * Filters in no order, five columns: places of agent and framework, role, what was refused, and the place of its moment in
   * `moments`, which are times with eras, earliest first.
   */
  readonly filters: {
    readonly agents: readonly number[]; readonly frameworks: readonly number[]; readonly roles: readonly string[];
    readonly refused: readonly Resources[]; readonly moments: readonly number[];
  };
  readonly moments: readonly (readonly [untilMs: number, era: number])[];
  readonly whitelist: ReadonlySet<string> | undefined;
  /** Places of the agents the next run is over. */
  readonly candidates: readonly number[];
  readonly isEveryoneCandidate: boolean;
  readonly isRunWanted: boolean;
  readonly isRunning: boolean;
  readonly isPaused: boolean;
  readonly isSettled: boolean;
  readonly runs: number;
  readonly cycle: number;
  readonly expectedAgents: number | undefined;
  readonly era: number;
  readonly nextTickMs: number;
  readonly recoveryDeadlineMs: number | undefined;
  readonly recoveryEra: number;
}

export function imageOf(state: State): AllocatorImage {
  const steps = imageSteps(state);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps: until the last one nothing may change. */
export function* imageSteps(state: State): Generator<void, AllocatorImage> {
  const { roles, bundles } = state;
  const agentPlaces = new Map([...state.agents.keys()].map((id, place) => [id, place]));
  const frameworkPlaces = new Map([...state.frameworks.keys()].map((id, place) => [id, place]));
  const agents = yield* agentsOf(state, frameworkPlaces);
  const filters = yield* filtersOf(state, agentPlaces, frameworkPlaces);
  return {
    kinds: [...bundles.kinds.names],
    counted: [...bundles.counted],
    handled: {
      lists: bundles.known(),
      identities: [...bundles.identities.names],
      items: [...bundles.items.names],
      roles: [...roles.numbers.names],
      compactAt: state.compactAt,
    },
    weights: [...roles.weights],
    roles: rolesOf(state),
    quotaRoles: [...state.quotaRoles].map(({ name }) => name),
    root: entityOf(state, roles.root.node),
    frameworks: frameworksOf(state),
    agents,
    ...filters,
    whitelist: state.whitelist,
    candidates: [...state.candidates].flatMap(({ id }) => agentPlaces.get(id) ?? []),
    isEveryoneCandidate: state.isEveryoneCandidate,
    isRunWanted: state.isRunWanted,
    isRunning: state.isRunning,
    isPaused: state.isPaused,
    isSettled: state.isSettled,
    runs: state.runs,
    cycle: state.cycle,
    expectedAgents: state.expectedAgents,
    era: state.era,
    nextTickMs: state.nextTickMs,
    recoveryDeadlineMs: state.recoveryDeadlineMs,
    recoveryEra: state.recoveryEra,
  };
}

/** Agents in one step. */
const AT_ONCE = 64;

function entityOf({ entities, bundles }: State, entity: number): EntityImage {
  const image = [entities.grantsOf(entity)];
  for (let kind = 0; kind < bundles.kinds.names.length; kind++) image.push(entities.totalOf(entity, kind));
  return image;
}

function rolesOf(state: State): RoleImage[] {
  return [...state.roles.byName.values()].map(({ name, weight, quota, node, leaf, isWeightKnown }) => ({
    name,
    weight,
    quota,
    node: node < 0 ? undefined : entityOf(state, node),
    leaf: leaf < 0 || leaf === node ? undefined : entityOf(state, leaf),
    knownWeight: node >= 0 && isWeightKnown ? state.entities.weightOf(node) : undefined,
  }));
}

function frameworksOf(state: State): FrameworkImage[] {
  return [...state.frameworks.values()].map(({ id, settings, suppressed, isActive, clients, inverseFilters }) => ({
    id,
    settings,
    suppressed,
    isActive,
    clients: [...clients].map(([role, client]) => ({ role, isActive: client.isActive, entity: entityOf(state, client.entity) })),
    inverseFilters: [...inverseFilters].map(([agent, untilMs]) => [agent, [...untilMs]] as const),
  }));
}

function* agentsOf(state: State, places: ReadonlyMap<FrameworkId, number>): Generator<void, AgentImage[]> {
  const images: AgentImage[] = [];
  for (const agent of state.agents.values()) {
    if (images.length % AT_ONCE === AT_ONCE - 1) yield;
    const { id, info, capabilities, isActive, total, available, ghosts, tasks, maintenance } = agent;
    const held: [number, string, Resources][] = [];
    for (let at = agent.held; at !== undefined; at = at.next) {
      held.push([places.get(at.client.framework.id)!, at.client.role.name, at.bundle.resources]);
    }
    images.push({
      id, info, capabilities, isActive, total: total.resources, available: available.resources, held,
      ghosts: [...(ghosts ?? [])].flatMap(([holder, list]) => list.map(({ role, bundle }) => [holder, role, bundle.resources] as const)),
      tasks: [...(tasks ?? [])].map(([role, tally]) => [role, Array.from(tally.values, (value) => value ?? 0)] as const),
      maintenance: maintenance && {
        ...maintenance, statuses: new Map(maintenance.statuses), outstanding: new Set(maintenance.outstanding),
      },
    });
  }
  return images;
}

function* filtersOf(
  { filters, agentAt, clientAt }: State, agentPlaces: ReadonlyMap<AgentId, number>, frameworkPlaces: ReadonlyMap<FrameworkId, number>,
): Generator<void, Pick<AllocatorImage, "filters" | "moments">> {
  const moments = filters.moments();
  const places = new Map(moments.map(([untilMs, era], place) => [`${untilMs} ${era}`, place]));
  const columns = { agents: [] as number[], frameworks: [] as number[], roles: [] as string[], refused: [] as Resources[], moments: [] as number[] };
  yield* filters.visitSteps(8 * AT_ONCE, (agentIndex, bit, refused, untilMs, era) => {
    const [agent, client] = [agentAt[agentIndex], clientAt[bit]];
    if (agent === undefined || client === undefined) return;
    columns.agents.push(agentPlaces.get(agent.id)!);
    columns.frameworks.push(frameworkPlaces.get(client.framework.id)!);
    columns.roles.push(client.role.name);
    columns.refused.push(refused.resources);
    columns.moments.push(places.get(`${untilMs} ${era}`)!);
  });
  return { filters: columns, moments };
}
