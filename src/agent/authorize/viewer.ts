/**
 * What somebody is shown at an agent. Lists leave out what their reader may not see, and say nothing about it (AUT-17).
 */
import type { ExecutorInfo, FrameworkInfo, Resource } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import { DEFAULT_ROLE } from "../../model/role.ts";
import type { Agent } from "../state.ts";
import { approver, userOf } from "./authorize.ts";

export interface Viewer {
  framework(info: FrameworkInfo): boolean;
  task(task: { readonly user?: string }, of: FrameworkInfo): boolean;
  executor(info: ExecutorInfo, of: FrameworkInfo): boolean;
  role(role: string): boolean;
  /** Every role it is reserved to, and the one it is allocated to. */
  resource(resource: Resource): boolean;
  /** The flags this agent was started with. */
  readonly flags: boolean;
}

export function viewerOf(agent: Agent, principal: Principal | undefined): Viewer {
  const frameworks = approver(agent, principal, "VIEW_FRAMEWORK");
  const tasks = approver(agent, principal, "VIEW_TASK");
  const executors = approver(agent, principal, "VIEW_EXECUTOR");
  const roles = approver(agent, principal, "VIEW_ROLE");
  return {
    framework: ({ user }) => frameworks(user),
    task: ({ user }, of) => tasks(user ?? of.user),
    executor: (info, of) => executors(userOf(info, of)),
    role: (role) => roles(role),
    resource: ({ reservations = [], allocation_info: allocation }) =>
      reservations.every(({ role }) => roles(role ?? DEFAULT_ROLE)) &&
      (allocation?.role === undefined || roles(allocation.role)),
    flags: approver(agent, principal, "VIEW_FLAGS")(),
  };
}
