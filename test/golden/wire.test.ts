/**
 * Real Mesos as the oracle: what it wrote we must understand to the last byte, so everything recorded is decoded and
 * encoded again. A field we do not know, an order we get wrong or a default we make explicit shows up as a differing
 * byte.
 */
import { describe, expect, test } from "vitest";
import { parseUpid } from "../../src/model/upid.ts";
import type { Codec } from "../../src/wire/codec.ts";
import { CallCodec as AgentCallCodec, ResponseCodec as AgentResponseCodec } from "../../src/wire/gen/agent.ts";
import { CallCodec as ExecutorCallCodec } from "../../src/wire/gen/executor.ts";
import { ExecutorEventCodec } from "../../src/wire/v1/executor.ts";
import { CallCodec as SchedulerCallCodec, EventCodec as SchedulerEventCodec } from "../../src/wire/gen/scheduler.ts";
import { RecordDecoder, encodeRecord } from "../../src/wire/recordio.ts";
import { acceptedResponse, classifyHead, encodeRequest } from "../../src/wire/v0/libprocess.ts";
import { decodeMessage, encodeMessage } from "../../src/wire/v0/messages.ts";
import { LibprocessParser } from "../../src/wire/v0/parser.ts";
import type { Received } from "../../src/wire/v0/parser.ts";
import { header, recordedMessages } from "../support/recordings.ts";
import type { RecordedMessage } from "../support/recordings.ts";

const recorded = recordedMessages();
const libprocess = recorded.filter((message) => message.message !== undefined);

