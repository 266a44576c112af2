/**
 * Who may do what. An ACL says of one action: these principals may do it to these objects. This folder knows the actions
 * (this file), reads ACLs (`acls.ts`) and decides (`authorizer.ts`); what is asked before which verb stands with the verbs:
 * `src/master/authorize/` and `src/agent/authorize/`.
 */

/** What the objects of an ACL are. Roles may be patterns; what is `all or none` cannot be told apart by name. */
type ObjectKind = "names" | "roles" | "all or none";

/** Where the ACLs of an action stand in --acls (ACL-01 to ACL-54). */
export interface AclField {
  /** Member of the ACLs. */
  readonly field: string;
  /** Its member that holds the objects; the other one is `principals`. */
  readonly objects: string;
  readonly kind: ObjectKind;
  /** As messages about it call it. */
  readonly name: string;
}

const names = (field: string, objects: string, name: string): AclField => ({ field, objects, kind: "names", name });
const roles = (field: string, name: string): AclField => ({ field, objects: "roles", kind: "roles", name });
const all = (field: string, objects: string, name: string): AclField => ({ field, objects, kind: "all or none", name });

export const ACTIONS = {
  REGISTER_FRAMEWORK: roles("register_frameworks", "RegisterFramework"),
  RUN_TASK: names("run_tasks", "users", "RunTask"),
  TEARDOWN_FRAMEWORK: names("teardown_frameworks", "framework_principals", "TeardownFramework"),
  RESERVE_RESOURCES: roles("reserve_resources", "ReserveResources"),
  UNRESERVE_RESOURCES: names("unreserve_resources", "reserver_principals", "UnreserveResources"),
  CREATE_VOLUME: roles("create_volumes", "CreateVolume"),
  DESTROY_VOLUME: names("destroy_volumes", "creator_principals", "DestroyVolume"),
  RESIZE_VOLUME: roles("resize_volumes", "ResizeVolume"),
  CREATE_BLOCK_DISK: roles("create_block_disks", "CreateBlockDisk"),
  DESTROY_BLOCK_DISK: roles("destroy_block_disks", "DestroyBlockDisk"),
  CREATE_MOUNT_DISK: roles("create_mount_disks", "CreateMountDisk"),
  DESTROY_MOUNT_DISK: roles("destroy_mount_disks", "DestroyMountDisk"),
  DESTROY_RAW_DISK: roles("destroy_raw_disks", "DestroyRawDisk"),
  UPDATE_WEIGHT: roles("update_weights", "UpdateWeight"),
  GET_QUOTA: roles("get_quotas", "GetQuota"),
  UPDATE_QUOTA: roles("update_quotas", "UpdateQuota"),
  GET_ENDPOINT_WITH_PATH: names("get_endpoints", "paths", "GetEndpoint"),
  VIEW_FRAMEWORK: names("view_frameworks", "users", "ViewFramework"),
  VIEW_TASK: names("view_tasks", "users", "ViewTask"),
  VIEW_EXECUTOR: names("view_executors", "users", "ViewExecutor"),
  VIEW_ROLE: roles("view_roles", "ViewRole"),
  VIEW_FLAGS: all("view_flags", "flags", "ViewFlags"),
  ACCESS_SANDBOX: names("access_sandboxes", "users", "AccessSandbox"),
  ACCESS_MESOS_LOG: all("access_mesos_logs", "logs", "AccessMesosLog"),
  SET_LOG_LEVEL: all("set_log_level", "level", "SetLogLevel"),
  REGISTER_AGENT: all("register_agents", "agents", "RegisterAgent"),
  UPDATE_MAINTENANCE_SCHEDULE: all("update_maintenance_schedules", "machines", "UpdateMaintenanceSchedule"),
  GET_MAINTENANCE_SCHEDULE: all("get_maintenance_schedules", "machines", "GetMaintenanceSchedule"),
  GET_MAINTENANCE_STATUS: all("get_maintenance_statuses", "machines", "GetMaintenanceStatus"),
  START_MAINTENANCE: all("start_maintenances", "machines", "StartMaintenance"),
  STOP_MAINTENANCE: all("stop_maintenances", "machines", "StopMaintenance"),
  DRAIN_AGENT: all("drain_agents", "agents", "DrainAgent"),
  DEACTIVATE_AGENT: all("deactivate_agents", "agents", "DeactivateAgent"),
  REACTIVATE_AGENT: all("reactivate_agents", "agents", "ReactivateAgent"),
  MARK_AGENT_GONE: all("mark_agents_gone", "agents", "MarkAgentGone"),
  VIEW_CONTAINER: names("view_containers", "users", "ViewContainer"),
  LAUNCH_NESTED_CONTAINER_AS_USER: names("launch_nested_containers_as_user", "users", "LaunchNestedContainerAsUser"),
  LAUNCH_NESTED_CONTAINER_UNDER_PARENT: names(
    "launch_nested_containers_under_parent_with_user", "users", "LaunchNestedContainerUnderParentWithUser",
  ),
  LAUNCH_NESTED_CONTAINER_SESSION_AS_USER: names(
    "launch_nested_container_sessions_as_user", "users", "LaunchNestedContainerSessionAsUser",
  ),
  LAUNCH_NESTED_CONTAINER_SESSION_UNDER_PARENT: names(
    "launch_nested_container_sessions_under_parent_with_user", "users", "LaunchNestedContainerSessionUnderParentWithUser",
  ),
  ATTACH_CONTAINER_INPUT: names("attach_containers_input", "users", "AttachContainerInput"),
  ATTACH_CONTAINER_OUTPUT: names("attach_containers_output", "users", "AttachContainerOutput"),
  KILL_NESTED_CONTAINER: names("kill_nested_containers", "users", "KillNestedContainer"),
  WAIT_NESTED_CONTAINER: names("wait_nested_containers", "users", "WaitNestedContainer"),
  REMOVE_NESTED_CONTAINER: names("remove_nested_containers", "users", "RemoveNestedContainer"),
  LAUNCH_STANDALONE_CONTAINER: all("launch_standalone_containers", "users", "LaunchStandaloneContainer"),
  KILL_STANDALONE_CONTAINER: all("kill_standalone_containers", "users", "KillStandaloneContainer"),
  WAIT_STANDALONE_CONTAINER: all("wait_standalone_containers", "users", "WaitStandaloneContainer"),
  REMOVE_STANDALONE_CONTAINER: all("remove_standalone_containers", "users", "RemoveStandaloneContainer"),
  VIEW_STANDALONE_CONTAINER: all("view_standalone_containers", "users", "ViewStandaloneContainer"),
  MODIFY_RESOURCE_PROVIDER_CONFIG: all(
    "modify_resource_provider_configs", "resource_providers", "ModifyResourceProviderConfig",
  ),
  MARK_RESOURCE_PROVIDER_GONE: all("mark_resource_providers_gone", "resource_providers", "MarkResourceProvidersGone"),
  VIEW_RESOURCE_PROVIDER: all("view_resource_providers", "resource_providers", "ViewResourceProvider"),
  PRUNE_IMAGES: all("prune_images", "images", "PruneImages"),
} as const satisfies Readonly<Record<string, AclField>>;

export type Action = keyof typeof ACTIONS;

/** Paths that `get_endpoints` may name (ACL-10). */
export const AUTHORIZABLE_PATHS: ReadonlySet<string> = new Set([
  "/containers", "/containerizer/debug", "/files/debug", "/logging/toggle", "/metrics/snapshot", "/monitor/statistics",
]);
