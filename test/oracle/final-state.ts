/** What the recordings keep of the state after the last step, to find out where two engines drifted apart. */
import type { FinalState, Quantities, RoleState } from "../golden/allocator/format.ts";
import type { Amounts } from "./amounts.ts";
import type { Cluster } from "./cluster.ts";
import type { Role } from "./role-tree.ts";

export function finalState({ roleSorter, frameworkSorters, roles, agents }: Cluster): FinalState {
  return {
    role_order: roleSorter.sort(),
    framework_order: record(frameworkSorters, (sorter) => sorter.sort()),
    roles: record(roles.roles, roleState),
    available: record(agents, (agent) => agent.available),
  };
}

function roleState(role: Role): RoleState {
  return {
    quota_consumed_by_offers_and_tasks: quantities(role.quotaConsumedByOffersAndTasks),
    quota_consumed_by_tasks: quantities(role.quotaConsumedByTasks),
    reserved: quantities(role.reserved),
    reserved_in_use: quantities(role.reservedInUse.total),
  };
}

function quantities(amounts: Amounts): Quantities {
  return Object.fromEntries(amounts);
}

function record<T, R>(map: ReadonlyMap<string, T>, convert: (value: T) => R): Record<string, R> {
  return Object.fromEntries([...map].map(([key, value]) => [key, convert(value)]));
}
