/** Subscribing and running tasks: what frameworks need besides their operations (ACL-01, ACL-02). */
import { ALLOW_ALL } from "../../model/acl/authorizer.ts";
import type { FrameworkInfo, TaskInfo } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import type { Master } from "../master.ts";
import { rolesOf } from "../state/frameworks.ts";
import { approver, authorized } from "./authorize.ts";

/** A framework acts as who it says it is; that it is so was checked when it subscribed (FWK-13). */
export function principalOf({ principal }: FrameworkInfo): Principal | undefined {
  return principal === undefined ? undefined : { value: principal };
}

/** Why a framework may not subscribe in its roles; it must be allowed in all of them. */
export function subscriptionRefusal(master: Master, info: FrameworkInfo): string | undefined {
  const roles = rolesOf(info);
  const approve = approver(master, principalOf(info), "REGISTER_FRAMEWORK");
  const { permissive } = master.options.authorizer ?? ALLOW_ALL;
  if (roles.length === 0 ? permissive : roles.every((role) => approve(role))) return undefined;
  return `Not authorized to register framework ${info.id?.value ?? ""} with roles { ${roles.toSorted().join(", ")} }`;
}

/** May the framework run this task as the user it would have? */
export function mayRun(master: Master, info: FrameworkInfo, task: TaskInfo): boolean {
  return authorized(master, principalOf(info), "RUN_TASK", userOf(info, task));
}

export function launchText(info: FrameworkInfo, task: TaskInfo): string {
  const of = `of framework ${info.id?.value ?? ""}`;
  return `launch task ${task.task_id.value} ${of} under user '${userOf(info, task)}'`;
}

function userOf(info: FrameworkInfo, { command, executor }: TaskInfo): string {
  return command?.user ?? executor?.command?.user ?? info.user;
}
