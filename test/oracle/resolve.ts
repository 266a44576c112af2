/** What a move means in the present state of the master. */
import type { Offer_Operation, Resource } from "../../src/model/gen/mesos.ts";
import type { OfferConstraints } from "../../src/model/gen/scheduler.ts";
import { isStrictSubroleOf } from "../../src/model/role.ts";
import { isUnreserved, popReservation, pushReservation, roleOf } from "../../src/model/reservation.ts";
import {
  isIndivisible, isPersistentVolume, isRevocable, isShared, withoutPersistence,
} from "../../src/model/resource.ts";
import { add, contains, countOf, subtract, toResources, withoutCopies } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import type { Quantities, ScenarioOptions, Step } from "../golden/allocator/format.ts";
import type { MasterSide } from "../golden/allocator/master-side.ts";
import type { FrameworkMove, Move, OperationMove, Pick, Share } from "./moves.ts";
import { part } from "./parts.ts";

/** What names tasks and volumes so that no name is used twice in a script. */
export class Names {
  private used = 0;

  next(prefix: string): string {
    return `${prefix}${++this.used}`;
  }
}

/** The step a move means now; undefined when it means nothing. A batch is resolved move by move by whoever plays it. */
export function resolve(
  move: Exclude<Move, { readonly do: "batch" }>, master: MasterSide, options: ScenarioOptions, names: Names,
): Step | undefined {
  switch (move.do) {
    case "advance":
      return { do: "advance", seconds: move.quarters / 4 };
    case "add_agent":
      return addAgent(move, master, options, names);
    case "update_agent":
      return updateAgent(move, master);
    case "remove_agent": {
      const agent = pickKey(master.agents, move.agent);
      const orphans = [...master.tasks.values()].some(
        (task) => task.agent === agent && !master.frameworks.has(task.framework),
      );
      return agent === undefined || orphans ? undefined : { do: "remove_agent", agent };
    }
    case "activate_agent":
    case "deactivate_agent": {
      const agent = pickKey(master.agents, move.agent);
      return agent === undefined ? undefined : { do: move.do, agent };
    }
    case "add_resource_provider": {
      const agent = pickKey(master.agents, move.agent);
      const framework = move.user === undefined ? undefined : pickKey(master.frameworks, move.user);
      if (agent === undefined) return undefined;
      const resources = [providerDisk(names.next("p"), move.size)];
      const used = framework === undefined ? [] : [{ framework, role: move.role, resources }];
      return { do: "add_resource_provider", agent, resources, used };
    }
    case "update_available": {
      const agent = pickKey(master.agents, move.agent);
      if (agent === undefined || master.agents.get(agent)!.totalReplaced) return undefined;
      const { total } = master.agents.get(agent)!;
      const operation = operationOn(total, move.operation, move.operation.role, agent, master, names, []);
      return operation && { do: "update_available", agent, operations: [operation] };
    }
    case "whitelist":
      return { do: "whitelist", hosts: move.hosts && move.hosts.map((agent) => `S${agent}`) };
    case "maintenance": {
      const agent = pickKey(master.agents, move.agent);
      if (agent === undefined) return undefined;
      return { do: "maintenance", agent, unavailability: move.unavailability };
    }
    case "add_framework": {
      const id = `F${move.framework}`;
      return master.frameworks.has(id) ? undefined : { do: "add_framework", id, active: move.active, ...fields(move) };
    }
    case "update_framework": {
      const framework = pickFramework(master, move.framework, true);
      return framework === undefined ? undefined : { do: "update_framework", framework, ...fields(move) };
    }
    case "remove_framework": {
      const framework = pickKey(master.frameworks, move.framework);
      return framework === undefined ? undefined : { do: "remove_framework", framework };
    }
    case "deactivate_framework":
    case "activate_framework": {
      const framework = pickFramework(master, move.framework, move.do === "deactivate_framework");
      return framework === undefined ? undefined : { do: move.do, framework };
    }
    case "suppress":
    case "revive": {
      const framework = pickFramework(master, move.framework, true);
      if (framework === undefined) return undefined;
      const roles = matching(master.frameworks.get(framework)!.args.roles, move.roles);
      return { do: move.do, framework, roles };
    }
    case "decline":
    case "rescind": {
      const offers = pickKeys(master.offers, move.offers);
      if (offers.length === 0) return undefined;
      return move.do === "rescind" ? { do: "rescind", offers } : { do: "decline", offers, refuse_seconds: move.refuse };
    }
    case "accept":
      return accept(move, master, names);
    case "release": {
      const running = [...master.tasks].filter(([, task]) => master.frameworks.has(task.framework));
      const tasks = pickKeys(new Map(running), move.tasks);
      return tasks.length === 0 ? undefined : { do: "release", tasks };
    }
    case "inverse_response": {
      const offer = pickKey(master.inverseOffers, move.offer);
      if (offer === undefined) return undefined;
      return { do: "inverse_response", inverse_offers: [offer], status: move.status, refuse_seconds: move.refuse };
    }
    case "inverse_rescind": {
      const offer = pickKey(master.inverseOffers, move.offer);
      return offer === undefined ? undefined : { do: "inverse_rescind", inverse_offers: [offer] };
    }
    case "recover":
      if (master.agents.size > 0) return undefined;
      return { do: "recover", expected_agents: move.agents, quotas: move.quotas };
    default:
      return move;
  }
}

