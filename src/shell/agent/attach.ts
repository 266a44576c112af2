/** Carries what is said between a container of a session and those who are attached to it, as RecordIO both ways. */
import type { Effect } from "../../agent/outbox.ts";
import { inputError } from "../../agent/http/process-io.ts";
import type { RequestId, StreamId } from "../../master/event.ts";
import type { ProcessIO } from "../../model/gen/agent.ts";
import { RecordDecoder, encodeRecord } from "../../wire/recordio.ts";
import { decodeAgentCall, encodeProcessIo } from "../../wire/v1/agent.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import type { FrontDoor } from "../http/front-door.ts";
import type { Switchboard } from "../runtime/switchboard.ts";

type Attach<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;

/** How often those who listen hear that the connection stands. */
const HEARTBEAT_MS = 30_000;
const HEARTBEAT: ProcessIO = {
  type: "CONTROL",
  control: { type: "HEARTBEAT", heartbeat: { interval: { nanoseconds: BigInt(HEARTBEAT_MS) * 1_000_000n } } },
};
/** Input ends so long after the output has: what is under way may still come. */
const LAST_INPUT_MS = 1_000;

export interface Attachments {
  output(effect: Attach<"attach-output">): void;
  input(effect: Attach<"attach-input">): void;
}

export function createAttachments(door: FrontDoor, switchboard: Switchboard): Attachments {
  const writing = new Set<string>();

  const output = ({ request, stream, containerId, form }: Attach<"attach-output">): void => {
    const id = stream as StreamId;
    const media = mediaTypeName(form.media);
    door.open(request as RequestId, id, form.streaming
      ? { "Content-Type": "application/recordio", "Message-Content-Type": media }
      : { "Content-Type": media });
    const say = (io: ProcessIO): void => door.write(id, encodeRecord(encodeProcessIo(io, form.media)));
    const beating = setInterval(() => say(HEARTBEAT), HEARTBEAT_MS);
    switchboard.listen(containerId, {
      heard: (type, data) => say({ type: "DATA", data: { type, data } }),
      ended: () => {
        clearInterval(beating);
        door.end(id);
      },
    });
  };

  /** Resolves with why it is refused, or undefined at its end; rejects when whoever writes has gone. */
  const copy = async (effect: Attach<"attach-input">): Promise<Refusal | undefined> => {
    const { request, containerId, media, received } = effect;
    const decoder = new RecordDecoder();
    let isFirst = true;
    const take = async (chunk: Uint8Array): Promise<Refusal | undefined> => {
      const records = decoder.push(chunk);
      if (!records.ok) return { status: 400, body: records.error };
      for (const record of records.value) {
        // The core has read it.
        if (isFirst) {
          isFirst = false;
          continue;
        }
        const call = decodeAgentCall(media, record);
        if (!call.ok) return { status: call.error.status, body: call.error.message };
        const wrong = inputError(call.value);
        if (wrong !== undefined) return { status: 400, body: wrong };
        const data = call.value.attach_container_input?.process_io?.data?.data;
        try {
          if (data !== undefined) await switchboard.write(containerId, data);
        } catch (error) {
          return { status: 500, body: `Failed writing to stdin: ${(error as Error).message}` };
        }
      }
      return undefined;
    };
    const refused = await take(received);
    if (refused !== undefined) return refused;
    for await (const chunk of door.restOfBody(request as RequestId)) {
      const wrong = await take(chunk);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

  const input = (effect: Attach<"attach-input">): void => {
    const { request, containerId } = effect;
    const answer = (refusal?: Refusal): void => door.reply(request as RequestId, refusal === undefined
      ? { status: 200 }
      : { ...refusal, headers: { "Content-Type": "text/plain; charset=utf-8" } });
    if (writing.has(containerId)) return answer({ status: 409, body: "Multiple input connections are not allowed" });
    writing.add(containerId);
    const stop = switchboard.listen(containerId, {
      heard: () => {},
      ended: () => void setTimeout(answer, LAST_INPUT_MS).unref(),
    });
    copy(effect).then(answer, () => {}).finally(() => {
      stop();
      writing.delete(containerId);
    });
  };

  return { output, input };
}

interface Refusal {
  readonly status: number;
  readonly body: string;
}
