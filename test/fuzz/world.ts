/**
 * The master as a storm meets it: the pure core, driven by hand, its invariants checked after every event, with three
 * agents that do what they are told. An input is a plain value, so that a storm that found something can be played
 * again.
 */
import type { StreamId } from "../../src/master/event.ts";
import type { Role } from "../../src/model/id.ts";
import { printResources } from "../../src/model/print.ts";
import { equals, unallocate } from "../../src/model/resources.ts";
import { parseUpid, printUpid } from "../../src/model/upid.ts";
import { LibprocessParser } from "../../src/wire/v0/parser.ts";
import { decodeMessage, encodeMessage } from "../../src/wire/v0/messages.ts";
import { encodeOperatorEvent } from "../../src/wire/v1/operator.ts";
import { encodeSchedulerEvent } from "../../src/wire/v1/scheduler.ts";
import { bodyOf } from "../support/bodies.ts";
import { agentInfo, joins } from "../support/cast.ts";
import { drivenMaster } from "../support/driven-master.ts";
import type { DrivenMaster, Said } from "../support/driven-master.ts";
import { realAllocator, runInPlace } from "../support/kernel.ts";
import { masterOptions } from "../support/master-options.ts";
import { resources } from "../support/resources.ts";
import { willingAgent } from "../support/willing-agent.ts";

export type Input =
  | {
    readonly kind: "request"; readonly method: string; readonly path: string; readonly body: Uint8Array;
    readonly query: Readonly<Record<string, string>>; readonly headers: Readonly<Record<string, string>>;
  }
  | {
    readonly kind: "message"; readonly from: string; readonly to: string; readonly name: string;
    readonly body: Uint8Array;
  }
  /** On a libprocess connection. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "pass"; readonly ms: number }
  | { readonly kind: "stream-closed"; readonly stream: string }
  | { readonly kind: "exited"; readonly peer: string };

/** What an agent of the storm has; so much of everything that tasks and reservations find room. */
const HAS = "cpus:16;mem:16384;disk:20480;ports:[31000-32000];gpus:2";

export class World {
  readonly driven: DrivenMaster;
  /** Streams that are open, oldest first. */
  readonly streams = new Set<string>();
  readonly #agents = new Map<string, ReturnType<typeof willingAgent>>();
  #answersRead = 0;

  /** The variant says with which options: 0 are the usual ones. */
  constructor(variant = 0) {
    const options = masterOptions({
      agentPingTimeoutMs: 1e12,
      maxOperatorSubscribers: 3,
      ...(variant % 3 === 1 && { offerTimeoutMs: 3_000, maxCompletedFrameworks: 1, maxCompletedTasksPerFramework: 2 }),
      ...(variant % 3 === 2 && {
        rootSubmissions: false,
        roleWhitelist: new Set(["eng", "*"] as Role[]),
        weights: new Map([["eng" as Role, 2.5]]),
      }),
    });
    this.driven = drivenMaster(options, realAllocator(options.allocator), runInPlace);
    this.driven.elect();
    for (let i = 1; i <= 3; i++) {
      const address = `slave(1)@10.0.0.${i}:5051`;
      const id = joins(this.driven, address, { agent: agentInfo({ hostname: `node${i}`, resources: resources(HAS) }) });
      this.#agents.set(address, willingAgent(this.driven, address, id));
    }
    this.#listen();
  }

  /** Throws when the master does what it must not. */
  apply(input: Input): void {
    const { driven } = this;
    switch (input.kind) {
      case "request": {
        driven.request(input);
        const answers = driven.said.filter(({ kind }) => kind === "reply" || kind === "open");
        if (answers.length !== 1) throw new Error(`the request has ${answers.length} answers`);
        break;
      }
      case "message": {
        const from = parseUpid(input.from);
        const decoded = decodeMessage(input.name, input.body);
        if (!from.ok || decoded === undefined || !decoded.ok) return;
        driven.event({ type: "message", from: from.value, to: input.to, message: decoded.value });
        break;
      }
      case "bytes":
        for (const received of new LibprocessParser().push(input.bytes)) {
          if (received.kind === "refused") continue;
          const { from, to, name, body } = received;
          this.apply({ kind: "message", from: printUpid(from), to, name, body });
        }
        break;
      case "pass":
        driven.pass(input.ms);
        break;
      case "stream-closed":
        this.streams.delete(input.stream);
        driven.event({ type: "stream-closed", stream: input.stream as StreamId });
        break;
      case "exited": {
        const peer = parseUpid(input.peer);
        if (peer.ok) driven.event({ type: "exited", peer: peer.value });
      }
    }
    this.#listen();
    if (driven.resigned !== undefined) throw new Error(`the master resigned: ${driven.resigned}`);
  }

  /** After the storm: everybody leaves, and everything must be free. */
  calm(): void {
    const { driven } = this;
    const { master } = driven;
    for (const id of [...master.frameworks.keys()]) {
      const call = { type: "TEARDOWN", teardown: { framework_id: { value: id } } };
      const body = new TextEncoder().encode(JSON.stringify(call));
      const headers = { "content-type": "application/json" };
      this.apply({ kind: "request", method: "POST", path: "/api/v1", query: {}, headers, body });
    }
    this.apply({ kind: "pass", ms: 30_000 });
    const { frameworks, offers, inverseOffers } = master;
    const left = { frameworks: frameworks.size, offers: offers.size, inverseOffers: inverseOffers.size };
    if (frameworks.size + offers.size + inverseOffers.size > 0) {
      throw new Error(`left after the storm: ${JSON.stringify(left)}`);
    }
    for (const { id, total } of master.agents.values()) {
      const free = unallocate(master.allocator.available(id) ?? []);
      if (!equals(free, total)) throw new Error(`${printResources(free)} is free of ${printResources(total)} on ${id}`);
    }
  }

  /** Carries what the master said to whoever it is for, and makes the bytes of all of it, as the shell would. */
  #listen(): void {
    const { said, logs } = this.driven;
    for (let at = 0; at < said.length; at++) this.#deliver(said[at]!);
    said.length = 0;
    logs.length = 0;
  }

  #deliver(said: Said): void {
    switch (said.kind) {
      case "send":
        encodeMessage(said.message);
        this.#agents.get(printUpid(said.to))?.hears(said.message);
        return;
      case "open":
        this.streams.add(said.stream);
        return;
      case "end":
        this.streams.delete(said.stream);
        return;
      case "write":
        encodeSchedulerEvent(said.event, "json");
        encodeSchedulerEvent(said.event, "protobuf");
        return;
      case "publish":
        encodeOperatorEvent(said.event, "json");
        encodeOperatorEvent(said.event, "protobuf");
        return;
      case "reply":
        if (this.#answersRead++ % 8 === 0) bodyOf(said.response);
    }
  }
}
