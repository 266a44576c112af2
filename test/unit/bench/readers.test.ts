/** The bench's client takes the master's bytes apart in whatever pieces they come. */
import { expect, it } from "vitest";
import { AgentReader } from "../../../bench/master/agent-reader.ts";
import { AnswerCounter } from "../../../bench/master/answer-counter.ts";
import { RecordStream } from "../../../bench/master/record-stream.ts";
import { PingSlaveMessageCodec, SlaveRegisteredMessageCodec } from "../../../src/wire/gen/internal.ts";
import { encodeRecord } from "../../../src/wire/recordio.ts";
import { encodeRequest } from "../../../src/wire/v0/libprocess.ts";

const AGENT = { id: "slave(17)", host: "127.0.0.1", port: 5051 };
const MASTER = { host: "127.0.0.1", port: 5050 };

it("messages to agents are the same, cut anywhere", () => {
  const bytes = Buffer.concat([
    encodeRequest({ id: "slave-observer(3)", ...MASTER }, AGENT, "mesos.internal.PingSlaveMessage",
      PingSlaveMessageCodec.encode({ connected: true })),
    encodeRequest({ id: "master", ...MASTER }, AGENT, "mesos.internal.CheckpointResourcesMessage", new Uint8Array()),
    encodeRequest({ id: "master", ...MASTER }, AGENT, "mesos.internal.SlaveRegisteredMessage",
      SlaveRegisteredMessageCodec.encode({ agent_id: { value: "a-S1" } })),
    encodeRequest({ id: "master", ...MASTER }, AGENT, "mesos.internal.ShutdownMessage", new Uint8Array()),
  ]);
  for (let cut = 0; cut <= bytes.length; cut++) {
    for (const second of [cut, Math.min(cut + 1, bytes.length), bytes.length]) {
      const heard: string[] = [];
      const reader = new AgentReader({
        onPing: (agent, observer) => void heard.push(`ping ${agent} ${observer}`),
        onRegistered: (agent, inbox, from, to) => void heard.push(`registered ${agent} ${inbox.bytes.toString("latin1", from + 4, to)}`),
        onRunTask: () => {},
        onAcknowledged: () => {},
        onSurprise: (agent, name) => void heard.push(`${name} ${agent}`),
      });
      const count = [[0, cut], [cut, second], [second, bytes.length]]
        .map(([from, to]) => (from === to ? 0 : reader.push(Buffer.from(bytes.subarray(from, to)))))
        .reduce((sum, each) => sum + each, 0);
      expect([count, ...heard], `cut at ${cut} and ${second}`)
        .toEqual([4, "ping 16 slave-observer(3)", "registered 16 a-S1", "ShutdownMessage 16"]);
    }
  }
});

it("records of a stream are the same, cut anywhere, in chunks that hold parts of them or several", () => {
  const records = ["one", "", "three", "x".repeat(30)].map((text) => encodeRecord(Buffer.from(text)));
  const whole = Buffer.concat(records);
  const chunk = (from: number, to: number): Buffer =>
    Buffer.concat([Buffer.from(`${(to - from).toString(16)}\r\n`), whole.subarray(from, to), Buffer.from("\r\n")]);
  const bytes = Buffer.concat([
    Buffer.from("HTTP/1.1 200 OK\r\nMesos-Stream-Id: s\r\nTransfer-Encoding: chunked\r\n\r\n"),
    chunk(0, 5), chunk(5, 6), chunk(6, whole.length),
  ]);
  for (let cut = 1; cut < bytes.length; cut++) {
    const heard: string[] = [];
    const stream = new RecordStream(
      (head) => void heard.push(head.split("\r\n")[1]!),
      (from, start, end) => void heard.push(from.toString("latin1", start, end)),
    );
    for (const part of [bytes.subarray(0, cut), bytes.subarray(cut)]) stream.push(Buffer.from(part));
    expect(heard, `cut at ${cut}`).toEqual(["Mesos-Stream-Id: s", "one", "", "three", "x".repeat(30)]);
  }
});

it("answers are counted to their end and no further, cut anywhere", () => {
  const chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1A\r\n" + "\r\n0\r\n\r\n".repeat(3) + "12345\r\n0\r\n\r\n";
  const answers: readonly (readonly [text: string, status: number, bytes: number])[] = [
    [chunked, 200, 29],
    ["HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n0\r\n\r\n", 200, 5],
    ["HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", 503, 0],
  ];
  for (const [text, status, bytes] of answers) {
    for (let cut = 1; cut < text.length; cut++) {
      const counter = new AnswerCounter();
      counter.push(Buffer.from(text.slice(0, cut)));
      expect(counter.isDone, `${cut} bytes of ${text}`).toBe(false);
      counter.push(Buffer.from(text.slice(cut)));
      expect([counter.isDone, counter.status, counter.bytes], `cut at ${cut}: ${text}`).toEqual([true, status, bytes]);
    }
  }
});