/** A request or response as it stood on the wire: chunked bodies of messages are one chunk. */
function wireBytes({ start, headers, body }: RecordedMessage): Uint8Array {
  const head = `${start}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  const chunked = headers.some(([name, value]) => name === "Transfer-Encoding" && value === "chunked");
  const parts = chunked ? [`${body.length.toString(16)}\r\n`, body, "\r\n0\r\n\r\n"] : [body];
  return new Uint8Array(Buffer.concat([head, ...parts].map((part) => Buffer.from(part as string))));
}

function upid(text: string) {
  const parsed = parseUpid(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/** Receiver's id and message name of a request line. */
function target(message: RecordedMessage): [string, string] {
  const [, id = "", name = ""] = /^POST \/([^/]*)\/(\S*) HTTP/.exec(message.start) ?? [];
  return [id, name];
}

function pushInPieces(bytes: Uint8Array, cuts: readonly number[]): Received[] {
  const parser = new LibprocessParser();
  const edges = [0, ...cuts, bytes.length];
  return edges.slice(1).flatMap((end, at) => parser.push(bytes.subarray(edges[at], end)));
}

describe("libprocess messages", () => {
  test("cover the protocol: agents, drivers, executors, authentication", () => {
    expect(libprocess.length).toBeGreaterThan(300);
    expect(new Set(libprocess.map(({ message }) => message)).size).toBeGreaterThan(25);
  });

  test("every body decodes and encodes to the same bytes", () => {
    for (const { message = "", body } of libprocess) {
      const decoded = decodeMessage(message, body);
      expect(decoded, message).toMatchObject({ ok: true });
      if (decoded?.ok) expect(encodeMessage(decoded.value), message).toEqual(body);
    }
  });

  test("every request is framed again to the same bytes from sender, receiver, name and body", () => {
    for (const message of libprocess) {
      const [id, name] = target(message);
      const to = upid(`${id}@${header(message, "host")}`);
      const framed = encodeRequest(upid(header(message, "libprocess-from") ?? ""), to, name, message.body);
      expect(Buffer.from(framed).toString("latin1")).toBe(Buffer.from(wireBytes(message)).toString("latin1"));
    }
  });

  test("every request is taken apart into what it was made of, and known for a message from its head", () => {
    for (const message of libprocess) {
      const [to, name] = target(message);
      const from = upid(header(message, "libprocess-from") ?? "");
      expect(pushInPieces(wireBytes(message), [])).toEqual([
        { kind: "message", from, to, name, body: message.body, close: false },
      ]);
      expect(classifyHead(wireBytes(message))).toBe("message");
    }
  });

  test("a pipelined run of different requests may be cut anywhere, in two or in three", () => {
    const names = ["RegisterSlaveMessage", "PongSlaveMessage", "PingSlaveMessage", "AuthenticationStepMessage"];
    const run = names.map((name) => libprocess.find(({ message }) => message === `mesos.internal.${name}`));
    const bytes = new Uint8Array(Buffer.concat(run.map((message) => wireBytes(message as RecordedMessage))));
    const whole = pushInPieces(bytes, []);
    expect(whole).toHaveLength(names.length);
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(pushInPieces(bytes, [cut])).toEqual(whole);
      expect(pushInPieces(bytes, [Math.floor(cut / 2), cut])).toEqual(whole);
    }
    expect(pushInPieces(bytes, Array.from({ length: bytes.length - 1 }, (_, at) => at + 1))).toEqual(whole);
  });

  test("the 202 is the one Mesos writes, for the moment it wrote it", () => {
    const answers = recorded.filter(({ start, headers }) => start === "HTTP/1.1 202 Accepted" && headers.length === 2);
    expect(answers.length).toBeGreaterThan(300);
    for (const answer of answers) {
      expect(acceptedResponse(Date.parse(header(answer, "date") ?? ""))).toBe(
        Buffer.from(wireBytes(answer)).toString(),
      );
    }
  });
});

describe("the HTTP APIs", () => {
  const CALLS: Readonly<Record<string, Codec<unknown>>> = {
    "/master/api/v1/scheduler": SchedulerCallCodec as Codec<unknown>,
    "/slave(1)/api/v1/executor": ExecutorCallCodec as Codec<unknown>,
    "/slave(1)/api/v1": AgentCallCodec as Codec<unknown>,
  };

  function expectSameBytes(codec: Codec<unknown>, body: Uint8Array): void {
    const decoded = codec.decode(body);
    expect(decoded).toMatchObject({ ok: true });
    if (decoded.ok) expect(codec.encode(decoded.value)).toEqual(body);
  }

  /** Responses with their calls: on one connection they come in the order of the requests. */
  function pathOfResponse(response: RecordedMessage): string {
    const ends = ({ from, to }: RecordedMessage) => [from, to].sort().join();
    const connection = recorded.filter(
      (message) => message.file === response.file && ends(message) === ends(response),
    );
    const responses = connection.filter(({ start }) => start.startsWith("HTTP/"));
    const requests = connection.filter(({ start }) => !start.startsWith("HTTP/"));
    return requests[responses.indexOf(response)]?.start.split(" ")[1] ?? "";
  }

  test("every call of schedulers, executors and operators decodes and encodes to the same bytes", () => {
    const calls = recorded.filter(({ start }) => /^POST \S*\/api\/v1/.test(start));
    expect(calls.length).toBeGreaterThan(50);
    for (const call of calls) {
      expectSameBytes(CALLS[call.start.split(" ")[1] ?? ""] as Codec<unknown>, call.body);
      expect(classifyHead(wireBytes(call))).toBe("request");
    }
  });

  test("every streamed event decodes and encodes to the same record, whatever pieces the stream comes in", () => {
    const streams = recorded.filter(
      (message) => message.start === "HTTP/1.1 200 OK" && header(message, "transfer-encoding") === "chunked",
    );
    let events = 0;
    for (const stream of streams) {
      const isScheduler = pathOfResponse(stream).includes("scheduler");
      const codec = (isScheduler ? SchedulerEventCodec : ExecutorEventCodec) as Codec<unknown>;
      const records = new RecordDecoder().push(stream.body);
      if (!records.ok) throw new Error(records.error);
      for (const record of records.value) expectSameBytes(codec, record);
      expect(new Uint8Array(Buffer.concat(records.value.map(encodeRecord)))).toEqual(stream.body);
      const byByte = new RecordDecoder();
      const pieces = Array.from(stream.body, (byte) => byByte.push(Uint8Array.of(byte)));
      expect(pieces.flatMap((some) => (some.ok ? some.value : []))).toEqual(records.value);
      expect(byByte.atBoundary).toBe(true);
      events += records.value.length;
    }
    expect(events).toBeGreaterThan(50);
  });

  test("every answer of the agent decodes and encodes to the same bytes", () => {
    const answers = recorded.filter(
      ({ start, body, headers }) =>
        start === "HTTP/1.1 200 OK" && body.length > 0 && headers.some(([name]) => name === "Content-Length"),
    );
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expectSameBytes(AgentResponseCodec as Codec<unknown>, answer.body);
  });
});
