/**
 * Replays recorded conversations with a real master (test/golden/probes) against ours, which is driven by hand and has
 * one willing agent. Time passes only while a step waits for something.
 */
import type { HttpResponse, StreamId } from "../../src/master/event.ts";
import type { Attribute } from "../../src/model/gen/mesos.ts";
import { printUpid } from "../../src/model/upid.ts";
import { encodeOperatorEvent } from "../../src/wire/v1/operator.ts";
import { encodeSchedulerEvent } from "../../src/wire/v1/scheduler.ts";
import type { MediaType } from "../../src/wire/v1/media.ts";
import { bodyOf, bytesOf } from "./bodies.ts";
import { AGENT, agentInfo, joins } from "./cast.ts";
import { drivenMaster } from "./driven-master.ts";
import type { DrivenMaster, Said } from "./driven-master.ts";
import { realAllocator, runInPlace } from "./kernel.ts";
import { masterOptions } from "./master-options.ts";
import { differencesOf } from "./probe-patterns.ts";
import { resources } from "./resources.ts";
import { fill, lookUp, matches, readScenario, requestOf, typeOf } from "./probe-steps.ts";
import type { Json, Step } from "./probe-steps.ts";
import { decodeTree } from "./protobuf-tree.ts";
import { willingAgent } from "./willing-agent.ts";

interface Stream {
  readonly id: StreamId;
  readonly media: MediaType;
  readonly events: unknown[];
  hasEnded: boolean;
}

const MASTER_UUID = "8f5a3f2e-1111-4222-8333-444455556666";

/**
 * Replays a scenario; one line per step whose answer differs from the recording. `skip` says which steps are not ours
 * to answer.
 */
export function replayProbe(name: string, skip: (step: Step) => boolean): string[] {
  const { scenario: { steps }, results } = readScenario(name);
  const replay = new Replay();
  const found: string[] = [];
  steps.forEach((step, i) => {
    const expected = results[i]!;
    if (skip(step)) return replay.saveWithoutAsking(step);
    const actual = replay.take(step);
    for (const difference of differencesOf(expected, actual, step, replay.variables)) {
      found.push(`${name} step ${i} (${step.name ?? step.op}): ${difference}`);
    }
  });
  return found;
}

class Replay {
  readonly variables = new Map<string, string>();
  readonly driven: DrivenMaster;
  readonly streams = new Map<string, Stream>();
  readonly agent: ReturnType<typeof willingAgent>;
  #heard = 0;

  constructor() {
    const options = masterOptions({ id: MASTER_UUID, ip: "127.0.0.1", hostname: "localhost" });
    const allocator = { ...options.allocator, allocationIntervalMs: 200 };
    this.driven = drivenMaster({ ...options, allocator }, realAllocator(allocator), runInPlace);
    this.driven.elect();
    const text = (name: string, value: string): Attribute => ({ name, type: "TEXT", text: { value } });
    const attributes = [text("rack", "r1"), text("zone", "z1")];
    const address = AGENT.replace("10.0.0.1", "127.0.0.1");
    const has = resources("cpus:8;mem:8192;disk:10240;ports:[31000-32000]");
    const id = joins(this.driven, address, { agent: agentInfo({ hostname: "agent1", attributes, resources: has }) });
    this.agent = willingAgent(this.driven, address, id);
    this.variables.set("master_id", MASTER_UUID).set("agent_id", id).set("agent_hostname", "agent1");
    this.#listen();
  }

