/**
 * What each call of the operator API needs (ACL-19 to ACL-30, ACL-41 to ACL-49). Lists are filtered where they are
 * made.
 */
import type { Action } from "../../model/acl/actions.ts";
import type { Call_Type } from "../../model/gen/agent.ts";
import type { ContainerID } from "../../model/gen/mesos.ts";
import { printPrincipal } from "../../model/principal.ts";
import type { Principal } from "../../model/principal.ts";
import type { AgentCall } from "../../wire/v1/agent.ts";
import type { HttpResponse } from "../event.ts";
import type { Outbox } from "../outbox.ts";
import { containerKey, executorIn } from "../state.ts";
import type { Agent } from "../state.ts";
import { FORBIDDEN, authorized, userOf } from "./authorize.ts";

type Check = (agent: Agent, principal: Principal | undefined, call: AgentCall) => boolean;

/** For everybody who got this far, or shown in part. */
const ALL: Check = () => true;
const needs = (action: Action): Check => (agent, principal) => authorized(agent, principal, action);

interface ContainerActions {
  /** In a container of an executor. */
  readonly nested: Action;
  /** As the user the command names. */
  readonly asUser?: Action;
  /** In a container without an executor. */
  readonly standalone: Action;
}

const LAUNCH: ContainerActions = {
  nested: "LAUNCH_NESTED_CONTAINER_UNDER_PARENT",
  asUser: "LAUNCH_NESTED_CONTAINER_AS_USER",
  standalone: "LAUNCH_STANDALONE_CONTAINER",
};
const SESSION: ContainerActions = {
  nested: "LAUNCH_NESTED_CONTAINER_SESSION_UNDER_PARENT", asUser: "LAUNCH_NESTED_CONTAINER_SESSION_AS_USER",
  standalone: "LAUNCH_STANDALONE_CONTAINER",
};
const WAIT: ContainerActions = { nested: "WAIT_NESTED_CONTAINER", standalone: "WAIT_STANDALONE_CONTAINER" };
const KILL: ContainerActions = { nested: "KILL_NESTED_CONTAINER", standalone: "KILL_STANDALONE_CONTAINER" };
const REMOVE: ContainerActions = { nested: "REMOVE_NESTED_CONTAINER", standalone: "REMOVE_STANDALONE_CONTAINER" };
const OUTPUT: ContainerActions = { nested: "ATTACH_CONTAINER_OUTPUT", standalone: "ATTACH_CONTAINER_OUTPUT" };
const INPUT: ContainerActions = { nested: "ATTACH_CONTAINER_INPUT", standalone: "ATTACH_CONTAINER_INPUT" };

interface ContainerCall {
  readonly container_id: ContainerID;
  readonly command?: { readonly user?: string };
}

const on = (actions: ContainerActions, called: (call: AgentCall) => ContainerCall | undefined): Check =>
  (agent, principal, call) => {
    const container = called(call);
    return container === undefined || mayTouch(agent, principal, actions, container);
  };

