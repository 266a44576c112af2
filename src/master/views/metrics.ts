/**
 * Metrics: what this master counts (MET-10 to MET-31), what it finds when it looks (MET-03 to MET-09, MET-32, MET-33),
 * what the allocator says of itself, and what only the shell can measure. Names and values are those of Mesos; every
 * reader, `/metrics/snapshot`, `/metrics` and GET_METRICS, gets the same numbers.
 */
import { parseDuration } from "../../model/duration.ts";
import type { AgentInfo, TaskState } from "../../model/gen/mesos.ts";
import { isRevocable, isShared, milliOf } from "../../model/resource.ts";
import { sum, withoutCopies } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { fromMilli } from "../../model/scalar.ts";
import { isTerminalOperation } from "../../model/task-state.ts";
import { OperationState, Offer_Operation_Type } from "../../wire/gen/shapes/mesos.ts";
import type { HttpRequest, HttpResponse, Readings } from "../event.ts";
import { forbidden } from "../authorize/authorize.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { text } from "../responses.ts";
import type { Agent } from "../state/agent.ts";
import { isConnected } from "../state/framework.ts";
import { answerJson } from "./answer.ts";
import { double, object } from "./json.ts";
import { allocatorMetrics } from "./metrics-allocator.ts";
import { frameworkMetrics } from "./metrics-frameworks.ts";
import { prometheusSamples } from "./prometheus.ts";

/** Numbers by name. */
export type Snapshot = Map<string, number>;

/**
 * GET /metrics/snapshot (EPM-35). Everything is there at once, so a timeout never leaves anything out; it must be one,
 * though.
 */
export function metricsSnapshot(
  master: Master, request: HttpRequest, nowMs: number, out: Outbox,
): HttpResponse | undefined {
  const { query, readings } = request;
  const refused = forbidden(master, request.principal, "GET_ENDPOINT_WITH_PATH", ["/metrics/snapshot"]);
  if (refused !== undefined) return refused;
  if (query["timeout"] !== undefined) {
    const timeout = parseDuration(query["timeout"]);
    if (!timeout.ok) return text(400, `Invalid timeout '${query["timeout"]}': ${timeout.error}.\n`);
  }
  if (readings === undefined) return out.measure(request) as undefined;
  const members = metrics(master, readings, nowMs).map(([name, value]) => [name, double(value)] as const);
  return answerJson(request, object(members));
}

/**
 * GET /metrics: the same for Prometheus. Mesos has no such path, and a client that does not say what it accepts gets
 * the 404 it gets there; Prometheus, browsers and curl do say.
 */
export function prometheus(master: Master, request: HttpRequest, nowMs: number, out: Outbox): HttpResponse | undefined {
  const { headers, readings } = request;
  if (headers["accept"] === undefined) return text(404, "404 Not Found.");
  const refused = forbidden(master, request.principal, "GET_ENDPOINT_WITH_PATH", ["/metrics/snapshot"]);
  if (refused !== undefined) return refused;
  if (readings === undefined) return out.measure(request) as undefined;
  return { status: 200, samples: prometheusSamples(metrics(master, readings, nowMs)) };
}

/** All metrics in the order of their names. */
export function metrics(master: Master, readings: Readings, nowMs: number): readonly (readonly [string, number])[] {
  const snapshot: Snapshot = new Map();
  addGauges(snapshot, master, nowMs);
  addTasks(snapshot, master);
  addCapacities(snapshot, master);
  addOperations(snapshot, master);
  for (const [name, value] of master.counters) add(snapshot, `master/${name}`, value);
  allocatorMetrics(snapshot, master);
  addRegistry(snapshot, master);
  for (const [name, value] of Object.entries(readings)) snapshot.set(name, value);
  const sorted = [...snapshot].sort(([left], [right]) => (left < right ? -1 : 1));
  const at = sorted.findIndex(([name]) => name > "master/frameworks/");
  return [...sorted.slice(0, at), ...frameworkMetrics(master), ...sorted.slice(at)];
}

function add(snapshot: Snapshot, name: string, value: number): void {
  snapshot.set(name, (snapshot.get(name) ?? 0) + value);
}

function addGauges(snapshot: Snapshot, master: Master, nowMs: number): void {
  const agents = [...master.agents.values()];
  const frameworks = [...master.frameworks.values()];
  const parts = (name: string, of: readonly unknown[], yes: number, is: string, not: string): void => {
    snapshot.set(`master/${name}_${is}`, yes).set(`master/${name}_${not}`, of.length - yes);
  };
  parts("slaves", agents, agents.filter(({ connected }) => connected).length, "connected", "disconnected");
  parts("slaves", agents, agents.filter(({ active }) => active).length, "active", "inactive");
  parts("frameworks", frameworks, frameworks.filter(isConnected).length, "connected", "disconnected");
  parts("frameworks", frameworks, frameworks.filter(({ state }) => state === "active").length, "active", "inactive");
  snapshot
    .set("master/uptime_secs", (nowMs - master.options.startedAtMs) / 1000)
    .set("master/elected", master.electedAtMs === undefined ? 0 : 1)
    .set("master/slaves_unreachable", master.unreachableAgents.size)
    .set("master/outstanding_offers", master.offers.size)
    .set("master/operator_event_stream_subscribers", master.subscribers.size);
  // How many events wait is for the shell to say (MET-27).
  for (const kind of ["messages", "dispatches", "http_requests"]) snapshot.set(`master/event_queue_${kind}`, 0);
  for (const { info: { principal } } of frameworks) {
    if (principal === undefined) continue;
    const { received, processed } = master.talks.get(principal) ?? { received: 0, processed: 0 };
    snapshot.set(`frameworks/${principal}/messages_received`, received).set(`frameworks/${principal}/messages_processed`, processed);
  }
}

