/**
 * The executor's line to its agent: one connection on which events stream in, one on which updates go out strictly in order.
 * Plain node:http, because this runs once per task.
 */
import { Agent, request } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AgentSays, CallJson } from "../../agent/executor/event.ts";

export interface AgentAddress {
  readonly host: string;
  readonly port: number;
  /** `/slave(1)/api/v1/executor` */
  readonly path: string;
}

export interface AgentLine {
  /** Opens the event stream, instead of an earlier one. */
  subscribe(call: CallJson): void;
  /** Queues an update; the queue is thrown away when one does not get through. */
  update(call: CallJson): void;
  close(): void;
}

export interface LineListener {
  onEvent(event: AgentSays): void;
  /** The stream ended or could not be opened; called once per `subscribe`. */
  onDisconnected(): void;
  onUpdateFailed(): void;
}

/** An event stream may be silent for this long between two bytes. */
const STREAM_TIMEOUT_MS = 45 * 60_000;
const CALL_TIMEOUT_MS = 30_000;

/** `identity` is added to every call. */
export function createAgentLine(address: AgentAddress, identity: object, listener: LineListener): AgentLine {
  const connections = new Agent({ keepAlive: true, maxSockets: 1 });
  let stream: { destroy(): void } | undefined;
  let queue: CallJson[] = [];
  let posting = false;

  const post = (call: CallJson, options: { agent: Agent | false; timeoutMs: number }, answered: (response: IncomingMessage) => void, failed: () => void) => {
    const body = JSON.stringify({ ...identity, ...call });
    const headers = { "Content-Type": "application/json", Accept: "application/json", "Content-Length": Buffer.byteLength(body) };
    const sent = request({ ...address, method: "POST", headers, agent: options.agent, timeout: options.timeoutMs }, answered);
    sent.on("error", failed);
    sent.on("timeout", () => sent.destroy(new Error("timed out")));
    sent.end(body);
    return sent;
  };

  const next = (): void => {
    const call = queue[0];
    if (posting || call === undefined) return;
    posting = true;
    const done = (passed: boolean): void => {
      if (!posting) return;
      posting = false;
      if (passed) {
        queue.shift();
        return next();
      }
      queue = [];
      listener.onUpdateFailed();
    };
    post(call, { agent: connections, timeoutMs: CALL_TIMEOUT_MS }, (response) => {
      response.resume();
      response.on("end", () => done(response.statusCode === 202));
      response.on("close", () => done(false));
    }, () => done(false));
  };

  return {
    subscribe(call) {
      stream?.destroy();
      let over = false;
      const ended = (): void => {
        if (over) return;
        over = true;
        queue = [];
        listener.onDisconnected();
      };
      const opening = post(call, { agent: false, timeoutMs: STREAM_TIMEOUT_MS }, (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          return ended();
        }
        const records = createRecordReader((text) => {
          if (!over) listener.onEvent(JSON.parse(text) as AgentSays);
        });
        response.on("data", records);
        response.on("end", ended);
        response.on("error", ended);
        response.on("close", ended);
      }, ended);
      stream = { destroy: () => (over = true, opening.destroy()) };
    },
    update(call) {
      queue.push(call);
      next();
    },
    close() {
      stream?.destroy();
      connections.destroy();
    },
  };
}

/** Takes chunks, gives records: a decimal length, a line feed, and so many bytes. */
function createRecordReader(onRecord: (text: string) => void): (chunk: Buffer) => void {
  let buffer: Buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
    for (;;) {
      const newline = buffer.indexOf(0x0a);
      if (newline < 0) return;
      const length = Number(buffer.toString("latin1", 0, newline));
      const end = newline + 1 + length;
      if (!(buffer.length >= end)) return;
      onRecord(buffer.toString("utf8", newline + 1, end));
      buffer = buffer.subarray(end);
    }
  };
}
