/**
 * Bad input over real sockets, to a master and an agent that run as they do at an operator's: each gets its documented
 * answer, and before and after it /state tells the same of offers and resources.
 */
import { request } from "node:http";
import { gzipSync } from "node:zlib";
import { readFileSync, readdirSync } from "node:fs";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { MAX_HEADER_BYTES, MAX_REQUEST_BODY_BYTES } from "../../src/model/limits.ts";
import { RecordDecoder } from "../../src/wire/recordio.ts";
import { startCluster } from "../conformance/cluster.ts";
import type { Cluster } from "../conformance/cluster.ts";
import { processesWith } from "../support/programs.ts";
import { answers, rawClient } from "../support/raw-client.ts";
import type { RawClient } from "../support/raw-client.ts";

interface Offer { readonly id: { readonly value: string }; readonly agent_id: { readonly value: string } }
interface Event {
  readonly type: string;
  readonly subscribed?: { readonly framework_id: { readonly value: string } };
  readonly offers?: { readonly offers: readonly Offer[] };
  readonly update?: {
    readonly status: { readonly task_id: { readonly value: string }; readonly state: string; readonly message: string };
  };
}

interface Scheduler {
  readonly frameworkId: string;
  readonly stream: string;
  readonly events: Event[];
}

/** Posts bytes; status and text of the answer. */
function post(port: number, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = { "Content-Type": "application/json", ...headers };
    const to = { port, host: "127.0.0.1", method: "POST", path: "/api/v1/scheduler", headers: sent };
    const asked = request(to, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += String(chunk)));
      response.on("end", () => resolve(`${response.statusCode} ${text}`.trim()));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** A framework whose scheduler holds the offers it gets. */
function subscribe(port: number): Promise<Scheduler> {
  const framework_info = {
    user: "root", name: "web", roles: ["eng"], capabilities: [{ type: "MULTI_ROLE" }], failover_timeout: 60,
  };
  const events: Event[] = [];
  const decoder = new RecordDecoder();
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json" };
    const to = { port, host: "127.0.0.1", method: "POST", path: "/api/v1/scheduler", headers, agent: false };
    const asked = request(to, (response) => {
      response.on("error", () => {});
      response.on("data", (chunk: Buffer) => {
        const records = decoder.push(chunk);
        const texts = records.ok ? records.value.map((record) => Buffer.from(record).toString()) : [];
        for (const text of texts) events.push(JSON.parse(text) as Event);
        const [frameworkId, stream] = [events[0]?.subscribed?.framework_id.value, response.headers["mesos-stream-id"]];
        if (frameworkId !== undefined) resolve({ frameworkId, stream: String(stream), events });
      });
    });
    asked.on("error", reject);
    asked.end(JSON.stringify({ type: "SUBSCRIBE", subscribe: { framework_info } }));
    onTestFinished(() => void asked.destroy());
  });
}