/** Files are checked by whose sandbox they are in. */
export const CALL_CHECKS: Readonly<Record<Call_Type, Check>> = {
  UNKNOWN: ALL,
  GET_HEALTH: ALL,
  GET_FLAGS: needs("VIEW_FLAGS"),
  GET_VERSION: ALL,
  GET_METRICS: ALL,
  GET_LOGGING_LEVEL: ALL,
  SET_LOGGING_LEVEL: needs("SET_LOG_LEVEL"),
  LIST_FILES: ALL,
  READ_FILE: ALL,
  GET_STATE: ALL,
  GET_CONTAINERS: ALL,
  GET_FRAMEWORKS: ALL,
  GET_EXECUTORS: ALL,
  GET_OPERATIONS: ALL,
  GET_TASKS: ALL,
  GET_AGENT: ALL,
  GET_RESOURCE_PROVIDERS: ALL,
  LAUNCH_CONTAINER: on(LAUNCH, ({ launch_container: launch }) => launch),
  WAIT_CONTAINER: on(WAIT, ({ wait_container: wait }) => wait),
  KILL_CONTAINER: on(KILL, ({ kill_container: kill }) => kill),
  REMOVE_CONTAINER: on(REMOVE, ({ remove_container: remove }) => remove),
  LAUNCH_NESTED_CONTAINER: on(LAUNCH, ({ launch_nested_container: launch }) => launch),
  WAIT_NESTED_CONTAINER: on(WAIT, ({ wait_nested_container: wait }) => wait),
  KILL_NESTED_CONTAINER: on(KILL, ({ kill_nested_container: kill }) => kill),
  REMOVE_NESTED_CONTAINER: on(REMOVE, ({ remove_nested_container: remove }) => remove),
  LAUNCH_NESTED_CONTAINER_SESSION: on(SESSION, ({ launch_nested_container_session: launch }) => launch),
  ATTACH_CONTAINER_INPUT: on(INPUT, ({ attach_container_input: input }) =>
    (input?.container_id === undefined ? undefined : { container_id: input.container_id })),
  ATTACH_CONTAINER_OUTPUT: on(OUTPUT, ({ attach_container_output: output }) => output),
  ADD_RESOURCE_PROVIDER_CONFIG: needs("MODIFY_RESOURCE_PROVIDER_CONFIG"),
  UPDATE_RESOURCE_PROVIDER_CONFIG: needs("MODIFY_RESOURCE_PROVIDER_CONFIG"),
  REMOVE_RESOURCE_PROVIDER_CONFIG: needs("MODIFY_RESOURCE_PROVIDER_CONFIG"),
  MARK_RESOURCE_PROVIDER_GONE: needs("MARK_RESOURCE_PROVIDER_GONE"),
  PRUNE_IMAGES: needs("PRUNE_IMAGES"),
};

/** Calls that change something: each is a line of the log. */
const CHANGES: ReadonlySet<Call_Type> = new Set([
  "SET_LOGGING_LEVEL", "LAUNCH_CONTAINER", "KILL_CONTAINER", "REMOVE_CONTAINER", "LAUNCH_NESTED_CONTAINER",
  "KILL_NESTED_CONTAINER", "REMOVE_NESTED_CONTAINER", "LAUNCH_NESTED_CONTAINER_SESSION", "ADD_RESOURCE_PROVIDER_CONFIG",
  "UPDATE_RESOURCE_PROVIDER_CONFIG", "REMOVE_RESOURCE_PROVIDER_CONFIG", "MARK_RESOURCE_PROVIDER_GONE", "PRUNE_IMAGES",
]);

/** Who changed what; `answer` is undefined for one that is under way. */
export function auditCall(
  principal: Principal | undefined, { type = "UNKNOWN" }: AgentCall, answer: HttpResponse | undefined, out: Outbox,
): void {
  if (!CHANGES.has(type)) return;
  const outcome = answer === undefined ? "begun" : answer.status < 400 ? "done" : "refused";
  const status = answer === undefined ? {} : { status: answer.status };
  const fields = { audit: true, principal: printPrincipal(principal), call: type, ...status, outcome };
  out.log(answer?.status === 403 ? "warn" : "info", "audit", fields);
}

/** The answer to whom the call is not allowed; undefined if it is. */
export function callRefusal(agent: Agent, principal: Principal | undefined, call: AgentCall): HttpResponse | undefined {
  return CALL_CHECKS[call.type ?? "UNKNOWN"](agent, principal, call) ? undefined : FORBIDDEN;
}

function mayTouch(
  agent: Agent, principal: Principal | undefined, actions: ContainerActions,
  { container_id: id, command }: ContainerCall,
): boolean {
  const rootId = containerKey(id).split(".")[0]!;
  if (principal !== undefined && principal.value === undefined) return isOwn(principal, actions, id, rootId);
  const owner = executorIn(agent, rootId);
  if (owner === undefined) return authorized(agent, principal, actions.standalone);
  const user = userOf(owner.executor.info, owner.framework.info);
  if (!authorized(agent, principal, actions.nested, user)) return false;
  return actions.asUser === undefined || command === undefined || authorized(
    agent, principal, actions.asUser, command.user,
  );
}

/** An executor has the containers nested in its own; a resource provider those whose names begin with its prefix. */
function isOwn({ claims = {} }: Principal, actions: ContainerActions, id: ContainerID, rootId: string): boolean {
  if (actions === INPUT) return false;
  const own = Object.hasOwn(claims, "cid") && claims["cid"] === rootId;
  const prefix = Object.hasOwn(claims, "cid_prefix") ? claims["cid_prefix"] : undefined;
  return own || (id.parent === undefined && prefix !== undefined && prefix !== "" && id.value.startsWith(prefix));
}
