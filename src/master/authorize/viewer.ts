/**
 * What somebody is shown. Lists leave out what their reader may not see, and say nothing about it (AUT-17); who may see
 * everything, which without ACLs is everybody, gets the texts that are kept.
 */
import type { ExecutorInfo, FrameworkInfo, Resource } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import { DEFAULT_ROLE } from "../../model/role.ts";
import type { Resources } from "../../model/resources.ts";
import type { Master } from "../master.ts";
import type { Task } from "../state/task.ts";
import { approver } from "./authorize.ts";

export interface Viewer {
  /** Nothing is hidden from this one. */
  readonly seesAll: boolean;
  framework(info: FrameworkInfo): boolean;
  task(task: Pick<Task, "user">, of: FrameworkInfo): boolean;
  executor(info: ExecutorInfo, of: FrameworkInfo): boolean;
  role(role: string): boolean;
  /** Every role it is reserved to, and the one it is allocated to. */
  resource(resource: Resource): boolean;
  resources(all: Resources): Resources;
}

const yes = (): boolean => true;

export const SEES_ALL: Viewer = {
  seesAll: true, framework: yes, task: yes, executor: yes, role: yes, resource: yes, resources: (all) => all,
};

export function viewerOf(master: Master, principal: Principal | undefined): Viewer {
  if (master.options.authorizer === undefined) return SEES_ALL;
  const [frameworks, tasks, executors, roles] =
    (["VIEW_FRAMEWORK", "VIEW_TASK", "VIEW_EXECUTOR", "VIEW_ROLE"] as const).map((action) => approver(master, principal, action));
  const role = (name: string): boolean => roles!(name);
  const resource = ({ role: old, reservations = [], allocation_info: allocation }: Resource): boolean =>
    (old === undefined || old === DEFAULT_ROLE || role(old))
    && reservations.every((reservation) => role(reservation.role ?? DEFAULT_ROLE))
    && (allocation?.role === undefined || role(allocation.role));
  return {
    seesAll: false,
    framework: ({ user }) => frameworks!(user),
    task: ({ user }, of) => tasks!(user ?? of.user),
    executor: ({ command }, of) => executors!(command?.user ?? of.user),
    role,
    resource,
    resources: (all) => (all.every(resource) ? all : all.filter(resource)),
  };
}
