/**
 * A recorded conversation (test/golden/probes), held over sockets with a master and an agent that run as processes:
 * each request on a connection of its own, event streams beside them. `probes.test.ts` says which ones, and where we differ.
 */
import { request as httpRequest } from "node:http";
import type { IncomingMessage } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { setTimeout as sleep } from "node:timers/promises";
import { RecordDecoder } from "../../src/wire/recordio.ts";
import { HEADERS, differencesOf } from "../support/probe-patterns.ts";
import { fill, lookUp, matches, requestOf, typeOf } from "../support/probe-steps.ts";
import type { Json, Scenario, Step } from "../support/probe-steps.ts";
import { decodeTree } from "../support/protobuf-tree.ts";

/** How long a step waits for what it expects. */
const PATIENCE_MS = 10_000;
/** Longer than any of our answers takes. */
const REQUEST_TIMEOUT_MS = 10_000;

/** `host:port` of each. */
export interface Targets {
  readonly master: string;
  readonly agent: string;
}

interface Stream {
  readonly events: unknown[];
  hasEnded: boolean;
  close(): void;
}

/** One line per difference. */
export async function converse(
  { name, steps, user, agents = 1 }: Scenario, results: readonly Json[], targets: Targets,
): Promise<string[]> {
  const talk = new Conversation(targets);
  const found: string[] = [];
  await talk.begin(agents, user);
  try {
    for (const [i, step] of steps.entries()) {
      const actual = await talk.take(step);
      for (const difference of differencesOf(results[i]!, actual, step, talk.variables)) {
        found.push(`${name} step ${i} (${step.name ?? step.op}): ${difference}`);
      }
    }
  } finally {
    talk.end();
  }
  return found;
}

class Conversation {
  readonly variables = new Map<string, string>();
  readonly #targets: Targets;
  readonly #streams = new Map<string, Stream>();

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  /** Waits until so many agents are there, and learns the names of things. */
  async begin(agents: number, user?: string): Promise<void> {
    const headers: Record<string, string> = user === undefined ? {} : { authorization: basic(user) };
    const state = await this.#until(async () => {
      const read = async (target: string) => (await fetch(`http://${target}/state`, { headers })).json() as Promise<Json>;
      const found = await read(this.#targets.master).catch(() => undefined);
      if ((found?.slaves as unknown[] | undefined ?? []).length < agents) return undefined;
      return agents > 0 && (await read(this.#targets.agent).catch(() => undefined)) === undefined ? undefined : found;
    });
    if (state === undefined) throw new Error(`no agent has registered at ${this.#targets.master}`);
    this.variables.set("master_id", String(state.id));
    const [agent] = state.slaves as Json[];
    if (agent !== undefined) this.variables.set("agent_id", String(agent.id)).set("agent_hostname", String(agent.hostname));
  }

  end(): void {
    for (const stream of this.#streams.values()) stream.close();
  }

  async take(step: Step): Promise<Json> {
    switch (step.op ?? "http") {
      case "http":
        return this.#http(step);
      case "subscribe":
        return this.#subscribe(step);
      case "wait": {
        const taken = await this.#takeEvents(step);
        return { events: taken.slice(-1) };
      }
      case "collect": {
        const types = step.types as string[] | undefined;
        const taken = await this.#takeEvents(step, true);
        return { events: taken.filter((event) => types === undefined || types.includes(typeOf(event))) };
      }
      case "quiet": {
        await sleep((step.seconds ?? 0) * 1000);
        const types = step.types as string[];
        return { events: this.#stream(step).events.filter((event) => types.includes(typeOf(event))) };
      }
      case "flush":
        await sleep((step.seconds ?? 0) * 1000);
        this.#stream(step).events.length = 0;
        return {};
      case "sleep":
        await sleep((step.seconds ?? 0) * 1000);
        return {};
      case "ended":
        await this.#until(() => this.#stream(step).hasEnded || undefined);
        return { ended: this.#stream(step).hasEnded };
      case "close":
        this.#stream(step).close();
        return {};
    }
  }

  async #http(step: Step): Promise<Json> {
    let answer: { shown: Json; document: unknown } = { shown: {}, document: undefined };
    await this.#until(async () => {
      const response = await this.#request(step);
      answer = show(response, await bodyOf(response), step.drop);
      const wanted = step.until === undefined ? {} : fill(step.until, this.variables);
      if ("status" in wanted) return answer.shown.status === wanted.status || undefined;
      return matches(answer.document, wanted) || undefined;
    });
    this.#save(step, answer.document);
    return answer.shown;
  }

  async #subscribe(step: Step): Promise<Json> {
    const response = await this.#request(step);
    if (response.statusCode !== 200) return show(response, await bodyOf(response)).shown;
    const isProtobuf = String(response.headers["content-type"]).includes("protobuf");
    const stream: Stream = { events: [], hasEnded: false, close: () => response.destroy() };
    const decoder = new RecordDecoder();
    response.on("data", (chunk: Buffer) => {
      const records = decoder.push(chunk);
      for (const record of records.ok ? records.value : []) {
        stream.events.push(isProtobuf ? { pb: decodeTree(record) } : JSON.parse(Buffer.from(record).toString()));
      }
    });
    const ended = (): void => void (stream.hasEnded = true);
    response.on("end", ended).on("close", ended).on("error", ended);
    const key = step.stream ?? "_";
    this.#streams.set(key, stream);
    const id = response.headers["mesos-stream-id"];
    if (typeof id === "string") this.variables.set(`${key}.stream_id`, id);
    await this.#until(() => stream.events.length > 0 || stream.hasEnded || undefined);
    const [first] = stream.events.splice(0, 1);
    const framework = lookUp(first, "subscribed.framework_id.value") ?? lookUp(first, "pb.2.0.1.0.1.0");
    if (typeof framework === "string") this.variables.set(`${key}.framework_id`, framework);
    this.#save(step, first);
    if (step.expect_end === true) await this.#until(() => stream.hasEnded || undefined);
    if (step.close === true) stream.close();
    return {
      status: 200, headers: headersOf(response), events: first === undefined ? [] : [first],
      ...(step.expect_end === true && { ended: stream.hasEnded }),
    };
  }

