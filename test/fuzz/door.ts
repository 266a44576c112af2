/**
 * Storms against the port of a running master, a process of its own: requests and libprocess streams of the recordings,
 * changed, cut, pipelined, in pieces, on many connections at once. Whatever comes, the master answers or closes the
 * connection, goes on answering others at once, and in the end holds nothing for anybody.
 *
 * Its agent is not one that runs things: what a storm wants run nobody should run.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeMessage } from "../../src/wire/v0/messages.ts";
import { encodeRequest } from "../../src/wire/v0/libprocess.ts";
import { agentInfo, registration } from "../support/cast.ts";
import { resources } from "../support/resources.ts";
import type { Corpus } from "./corpus.ts";
import { mutateBytes, mutateJson } from "./mutate.ts";
import { Dice } from "./random.ts";

const CONNECTIONS = 16;
/** An answer, or the end of a connection, must come within this on a machine that has other things to do. */
const PATIENCE_MS = 15_000;
const MAX_MEGABYTES = 700;
const JSON_BODY = { "Content-Type": "application/json" };
const HAS = "cpus:16;mem:16384;disk:20480;ports:[31000-32000]";

interface State {
  readonly frameworks: readonly { readonly id: string }[];
  readonly slaves: readonly {
    readonly id: string;
    readonly offered_resources: Readonly<Record<string, unknown>>;
    readonly used_resources: Readonly<Record<string, unknown>>;
  }[];
}

