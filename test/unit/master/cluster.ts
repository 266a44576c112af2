/**
 * A cluster for stories: `const story = cluster().agents(2, "cpus:4;mem:4096"); const web = story.framework("web");`.
 * Behind it are the real master, driven by hand and checked after every event, and the real allocator.
 */
import type { FrameworkInfo, Offer, TaskInfo } from "../../../src/model/gen/mesos.ts";
import type { HttpResponse, StreamId } from "../../../src/master/event.ts";
import type { MasterOptions } from "../../../src/master/options.ts";
import type { RegistryEntries } from "../../../src/master/registry/registry.ts";
import { frameworkId } from "../../../src/model/id.ts";
import type { AgentId, FrameworkId } from "../../../src/model/id.ts";
import type { Framework } from "../../../src/master/state/framework.ts";
import { printResources } from "../../../src/model/print.ts";
import { unallocate } from "../../../src/model/resources.ts";
import { encodeSchedulerEvent } from "../../../src/wire/v1/scheduler.ts";
import type { SchedulerEvent } from "../../../src/wire/v1/scheduler.ts";
import type { MessageName, Messages } from "../../../src/wire/v0/messages.ts";
import { bodyOf } from "../../support/bodies.ts";
import { agentInfo, joins } from "../../support/cast.ts";
import { drivenMaster, messages } from "../../support/driven-master.ts";
import type { DrivenMaster } from "../../support/driven-master.ts";
import { realAllocator, runInPlace } from "../../support/kernel.ts";
import { masterOptions } from "../../support/master-options.ts";
import { resources } from "../../support/resources.ts";

/** A call of the v1 API as JSON, without its framework_id. */
export type CallJson = { readonly type: string } & Readonly<Record<string, unknown>>;

export class Cluster {
  readonly driven: DrivenMaster;
  readonly agentIds: AgentId[] = [];

  /** `registry` is what an earlier master left behind. */
  constructor(options: Partial<MasterOptions> = {}, registry?: RegistryEntries) {
    const all = masterOptions(options);
    this.driven = drivenMaster(all, realAllocator(all.allocator), runInPlace);
    for (const [key, entry] of registry ?? []) this.driven.store.set(key, entry);
    this.driven.elect();
  }

  /** So many agents register, each with these resources. Their addresses are 10.0.0.1, 10.0.0.2 and so on. */
  agents(count: number, each: string): this {
    for (let i = 0; i < count; i++) {
      const number = this.agentIds.length + 1;
      const agent = agentInfo({ hostname: `node${number}`, resources: resources(each) });
      this.agentIds.push(joins(this.driven, this.addressOf(number), { agent }));
    }
    return this;
  }

  addressOf(number: number): string {
    return `slave(1)@10.0.0.${number}:5051`;
  }

  /** A framework that subscribes over HTTP in the role of its name. */
  framework(name: string, changes: Partial<FrameworkInfo> = {}): Scheduler {
    const scheduler = new Scheduler(
      this, { user: "root", name, roles: [name], capabilities: [{ type: "MULTI_ROLE" }], ...changes }
    );
    scheduler.subscribe();
    return scheduler;
  }

  /** An operator's call; the status of the answer, and its text if it has one. Undefined: the answer is not there yet. */
  operator(call: CallJson): string | undefined {
    const body = new TextEncoder().encode(JSON.stringify(call));
    const response = this.driven.request({ path: "/api/v1", headers: { "content-type": "application/json" }, body });
    return response && `${response.status}${response.body === undefined ? "" : ` ${bodyOf(response)}`}`;
  }

  /** The member of the answer of an operator's call that reads: `GET_QUOTA` gives `get_quota`. */
  ask(type: string): unknown {
    const answer = this.operator({ type }) ?? "";
    return (JSON.parse(answer.slice(answer.indexOf(" "))) as Record<string, unknown>)[type.toLowerCase()];
  }

  /** Another master takes over what this one left in the registry, and nothing else. */
  failover(options: Partial<MasterOptions> = {}): Cluster {
    return new Cluster({ id: "22222222-0000-4000-8000-000000000000", ...options }, this.driven.store);
  }

  /** Messages of this name that went to an agent, oldest first. */
  toldAgents<N extends MessageName>(name: N): Messages[N][] {
    return messages(this.driven.said, name);
  }

  pass(seconds: number): this {
    this.driven.pass(seconds * 1000);
    return this;
  }

  /**
   * Outstanding offers, and what of each agent is neither offered nor used: what a story of bad input must leave alone.
   */
  holdings(): { offers: number; free: string[]; tasks: number } {
    const { offers, allocator, frameworks } = this.driven.master;
    const free = this.agentIds.map((id) => printResources(unallocate(allocator.available(id) ?? [])));
    return {
      offers: offers.size, free, tasks: [...frameworks.values()].reduce((sum, { tasks }) => sum + tasks.size, 0),
    };
  }
}

export function cluster(options: Partial<MasterOptions> = {}, registry?: RegistryEntries): Cluster {
  return new Cluster(options, registry);
}

/** A scheduler that talks JSON over HTTP. */
export class Scheduler {
  readonly #cluster: Cluster;
  #info: FrameworkInfo;
  /** The stream of its newest subscription. */
  stream: StreamId = "" as StreamId;

