/**
 * Somebody who looks after the cluster, and now and then does what makes little sense: sets and takes back quota and weights,
 * drains agents, plans maintenance, reserves, removes frameworks, calls living agents gone. What it is told it cannot do it
 * leaves. At the end it puts everything back.
 */
import type { MasterInfo } from "../model/gen/mesos.ts";
import type { Resource } from "../model/gen/mesos.ts";
import type { HttpResponse } from "../master/event.ts";
import type { QuotaConfig } from "../model/gen/quota.ts";
import { DEFAULT_QUOTA, equalQuota, isDefaultQuota, quotaFrom } from "../model/quota.ts";
import type { Quota } from "../model/quota.ts";
import { CallCodec, ResponseCodec } from "../wire/gen/master.ts";
import { parseJson } from "../wire/json.ts";
import type { OperatorCall } from "../wire/v1/operator.ts";
import { encodeAs, mediaTypeName } from "../wire/v1/media.ts";
import type { Chance } from "./chance.ts";
import { ROLES, sized } from "./character.ts";
import { CHECKS } from "./checkers/names.ts";
import { wholeContent } from "./front-door.ts";
import type { BackItem, CallItem } from "./front-door.ts";
import type { Connection, Host } from "./network.ts";
import type { Cluster } from "./simulation.ts";

const LIMITED_ROLES = [...new Set(ROLES.map((role) => role.split("/")[0]!))].filter((role) => role !== "*");
const READS = ["GET_STATE", "GET_AGENTS", "GET_FRAMEWORKS", "GET_TASKS", "GET_ROLES", "GET_METRICS", "GET_QUOTA"] as const;
const RESTORE_MS = 20_000;
const SET_UP_MS = 500;

type Deed = (operator: Operator) => OperatorCall | undefined;

/** What it may come up with; those that stand here twice come up twice as often. */
const DEEDS: readonly Deed[] = [
  (operator) => operator.setQuota(), (operator) => operator.setQuota(),
  (operator) => operator.setWeight(),
  (operator) => operator.onAgent((agent_id) => ({ type: "DRAIN_AGENT", drain_agent: { agent_id, max_grace_period: { seconds: 5 } } })),
  (operator) => operator.onAgent((agent_id) => ({ type: "DEACTIVATE_AGENT", deactivate_agent: { agent_id } })),
  (operator) => operator.onAgent((agent_id) => ({ type: "REACTIVATE_AGENT", reactivate_agent: { agent_id } })),
  (operator) => operator.onAgent((agent_id) => ({ type: "REACTIVATE_AGENT", reactivate_agent: { agent_id } })),
  (operator) => operator.onAgent((agent_id) => (
    operator.chance.happens(0.2) ? { type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id } } : undefined)),
  (operator) => operator.planMaintenance(), (operator) => operator.startMaintenance(), (operator) => operator.stopMaintenance(),
  (operator) => operator.reserve(), (operator) => operator.unreserve(),
  (operator) => operator.tearDown(),
  (operator) => operator.read(), (operator) => operator.read(),
];

export class Operator implements Host {
  readonly name = "operator";
  readonly address = undefined;
  number = 0;
  isUp = true;
  isDark = false;
  isReading = true;
  readonly chance: Chance;
  private readonly cluster: Cluster;
  private readonly everyMs: number;
  private readonly reserves: boolean;
  private readonly quotas: readonly QuotaConfig[];
  private hasSetUp = false;
  private leader: MasterInfo | undefined;
  private isRestoring = false;
  private down: readonly { readonly hostname: string; readonly ip: string }[] = [];
  private reserved: { readonly agentId: string; readonly resources: readonly Resource[] }[] = [];

  /** `perHour`: how many things it does. `quotas`: what it sets first of all, and comes back to. */
  constructor(cluster: Cluster, perHour: number, reserves: boolean, quotas: readonly QuotaConfig[] = []) {
    this.cluster = cluster;
    this.reserves = reserves;
    this.quotas = quotas;
    this.chance = cluster.world.fork();
    this.everyMs = perHour === 0 ? Infinity : 3_600_000 / perHour;
    cluster.world.network.join(this);
    cluster.election.watch((leader) => {
      this.leader = leader;
      if (leader !== undefined) this.setUp();
    });
  }

  /** Again and again until it has been done. */
  private setUp(): void {
    if (this.hasSetUp || this.quotas.length === 0) return;
    this.ask({ type: "UPDATE_QUOTA", update_quota: { force: true, quota_configs: this.quotas } }, () => (this.hasSetUp = true));
    this.cluster.world.agenda.after(SET_UP_MS, () => this.setUp());
  }

