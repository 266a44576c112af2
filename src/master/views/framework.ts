/** One framework: as legacy JSON (JSN-06, JSN-07), and as the Framework message of the operator API. */
import { timeInfo } from "../../model/duration.ts";
import type { CommandInfo, ExecutorInfo, Offer as OfferMessage } from "../../model/gen/mesos.ts";
import type { Response_GetFrameworks_Framework } from "../../model/gen/master.ts";
import { DEFAULT_ROLE } from "../../model/role.ts";
import { withoutCopies } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { printUpid } from "../../model/upid.ts";
import { EnvironmentCodec } from "../../wire/gen/mesos.ts";
import { OfferConstraintsCodec } from "../../wire/gen/scheduler.ts";
import type { Piece } from "../../wire/pieces.ts";
import { SEES_ALL } from "../authorize/viewer.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { Master } from "../master.ts";
import { inverseOfferForWire, offerForWire } from "../offers.ts";
import { isConnected } from "../state/framework.ts";
import type { Framework } from "../state/framework.ts";
import type { Offer } from "../state/offer.ts";
import { pushList } from "./answer.ts";
import { array, double, labels, members, message, object, optional, secondsOf, string, strings } from "./json.ts";
import type { Member } from "./json.ts";
import { amounts, endpointResources, total } from "./resources.ts";
import { taskMoments, taskText } from "./task.ts";

/** What of a framework its members are made from, taken at once: a copy, because the record changes. */
type Moment = Omit<Framework, "used" | "offers" | "executors"> & {
  readonly used: readonly Resources[];
  readonly offers: readonly Offer[];
  /** With the agent each runs on. */
  readonly executors: readonly (readonly [agentId: string, info: ExecutorInfo | undefined])[];
};

/** Members of the framework's object in `/state-summary`, without braces. */
export function briefFramework(framework: Framework): () => string {
  const moment = momentOf(framework, SEES_ALL);
  return () => members(brief(moment));
}

/** Appends the framework's whole object, as in `/state` and `/frameworks`. */
export function pushFramework(pieces: Piece[], framework: Framework, viewer: Viewer): void {
  const moment = momentOf(framework, viewer);
  pieces.push(() => `{${members([...brief(moment), ...rest(moment)])},"tasks":`);
  pushList(pieces, taskMoments(framework, "live", viewer), taskText);
  pieces.push(',"unreachable_tasks":');
  pushList(pieces, taskMoments(framework, "unreachable", viewer), taskText);
  pieces.push(',"completed_tasks":');
  pushList(pieces, taskMoments(framework, "completed", viewer), taskText);
  pieces.push(() => `,${members(last(moment))}}`);
}

function momentOf(framework: Framework, viewer: Viewer): Moment {
  const executors: (readonly [string, ExecutorInfo | undefined])[] = [];
  for (const [agentId, byId] of framework.executors) {
    for (const info of byId.values()) executors.push([agentId, viewer.executor(info, framework.info) ? info : undefined]);
  }
  return { ...framework, used: framework.used.lists, offers: [...framework.offers.values()], executors };
}

function brief(framework: Moment): readonly (Member | undefined)[] {
  const { info, connection, state } = framework;
  return [
    ["id", string(framework.id)],
    ["name", string(info.name)],
    optional("pid", connection?.kind === "pid" ? connection.pid : undefined, (pid) => string(printUpid(pid))),
    ["used_resources", amounts(total(framework.used))],
    ["offered_resources", amounts(offered(framework.offers))],
    ["capabilities", strings((info.capabilities ?? []).map(({ type = "UNKNOWN" }) => type))],
    ["hostname", string(info.hostname ?? "")],
    ["webui_url", string(info.webui_url ?? "")],
    ["active", String(state === "active")],
    ["connected", String(isConnected(framework))],
    ["recovered", String(state === "recovered")],
  ];
}