  constructor(home: Cluster, info: FrameworkInfo) {
    this.#cluster = home;
    this.#info = info;
  }

  get id(): FrameworkId {
    return frameworkId(this.#info.id?.value ?? "");
  }

  /** Its record at the master, whether registered or completed. */
  get record(): Framework {
    const { frameworks, completedFrameworks } = this.#cluster.driven.master;
    const found = frameworks.get(this.id) ?? completedFrameworks.get(this.id);
    if (found === undefined) throw new Error(`no framework ${this.id}`);
    return found;
  }

  /** Subscribes, for the first time or again; what is not changed stays as it was. */
  subscribe(changes: Partial<FrameworkInfo> = {}): HttpResponse | undefined {
    this.#info = { ...this.#info, ...changes };
    const before = this.#cluster.driven.said.length;
    const call = { type: "SUBSCRIBE", framework_id: this.#info.id, subscribe: { framework_info: this.#info } };
    const response = this.#post(call, {});
    const opened = this.#cluster.driven.said.slice(before).find(({ kind }) => kind === "open");
    if (opened?.kind === "open") this.stream = opened.stream;
    const id = this.events("SUBSCRIBED").at(-1)?.subscribed?.framework_id;
    if (id !== undefined) this.#info = { ...this.#info, id };
    return response;
  }

  /** A call on its stream; the status of the answer, and its text if it has one. */
  call(call: CallJson, headers: Readonly<Record<string, string>> = {}): string {
    const { status, body } = this.#post({ framework_id: { value: this.id }, ...call }, headers)!;
    return body === undefined ? `${status}` : `${status} ${String(body)}`;
  }

  /** Raw bytes to the scheduler API. */
  post(body: string, headers: Readonly<Record<string, string>> = {}): string {
    const { status, body: text } = this.#request(new TextEncoder().encode(body), headers)!;
    return text === undefined ? `${status}` : `${status} ${String(text)}`;
  }

  #post(call: object, headers: Readonly<Record<string, string>>): HttpResponse | undefined {
    return this.#request(new TextEncoder().encode(JSON.stringify(call)), headers);
  }

  #request(body: Uint8Array, headers: Readonly<Record<string, string>>): HttpResponse | undefined {
    const isSubscribe = new TextDecoder().decode(body).includes('"SUBSCRIBE"');
    const sent: Record<string, string> = { "content-type": "application/json", ...headers };
    if (!isSubscribe && this.stream !== "") sent["mesos-stream-id"] ??= this.stream;
    return this.#cluster.driven.request({ path: "/api/v1/scheduler", headers: sent, body });
  }

  /** Events on all its streams, of one type or all, oldest first. */
  events(type?: SchedulerEvent["type"]): SchedulerEvent[] {
    return this.#cluster.driven.said.flatMap((said) => {
      const isOurs = said.kind === "write" && (said.stream === this.stream || this.#streams.has(said.stream));
      return isOurs && (type === undefined || said.event.type === type) ? [said.event] : [];
    });
  }

  /** Streams it had before. */
  readonly #streams = new Set<StreamId>();

  /** Its event stream breaks; the master hears of it. */
  vanish(): void {
    this.#streams.add(this.stream);
    this.#cluster.driven.event({ type: "stream-closed", stream: this.stream });
  }

  /** Offers it has and has not answered, oldest first. */
  get offers(): Offer[] {
    const outstanding = this.record.offers;
    return this.events("OFFERS").flatMap(({ offers }) => offers?.offers ?? []).filter(
      ({ id }) => outstanding.has(id.value as never),
    );
  }

  /** Accepts offers (all it has, if none are named) with one LAUNCH of these tasks. */
  launch(tasks: readonly TaskInfo[], offers: readonly Offer[] = this.offers, refuseSeconds = 5): string {
    return this.accept([{ type: "LAUNCH", launch: { task_infos: tasks } }], offers, refuseSeconds);
  }

  accept(operations: readonly object[], offers: readonly Offer[] = this.offers, refuseSeconds = 5): string {
    const offer_ids = offers.map(({ id }) => id);
    return this.call({ type: "ACCEPT", accept: { offer_ids, operations, filters: { refuse_seconds: refuseSeconds } } });
  }

  /** The last state it was told of each task, with the reason if there is one. */
  get taskStates(): Record<string, string> {
    const states: Record<string, string> = {};
    for (const { update } of this.events("UPDATE")) {
      const { task_id, state, reason } = update!.status;
      states[task_id.value] = reason === undefined ? state : `${state} ${reason}`;
    }
    return states;
  }
}

/** A command task for a story, on the agent of an offer. */
export function task(id: string, has: string, offer: Offer, changes: Partial<TaskInfo> = {}): TaskInfo {
  return {
    name: id, task_id: { value: id }, agent_id: offer.agent_id, command: { value: "sleep 1000" },
    resources: resources(has),
    ...changes,
  };
}

/** What an offer holds, for people. */
export function contents(offer: Offer | undefined): string {
  return offer === undefined ? "nothing" : printResources(
    unallocate(offer.resources ?? []).map(({ role: _, ...rest }) => rest)
  );
}

/** An event as its JSON object. */
export function eventJson(event: SchedulerEvent): unknown {
  return JSON.parse(new TextDecoder().decode(encodeSchedulerEvent(event, "json")));
}