function addAgent(
  move: Extract<Move, { readonly do: "add_agent" }>, master: MasterSide, options: ScenarioOptions, names: Names,
): Step | undefined {
  const id = `S${move.agent}`;
  if (master.agents.has(id)) return undefined;
  let free = toResources(move.resources);
  const used = move.used.flatMap(({ framework, role, share }) => {
    const resources = shareOf(free.filter((resource) => mayUse(resource, role)), share);
    if (resources.length === 0) return [];
    free = subtract(free, resources.filter((resource) => !isShared(resource)));
    return [{ task: names.next("T"), framework: `F${framework}`, role, resources }];
  });
  const { resources, attributes, capabilities, unavailability } = move;
  const domain = options.domain && move.domain;
  return { do: "add_agent", id, resources, attributes, domain, capabilities, unavailability, used };
}

function updateAgent(move: Extract<Move, { readonly do: "update_agent" }>, master: MasterSide): Step | undefined {
  const agent = pickKey(master.agents, move.agent);
  if (agent === undefined) return undefined;
  const { attributes, capabilities, plain, revocable } = move;
  let resources: readonly Resource[] | undefined;
  if (plain !== undefined || revocable !== undefined) {
    const isReplaced = (resource: Resource): boolean =>
      isUnreserved(resource) && resource.scalar !== undefined && resource.disk === undefined &&
      (isRevocable(resource) ? revocable : plain)?.[resource.name] !== undefined;
    resources = [
      ...withoutCopies(master.agents.get(agent)!.total).filter((resource) => !isReplaced(resource)),
      ...scalars(plain ?? {}),
      ...scalars(revocable ?? {}).map((resource) => ({ ...resource, revocable: {} })),
    ];
  }
  return { do: "update_agent", agent, resources, attributes, capabilities };
}

function accept(move: Extract<Move, { readonly do: "accept" }>, master: MasterSide, names: Names): Step | undefined {
  const offer = pickKey(master.offers, move.offer);
  if (offer === undefined) return undefined;
  const { agent, framework, role, resources: offered } = master.offers.get(offer)!;
  const { capabilities } = master.frameworks.get(framework)!.args;
  const operations: Offer_Operation[] = [];
  let remainder = offered;
  for (const wanted of master.agents.get(agent)!.totalReplaced ? [] : move.operations) {
    const operation = operationOn(remainder, wanted, role, agent, master, names, capabilities, offer);
    if (operation === undefined) continue;
    operations.push(operation);
    remainder = applied(remainder, operation);
  }
  const volumes = withoutCopies(remainder).filter(isShared);
  const tasks = move.tasks.flatMap(({ share, sharedAgain }) => {
    const taken = shareOf(withoutCopies(remainder), share);
    const resources = sharedAgain ? withoutCopies([...taken, ...volumes]) : taken;
    if (resources.length === 0) return [];
    remainder = subtract(remainder, resources);
    return [{ task: names.next("T"), resources }];
  });
  return { do: "accept", offer, operations, tasks, refuse_seconds: move.refuse };
}