  start(): void {
    if (this.everyMs === Infinity) return;
    this.cluster.world.agenda.after(this.chance.exponential(this.everyMs), () => {
      if (this.isRestoring) return;
      const call = this.chance.pick(DEEDS)(this);
      if (call !== undefined) this.ask(call);
      this.start();
    });
  }

  /** Takes back everything, again and again, until there is nothing left to take back. */
  restore(): void {
    this.isRestoring = true;
    for (const call of this.repairs()) this.ask(call);
    this.cluster.world.agenda.after(RESTORE_MS, () => this.restore());
  }

  receive(): void {}

  onOver(): void {}

  setQuota(): OperatorCall {
    const role = this.chance.pick(this.quotas.length > 0 ? this.quotas.map((config) => config.role) : LIMITED_ROLES);
    const cpus = this.chance.below(20);
    const amount = { cpus: { value: cpus }, mem: { value: cpus * 1024 } };
    const config = { role, ...(this.chance.happens(0.5) ? { guarantees: amount } : {}), ...(this.chance.happens(0.5) ? { limits: amount } : {}) };
    return { type: "UPDATE_QUOTA", update_quota: { force: this.chance.happens(0.5), quota_configs: [config] } };
  }

  setWeight(): OperatorCall {
    const weight_infos = [{ role: this.chance.pick(ROLES), weight: this.chance.pick([0.5, 1, 2, 10]) }];
    return { type: "UPDATE_WEIGHTS", update_weights: { weight_infos } };
  }

  onAgent(deed: (agentId: { readonly value: string }) => OperatorCall | undefined): OperatorCall | undefined {
    const ids = this.agentIds();
    return ids.length === 0 ? undefined : deed({ value: this.chance.pick(ids) });
  }

  planMaintenance(): OperatorCall {
    const machine_ids = this.machines().filter(() => this.chance.happens(0.2));
    const start = { nanoseconds: BigInt(Math.round(this.cluster.world.nowMs)) * 1_000_000n };
    const windows = machine_ids.length === 0 ? [] : [{ machine_ids, unavailability: { start } }];
    return { type: "UPDATE_MAINTENANCE_SCHEDULE", update_maintenance_schedule: { schedule: { windows } } };
  }

  startMaintenance(): OperatorCall | undefined {
    if (this.down.length > 0) return undefined;
    this.down = [this.chance.pick(this.machines())];
    return { type: "START_MAINTENANCE", start_maintenance: { machines: this.down } };
  }

  stopMaintenance(): OperatorCall | undefined {
    if (this.down.length === 0) return undefined;
    const machines = this.down;
    this.down = [];
    return { type: "STOP_MAINTENANCE", stop_maintenance: { machines } };
  }

  /** Only on agents that apply operations. */
  reserve(): OperatorCall | undefined {
    const able = this.cluster.agents.filter(({ id, appliesOperations }) => appliesOperations && id !== undefined);
    if (able.length === 0 || !this.reserves) return undefined;
    const { id } = this.chance.pick(able);
    const role = this.chance.pick(ROLES.filter((name) => name !== "*"));
    const reservations = [{ type: "DYNAMIC", role } as const];
    const resources = sized(this.chance.pick(["cpus:1;mem:512", "disk:1000"])).map((resource) => ({ ...resource, reservations }));
    this.reserved.push({ agentId: id!, resources });
    return { type: "RESERVE_RESOURCES", reserve_resources: { agent_id: { value: id! }, resources } };
  }

  unreserve(): OperatorCall | undefined {
    const made = this.reserved.shift();
    if (made === undefined) return undefined;
    const { agentId, resources } = made;
    return { type: "UNRESERVE_RESOURCES", unreserve_resources: { agent_id: { value: agentId }, resources } };
  }

  /** Removes a framework that has done nothing wrong, now and then. */
  tearDown(): OperatorCall | undefined {
    const ids = [...(this.cluster.election.leader?.core.frameworks.keys() ?? [])];
    if (ids.length === 0 || !this.chance.happens(0.1)) return undefined;
    return { type: "TEARDOWN", teardown: { framework_id: { value: this.chance.pick(ids) } } };
  }

  read(): OperatorCall {
    const type = this.chance.pick(READS);
    return type === "GET_METRICS" ? { type, get_metrics: {} } : { type };
  }