const TASK_GAUGES: readonly TaskState[] = [
  "TASK_STAGING", "TASK_STARTING", "TASK_RUNNING", "TASK_KILLING", "TASK_UNREACHABLE",
];

function addTasks(snapshot: Snapshot, { frameworks }: Master): void {
  const counts = new Map(TASK_GAUGES.map((state) => [state, 0]));
  const look = (state: TaskState, by: number): void => {
    const before = counts.get(state);
    if (before !== undefined) counts.set(state, before + by);
  };
  for (const { taskStates, unreachableTasks } of frameworks.values()) {
    for (const [state, count] of taskStates) look(state, count);
    for (const { state } of unreachableTasks.values()) look(state, 1);
  }
  for (const [state, value] of counts) snapshot.set(`master/${state.toLowerCase().replace("task_", "tasks_")}`, value);
}

const CAPACITIES = ["cpus", "gpus", "mem", "disk"].flatMap((kind) => [kind, `${kind}_revocable`]);

/** Cpus, gpus, memory and disk: all there is and what is used of it, the revocable part for itself. */
function addCapacities(snapshot: Snapshot, master: Master): void {
  const all = new Float64Array(CAPACITIES.length);
  for (const agent of master.agents.values()) {
    const amounts = capacityOf(agent);
    for (let i = 0; i < all.length; i++) all[i]! += amounts[i]!;
  }
  const used = usedCapacity(master);
  CAPACITIES.forEach((name, i) => {
    const [whole, part] = [all[i]!, used.get(name) ?? 0];
    snapshot
      .set(`master/${name}_total`, fromMilli(whole))
      .set(`master/${name}_used`, fromMilli(part))
      .set(`master/${name}_percent`, whole === 0 ? 0 : part / whole);
  });
}

interface Capacity {
  readonly info: AgentInfo;
  readonly total: Resources;
  /** Thousandths in the order of CAPACITIES. */
  readonly amounts: readonly number[];
}
const KNOWN = new WeakMap<Agent, Capacity>();

/** What an agent has stays the same for long. */
function capacityOf(agent: Agent): readonly number[] {
  const { info, total } = agent;
  const known = KNOWN.get(agent);
  if (known !== undefined && known.info === info && known.total === total) return known.amounts;
  const sums = new Map<string, number>();
  for (const resource of info.resources ?? []) charge(sums, resource.name, milliOf(resource));
  for (const resource of total.filter(isRevocable)) charge(sums, `${resource.name}_revocable`, milliOf(resource));
  const amounts = CAPACITIES.map((name) => sums.get(name) ?? 0);
  KNOWN.set(agent, { info, total, amounts });
  return amounts;
}

/** Of a shared volume an agent has one copy, however many use it. */
function usedCapacity({ agents, frameworks }: Master): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  let isAnyShared = false;
  for (const { used } of frameworks.values()) {
    isAnyShared ||= used.hasShared;
    for (const amounts of used.allocated.values()) for (const [name, milli] of amounts) charge(sums, name, milli);
    for (const amounts of used.revocable.values()) {
      for (const [name, milli] of amounts) {
        charge(sums, name, -milli);
        charge(sums, `${name}_revocable`, milli);
      }
    }
  }
  if (!isAnyShared) return sums;
  for (const { used } of agents.values()) {
    if (!used.hasShared) continue;
    const volumes = withoutCopies(sum(used.lists.flat().filter(isShared)));
    for (const resource of volumes) charge(sums, resource.name, milliOf(resource));
  }
  return sums;
}

function charge(sums: Map<string, number>, name: string, milli: number): void {
  sums.set(name, (sums.get(name) ?? 0) + milli);
}

const OPERATION_TYPES = Object.keys(Offer_Operation_Type.numbers)
  .filter((type) => !["UNKNOWN", "LAUNCH", "LAUNCH_GROUP"].includes(type))
  .map((type) => type.toLowerCase());
const OPERATION_STATES = Object.keys(OperationState.numbers)
  .map((state) => state.replace("OPERATION_", "").toLowerCase())
  .filter((state) => state !== "unsupported" && state !== "unknown");

/** Operations in each state: those under way now, and, from the counters, all that ever ended. */
function addOperations(snapshot: Snapshot, { operations, counters }: Master): void {
  for (const kind of ["", ...OPERATION_TYPES.map((type) => `${type}/`)]) {
    let ended = 0;
    for (const state of OPERATION_STATES) {
      snapshot.set(`master/operations/${kind}${state}`, 0);
      ended += counters.get(`operations/${kind}${state}`) ?? 0;
    }
    snapshot.set(`master/operations/${kind}total`, ended);
  }
  for (const { info, latestStatus } of operations.values()) {
    if (isTerminalOperation(latestStatus.state)) continue;
    const state = latestStatus.state.replace("OPERATION_", "").toLowerCase();
    for (const kind of ["", `${(info.type ?? "UNKNOWN").toLowerCase()}/`]) {
      add(snapshot, `master/operations/${kind}${state}`, 1);
      add(snapshot, `master/operations/${kind}total`, 1);
    }
  }
}

function addRegistry(snapshot: Snapshot, { registry, options }: Master): void {
  let bytes = 0;
  for (const [key, value] of registry) bytes += key.length + value.length;
  snapshot.set("registrar/registry_size_bytes", bytes).set("registrar/queued_operations", 0);
  if (options.flags["registry"] !== "replicated_log") return;
  // The store is one process and has no peers (MET-54).
  snapshot.set("registrar/log/recovered", 1).set("registrar/log/ensemble_size", 1);
}
