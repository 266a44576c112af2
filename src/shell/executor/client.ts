/**
 * The executor's line to its agent: one connection on which events stream in, one on which updates go out strictly in
 * order, and one per question. Plain node:http, because this runs once per task.
 */
import { Agent, request as requestPlainly } from "node:http";
import type { IncomingMessage } from "node:http";
import { Agent as TlsAgent, request as requestByTls } from "node:https";
import type { PeerCertificate } from "node:tls";
import type { AgentSays, CallJson, OperatorCallJson, TerminationJson } from "../../agent/executor/event.ts";
import type { TlsSettings } from "../tls/settings.ts";

export interface AgentAddress {
  readonly host: string;
  readonly port: number;
  /** `/slave(1)`: the APIs are below it. */
  readonly path: string;
  /** By which we prove who we are, where the agent asks (AUT-21). */
  readonly token?: string | undefined;
  /** Where the agent speaks TLS. */
  readonly tls?: TlsSettings | undefined;
}

export interface AgentLine {
  /** Opens the event stream, instead of an earlier one. */
  subscribe(call: CallJson): void;
  /** Queues an update; the queue is thrown away when one does not get through. */
  update(call: CallJson): void;
  /** Asks the agent's operator API; every question is answered, in the worst case with status 0. */
  operate(call: OperatorCallJson): Promise<OperatorAnswer>;
  close(): void;
}

export interface OperatorAnswer {
  readonly status: number;
  readonly body: string | TerminationJson;
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

interface Posting {
  readonly path: string;
  readonly agent: Agent | false;
  /** None: the answer may take as long as a task runs. */
  readonly timeoutMs: number | undefined;
  answered(response: IncomingMessage): void;
  failed(): void;
}

/** `identity` is added to every call of the executor API. */
export function createAgentLine(address: AgentAddress, identity: object, listener: LineListener): AgentLine {
  const connections = new (address.tls === undefined ? Agent : TlsAgent)({ keepAlive: true, maxSockets: 1 });
  const { host, port, token, tls } = address;
  const security = tls === undefined ? {} : {
    secureContext: tls.context,
    rejectUnauthorized: tls.verifyServerCert,
    checkServerIdentity: (_: string, certificate: PeerCertificate) => tls.checkServer(host, certificate),
  };
  const request = tls === undefined ? requestPlainly : requestByTls;
  const proof = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const executorApi = `${address.path}/api/v1/executor`;
  const operatorApi = `${address.path}/api/v1`;
  let stream: { destroy(): void } | undefined;
  let queue: CallJson[] = [];
  let posting = false;

  const post = (call: object, { path, agent, timeoutMs, answered, failed }: Posting) => {
    const body = JSON.stringify(call);
    const type = "application/json";
    const headers = { ...proof, "Content-Type": type, Accept: type, "Content-Length": Buffer.byteLength(body) };
    const timeout = timeoutMs === undefined ? {} : { timeout: timeoutMs };
    const sent = request({ host, port, path, method: "POST", headers, agent, ...timeout, ...security }, answered);
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
    post({ ...identity, ...call }, {
      path: executorApi,
      agent: connections,
      timeoutMs: CALL_TIMEOUT_MS,
      answered: (response) => {
        response.resume();
        response.on("end", () => done(response.statusCode === 202));
        response.on("close", () => done(false));
      },
      failed: () => done(false),
    });
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
      const answered = (response: IncomingMessage): void => {
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
      };
      const opening = post({ ...identity, ...call }, {
        path: executorApi, agent: false, timeoutMs: STREAM_TIMEOUT_MS, answered, failed: ended,
      });
      stream = { destroy: () => (over = true, opening.destroy()) };
    },
    update(call) {
      queue.push(call);
      next();
    },
    operate: (call) => new Promise((resolve) => {
      const answer = (status: number, body: string): void => {
        resolve({ status, body: terminationIn(call, status, body) });
      };
      post(call, {
        path: operatorApi,
        agent: false,
        timeoutMs: call.type === "WAIT_NESTED_CONTAINER" ? undefined : CALL_TIMEOUT_MS,
        answered: (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () => answer(response.statusCode ?? 0, Buffer.concat(chunks).toString("utf8")));
          response.on("close", () => answer(0, ""));
        },
        failed: () => answer(0, ""),
      });
    }),
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

function terminationIn(call: OperatorCallJson, status: number, body: string): string | TerminationJson {
  if (call.type !== "WAIT_NESTED_CONTAINER" || status !== 200) return body;
  return (JSON.parse(body) as { wait_nested_container?: TerminationJson }).wait_nested_container ?? {};
}