  take(step: Step): Json {
    switch (step.op ?? "http") {
      case "http":
        return this.#http(step);
      case "subscribe":
        return this.#subscribe(step);
      case "wait": {
        const event = this.#waitFor(step);
        return { events: event === undefined ? [] : [event] };
      }
      case "collect": {
        const { events } = this.#stream(step);
        this.#until(() => events.some((event) => matches(event, this.#filled(step.match ?? {}))));
        const at = events.findIndex((event) => matches(event, this.#filled(step.match ?? {})));
        const taken = events.splice(0, at + 1);
        this.#save(step, taken.at(-1));
        const types = step.types as string[] | undefined;
        return { events: taken.filter((event) => types === undefined || types.includes(typeOf(event))) };
      }
      case "quiet": {
        this.#pass(step.seconds ?? 0);
        const types = step.types as string[];
        return { events: this.#stream(step).events.filter((event) => types.includes(typeOf(event))) };
      }
      case "flush":
        this.#pass(step.seconds ?? 0);
        this.#stream(step).events.length = 0;
        return {};
      case "sleep":
        this.#pass(step.seconds ?? 0);
        return {};
      case "ended":
        this.#until(() => this.#stream(step).hasEnded);
        return { ended: this.#stream(step).hasEnded };
      case "close":
        this.driven.event({ type: "stream-closed", stream: this.#stream(step).id });
        this.#pass(0);
        return {};
    }
  }

  /** An offer id that a later step needs, read off the records when the step that asks for it is not replayed. */
  saveWithoutAsking(step: Step): void {
    if (step.until !== undefined) this.#until(() => this.driven.master.offers.size > 0);
    for (const [variable, path] of Object.entries(step.save ?? {})) {
      const [offer] = this.driven.master.offers.keys();
      if (path.includes("offers.0.id.value") && offer !== undefined) this.variables.set(variable, offer);
    }
  }

  #http(step: Step): Json {
    let response = this.#request(step);
    if (step.until !== undefined) {
      this.#until(() => {
        const { json } = response === undefined ? {} as Json : answer(response);
        const holds = matches(json, this.#filled(step.until ?? {}));
        if (!holds) response = this.#request(step);
        return holds;
      });
    }
    if (response === undefined) return {};
    const { json, pb: _, ...got } = answer(response, step.drop);
    this.#save(step, json);
    // A connection carries no body in answer to HEAD, whatever the core says.
    return step.method === "HEAD" ? { ...got, body: null } : answer(response, step.drop);
  }

  #subscribe(step: Step): Json {
    const before = this.driven.said.length;
    const response = this.#request(step);
    const opened = this.driven.said.slice(before).find((said) => said.kind === "open");
    if (opened === undefined) return response === undefined ? {} : answer(response);
    const stream = this.streams.get(opened.stream)!;
    this.streams.set(step.stream ?? "_", stream);
    this.variables.set(`${step.stream}.stream_id`, stream.id);
    const first = stream.events.shift();
    if (step.close === true) this.driven.event({ type: "stream-closed", stream: stream.id });
    const id = lookUp(first, "subscribed.framework_id.value") ?? lookUp(first, "pb.2.0.1.0.1.0");
    if (typeof id === "string") this.variables.set(`${step.stream}.framework_id`, id);
    this.#save(step, first);
    const ended = step.expect_end === true ? { ended: stream.hasEnded } : {};
    const headers = { ...opened.headers };
    if (headers["Mesos-Stream-Id"] !== undefined) headers["Mesos-Stream-Id"] = "<present>";
    return { status: 200, headers, events: [first], ...ended };
  }

  #request(step: Step): HttpResponse | undefined {
    const { path = "/", method, ...rest } = this.#filled(step);
    const { headers, body = new Uint8Array() } = requestOf(rest);
    const url = new URL(String(path), "http://master");
    const response = this.driven.request({
      method: String(method ?? "POST"), path: url.pathname, query: Object.fromEntries(url.searchParams), headers, body,
    });
    this.#listen();
    return response;
  }

  #waitFor(step: Step): unknown {
    const { events } = this.#stream(step);
    const match = this.#filled(step.match ?? {});
    this.#until(() => events.some((event) => matches(event, match)));
    const at = events.findIndex((event) => matches(event, match));
    if (at < 0) return undefined;
    const [event] = events.splice(at, 1);
    this.#save(step, event);
    return event;
  }

  #stream(step: Step): Stream {
    const stream = this.streams.get(step.stream ?? "_");
    if (stream === undefined) throw new Error(`the scenario names a stream ${step.stream} that was never opened`);
    return stream;
  }

  /** Lets time pass until something holds, at most five seconds. */
  #until(holds: () => boolean): void {
    for (let passed = 0; passed < 5 && !holds(); passed += 0.1) this.#pass(0.1);
  }

  #pass(seconds: number): void {
    this.driven.pass(seconds * 1000);
    this.#listen();
  }

  /** Delivers what the master said since: messages to the agent, events to their streams. */
  #listen(): void {
    while (this.#heard < this.driven.said.length) this.#deliver(this.driven.said[this.#heard++]!);
  }

  #deliver(said: Said): void {
    if (said.kind === "send" && printUpid(said.to).startsWith("slave(1)@")) this.agent.hears(said.message);
    if (said.kind === "open") {
      this.streams.set(said.stream, { id: said.stream, media: said.media, events: [], hasEnded: false });
    }
    if (said.kind === "write") this.#hear(said.stream, (media) => encodeSchedulerEvent(said.event, media));
    if (said.kind === "publish") {
      for (const stream of said.streams) this.#hear(stream, (media) => encodeOperatorEvent(said.event, media));
    }
    if (said.kind === "record") this.#hear(said.stream, () => bytesOf({ content: said.content }));
    if (said.kind === "end") this.streams.get(said.stream)!.hasEnded = true;
  }

  #hear(id: StreamId, record: (media: MediaType) => Uint8Array): void {
    const { media, events } = this.streams.get(id)!;
    const bytes = record(media);
    events.push(media === "json" ? JSON.parse(Buffer.from(bytes).toString()) : { pb: decodeTree(bytes) });
  }

  #save(step: Step, document: unknown): void {
    for (const [variable, path] of Object.entries(step.save ?? {})) {
      const value = lookUp(document, path);
      if (typeof value === "string") this.variables.set(variable, value);
    }
  }

  #filled(value: unknown): Json {
    return fill(value, this.variables);
  }
}

function answer(response: HttpResponse, dropped: readonly string[] = []): Json {
  const { status, headers = {} } = response;
  const type = headers["Content-Type"];
  if (type === "application/x-protobuf") return { status, headers, pb: decodeTree(bytesOf(response)) };
  const text = bodyOf(response);
  if (type !== "application/json") return { status, headers, body: text === "" ? null : text };
  const json: unknown = JSON.parse(text, (key, value: unknown) => (dropped.includes(key) ? undefined : value));
  return { status, headers, json };
}
