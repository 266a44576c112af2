/**
 * Everything that can be called at a master: what it needs (which the verb asks for in its own file), and whether it changes
 * something, so that it is written into the log (`../audit.ts`). A call that is not in this table does not compile; one that
 * does not ask for what stands here fails a test.
 */
import type { Action } from "../../model/acl/actions.ts";
import type { Call_Type as OperatorCallType } from "../../model/gen/master.ts";
import type { Call_Type as SchedulerCallType } from "../../model/gen/scheduler.ts";

export interface Need {
  /** All of them. `filtered`: what may not be seen is left out. None: everybody may. */
  readonly needs: readonly Action[] | "filtered";
  readonly changes: boolean;
}

const open: Need = { needs: [], changes: false };
const filtered: Need = { needs: "filtered", changes: false };
const read = (...needs: readonly Action[]): Need => ({ needs, changes: false });
const change = (...needs: readonly Action[]): Need => ({ needs, changes: true });

export const OPERATOR_CALLS: Readonly<Record<OperatorCallType, Need>> = {
  UNKNOWN: open,
  GET_HEALTH: open,
  GET_FLAGS: read("VIEW_FLAGS"),
  GET_VERSION: open,
  GET_METRICS: open,
  GET_LOGGING_LEVEL: open,
  SET_LOGGING_LEVEL: change("SET_LOG_LEVEL"),
  // No path is attached to a master's files.
  LIST_FILES: open,
  READ_FILE: open,
  GET_STATE: filtered,
  GET_AGENTS: filtered,
  GET_FRAMEWORKS: filtered,
  GET_EXECUTORS: filtered,
  GET_OPERATIONS: filtered,
  GET_TASKS: filtered,
  GET_ROLES: filtered,
  GET_WEIGHTS: filtered,
  UPDATE_WEIGHTS: change("UPDATE_WEIGHT"),
  GET_MASTER: open,
  SUBSCRIBE: filtered,
  RESERVE_RESOURCES: change("RESERVE_RESOURCES"),
  UNRESERVE_RESOURCES: change("UNRESERVE_RESOURCES"),
  CREATE_VOLUMES: change("CREATE_VOLUME"),
  DESTROY_VOLUMES: change("DESTROY_VOLUME"),
  GROW_VOLUME: change("RESIZE_VOLUME"),
  SHRINK_VOLUME: change("RESIZE_VOLUME"),
  GET_MAINTENANCE_STATUS: filtered,
  GET_MAINTENANCE_SCHEDULE: filtered,
  UPDATE_MAINTENANCE_SCHEDULE: change("UPDATE_MAINTENANCE_SCHEDULE"),
  START_MAINTENANCE: change("START_MAINTENANCE"),
  STOP_MAINTENANCE: change("STOP_MAINTENANCE"),
  DRAIN_AGENT: change("DRAIN_AGENT"),
  DEACTIVATE_AGENT: change("DEACTIVATE_AGENT"),
  REACTIVATE_AGENT: change("REACTIVATE_AGENT"),
  GET_QUOTA: filtered,
  UPDATE_QUOTA: change("UPDATE_QUOTA"),
  SET_QUOTA: change("UPDATE_QUOTA"),
  REMOVE_QUOTA: change("UPDATE_QUOTA"),
  TEARDOWN: change("TEARDOWN_FRAMEWORK"),
  MARK_AGENT_GONE: change("MARK_AGENT_GONE"),
};

/** Frameworks speak of what is theirs; operations and tasks of ACCEPT have needs of their own (operations.ts, frameworks.ts). */
export const SCHEDULER_CALLS: Readonly<Record<SchedulerCallType, Need>> = {
  UNKNOWN: open,
  SUBSCRIBE: change("REGISTER_FRAMEWORK"),
  TEARDOWN: change(),
  ACCEPT: change("RUN_TASK"),
  DECLINE: open,
  ACCEPT_INVERSE_OFFERS: open,
  DECLINE_INVERSE_OFFERS: open,
  REVIVE: open,
  SUPPRESS: open,
  KILL: change(),
  SHUTDOWN: change(),
  ACKNOWLEDGE: open,
  ACKNOWLEDGE_OPERATION_STATUS: open,
  RECONCILE: open,
  RECONCILE_OPERATIONS: open,
  MESSAGE: open,
  REQUEST: open,
  UPDATE_FRAMEWORK: change("REGISTER_FRAMEWORK"),
};

/** Endpoints that do what a call of the operator API does. */
export const WRITING_ENDPOINTS: Readonly<Record<string, OperatorCallType>> = {
  "POST /master/create-volumes": "CREATE_VOLUMES",
  "POST /master/destroy-volumes": "DESTROY_VOLUMES",
  "POST /master/machine/down": "START_MAINTENANCE",
  "POST /master/machine/up": "STOP_MAINTENANCE",
  "POST /master/maintenance/schedule": "UPDATE_MAINTENANCE_SCHEDULE",
  "POST /master/quota": "SET_QUOTA",
  "DELETE /master/quota": "REMOVE_QUOTA",
  "POST /master/reserve": "RESERVE_RESOURCES",
  "POST /master/teardown": "TEARDOWN",
  "POST /master/unreserve": "UNRESERVE_RESOURCES",
  "PUT /master/weights": "UPDATE_WEIGHTS",
};
