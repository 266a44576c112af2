/**
 * Which endpoint asks who you are (AUT-08 to AUT-10): one line per path. A realm asks only if its flag says so, and what
 * is `open` never does. A path that is not here asks like one that changes something.
 */
export type Realm = "mesos-master-readonly" | "mesos-master-readwrite" | "mesos-master-scheduler";

const READ = "mesos-master-readonly";
const WRITE = "mesos-master-readwrite";

export const REALMS: Readonly<Record<string, Realm | "open">> = {
  "/": "open",
  "/__processes__": "open",
  "/files/browse": READ,
  "/files/debug": READ,
  "/files/download": READ,
  "/files/read": READ,
  "/help": "open",
  "/hierarchical-allocator(1)/offer_constraints_debug": READ,
  "/logging/toggle": WRITE,
  "/master/api/v1": WRITE,
  "/master/api/v1/scheduler": "mesos-master-scheduler",
  "/master/create-volumes": WRITE,
  "/master/destroy-volumes": WRITE,
  "/master/flags": READ,
  "/master/frameworks": READ,
  "/master/health": "open",
  "/master/machine/down": WRITE,
  "/master/machine/up": WRITE,
  "/master/maintenance/schedule": WRITE,
  "/master/maintenance/status": READ,
  "/master/quota": WRITE,
  "/master/redirect": "open",
  "/master/reserve": WRITE,
  "/master/roles": READ,
  "/master/slaves": READ,
  "/master/state": READ,
  "/master/state-summary": READ,
  "/master/tasks": READ,
  "/master/teardown": WRITE,
  "/master/unreserve": WRITE,
  "/master/weights": WRITE,
  "/memory-profiler/download/graph": WRITE,
  "/memory-profiler/download/raw": WRITE,
  "/memory-profiler/download/text": WRITE,
  "/memory-profiler/start": WRITE,
  "/memory-profiler/state": WRITE,
  "/memory-profiler/statistics": WRITE,
  "/memory-profiler/stop": WRITE,
  "/metrics": READ,
  "/metrics/snapshot": READ,
  "/profiler/start": WRITE,
  "/profiler/stop": WRITE,
  "/registrar(1)/registry": READ,
  "/system/stats.json": "open",
  "/version": "open",
};

/** The realm of an endpoint by its full path; undefined: it is open. */
export function realmOf(endpoint: string): Realm | undefined {
  const realm = Object.hasOwn(REALMS, endpoint) ? REALMS[endpoint]! : WRITE;
  return realm === "open" ? undefined : realm;
}
