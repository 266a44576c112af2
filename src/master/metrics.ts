/**
 * Counters of what has happened since this master started: MET-10 to MET-31, named as they are printed but without the
 * leading `master/`. Gauges (how many agents are connected now) are not here: whoever reads them counts the state.
 */
export type Counters = Map<string, number>;

const TASK_ENDS = ["finished", "failed", "killed", "lost", "error", "dropped", "gone", "gone_by_operator"];

const NAMES = [
  "dropped_messages", "http_cache_hits",
  ...["register", "reregister", "unregister", "deactivate"].map((verb) => `messages_${verb}_framework`),
  ...[
    "kill_task", "launch_tasks", "decline_offers", "revive_offers", "suppress_offers", "resource_request",
    "reconcile_tasks", "reconcile_operations", "framework_to_executor", "executor_to_framework", "status_update",
    "status_update_acknowledgement", "operation_status_update", "operation_status_update_acknowledgement",
    "register_slave", "reregister_slave", "unregister_slave", "update_slave", "exited_executor", "authenticate",
  ].map((verb) => `messages_${verb}`),
  ...[
    "framework_to_executor_messages", "executor_to_framework_messages", "status_updates",
    "status_update_acknowledgements", "operation_status_updates", "operation_status_update_acknowledgements",
  ].flatMap((what) => [`valid_${what}`, `invalid_${what}`]),
  ...TASK_ENDS.map((end) => `tasks_${end}`),
  "recovery_slave_removals", "slave_registrations", "slave_reregistrations", "slave_removals",
  ...["unhealthy", "unregistered", "registered"].map((reason) => `slave_removals/reason_${reason}`),
  ...["scheduled", "completed", "canceled"].flatMap((step) => [`slave_shutdowns_${step}`, `slave_unreachable_${step}`]),
];

/** All counters that exist from the start, at zero. */
export function createCounters(): Counters {
  return new Map(NAMES.map((name) => [name, 0]));
}

/** One more `calls`, and one more `calls/accept`: a framework's counters by kind (MET-36 to MET-41). */
export function countKind(counters: Counters, what: "calls" | "events" | "operations", kind: string): void {
  count(counters, what);
  const names = KINDS[what];
  let name = names.get(kind);
  if (name === undefined) names.set(kind, (name = `${what}/${kind.toLowerCase()}`));
  count(counters, name);
}

/** Names of counters by the enum values of the wire, so that each is put together once. */
const KINDS = { calls: new Map<string, string>(), events: new Map<string, string>(), operations: new Map<string, string>() };

/** Adds to a counter; one that is not there yet starts at zero. */
export function count(counters: Counters, name: string, by = 1): void {
  counters.set(name, (counters.get(name) ?? 0) + by);
}
