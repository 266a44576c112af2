/**
 * Which endpoint of an agent asks who you are (AUT-11). A path that is not here asks like one that changes something.
 */
export type Realm =
  | "mesos-agent-readonly"
  | "mesos-agent-readwrite"
  | "mesos-agent-executor"
  | "mesos-agent-resource-provider";

const READ = "mesos-agent-readonly";
const WRITE = "mesos-agent-readwrite";

export const REALMS: Readonly<Record<string, Realm | "open">> = {
  "/api/v1": WRITE,
  "/api/v1/executor": "mesos-agent-executor",
  "/api/v1/resource_provider": "mesos-agent-resource-provider",
  "/containerizer/debug": READ,
  "/containers": READ,
  "/files/browse": READ,
  "/files/debug": READ,
  "/files/download": READ,
  "/files/read": READ,
  "/flags": READ,
  "/health": "open",
  "/logging/toggle": WRITE,
  "/metrics/snapshot": READ,
  "/monitor/statistics": READ,
  "/state": READ,
  "/system/stats.json": "open",
  "/version": "open",
};

/** The realm of an endpoint; undefined: it is open. */
export function realmOf(endpoint: string): Realm | undefined {
  const realm = Object.hasOwn(REALMS, endpoint) ? REALMS[endpoint]! : WRITE;
  return realm === "open" ? undefined : realm;
}
