/** Talking with a container over real sockets: its output as it comes, input as it is sent, and the ends of both. */
import { request as httpRequest } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { HttpRequest } from "../../../../src/master/event.ts";
import { createAttachments } from "../../../../src/shell/agent/attach.ts";
import { openFrontDoor } from "../../../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../../../src/shell/http/front-door.ts";
import { createRandom } from "../../../../src/shell/random.ts";
import { createRuntime } from "../../../../src/shell/runtime/runtime.ts";
import { createSwitchboard } from "../../../../src/shell/runtime/switchboard.ts";
import { RecordDecoder, encodeRecord } from "../../../../src/wire/recordio.ts";
import { keptLog } from "../../../support/kept-log.ts";
import { killProcessesWith } from "../../../support/programs.ts";

let workDir: string;
let door: FrontDoor;
let left: string[];
let run: (command: string) => Promise<void>;

/** A front door before a core that attaches whoever asks, to what the path says, of container `c`. */
beforeEach(async () => {
  workDir = realpathSync(mkdtempSync(join(tmpdir(), "allot-attach-")));
  const switchboard = createSwitchboard();
  const runtime = createRuntime({ workDir, log: keptLog(), switchboard });
  left = [];
  const onRequest = ({ id: request, path, streamId: stream, body: received }: HttpRequest): void => {
    const form = { streaming: true, media: "json" } as const;
    if (path === "/output") attachments.output({ kind: "attach-output", request, stream, containerId: "c", form });
    else attachments.input({ kind: "attach-input", request, containerId: "c", media: "json", received });
  };
  door = await openFrontDoor({
    ip: "127.0.0.1", port: 0, hasActor: () => false, log: keptLog(), random: createRandom(),
    http: { onRequest, onStreamClosed: (stream) => void left.push(stream) },
  });
  const attachments = createAttachments(door, switchboard);
  run = async (value) => {
    const { PATH = "" } = process.env;
    await runtime.launch({
      containerId: "c", command: { shell: true, value, arguments: [] }, environment: { PATH }, directory: workDir,
      user: undefined, uris: [], links: [], pidDirectory: undefined, statusFile: undefined, isSwitched: true,
    });
  };
});

afterEach(async () => {
  await door.close();
  killProcessesWith(workDir);
  rmSync(workDir, { recursive: true, force: true });
});

function post(path: string): { request: ClientRequest; response: Promise<IncomingMessage> } {
  const headers = { "content-type": "application/recordio", "message-content-type": "application/json" };
  const request = httpRequest({ host: "127.0.0.1", port: door.port, path, method: "POST", headers, agent: false });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.on("response", resolve).on("error", reject);
  });
  response.catch(() => {});
  return { request, response };
}

/** What a listener hears: `STDOUT text` for each piece. */
async function listen(): Promise<{ heard: string[]; hasEnded: () => boolean; response: IncomingMessage }> {
  const { request, response: answered } = post("/output");
  request.end();
  const response = await answered;
  const heard: string[] = [];
  const decoder = new RecordDecoder();
  let hasEnded = false;
  response.on("data", (chunk: Buffer) => {
    const records = decoder.push(chunk);
    for (const record of records.ok ? records.value : []) {
      const { data } = JSON.parse(Buffer.from(record).toString()) as { data: { type: string; data: string } };
      heard.push(`${data.type} ${Buffer.from(data.data, "base64").toString()}`);
    }
  });
  response.on("end", () => (hasEnded = true)).on("error", () => {});
  return { heard, hasEnded: () => hasEnded, response };
}

const call = (input: object): Uint8Array => encodeRecord(Buffer.from(JSON.stringify({
  type: "ATTACH_CONTAINER_INPUT", attach_container_input: input,
})));
const CONTAINER = call({ type: "CONTAINER_ID", container_id: { value: "c", parent: { value: "p" } } });
const io = (process_io: object): Uint8Array => call({ type: "PROCESS_IO", process_io });
const typed = (text: string): Uint8Array =>
  io({ type: "DATA", data: { type: "STDIN", data: Buffer.from(text).toString("base64") } });
const textOf = async (response: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return `${response.statusCode} ${text}`;
};

it("nothing is lost before somebody listens, both outputs are told apart, and the stream ends with them", async () => {
  await run("echo out; echo err >&2");
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { heard, hasEnded, response } = await listen();
  expect(response.headers).toMatchObject({
    "content-type": "application/recordio", "message-content-type": "application/json",
  });
  await expect.poll(hasEnded).toBe(true);
  expect(heard.toSorted()).toEqual(["STDERR err\n", "STDOUT out\n"]);
});

it("what is typed arrives while the request goes on; heartbeats are no input; its end is answered", async () => {
  await run("while read line; do echo got $line; done; echo over");
  const { heard, hasEnded } = await listen();
  const { request, response } = post("/input");
  request.write(CONTAINER);
  request.write(typed("one\n"));
  await expect.poll(() => heard.join("")).toBe("STDOUT got one\n");
  const second = post("/input");
  second.request.end(CONTAINER);
  expect(await textOf(await second.response)).toBe("409 Multiple input connections are not allowed");
  request.write(io({ type: "CONTROL", control: { type: "HEARTBEAT", heartbeat: {} } }));
  // In pieces, as a network may bring it.
  const last = Buffer.concat([typed("two\n"), typed("")]);
  request.write(last.subarray(0, 20));
  await new Promise((resolve) => setTimeout(resolve, 20));
  request.end(last.subarray(20));
  await expect.poll(hasEnded).toBe(true);
  expect(heard.slice(1).join("")).toContain("got two\n");
  expect(heard.at(-1)).toContain("over\n");
  expect(await textOf(await response)).toBe("200 ");
});

it("input that is none is refused in Mesos' words, and another connection may write again", async () => {
  await run("exec cat");
  const { heard } = await listen();
  for (const [record, answer] of [
    [CONTAINER, "400 Expecting 'attach_container_input.type' to be 'PROCESS_IO' instead of: 'CONTAINER_ID'"],
    [io({ type: "DATA" }), "400 Expecting 'process_io.data' to be present"],
    [
      io({ type: "DATA", data: { type: "STDOUT", data: "eA==" } }),
      "400 Expecting 'process_io.data.type' to be 'STDIN'",
    ],
    [
      io({ type: "CONTROL", control: { type: "TTY_INFO" } }),
      "400 Expecting 'process_io.control.tty_info' to be present",
    ],
    [Buffer.from("x\n"), "400 Failed to decode length 'x': expected decimal digits"],
  ] as const) {
    const { request, response } = post("/input");
    request.end(Buffer.concat([CONTAINER, record]));
    expect(await textOf(await response)).toBe(answer);
  }
  const { request } = post("/input");
  request.write(Buffer.concat([CONTAINER, typed("still here")]));
  await expect.poll(() => heard.join("")).toBe("STDOUT still here");
  request.destroy();
});

it("a listener who leaves is told of, so that his session ends", async () => {
  await run("exec sleep 100");
  const { response } = await listen();
  response.destroy();
  await expect.poll(() => left.length).toBe(1);
});
