/** One framework's side of the v1 scheduler API: the event stream, and calls that carry its ids. */
import type { Call, Event } from "../../model/gen/scheduler.ts";
import { CallCodec, EventCodec } from "../../wire/gen/scheduler.ts";
import { encodeAs } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import { parseJson } from "../../wire/json.ts";
import { address, openStream, parseHostPort, post } from "./http.ts";
import type { Answer, HostPort, RecordStream } from "./http.ts";

const PATH = "/master/api/v1/scheduler";
const MAX_REDIRECTS = 3;

export interface SubscribeOptions {
  /**
   * Who leads is known for certain (from ZooKeeper): a redirect is refused then. A new leader that has not heard of its
   * election yet names the old one, which may be frozen or cut off and never answer.
   */
  readonly isLeader?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface SchedulerEvents {
  onEvent(event: Event): void;
  /** The stream is over, and not because we closed it. */
  onEnd(why: string): void;
}

export class SchedulerClient {
  readonly master: HostPort;
  readonly #media: MediaType;
  readonly #stream: RecordStream;
  readonly #closed = new AbortController();

  private constructor(master: HostPort, media: MediaType, stream: RecordStream) {
    this.master = master;
    this.#media = media;
    this.#stream = stream;
  }

  /** Subscribes at this master or the leader it points to. Rejects with one line when refused or out of reach. */
  static async subscribe(
    master: HostPort, media: MediaType, subscribe: Call, events: SchedulerEvents, { isLeader = false, signal }: SubscribeOptions = {},
  ): Promise<SchedulerClient> {
    const onRecord = (record: Uint8Array): void => {
      const event = decodeEvent(record, media);
      if (event === undefined) events.onEnd("it sent an event that cannot be read");
      else events.onEvent(event);
    };
    let at = master;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const call = { to: at, path: PATH, media, body: encodeAs(CallCodec, subscribe, media), signal };
      const stream = await openStream(call, onRecord, (why) => events.onEnd(why));
      if (!("status" in stream)) return new SchedulerClient(at, media, stream);
      const leader = leaderOf(stream);
      if (leader === undefined) throw new Error(refusal(at, stream));
      if (isLeader) throw new Error(`${address(at)} does not lead yet`);
      at = leader;
    }
    throw new Error(`${address(master)} redirects in circles`);
  }

  /** Rejects with one line when the master refuses the call. */
  async call(call: Call): Promise<void> {
    const streamId = this.#stream.headers["mesos-stream-id"];
    const answer = await post({
      to: this.master,
      path: PATH,
      media: this.#media,
      body: encodeAs(CallCodec, call, this.#media),
      headers: typeof streamId === "string" ? { "Mesos-Stream-Id": streamId } : {},
      signal: this.#closed.signal,
    });
    if (answer.status < 200 || answer.status > 299) throw new Error(`${call.type}: ${refusal(this.master, answer)}`);
  }

  /** Calls that have no answer yet get none. */
  close(): void {
    this.#closed.abort();
    this.#stream.close();
  }
}

function decodeEvent(record: Uint8Array, media: MediaType): Event | undefined {
  if (media === "protobuf") {
    const event = EventCodec.decode(record);
    return event.ok ? event.value : undefined;
  }
  const json = parseJson(new TextDecoder().decode(record));
  const event = json.ok ? EventCodec.fromJson(json.value) : undefined;
  return event?.ok === true ? event.value : undefined;
}

/** Where a 307 points to: `//host:port/path`. */
function leaderOf({ status, headers }: Answer): HostPort | undefined {
  return status === 307 ? parseHostPort((headers.location ?? "").replace(/^(http:)?\/\//, "")) : undefined;
}

function refusal(at: HostPort, { status, body }: Answer): string {
  const text = new TextDecoder().decode(body).trim();
  return `${address(at)} answered ${status}${text === "" ? "" : `: ${text}`}`;
}