describe("bad input to a running master", () => {
  let cluster: Cluster;
  let scheduler: Scheduler;
  let port: number;
  let offer: Offer;
  beforeEach(async () => {
    cluster = await startCluster();
    port = Number(cluster.master.split(":")[1]);
    scheduler = await subscribe(port);
    await expect.poll(() => scheduler.events.some(({ type }) => type === "OFFERS")).toBe(true);
    offer = scheduler.events.find(({ offers }) => offers !== undefined)!.offers!.offers[0]!;
  });

  /** What is offered and used, and of whom. */
  async function books(): Promise<unknown> {
    const { frameworks, slaves } = await cluster.state();
    return {
      frameworks: frameworks.map(({ id, active, offers, tasks }) => ({ id, active, offers, tasks })),
      agents: slaves.map(({ id, offered_resources, used_resources }) => ({ id, offered_resources, used_resources })),
    };
  }
  function call(type: string, rest: object, stream = scheduler.stream, id = scheduler.frameworkId): Promise<string> {
    return post(port, JSON.stringify({ type, framework_id: { value: id }, ...rest }), { "Mesos-Stream-Id": stream });
  }
  const decline = (): object => ({ decline: { offer_ids: [offer.id] } });
  async function client(): Promise<RawClient> {
    const raw = await rawClient(port);
    onTestFinished(() => raw.close());
    return raw;
  }

  it("is refused as it should be, and changes nothing", async () => {
    const before = await books();
    expect(before).toMatchObject({ frameworks: [{ id: scheduler.frameworkId, offers: [{ id: offer.id.value }] }] });

    expect(await post(port, '{"type":')).toBe("400 Failed to parse body into JSON: syntax error at line 1 near:");
    expect(await post(port, "{}")).toMatch(/^400 Failed to validate scheduler::Call: /);
    expect(await post(port, "{}", { "Content-Type": "text/plain" })).toMatch(/^415 /);
    expect(await call("DECLINE", decline(), scheduler.stream, "nobody")).toBe("400 Framework cannot be found");
    expect(await call("DECLINE", decline(), "zzz")).toBe(
      "400 The stream ID 'zzz' included in this request didn't match the stream ID currently associated with framework " +
      `ID ${scheduler.frameworkId}`,
    );
    const streamless = { type: "DECLINE", framework_id: { value: scheduler.frameworkId }, ...decline() };
    expect(await post(port, JSON.stringify(streamless)))
      .toBe("400 All non-subscribe calls should include the 'Mesos-Stream-Id' header");
    expect(await call("DECLINE", {})).toMatch(/^400 Failed to validate scheduler::Call: /);
    expect(await books()).toEqual(before);
  });

  it("is refused when it is too large: a body, what it unpacks to, and headers", async () => {
    const before = await books();
    const long = await client();
    long.write(`POST /api/v1/scheduler HTTP/1.1\r\nContent-Length: ${MAX_REQUEST_BODY_BYTES + 1}\r\n\r\n{`);
    await long.until(/^HTTP\/1\.1 413 /);
    const endless = await client();
    endless.write("POST /api/v1/scheduler HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
    const chunk = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(0x100000), Buffer.from("\r\n")]);
    for (let sent = 0; sent <= MAX_REQUEST_BODY_BYTES && endless.text() === ""; sent += 0x100000) {
      endless.write(chunk);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await endless.until(/^HTTP\/1\.1 413 /);

    const bomb = gzipSync(Buffer.alloc(2 * MAX_REQUEST_BODY_BYTES));
    expect(await post(port, bomb, { "Content-Encoding": "gzip" })).toMatch(/^413 /);
    const cut = await post(port, bomb.subarray(0, 1000), { "Content-Encoding": "gzip" });
    expect(cut).toBe("500 Failed to decompress body");
    const noise = await post(port, Buffer.from("{}"), { "Content-Encoding": "gzip" });
    expect(noise).toBe("500 failed to decode body");
    const notDecoded = await post(port, gzipSync("{}"), { "Content-Encoding": "GZIP" });
    expect(notDecoded, "to Mesos only `gzip` is a coding").toMatch(/^400 Failed to parse body into JSON/);

    const heads = await client();
    heads.write(`GET /state HTTP/1.1\r\n${"X-Header: 0123456789abcdef\r\n".repeat(MAX_HEADER_BYTES / 16)}`);
    await heads.until(/^HTTP\/1\.1 431 /);
    expect(await books()).toEqual(before);
  });

  it("costs the task that is larger than its offer, and no resources", async () => {
    const task_infos = [{
      name: "large", task_id: { value: "large" }, agent_id: offer.agent_id, command: { value: "true" },
      resources: [
        { name: "cpus", type: "SCALAR", scalar: { value: 400 } },
        { name: "mem", type: "SCALAR", scalar: { value: 32 } },
      ],
    }];
    const before = await cluster.state();
    expect(await call("ACCEPT", { accept: {
      offer_ids: [offer.id], operations: [{ type: "LAUNCH", launch: { task_infos } }], filters: { refuse_seconds: 0 },
    } })).toBe("202");
    const lost = (): Event["update"] => scheduler.events.find(({ update }) => update !== undefined)?.update;
    await expect.poll(lost).toMatchObject({ status: { task_id: { value: "large" }, state: "TASK_ERROR" } });
    const [asked, available] = lost()!.status.message.split(" required by task and its executor is more than available ");
    expect(asked).toBe("Total resources cpus(allocated: eng):400; mem(allocated: eng):32");
    expect(available).toContain("cpus(allocated: eng):4; mem(allocated: eng):1024");
    const offered = (): number => scheduler.events.filter(({ type }) => type === "OFFERS").length;
    await expect.poll(offered, { timeout: 5_000 }).toBe(2);
    const after = await cluster.state();
    expect(after.slaves).toEqual(before.slaves);
    expect(after.frameworks[0]!.tasks).toEqual([]);
  });

  it("is nothing when a libprocess message breaks off in the middle", async () => {
    const before = await books();
    const name = "mesos.internal.UnregisterFrameworkMessage";
    const head = `POST /master/${name} HTTP/1.1\r\nLibprocess-From: x@127.0.0.1:9\r\n`;
    const id = Buffer.from(scheduler.frameworkId);
    const message = Buffer.concat([Buffer.from([10, id.length + 2, 10, id.length]), id]);
    for (const cut of [10, head.length - 4, head.length + 21, head.length + 30]) {
      const bytes = Buffer.concat([Buffer.from(`${head}Content-Length: ${message.length}\r\n\r\n`), message]);
      const [stays, goes] = [await client(), await client()];
      stays.write(bytes.subarray(0, cut));
      goes.write(bytes.subarray(0, cut));
      goes.socket.end();
      await goes.closed();
      expect(answers(goes.text(), 202)).toBe(0);
    }
    expect(await books()).toEqual(before);
  });

  it("leaves nothing behind: 2,000 silent connections, 200 unfinished headers, 100 bodies broken off", async () => {
    const before = await books();
    const pid = masterPid(cluster);
    const open = async (count: number, text = ""): Promise<RawClient[]> => {
      const clients: RawClient[] = [];
      for (let i = 0; i < count; i++) clients.push(await client());
      for (const each of clients) if (text !== "") each.write(text);
      return clients;
    };
    const files = (): number => openFiles(pid);
    const filesBefore = files();
    const idle = await open(2_000);
    const slow = await open(200, "GET /state HTTP/1.1\r\nX-Slow: ");
    const gone = await open(100, "POST /api/v1/scheduler HTTP/1.1\r\nContent-Length: 100000\r\n\r\n{");
    for (const each of gone) each.close();
    const beganMs = Date.now();
    expect(await books()).toEqual(before);
    expect(Date.now() - beganMs, "others are answered as ever").toBeLessThan(2_000);
    expect(files()).toBeGreaterThan(filesBefore + 2_000);
    for (const each of [...idle, ...slow]) each.close();
    await expect.poll(files, { timeout: 10_000 }).toBeLessThan(filesBefore + 10);
    expect(await books()).toEqual(before);
    expect(await call("DECLINE", decline())).toBe("202");
  });
});

/** Of the process that listens for this cluster. */
function masterPid({ directory }: Cluster): number {
  const isMaster = (pid: number): boolean => readFileSync(`/proc/${pid}/cmdline`, "latin1").includes("mesos-master");
  return processesWith(directory).find(isMaster)!;
}

function openFiles(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}