  private repairs(): OperatorCall[] {
    const core = this.cluster.election.leader?.core;
    if (core === undefined) return [];
    const quota_configs = this.changedQuotas(core.quotas);
    const orphans = [...core.frameworks.values()].filter(({ id, state }) => (
      (state === "recovered" || state === "disconnected") && this.cluster.frameworks.every((framework) => framework.id !== id)));
    const down = [...core.machines.values()].filter(({ mode }) => mode === "DOWN").map(({ id }) => id);
    const unused = [...core.agents.values()].filter(({ deactivated }) => deactivated);
    return [
      ...(quota_configs.length > 0 ? [{ type: "UPDATE_QUOTA", update_quota: { force: true, quota_configs } } as const] : []),
      ...(down.length > 0 ? [{ type: "STOP_MAINTENANCE", stop_maintenance: { machines: down } } as const] : []),
      ...(down.length === 0 && core.machines.size > 0
        ? [{ type: "UPDATE_MAINTENANCE_SCHEDULE", update_maintenance_schedule: { schedule: { windows: [] } } } as const]
        : []),
      // Torn down under an earlier master, and brought back by an agent that did not hear of it; or one that subscribed twice
      // because it had not been told its first id.
      ...orphans.map(({ id }) => ({ type: "TEARDOWN", teardown: { framework_id: { value: id } } }) as const),
      ...unused.map(({ id }) => ({ type: "REACTIVATE_AGENT", reactivate_agent: { agent_id: { value: id } } }) as const),
    ];
  }

  /** What is to be set so that quotas are as they were. */
  private changedQuotas(quotas: ReadonlyMap<string, Quota>): QuotaConfig[] {
    const first = new Map(this.quotas.map((config) => [config.role, config]));
    const set = [...quotas].flatMap(([role, quota]) => (first.has(role) || isDefaultQuota(quota) ? [] : [{ role }]));
    const changed = this.quotas.filter((config) => !equalQuota(quotas.get(config.role) ?? DEFAULT_QUOTA, quotaFrom(config)));
    return [...set, ...changed];
  }

  private ask(call: OperatorCall, onDone?: () => void): void {
    const { leader } = this;
    if (leader === undefined) return;
    const media = this.chance.happens(0.5) ? "json" : "protobuf";
    const type = mediaTypeName(media);
    const item: CallItem = {
      kind: "call",
      request: {
        method: "POST", path: "/master/api/v1",
        headers: { "content-type": type, accept: type }, body: encodeAs(CallCodec, call, media),
      },
      call: undefined,
      what: call.type ?? "",
    };
    const address = `${leader.address?.ip ?? ""}:${leader.address?.port ?? 0}`;
    const connection: Connection = this.cluster.world.network.connect(this, address, {
      receive: (back) => {
        if ((back as BackItem).kind === "answer") this.answered(call, (back as Extract<BackItem, { kind: "answer" }>).response, onDone);
        connection.close(0);
      },
      onOver() {},
    });
    connection.send(0, item);
  }

  /** That it cannot be done now is one thing, that it is not understood another. */
  private answered({ type }: OperatorCall, response: HttpResponse, onDone?: () => void): void {
    const { world } = this.cluster;
    const { status } = response;
    if (status === 200) onDone?.();
    const body = wholeBody(response);
    if (status === 200 && body !== undefined) {
      const read = typeof body === "string" ? readJson(body) : ResponseCodec.decode(body);
      if (!read.ok) world.violate(CHECKS.codec, `the answer to ${type ?? ""} cannot be read: ${read.error}`);
      return;
    }
    if (status === 200 || status === 202) return;
    const why = typeof body === "string" ? body : "";
    world.note(this.name, `${type ?? ""} is answered`, `${status} ${why}`);
    if (status === 500 || /^Failed to (parse|convert)/.test(why)) world.violate(CHECKS.calls, `${type ?? ""} was answered ${status} ${why}`);
  }

  private agentIds(): string[] {
    return [...(this.cluster.election.leader?.core.agents.keys() ?? [])];
  }

  private machines(): { readonly hostname: string; readonly ip: string }[] {
    return this.cluster.agents.map(({ name, host }) => ({ hostname: `${name}.sim`, ip: host.address?.split(":")[0] ?? "" }));
  }
}

function readJson(text: string): ReturnType<typeof ResponseCodec.fromJson> {
  const json = parseJson(text);
  return json.ok ? ResponseCodec.fromJson(json.value) : json;
}

/** A long answer, put together: text, or the bytes of a message. */
function wholeBody({ headers = {}, body, content }: HttpResponse): string | Uint8Array | undefined {
  if (content !== undefined) return wholeContent(content);
  const isJson = headers["Content-Type"]?.startsWith("application/json") === true;
  return body instanceof Uint8Array && isJson ? new TextDecoder().decode(body) : body;
}
