/**
 * A running master and peers that give more than it can take, or take less than it gives. What it holds for them is bounded,
 * they are the ones who pay for it, and others are served as ever. `ALLOT_LOAD=20` makes twenty times as much of it (20,000
 * connections, 100 MB bodies by the dozen, a million updates); the bounds do not grow with it.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { MAX_MESSAGE_BODIES_BYTES, MAX_REQUEST_BODIES_BYTES, MAX_STREAM_QUEUE_BYTES } from "../../src/model/limits.ts";
import type { RunTaskMessage } from "../../src/model/gen/internal.ts";
import type { Offer } from "../../src/model/gen/mesos.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { RecordDecoder } from "../../src/wire/recordio.ts";
import { registration } from "../support/cast.ts";
import { keptLog } from "../support/kept-log.ts";
import { program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";

const LOAD = Number(process.env["ALLOT_LOAD"] ?? 1);
const MB = 1024 * 1024;
/** What a master takes that has nothing to do, and what V8 leaves lying about under load. */
const BASE_MB = 350;
const TIMEOUT_MS = 60_000 + 20_000 * LOAD;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

interface Master {
  readonly port: number;
  readonly program: Program;
  /** Most memory it ever had. */
  peakMb(): number;
}

async function startMaster(...args: readonly string[]): Promise<Master> {
  const master = program("mesos-master", [
    "--ip=127.0.0.1", "--port=0", "--registry=in_memory", "--allocation_interval=50ms", "--logging_level=INFO", ...args,
  ]);
  open.push({ close: async () => (master.signal("SIGKILL"), await master.ended) });
  const [, port] = await master.says(/"port":(\d+),"msg":"This master leads"/);
  const status = (): string => readFileSync(`/proc/${master.child.pid}/status`, "latin1");
  return {
    port: Number(port), program: master,
    peakMb: () => Number(/VmHWM:\s+(\d+) kB/.exec(status())![1]) / 1024,
  };
}

/** Somebody else, at another address, who asks for something small every now and then; how long it took each time. */
function bystander(port: number, path = "/health") {
  const agent = new HttpAgent({ keepAlive: true, maxSockets: 1 });
  const tookMs: number[] = [];
  let over = false;
  const ask = (): Promise<number> => new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, path, agent, localAddress: "127.0.0.9" }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode!));
    });
    sent.on("error", reject);
    sent.end();
  });
  const asking = (async () => {
    while (!over) {
      const beganMs = performance.now();
      expect(await ask()).toBe(200);
      tookMs.push(performance.now() - beganMs);
      await sleep(10);
    }
  })();
  return {
    /** The slowest answer but one in fifty. */
    async slowMs(): Promise<number> {
      over = true;
      await asking;
      agent.destroy();
      tookMs.sort((a, b) => a - b);
      return tookMs[Math.floor(tookMs.length * 0.98)] ?? Infinity;
    },
  };
}

/** An agent of ours that says what the test wants. */
async function startAgent(master: Master) {
  const door = await openFrontDoor({ ip: "127.0.0.1", port: 0, log: keptLog(), random: createRandom(), hasActor: () => true });
  open.push(door);
  const { transport } = door;
  const to = { id: "master", host: "127.0.0.1", port: master.port };
  const own = "slave(1)";
  let id = "";
  const tasks: RunTaskMessage[] = [];
  transport.onMessage((from, _, { name, value }) => {
    if (name === "mesos.internal.SlaveRegisteredMessage") id = value.agent_id.value;
    if (name === "mesos.internal.PingSlaveMessage") transport.send(own, from, { name: "mesos.internal.PongSlaveMessage", value: {} });
    if (name === "mesos.internal.RunTaskMessage") tasks.push(value);
  });
  transport.link(to);
  transport.send(own, to, { name: "mesos.internal.RegisterSlaveMessage", value: registration() });
  await expect.poll(() => id).not.toBe("");
  return {
    tasks,
    /** One more update of a task, which need not be there. */
    update(frameworkId: string, taskId: string, text: string, seed: number): void {
      const ids = { framework_id: { value: frameworkId }, agent_id: { value: id } };
      const bytes = Buffer.alloc(16, 0x41);
      bytes.writeUInt32BE(seed);
      const status = { task_id: { value: taskId }, state: "TASK_RUNNING" as const, message: text, uuid: bytes, agent_id: { value: id } };
      transport.send(own, to, { name: "mesos.internal.StatusUpdateMessage", value: {
        update: { ...ids, status, timestamp: 1, uuid: bytes, latest_state: "TASK_RUNNING" as const },
        pid: `${own}@127.0.0.1:${door.port}`,
      } });
    },
  };
}

