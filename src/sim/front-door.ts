/**
 * The HTTP side of a host: requests come over connections, answers and streams go back over them. With the rules of the real
 * front door: a stream whose reader is too slow is cut, and the core hears of it as if the client had gone.
 */
import type { Content, HttpRequest, HttpResponse, RequestId, StreamId } from "../master/event.ts";
import { encodeRecord } from "../wire/recordio.ts";
import { encodeOperatorEvent } from "../wire/v1/operator.ts";
import type { OperatorEvent } from "../wire/v1/operator.ts";
import { encodeSchedulerRecord } from "../wire/v1/scheduler.ts";
import type { SchedulerCall, SchedulerEvent } from "../wire/v1/scheduler.ts";
import type { MediaType } from "../wire/v1/media.ts";
import { wholeMessage, wholeText } from "../wire/whole.ts";
import type { Connection, Host } from "./network.ts";
import { callText } from "./spoken.ts";
import type { World } from "./world.ts";

/** Records that may wait for a reader; real ones are counted in bytes (MAX_STREAM_QUEUE_BYTES). */
const MAX_RECORDS_WAITING = 2_000;

/** A request on its way. `call` is what its body says, for those who watch. */
export interface CallItem {
  readonly kind: "call";
  readonly request: Pick<HttpRequest, "method" | "path" | "headers" | "body">;
  readonly call: SchedulerCall | undefined;
  /** For people. */
  readonly what: string;
}

/** What comes back over the connection. `bytes`: a record as it goes over the wire; otherwise the event itself. */
export type BackItem =
  | { readonly kind: "answer"; readonly response: HttpResponse }
  | { readonly kind: "opened"; readonly stream: StreamId }
  | { readonly kind: "event"; readonly event: SchedulerEvent }
  | RecordItem;

/** One for all who are told the same in the same form. `events`: what it says, once somebody has read it from its beginning. */
export interface RecordItem {
  readonly kind: "bytes";
  readonly bytes: Uint8Array;
  events?: readonly SchedulerEvent[];
}

export interface DoorHandlers {
  onRequest(request: HttpRequest, call: SchedulerCall | undefined): void;
  onStreamClosed(stream: StreamId): void;
}

interface Stream {
  readonly connection: Connection;
  readonly media: MediaType;
}

const encoder = new TextEncoder();

export class FrontDoor {
  private readonly world: World;
  private readonly host: Host;
  private readonly handlers: DoorHandlers;
  /** All of a UUID but its last part. */
  private readonly prefix: string;
  private readonly exchanges = new Map<RequestId, Connection>();
  private readonly streams = new Map<StreamId, Stream>();
  private readonly streamOf = new Map<Connection, StreamId>();
  /** What a scheduler was told last, in each form. */
  private readonly told: Partial<Record<MediaType, RecordItem>> = {};
  private nextId = 1;

  constructor(world: World, host: Host, handlers: DoorHandlers) {
    this.world = world;
    this.host = host;
    this.handlers = handlers;
    this.prefix = world.fork().uuid().slice(0, -12);
  }

  get openStreams(): ReadonlyMap<StreamId, Stream> {
    return this.streams;
  }

  take(connection: Connection, { request, call, what }: CallItem): void {
    const id = this.nextId++ as RequestId;
    this.exchanges.set(id, connection);
    this.world.heard(connection.opener, this.host, what, () => callText(call));
    this.handlers.onRequest({ ...request, id, query: {}, streamId: this.freshStream() }, call);
  }

  reply(request: RequestId, response: HttpResponse): void {
    const connection = this.exchanges.get(request);
    this.exchanges.delete(request);
    connection?.send(1, { kind: "answer", response } satisfies BackItem);
  }

  open(request: RequestId, stream: StreamId, media: MediaType): void {
    const connection = this.exchanges.get(request);
    this.exchanges.delete(request);
    if (connection === undefined) {
      this.world.agenda.after(0, () => this.handlers.onStreamClosed(stream));
      return;
    }
    this.streams.set(stream, { connection, media });
    this.streamOf.set(connection, stream);
    connection.send(1, { kind: "opened", stream } satisfies BackItem);
  }

  write(stream: StreamId, event: SchedulerEvent): void {
    const open = this.streams.get(stream);
    if (open === undefined) return;
    this.send(open, this.world.bytes ? this.recordOf(event, open.media) : { kind: "event", event });
  }

  /** An event for operators. */
  publish(streams: readonly StreamId[], event: OperatorEvent): void {
    for (const stream of streams) {
      const open = this.streams.get(stream);
      if (open !== undefined) this.send(open, { kind: "bytes", bytes: encodeRecord(encodeOperatorEvent(event, open.media)) });
    }
  }

  record(stream: StreamId, content: Content): void {
    const open = this.streams.get(stream);
    if (open === undefined) return;
    const whole = wholeContent(content);
    this.send(open, { kind: "bytes", bytes: encodeRecord(typeof whole === "string" ? encoder.encode(whole) : whole) });
  }

  end(stream: StreamId): void {
    const open = this.streams.get(stream);
    if (open === undefined) return;
    this.streams.delete(stream);
    this.streamOf.delete(open.connection);
    open.connection.close(1);
  }

  onOver(connection: Connection): void {
    const stream = this.streamOf.get(connection);
    if (stream !== undefined) {
      this.streamOf.delete(connection);
      this.streams.delete(stream);
      this.handlers.onStreamClosed(stream);
    }
    for (const [id, asked] of this.exchanges) if (asked === connection) this.exchanges.delete(id);
  }

  forget(): void {
    this.exchanges.clear();
    this.streams.clear();
    this.streamOf.clear();
  }

  private recordOf(event: SchedulerEvent, media: MediaType): RecordItem {
    const bytes = encodeSchedulerRecord(event, media);
    const last = this.told[media];
    return last?.bytes === bytes ? last : (this.told[media] = { kind: "bytes", bytes });
  }

  private send({ connection }: Stream, item: BackItem): void {
    connection.send(1, item);
    if (connection.queued(1) > MAX_RECORDS_WAITING) {
      this.world.note(this.host.name, "cuts the stream of a slow reader");
      connection.break();
    }
  }

  /** A UUID that only this door makes, and only once. */
  private freshStream(): StreamId {
    return `${this.prefix}${this.nextId.toString(16).padStart(12, "0")}` as StreamId;
  }
}

/** What comes in pieces, put together: text, or the bytes of a message. */
export function wholeContent(content: Content): string | Uint8Array {
  return "pieces" in content ? wholeText(content.pieces) : wholeMessage(content.fields);
}