function rest(framework: Moment): readonly (Member | undefined)[] {
  const { info, registeredAtMs, reregisteredAtMs, unregisteredAtMs } = framework;
  const multiRole = framework.capabilities.has("MULTI_ROLE");
  return [
    ["user", string(info.user)],
    ["failover_timeout", double(info.failover_timeout ?? 0)],
    ["checkpoint", String(info.checkpoint ?? false)],
    ["registered_time", double(secondsOf(registeredAtMs))],
    ["unregistered_time", double(secondsOf(unregisteredAtMs ?? 0))],
    optional("principal", info.principal, string),
    ["resources", amounts(total([total(framework.used), offered(framework.offers)]))],
    optional("reregistered_time", reregisteredAtMs, (ms) => double(secondsOf(ms))),
    multiRole ? ["roles", strings(info.roles ?? [])] : ["role", string(info.role ?? DEFAULT_ROLE)],
  ];
}

function last({ id, info, offers, executors, offerConstraints = {} }: Moment): readonly (Member | undefined)[] {
  return [
    ["offers", array(offers.map(offer))],
    ["executors", array(executors.map(([agentId, executor]) => executorOf(id, agentId, executor)))],
    optional("labels", info.labels, labels),
    ["offer_constraints", OfferConstraintsCodec.toJson(offerConstraints)],
  ];
}

function offered(offers: readonly Offer[]): Resources {
  return total(offers.map(({ resources }) => resources));
}

function offer({ id, frameworkId, agentId, role, resources }: Offer): string {
  return object([
    ["id", string(id)],
    ["framework_id", string(frameworkId)],
    ["allocation_info", object([["role", string(role)]])],
    ["slave_id", string(agentId)],
    ["resources", amounts(resources)],
  ]);
}

/** One executor (JSN-10); of one that may not be seen there is an object without members. */
function executorOf(frameworkId: string, agentId: string, info: ExecutorInfo | undefined): string {
  if (info === undefined) return "{}";
  const resources = info.resources ?? [];
  return object([
    ["executor_id", string(info.executor_id.value)],
    ["name", string(info.name ?? "")],
    ["framework_id", string(frameworkId)],
    ["command", command(info.command ?? {})],
    ["resources", amounts(resources)],
    optional("role", resources[0], ({ allocation_info: allocation }) => string(allocation?.role ?? "")),
    optional("labels", info.labels, labels),
    optional("type", info.type, string),
    ["slave_id", string(agentId)],
  ]);
}

/** Here the arguments are `argv`. */
function command({ shell, value, arguments: argv = [], environment, uris = [] }: CommandInfo): string {
  return object([
    optional("shell", shell, String),
    optional("value", value, string),
    ["argv", strings(argv)],
    optional("environment", environment, message(EnvironmentCodec)),
    ["uris", array(uris.map(({ value: uri, executable = false }) =>
      object([["value", string(uri)], ["executable", String(executable)]])))],
  ]);
}

/** The framework as a message; what it needs of the records is taken now, the message is made when asked for. */
export function frameworkMessage(master: Master, framework: Framework): () => Response_GetFrameworks_Framework {
  const { info, state, registeredAtMs, reregisteredAtMs = registeredAtMs } = framework;
  const { unregisteredAtMs, offerConstraints } = framework;
  const used = framework.used.lists;
  const offers = [...framework.offers.values()];
  const offersShown = offers.flatMap((one) => offerMessage(master, framework, one));
  const inverseOffers = [...framework.inverseOffers.values()].flatMap((one) => {
    const agent = master.agents.get(one.agentId);
    return agent === undefined ? [] : [inverseOfferForWire(agent, one)];
  });
  return () => ({
    framework_info: info,
    active: state === "active",
    connected: isConnected({ state }),
    recovered: state === "recovered",
    registered_time: timeInfo(registeredAtMs),
    reregistered_time: timeInfo(reregisteredAtMs),
    ...(unregisteredAtMs !== undefined && { unregistered_time: timeInfo(unregisteredAtMs) }),
    offers: offersShown,
    inverse_offers: inverseOffers,
    allocated_resources: endpointResources(total(used)),
    offered_resources: endpointResources(offered(offers)),
    offer_constraints: offerConstraints ?? {},
  });
}

/** The whole offer, not only what this framework is shown of it. */
function offerMessage(master: Master, framework: Framework, one: Offer): readonly OfferMessage[] {
  const agent = master.agents.get(one.agentId);
  if (agent === undefined) return [];
  const shown = offerForWire(framework, agent, one);
  return [{ ...shown, allocation_info: { role: one.role }, resources: withoutCopies(one.resources) }];
}