export async function stormTheDoor(
  corpus: Corpus, { seed, seconds }: { readonly seed: number; readonly seconds: number },
): Promise<{ readonly sent: number; readonly problems: readonly string[] }> {
  const directory = mkdtempSync(join(tmpdir(), "allot-fuzz-"));
  const { master, port } = await startMaster(directory);
  const agent = await startAgent(port);
  const problems: string[] = [];
  let sent = 0;
  let ended = false;
  master.on("exit", (code, signal) => {
    if (!ended) problems.push(`the master ended: ${code ?? signal}`);
  });
  try {
    const before = await state(port);
    const scheduler = await subscribe(port);
    const untilMs = Date.now() + seconds * 1000;
    const goesOn = (): boolean => Date.now() < untilMs && problems.length < 20 && master.exitCode === null;
    const watch = watchHealth(port, goesOn, problems);
    await Promise.all(Array.from({ length: CONNECTIONS }, async (_, i) => {
      const author = new Author(corpus, new Dice(seed * CONNECTIONS + i), {
        framework_id: scheduler.frameworkId, stream_id: scheduler.stream, agent_id: before.slaves[0]?.id ?? "none",
      });
      while (goesOn()) {
        const conversation = author.write();
        sent++;
        const problem = await converse(port, conversation);
        const text = Buffer.from(conversation.bytes).toString("latin1").slice(0, 6000);
        if (problem !== undefined) problems.push(`${problem}: ${JSON.stringify(text)}`);
      }
    }));
    await watch;
    scheduler.close();
    if (master.exitCode === null) problems.push(...await leftovers(port, master.pid!));
  } finally {
    ended = true;
    master.kill("SIGKILL");
    agent.close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
  return { sent, problems };
}

interface Conversation {
  readonly bytes: Uint8Array;
  /** Where the bytes are cut. */
  readonly pieces: number;
  /** So many answers must come, unless the connection is closed before; undefined: we close, and the master must. */
  readonly answers: number | undefined;
}

class Author {
  readonly #corpus: Corpus;
  readonly #dice: Dice;
  readonly #ids: Readonly<Record<string, string>>;

  constructor(corpus: Corpus, dice: Dice, ids: Readonly<Record<string, string>>) {
    // Without what would send the only agent away.
    const leaves = /MARK_AGENT_GONE|DRAIN_AGENT|DEACTIVATE|machine/;
    const requests = corpus.requests.filter((one) => !leaves.test(JSON.stringify(one)));
    this.#corpus = { ...corpus, requests };
    this.#dice = dice;
    this.#ids = ids;
  }

  write(): Conversation {
    const dice = this.#dice;
    const pieces = dice.once(3) ? 1 + dice.below(6) : 1;
    if (dice.once(4)) {
      const some = Buffer.concat(Array.from({ length: 1 + dice.below(4) }, () => dice.pick(this.#corpus.streams)!));
      return { bytes: dice.once(4) ? some : this.#mutated(some), pieces, answers: undefined };
    }
    const count = dice.once(4) ? 1 + dice.below(4) : 1;
    const requests = Buffer.concat(Array.from({ length: count }, () => this.#request()));
    if (dice.once(3)) return { bytes: this.#mutated(requests), pieces, answers: undefined };
    return { bytes: requests, pieces, answers: count };
  }

  #mutated(bytes: Uint8Array): Uint8Array {
    return mutateBytes(bytes, this.#dice.pick(this.#corpus.streams)!, this.#dice);
  }

  #request(): Buffer {
    const dice = this.#dice;
    const seed = dice.pick(this.#corpus.requests)!;
    const text = JSON.stringify(seed).replace(/\$\{([^}]*)\}/g, (_, name: string) => (
      Object.entries(this.#ids).find(([id]) => name.endsWith(id))?.[1] ?? "none"
    ));
    const { method, path, headers, json, raw } = JSON.parse(text) as typeof seed;
    const names = Object.values(this.#ids);
    const changed = json === undefined ? undefined : dice.once(3) ? json : mutateJson(json, names, dice);
    const said = raw ?? (changed === undefined ? "" : JSON.stringify(changed) ?? "");
    const body = Buffer.from(method === "GET" ? "" : said);
    const target = path.replace(/[^\x21-\x7e]/g, "%20");
    const lines = [`${method} ${target} HTTP/1.1`, "Host: x", `Content-Length: ${body.length}`];
    if (changed !== undefined && headers["content-type"] === undefined) lines.push("Content-Type: application/json");
    if (path.endsWith("/scheduler") && headers["mesos-stream-id"] === undefined && !body.includes('"SUBSCRIBE"')) {
      lines.push(`Mesos-Stream-Id: ${this.#ids["stream_id"]}`);
    }
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), body]);
  }
}

/** Says it all; resolves with what went wrong, if anything did. */
function converse(port: number, { bytes, pieces, answers }: Conversation): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    let received = "";
    const subscribes = Buffer.from(bytes).includes('"SUBSCRIBE"');
    const finish = (problem?: string): void => {
      clearTimeout(timeout);
      socket.destroy();
      resolve(problem);
    };
    const timeout = setTimeout(() => {
      const missing = `only ${heads(received)} of ${answers} answers came`;
      finish(answers === undefined ? "the connection was not closed after we closed our side" : missing);
    }, PATIENCE_MS);
    socket.on("error", () => finish());
    socket.on("close", () => finish());
    socket.on("connect", async () => {
      for (let i = 0; i < pieces; i++) {
        const cut = (at: number): number => Math.floor((bytes.length * at) / pieces);
        socket.write(bytes.subarray(cut(i), cut(i + 1)));
        if (pieces > 1) await new Promise((next) => setTimeout(next, 1));
      }
      if (answers === undefined) socket.end();
    });
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      received = `${received}${chunk}`.slice(-2_000_000);
      // An event stream never ends: what stands behind it is never answered. That of an operator who wants protobuf is
      // known by nothing but what he asked for.
      const isStream = /mesos-stream-id|"SUBSCRIBED"/i.test(received) ||
        (subscribes && /transfer-encoding: chunked/i.test(received));
      if (answers !== undefined && (heads(received) >= answers || isStream)) finish();
    });
  });
}

function heads(received: string): number {
  return received.split(/HTTP\/1\.1 \d\d\d /).length - 1;
}

/** Others must not notice the storm. */
async function watchHealth(port: number, goesOn: () => boolean, problems: string[]): Promise<void> {
  while (goesOn()) {
    const beganMs = Date.now();
    const health = await get(port, "/health").catch((error: Error) => error.message);
    const tookMs = Date.now() - beganMs;
    if (health !== "200" && goesOn()) problems.push(`/health answered ${health}`);
    if (tookMs > 5_000) problems.push(`/health took ${tookMs} ms`);
    await new Promise((next) => setTimeout(next, 200));
  }
}

/** After the storm everybody is sent away: then nothing may be held for anybody. */
async function leftovers(port: number, pid: number): Promise<string[]> {
  const deadlineMs = Date.now() + 10_000;
  for (;;) {
    const { frameworks, slaves } = await state(port);
    for (const { id } of frameworks) {
      await post(port, "/api/v1", { type: "TEARDOWN", teardown: { framework_id: { value: id } } });
    }
    const isEmpty = ({ cpus, mem, disk, ports }: State["slaves"][number]["used_resources"]): boolean =>
      cpus === 0 && mem === 0 && disk === 0 && ports === undefined;
    const held = slaves.filter((agent) => !isEmpty(agent.offered_resources) || !isEmpty(agent.used_resources));
    const megabytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
    const problems = [
      ...(frameworks.length > 0 ? [`${frameworks.length} frameworks are left`] : []),
      ...(held.length > 0 ? [`resources are still held: ${JSON.stringify(held[0])}`] : []),
      ...(megabytes > MAX_MEGABYTES ? [`the master has grown to ${Math.round(megabytes)} MB`] : []),
    ];
    if (problems.length === 0 || Date.now() > deadlineMs) return problems;
    await new Promise((next) => setTimeout(next, 300));
  }
}

async function startMaster(directory: string): Promise<{ master: ChildProcess; port: number }> {
  const master = spawn(process.execPath, [
    "dist/mesos-master.js", "--ip=127.0.0.1", "--port=0", "--registry=in_memory", `--work_dir=${directory}`,
    "--agent_ping_timeout=10mins", "--logging_level=INFO", "--allocation_interval=100ms",
  ], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, port] = ["", 0];
  for (const stream of [master.stdout, master.stderr]) {
    stream.on("data", (chunk) => {
      if (port > 0) return;
      out += String(chunk);
      port = /"msg":"elected"/.test(out) ? Number(/"port":(\d+),"msg":"This master/.exec(out)?.[1] ?? 0) : 0;
    });
  }
  while (port === 0) {
    if (master.exitCode !== null) throw new Error(`the master did not start: ${out}`);
    await new Promise((next) => setTimeout(next, 20));
  }
  return { master, port };
}

/** An agent that registers, takes what it is told and does nothing. */
async function startAgent(masterPort: number): Promise<Server> {
  const server = createServer((socket) => void socket.on("error", () => {}).resume());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  const pid = { id: "slave(1)", host: "127.0.0.1", port };
  const masterPid = { id: "master", host: "127.0.0.1", port: masterPort };
  const value = registration({ agent: agentInfo({ port, resources: resources(HAS) }) });
  const name = "mesos.internal.RegisterSlaveMessage";
  const link = connect({ port: masterPort, host: "127.0.0.1" });
  link.on("error", () => {});
  link.write(encodeRequest(pid, masterPid, name, encodeMessage({ name, value })));
  while ((await state(masterPort)).slaves.length === 0) await new Promise((next) => setTimeout(next, 20));
  return server;
}

/** A scheduler that behaves, and whose framework the storm speaks for. */
function subscribe(port: number): Promise<{ frameworkId: string; stream: string; close(): void }> {
  const framework_info = {
    user: "root", name: "storm", roles: ["eng"], capabilities: [{ type: "MULTI_ROLE" }], failover_timeout: 1e6,
  };
  return new Promise((resolve, reject) => {
    const to = { port, host: "127.0.0.1", method: "POST", path: "/api/v1/scheduler" };
    const asked = request({ ...to, headers: JSON_BODY, agent: false }, (response) => {
      let text = "";
      response.on("error", () => {});
      response.on("data", (chunk) => {
        if (text.length < 10_000) text += String(chunk);
        const [, frameworkId] = /"framework_id":\{"value":"([^"]+)"/.exec(text) ?? [];
        const stream = String(response.headers["mesos-stream-id"]);
        if (frameworkId !== undefined) resolve({ frameworkId, stream, close: () => void asked.destroy() });
      });
    });
    asked.on("error", reject);
    asked.end(JSON.stringify({ type: "SUBSCRIBE", subscribe: { framework_info } }));
  });
}

async function get(port: number, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await response.arrayBuffer();
  return String(response.status);
}

async function post(port: number, path: string, json: unknown): Promise<void> {
  const asked = { method: "POST", headers: JSON_BODY, body: JSON.stringify(json) };
  await (await fetch(`http://127.0.0.1:${port}${path}`, asked)).arrayBuffer();
}

async function state(port: number): Promise<State> {
  return await (await fetch(`http://127.0.0.1:${port}/state`)).json() as State;
}