interface Scheduler {
  readonly id: string;
  readonly offers: Offer[];
  /** Messages of the updates it has got. */
  readonly updates: string[];
  launch(taskId: string): Promise<void>;
  /** Reads nothing any more. */
  goDeaf(): void;
}

async function startScheduler(master: Master, name: string): Promise<Scheduler> {
  const post = (body: object, headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> => new Promise((resolve, reject) => {
    const sent = httpRequest({
      host: "127.0.0.1", port: master.port, path: "/api/v1/scheduler", method: "POST", agent: false,
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
    }, resolve);
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
  const stream = await post({ type: "SUBSCRIBE", subscribe: { framework_info: { user: "root", name, roles: [name], capabilities: [{ type: "MULTI_ROLE" }] } } });
  open.push({ close: () => stream.destroy() });
  stream.on("error", () => {});
  const offers: Offer[] = [];
  const updates: string[] = [];
  const decoder = new RecordDecoder();
  let id = "";
  stream.on("data", (chunk: Buffer) => {
    const records = decoder.push(chunk);
    for (const record of records.ok ? records.value : []) {
      const event = JSON.parse(Buffer.from(record).toString()) as {
        subscribed?: { framework_id: { value: string } }; offers?: { offers: Offer[] }; update?: { status: { message: string } };
      };
      if (event.subscribed !== undefined) id = event.subscribed.framework_id.value;
      offers.push(...event.offers?.offers ?? []);
      if (event.update !== undefined) updates.push(event.update.status.message);
    }
  });
  await expect.poll(() => id).not.toBe("");
  return {
    id, offers, updates,
    async launch(taskId) {
      await expect.poll(() => offers.length, { timeout: 5_000 }).toBeGreaterThan(0);
      const [offer] = offers.splice(0, 1) as [Offer];
      const resources = [["cpus", 1], ["mem", 64]].map(([kind, value]) => ({
        name: kind, type: "SCALAR", scalar: { value }, allocation_info: { role: name },
      }));
      const task = { name: taskId, task_id: { value: taskId }, agent_id: offer.agent_id, resources, command: { value: "sleep 1000" } };
      const answer = await post({ type: "ACCEPT", framework_id: { value: id }, accept: {
        offer_ids: [offer.id], operations: [{ type: "LAUNCH", launch: { task_infos: [task] } }], filters: { refuse_seconds: 0 },
      } }, { "mesos-stream-id": String(stream.headers["mesos-stream-id"]) });
      answer.resume();
      expect(answer.statusCode).toBe(202);
    },
    goDeaf: () => {
      stream.removeAllListeners("data");
      stream.pause();
    },
  };
}

async function metric(master: Master, name: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${master.port}/metrics/snapshot`);
  return ((await answer.json()) as Record<string, number>)[name]!;
}

describe("a framework that does not read", () => {
  it("is cut off when too much waits for it; another one on the same agent gets every update", async () => {
    const master = await startMaster();
    const agent = await startAgent(master);
    const deaf = await startScheduler(master, "deaf");
    await deaf.launch("d");
    const keen = await startScheduler(master, "keen");
    await keen.launch("k");
    await expect.poll(() => agent.tasks.length, { timeout: 5_000 }).toBe(2);
    deaf.goDeaf();
    const other = bystander(master.port);
    const text = "x".repeat(16 * 1024);
    const [rounds, perRound] = [250 * LOAD, 50];
    expect(rounds * perRound * text.length, "more than may wait").toBeGreaterThan(MAX_STREAM_QUEUE_BYTES * 1.2);
    for (let round = 0, seed = 0; round < rounds; round++) {
      for (let i = 0; i < perRound; i++) agent.update(deaf.id, "d", text, seed++);
      agent.update(keen.id, "k", `${round}`, seed++);
      await sleep(2);
    }
    await expect.poll(() => keen.updates.length, { timeout: TIMEOUT_MS }).toBe(rounds);
    expect(keen.updates).toEqual(Array.from({ length: rounds }, (_, round) => `${round}`));
    expect(await metric(master, "master/frameworks_connected"), "only the one that reads").toBe(1);
    console.log(`deaf: peak ${master.peakMb().toFixed(0)} MB, health ${(await other.slowMs()).toFixed(1)} ms`);
    expect(master.peakMb()).toBeLessThan(BASE_MB + 2 * MAX_STREAM_QUEUE_BYTES / MB);
  }, TIMEOUT_MS);
});

describe("an agent that floods", () => {
  it("waits: what it has said is read no faster than it is done, and others have their turn", async () => {
    const master = await startMaster();
    const [flood, calm] = [await startAgent(master), await startAgent(master)];
    const keen = await startScheduler(master, "keen");
    await keen.launch("k");
    await expect.poll(() => flood.tasks.length + calm.tasks.length, { timeout: 5_000 }).toBe(1);
    const host = flood.tasks.length === 1 ? flood : calm;
    const other = bystander(master.port);
    const rounds = 100 * LOAD;
    let slowestMs = 0;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < 500; i++) flood.update("nobody", "t", "x".repeat(200), i);
      if (round % 10 !== 0) {
        await sleep(1);
        continue;
      }
      const [beganMs, got] = [performance.now(), keen.updates.length];
      host.update(keen.id, "k", `${round}`, 1_000_000 + round);
      await expect.poll(() => keen.updates.length, { timeout: 20_000, interval: 5 }).toBe(got + 1);
      slowestMs = Math.max(slowestMs, performance.now() - beganMs);
    }
    await expect.poll(() => metric(master, "master/messages_status_update"), { timeout: TIMEOUT_MS }).toBe(rounds * 500 + rounds / 10);
    const healthMs = await other.slowMs();
    console.log(`flood: peak ${master.peakMb().toFixed(0)} MB, health ${healthMs.toFixed(1)} ms, slowest update ${slowestMs.toFixed(0)} ms`);
    expect(master.peakMb()).toBeLessThan(BASE_MB + 150);
    expect(healthMs).toBeLessThan(1_000);
  }, TIMEOUT_MS);
});

/** Another process that opens so many connections at once and holds them; how many are still open when all is quiet. */
function crowd(port: number, count: number, address: string): Promise<number> {
  const script = `
    const { connect } = require("node:net");
    const [port, count, localAddress] = process.argv.slice(1);
    let [open, done] = [0, 0];
    for (let i = 0; i < Number(count); i++) {
      const socket = connect({ host: "127.0.0.1", port: Number(port), localAddress });
      socket.on("connect", () => { open++; done++; });
      socket.on("error", () => {});
      socket.on("close", (failed) => { if (socket.bytesRead === 0 && socket.wasOpen) open--; });
      socket.once("connect", () => { socket.wasOpen = true; });
      socket.once("close", () => { if (!socket.wasOpen) done++; });
    }
    let before = -1;
    const look = setInterval(() => {
      if (done === Number(count) && open === before) { console.log(open); clearInterval(look); }
      before = open;
    }, 500);`;
  const child = spawn(process.execPath, ["-e", script, `${port}`, `${count}`, address], { stdio: ["ignore", "pipe", "inherit"] });
  open.push({ close: () => child.kill("SIGKILL") });
  return new Promise((resolve) => child.stdout.once("data", (text) => resolve(Number(text))));
}

describe("a crowd", () => {
  it("of one address gets the connections it may have, for little memory, and another address is served", async () => {
    const [count, most] = [1_000 * LOAD, 800 * LOAD];
    const master = await startMaster(`--max_connections_per_address=${most}`);
    const other = bystander(master.port);
    const processes = Math.ceil(count / 8_000);
    const held = await Promise.all(Array.from({ length: processes }, () => crowd(master.port, Math.ceil(count / processes), "127.0.0.2")));
    expect(held.reduce((sum, each) => sum + each)).toBe(most);
    expect(await metric(master, "master/elected")).toBe(1);
    const healthMs = await other.slowMs();
    console.log(`crowd of ${count}: peak ${master.peakMb().toFixed(0)} MB, health ${healthMs.toFixed(1)} ms`);
    expect(master.peakMb()).toBeLessThan(BASE_MB + most * 0.02);
    expect(healthMs).toBeLessThan(2_000);
    expect(master.program.errors()).toContain("Too many connections from one address");
    expect(master.program.errors().split("Too many connections").length, "and the log is not flooded").toBeLessThan(60);
  }, TIMEOUT_MS);
});

describe("bodies that are too large", () => {
  const BODY_BYTES = 100 * MB;
  const chunk = Buffer.alloc(256 * 1024, 0x20);

  /** Sends a head and then bytes for as long as they are taken; gives what came back. */
  async function pour(port: number, head: string, framed: (bytes: Buffer) => Buffer): Promise<string> {
    const socket = connect({ host: "127.0.0.1", port });
    open.push({ close: () => socket.destroy() });
    let answer = "";
    let isOver = false;
    socket.setEncoding("latin1");
    socket.on("data", (text) => (answer += text));
    socket.on("error", () => {});
    socket.on("close", () => (isOver = true));
    socket.write(head);
    const bytes = framed(chunk);
    for (let sent = 0; sent < BODY_BYTES && !isOver && answer === ""; sent += chunk.length) {
      if (!socket.write(bytes)) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), sleep(2_000)]);
    }
    await Promise.race([new Promise((resolve) => socket.once("close", resolve)), sleep(100)]);
    return answer;
  }
  const chunked = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);

  it("are refused as requests, whether they say their length or not", async () => {
    const master = await startMaster();
    const other = bystander(master.port);
    const head = "POST /api/v1 HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n";
    const answers = await Promise.all(Array.from({ length: 12 * LOAD }, (_, i) => (i % 3 === 0
      ? pour(master.port, `${head}Content-Length: ${BODY_BYTES}\r\n\r\n`, (bytes) => bytes)
      : pour(master.port, `${head}Transfer-Encoding: chunked\r\n\r\n`, chunked))));
    // Whoever goes on sending for long after the answer is cut off, and may not have read it by then.
    for (const answer of answers) expect(answer).toMatch(/^$|^HTTP\/1\.1 (413|503)/);
    expect(answers.filter((answer) => answer !== "").length).toBeGreaterThan(answers.length / 2);
    const healthMs = await other.slowMs();
    console.log(`requests: peak ${master.peakMb().toFixed(0)} MB, health ${healthMs.toFixed(1)} ms`);
    expect(master.peakMb()).toBeLessThan(BASE_MB + 1.5 * MAX_REQUEST_BODIES_BYTES / MB);
    expect(healthMs).toBeLessThan(1_000);
  }, TIMEOUT_MS);

  it("are refused as messages; many that are never finished are bounded together", async () => {
    const master = await startMaster();
    const other = bystander(master.port);
    const head = "POST /master/mesos.internal.RegisterSlaveMessage HTTP/1.1\r\nLibprocess-From: slave(1)@127.0.0.1:9\r\n";
    expect(await pour(master.port, `${head}Content-Length: ${BODY_BYTES}\r\n\r\n`, (bytes) => bytes)).toMatch(/^HTTP\/1\.1 413/);
    expect(await pour(master.port, `${head}Transfer-Encoding: chunked\r\n\r\n`, chunked)).toMatch(/^HTTP\/1\.1 413/);
    const unfinished = Array.from({ length: 8 + 3 * LOAD }, async () => {
      const socket = connect({ host: "127.0.0.1", port: master.port });
      open.push({ close: () => socket.destroy() });
      let isOver = false;
      socket.on("error", () => {});
      socket.on("close", () => (isOver = true));
      socket.write(`${head}Content-Length: ${64 * MB}\r\n\r\n`);
      for (let sent = 0; sent + chunk.length < 64 * MB && !isOver; sent += chunk.length) {
        if (!socket.write(chunk)) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), sleep(5_000)]);
      }
      await sleep(500);
      return isOver;
    });
    const closed = (await Promise.all(unfinished)).filter((isOver) => isOver).length;
    expect(closed, "those beyond the bound").toBeGreaterThanOrEqual(unfinished.length - MAX_MESSAGE_BODIES_BYTES / MB / 63 - 1);
    const healthMs = await other.slowMs();
    console.log(`messages: peak ${master.peakMb().toFixed(0)} MB, health ${healthMs.toFixed(1)} ms, closed ${closed} of ${unfinished.length}`);
    expect(master.peakMb()).toBeLessThan(BASE_MB + 1.5 * MAX_MESSAGE_BODIES_BYTES / MB);
    expect(healthMs).toBeLessThan(1_000);
  }, TIMEOUT_MS);
});
