/**
 * A scheduler's two connections to its master: one on which it subscribed and events come, one for all other calls, one after
 * the other. Bodies are JSON or protobuf as they are on the wire.
 */
import type { MasterInfo } from "../model/gen/mesos.ts";
import type { HttpRequest, HttpResponse, StreamId } from "../master/event.ts";
import { CallCodec, EventCodec } from "../wire/gen/scheduler.ts";
import { parseJson } from "../wire/json.ts";
import { RecordDecoder } from "../wire/recordio.ts";
import { encodeAs, mediaTypeName } from "../wire/v1/media.ts";
import type { MediaType } from "../wire/v1/media.ts";
import type { SchedulerCall, SchedulerEvent } from "../wire/v1/scheduler.ts";
import { CHECKS } from "./checkers/names.ts";
import type { BackItem, CallItem, RecordItem } from "./front-door.ts";
import type { Connection, Host } from "./network.ts";
import type { World } from "./world.ts";

const PATH = "/master/api/v1/scheduler";
const text = new TextDecoder();

/** What a scheduler does with its connection, whichever kind it is. */
export interface SchedulerConnection {
  /** It is subscribed, or about to be. */
  readonly isOpen: boolean;
  /** Whom it is connected to. */
  readonly peer: Host | undefined;
  subscribe(master: MasterInfo, call: SchedulerCall): void;
  /** Sends a call if it is subscribed. */
  call(call: SchedulerCall): void;
  /** A reader that takes its time. */
  setReading(isReading: boolean): void;
  /** Somebody between us and the master drops the connection. */
  cut(): void;
  close(): void;
  /** The program is gone, and its connections with it (the network knows). */
  forget(): void;
}

export interface LineHandlers {
  onEvent(event: SchedulerEvent): void;
  /** The stream is over, or was refused with this answer. Not called after `close`. */
  onClosed(answer: HttpResponse | undefined): void;
  /** A call got another answer than 202. */
  onRefused(call: SchedulerCall, answer: HttpResponse): void;
}

export class SchedulerLine implements SchedulerConnection {
  private stream: StreamId | undefined;
  private readonly world: World;
  private readonly host: Host;
  private readonly media: MediaType;
  private readonly handlers: LineHandlers;
  private address = "";
  private events: Connection | undefined;
  private calls: Connection | undefined;
  private unanswered: SchedulerCall[] = [];

  constructor(world: World, host: Host, media: MediaType, handlers: LineHandlers) {
    this.world = world;
    this.host = host;
    this.media = media;
    this.handlers = handlers;
  }

  get isOpen(): boolean {
    return this.stream !== undefined;
  }

  get peer(): Host | undefined {
    return this.events?.listener;
  }

  subscribe(master: MasterInfo, call: SchedulerCall): void {
    this.close();
    this.address = `${master.address?.ip ?? ""}:${master.address?.port ?? 0}`;
    const records = new RecordDecoder();
    const over = (answer: HttpResponse | undefined): void => {
      if (this.events !== connection) return;
      this.close();
      this.handlers.onClosed(answer);
    };
    const connection: Connection = this.world.network.connect(this.host, this.address, {
      receive: (item) => {
        const back = item as BackItem;
        switch (back.kind) {
          case "answer":
            return over(back.response);
          case "opened":
            this.stream = back.stream;
            return;
          case "event":
            return this.handlers.onEvent(back.event);
          case "bytes":
            for (const event of this.read(records, back)) if (this.events === connection) this.handlers.onEvent(event);
        }
      },
      onOver: () => over(undefined),
    });
    this.events = connection;
    connection.send(0, this.item(call));
  }

  /** Without a stream it is not worth sending. */
  call(call: SchedulerCall): void {
    if (this.stream === undefined) return;
    this.calls ??= this.openCalls();
    this.unanswered.push(call);
    this.calls.send(0, this.item(call));
  }

  setReading(isReading: boolean): void {
    this.events?.setReading(0, isReading);
  }

  cut(): void {
    this.events?.break();
  }

  close(): void {
    const { events, calls } = this;
    this.events = this.calls = this.stream = undefined;
    this.unanswered = [];
    events?.close(0);
    calls?.close(0);
  }

  forget(): void {
    this.events = this.calls = this.stream = undefined;
    this.unanswered = [];
  }

  private openCalls(): Connection {
    const connection: Connection = this.world.network.connect(this.host, this.address, {
      receive: (item) => {
        const back = item as BackItem;
        const call = this.unanswered.shift();
        if (call !== undefined && back.kind === "answer" && back.response.status !== 202) {
          this.handlers.onRefused(call, back.response);
        }
      },
      onOver: () => {
        if (this.calls !== connection) return;
        this.calls = undefined;
        this.unanswered = [];
      },
    });
    return connection;
  }

  private item(call: SchedulerCall): CallItem {
    const type = mediaTypeName(this.media);
    const headers: Record<string, string> = { "content-type": type, accept: type };
    if (this.stream !== undefined) headers["mesos-stream-id"] = this.stream;
    const request: CallItem["request"] & Pick<HttpRequest, "body"> = {
      method: "POST", path: PATH, headers, body: encodeAs(CallCodec, call, this.media),
    };
    return { kind: "call", request, call, what: call.type ?? "" };
  }

  /** What many are told is read once, where it begins with a record and ends with one. */
  private read(records: RecordDecoder, item: RecordItem): readonly SchedulerEvent[] {
    const isBeginning = records.atBoundary;
    if (isBeginning && item.events !== undefined) return item.events;
    const events = this.readRecords(records, item.bytes);
    if (isBeginning && records.atBoundary) item.events = events;
    return events;
  }

  private readRecords(records: RecordDecoder, bytes: Uint8Array): readonly SchedulerEvent[] {
    const pushed = records.push(bytes);
    if (!pushed.ok) {
      this.world.violate(CHECKS.codec, `${this.host.name} cannot read its stream: ${pushed.error}`);
      return [];
    }
    return pushed.value.flatMap((record) => {
      const event = this.media === "protobuf" ? EventCodec.decode(record) : fromJson(record);
      if (event.ok) return [event.value];
      this.world.violate(CHECKS.codec, `${this.host.name} cannot read an event: ${event.error}`);
      return [];
    });
  }
}

function fromJson(record: Uint8Array): ReturnType<typeof EventCodec.fromJson> {
  const json = parseJson(text.decode(record));
  return json.ok ? EventCodec.fromJson(json.value) : json;
}
