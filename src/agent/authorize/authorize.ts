/**
 * Who may do what at an agent: the ACLs of its own --acls decide, and for executors, which are known by the claims of
 * their token and have no name, that they may touch their own containers only (AUT-18).
 *
 *     authorized, endpointRefusal   one action; an endpoint of `get_endpoints` (this file)
 *     calls.ts                      every call of the operator API and what it needs
 *     executors.ts                  is this the executor it says it is?
 *     viewer.ts                     what somebody is shown: the rest is left out
 */
import { AUTHORIZABLE_PATHS } from "../../model/acl/actions.ts";
import type { Action } from "../../model/acl/actions.ts";
import { ALLOW_ALL } from "../../model/acl/authorizer.ts";
import type { Approver } from "../../model/acl/authorizer.ts";
import type { FrameworkInfo, ExecutorInfo } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import type { HttpResponse } from "../event.ts";
import { text } from "../http/answers.ts";
import type { Agent } from "../state.ts";

export const FORBIDDEN: HttpResponse = text(403, "403 Forbidden.");

/** For asking about many objects. */
export function approver(agent: Agent, principal: Principal | undefined, action: Action): Approver {
  return (agent.options.authorizer ?? ALLOW_ALL).approver(principal, action);
}

/** `object`: a user, role or path, as the action wants it; none stands for any. */
export function authorized(agent: Agent, principal: Principal | undefined, action: Action, object?: string): boolean {
  return approver(agent, principal, action)(object);
}

/** The answer to whom an endpoint of those that `get_endpoints` names is not shown; undefined for everybody else. */
export function endpointRefusal(
  agent: Agent, principal: Principal | undefined, endpoint: string,
): HttpResponse | undefined {
  if (!AUTHORIZABLE_PATHS.has(endpoint)) return undefined;
  return authorized(agent, principal, "GET_ENDPOINT_WITH_PATH", endpoint) ? undefined : FORBIDDEN;
}

/** The user that counts for what an executor runs. */
export function userOf({ command }: ExecutorInfo, { user }: FrameworkInfo): string {
  return command?.user ?? user;
}