  #request(step: Step): Promise<IncomingMessage> {
    const { path = "/", method, target, gzip, user, ...rest } = fill(step, this.variables);
    const { headers, body: plain } = requestOf(rest);
    const body = gzip === true && plain !== undefined ? gzipSync(plain) : plain;
    const [host, port] = (target === "agent" ? this.#targets.agent : this.#targets.master).split(":");
    return new Promise((resolve, reject) => {
      const sent = httpRequest({
        host, port, path: String(path), method: String(method ?? (body === undefined ? "GET" : "POST")), agent: false,
        timeout: REQUEST_TIMEOUT_MS,
        headers: {
          ...headers,
          ...(gzip === true && { "content-encoding": "gzip" }),
          ...(typeof user === "string" && { authorization: basic(user) }),
          ...(body !== undefined && headers["content-length"] === undefined && headers["transfer-encoding"] === undefined && {
            "content-length": String(body.length),
          }),
        },
      }, resolve);
      sent.on("error", reject).on("timeout", () => sent.destroy(new Error(`no answer to ${String(path)}`)));
      sent.end(body);
    });
  }

  /** The first event that matches; with those before it if they are to be taken, too. */
  async #takeEvents(step: Step, withEarlier = false): Promise<unknown[]> {
    const { events } = this.#stream(step);
    const match = fill(step.match ?? {}, this.variables);
    const find = (): number => events.findIndex((event) => matches(event, match));
    await this.#until(() => find() >= 0 || undefined);
    const at = find();
    if (at < 0) return [];
    const taken = withEarlier ? events.splice(0, at + 1) : events.splice(at, 1);
    this.#save(step, taken.at(-1));
    return taken;
  }

  #stream(step: Step): Stream {
    const stream = this.#streams.get(step.stream ?? "_");
    if (stream === undefined) throw new Error(`the scenario names a stream ${step.stream} that was never opened`);
    return stream;
  }

  /** Asks again and again until there is an answer. */
  async #until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T | undefined> {
    const untilMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await ask();
      if (found !== undefined || performance.now() > untilMs) return found;
      await sleep(10);
    }
  }

  #save(step: Step, document: unknown): void {
    for (const [variable, path] of Object.entries(step.save ?? {})) {
      const value = lookUp(document, path);
      if (value !== undefined) this.variables.set(variable, String(value));
    }
  }
}

/** `name:password` as a header says it. */
function basic(user: string): string {
  return `Basic ${Buffer.from(user).toString("base64")}`;
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return response.headers["content-encoding"] === "gzip" && body.length > 0 ? gunzipSync(body) : body;
}

/** An answer as recordings show it, and the JSON in it as it is. */
function show(response: IncomingMessage, body: Buffer, dropped: readonly string[] = []): { shown: Json; document: unknown } {
  const shown: Json = { status: response.statusCode, headers: headersOf(response) };
  const type = response.headers["content-type"] ?? "";
  if (body.length === 0) return { shown: { ...shown, body: null }, document: undefined };
  if (type.startsWith("application/x-protobuf")) return { shown: { ...shown, pb: decodeTree(body) }, document: undefined };
  const text = body.toString();
  if (!type.startsWith("application/json")) return { shown: { ...shown, body: text }, document: undefined };
  const json: unknown = JSON.parse(text, (key, value: unknown) => (dropped.includes(key) ? undefined : value));
  return { shown: { ...shown, json }, document: JSON.parse(text) };
}

function headersOf({ headers }: IncomingMessage): Json {
  const shown = HEADERS.map((name) => [name, headers[name.toLowerCase()]] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(shown.map(([name, value]) => [name, name === "Mesos-Stream-Id" ? "<present>" : value]));
}