/** The operation on some of the resources; undefined if there is nothing it could be done to. */
function operationOn(
  resources: Resources, { type, resource: pick, whole, shared }: OperationMove, role: string, agent: string,
  master: MasterSide, names: Names, capabilities: readonly string[], offer?: string,
): Offer_Operation | undefined {
  const choose = (fits: (resource: Resource) => boolean): Resource | undefined => {
    const fitting = resources.filter(fits);
    const chosen = fitting[pick % fitting.length];
    return chosen && (whole || isShared(chosen) ? chosen : part(chosen));
  };
  switch (type) {
    case "RESERVE": {
      const chosen = choose((resource) => !isPersistentVolume(resource) && mayReserve(resource, role));
      const reserved = chosen && pushReservation(chosen, { type: "DYNAMIC", role, principal: "p" });
      return reserved && { type, reserve: { resources: [reserved] } };
    }
    case "UNRESERVE": {
      const chosen = choose((resource) => !isPersistentVolume(resource) && isDynamic(resource));
      return chosen && { type, unreserve: { resources: [chosen] } };
    }
    case "CREATE": {
      const chosen = choose((resource) => isDynamic(resource) && mayCarryVolume(resource));
      if (chosen === undefined) return undefined;
      const persistence = { id: names.next("v"), principal: "p" };
      const volume = { container_path: "data", mode: "RW" } as const;
      const mayShare = offer === undefined || capabilities.includes("SHARED_RESOURCES");
      const sharing = shared && mayShare ? { shared: {} } : {};
      return { type, create: { volumes: [{ ...chosen, disk: { ...chosen.disk, persistence, volume }, ...sharing }] } };
    }
    case "DESTROY": {
      const others = [...[...master.offers].filter(([id]) => id !== offer), ...master.tasks];
      const isHeld = (volume: Resource): boolean =>
        others.some(([, held]) => held.agent === agent && contains(held.resources, [volume]));
      const chosen = choose(
        (resource) => isPersistentVolume(resource) && countOf(resources, resource) === 1 && !isHeld(resource),
      );
      return chosen && { type, destroy: { volumes: [chosen] } };
    }
  }
}

function applied(resources: Resources, operation: Offer_Operation): Resources {
  const swap = (from: Resource, to: Resource): Resources => add(subtract(resources, [from]), [to]);
  const [reserved] = operation.reserve?.resources ?? [];
  if (reserved !== undefined) return swap(popReservation(reserved), reserved);
  const [unreserved] = operation.unreserve?.resources ?? [];
  if (unreserved !== undefined) return swap(unreserved, popReservation(unreserved));
  const [created] = operation.create?.volumes ?? [];
  if (created !== undefined) return swap(withoutPersistence(created), created);
  const [destroyed] = operation.destroy?.volumes ?? [];
  return swap(destroyed!, withoutPersistence(destroyed!));
}

/** For its role or one above, but not for everybody. */
function mayReserve(resource: Resource, role: string): boolean {
  return role !== "*" && (isUnreserved(resource) || isStrictSubroleOf(role, roleOf(resource)));
}

function mayCarryVolume(resource: Resource): boolean {
  return resource.name === "disk" && !isPersistentVolume(resource) && !isRevocable(resource);
}

function mayUse(resource: Resource, role: string): boolean {
  return isUnreserved(resource) || role === roleOf(resource) || isStrictSubroleOf(role, roleOf(resource));
}

function isDynamic(resource: Resource): boolean {
  return resource.reservations?.at(-1)?.type === "DYNAMIC";
}

function shareOf(resources: Resources, share: Share): Resources {
  return resources.flatMap((resource, i) => {
    const much = share.length === 0 ? 0 : share[i % share.length]!;
    if (much === 0) return [];
    return much === 2 || isIndivisible(resource) ? [resource] : [part(resource)];
  });
}

function fields(move: FrameworkMove): {
  roles: readonly string[]; capabilities: readonly string[]; suppressed_roles: readonly string[];
  offer_constraints?: OfferConstraints; min_allocatable?: Readonly<Record<string, readonly Quantities[]>>;
} {
  const roles = move.capabilities.includes("MULTI_ROLE") ? move.roles : move.roles.slice(0, 1);
  return {
    roles,
    capabilities: move.capabilities,
    suppressed_roles: matching(roles, move.suppressed),
    offer_constraints: move.constraints,
    min_allocatable: move.minAllocatable,
  };
}

function scalars(amounts: Quantities): Resource[] {
  return Object.entries(amounts).map(([name, value]) => ({ name, type: "SCALAR", scalar: { value } }));
}

function providerDisk(id: string, value: number): Resource {
  return {
    name: "disk", type: "SCALAR", scalar: { value }, provider_id: { value: id },
    disk: { source: { type: "MOUNT", mount: { root: `/${id}` }, id, profile: "fast" } },
  };
}

function pickFramework(master: MasterSide, pick: Pick, active: boolean): string | undefined {
  return pickKey(new Map([...master.frameworks].filter(([, framework]) => framework.active === active)), pick);
}

function pickKey(map: ReadonlyMap<string, unknown>, pick: Pick): string | undefined {
  return map.size === 0 ? undefined : [...map.keys()][pick % map.size];
}

function pickKeys(map: ReadonlyMap<string, unknown>, picks: readonly Pick[]): string[] {
  const keys = picks.map((pick) => pickKey(map, pick));
  return [...new Set(keys.filter((key) => key !== undefined))];
}

function matching<T>(list: readonly T[], pattern: readonly boolean[]): T[] {
  return list.filter((_, i) => pattern[i] === true);
}
