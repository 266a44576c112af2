/**
 * Storms against the pure master. An episode is a fresh world and some hundred inputs, each made from a recorded one:
 * as it was, or changed, but with the ids of this world, so that it gets far before it is refused. Then the storm calms
 * down and everything must be free again. What an episode does follows from its seed alone.
 */
import { parseJson } from "../../src/wire/json.ts";
import type { Codec } from "../../src/wire/codec.ts";
import { CallCodec as OperatorCallCodec } from "../../src/wire/gen/master.ts";
import { CallCodec as SchedulerCallCodec } from "../../src/wire/gen/scheduler.ts";
import type { Framework } from "../../src/master/state/framework.ts";
import type { Corpus, RequestSeed } from "./corpus.ts";
import { joined, mapTexts, mutateBytes, mutateJson, mutateProtobuf } from "./mutate.ts";
import { Dice } from "./random.ts";
import { World } from "./world.ts";
import type { Input } from "./world.ts";

/** Inputs of one episode. */
export const EPISODE_INPUTS = 400;

export interface Finding {
  readonly seed: number;
  readonly error: string;
  /** As few inputs as still end like this. */
  readonly inputs: readonly Input[];
}

/**
 * Plays the episode of this seed; undefined when the master did all it must. `count` hears how many inputs there were.
 */
export function episode(corpus: Corpus, seed: number, count: (inputs: number) => void): Finding | undefined {
  const world = new World(seed);
  const author = new Author(corpus, world, new Dice(seed));
  const inputs: Input[] = [];
  const error = failureOf(() => {
    for (let i = 0; i < EPISODE_INPUTS; i++) {
      const input = author.write();
      inputs.push(input);
      world.apply(input);
    }
    world.calm();
  });
  count(inputs.length);
  return error === undefined ? undefined : { seed, error, inputs: shrink(inputs, error, seed) };
}

/** How a storm of exactly these inputs ends. */
export function replay(inputs: readonly Input[], seed = 0): string | undefined {
  return failureOf(() => {
    const world = new World(seed);
    for (const input of inputs) world.apply(input);
    world.calm();
  });
}

function failureOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.stack ?? error.message : String(error);
  }
}

/** Leaves out whatever can be left out, in halves, quarters and so on, for at most 200 replays. */
function shrink(inputs: readonly Input[], error: string, seed: number): readonly Input[] {
  const firstLine = (text: string | undefined): string | undefined => text?.split("\n")[0]?.replace(/[0-9]+/g, "#");
  let kept = inputs;
  let replays = 200;
  for (let size = Math.ceil(kept.length / 2); size >= 1 && replays > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length && replays > 0; replays--) {
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (firstLine(replay(fewer, seed)) === firstLine(error)) kept = fewer;
      else at += size;
    }
  }
  return kept;
}

const encoder = new TextEncoder();

/** Who writes the inputs: from the corpus, the world as it is, and dice. */
class Author {
  readonly #corpus: Corpus;
  readonly #world: World;
  readonly #dice: Dice;

  constructor(corpus: Corpus, world: World, dice: Dice) {
    this.#corpus = corpus;
    this.#world = world;
    this.#dice = dice;
  }

  write(): Input {
    const dice = this.#dice;
    const { master } = this.#world.driven;
    const choice = dice.below(100);
    if (choice < 62) return this.#request();
    if (choice < 84) return this.#message();
    if (choice < 89) return this.#bytes();
    if (choice < 97) return { kind: "pass", ms: dice.pick([0, 1, 100, 1000, 1000, 6000, 60_000])! };
    if (choice < 99) return { kind: "stream-closed", stream: dice.pick([...this.#world.streams]) ?? "none" };
    const peers = [...master.agentsByPid.keys(), ...master.frameworksByPid.keys()];
    return { kind: "exited", peer: dice.pick(peers) ?? "nobody@10.0.0.9:1" };
  }

  /** Texts that mean something just now. */
  #names(): string[] {
    const { master } = this.#world.driven;
    const some = (keys: Iterable<string>): string[] => [...keys].slice(-8);
    const tasks = [...master.frameworks.values()].slice(-3).flatMap((framework) => some(framework.tasks.keys()));
    return [
      ...some(master.frameworks.keys()), ...some(master.agents.keys()), ...some(master.offers.keys()),
      ...some(this.#world.streams), ...tasks,
      "*", "eng", "own", "10.0.0.1",
    ];
  }

  #request(): Input {
    const dice = this.#dice;
    const { master } = this.#world.driven;
    const seed = dice.pick(this.#corpus.requests)!;
    const framework = dice.pick([...master.frameworks.values()]);
    const filled = this.#filled(seed, framework);
    let { method } = filled;
    let [path = "/", search = ""] = filled.path.split("?");
    let headers: Record<string, string> = { ...filled.headers };
    let body: Uint8Array = encoder.encode(filled.raw ?? (filled.json === undefined ? "" : JSON.stringify(filled.json)));
    if (filled.json !== undefined) headers["content-type"] ??= "application/json";
    const isScheduler = path.endsWith("/scheduler");
    const stream = framework?.connection?.kind === "http" ? framework.connection.stream : undefined;
    if (isScheduler && stream !== undefined && !body.includes(0) && !isSubscribe(filled.json)) {
      headers["mesos-stream-id"] = stream;
    }
    // One in four goes out as it is: a storm of nothing but refusals would never get anywhere.
    if (!dice.once(4)) {
      const how = dice.below(10);
      if (filled.json !== undefined && how < 5) {
        body = encoder.encode(JSON.stringify(mutateJson(filled.json, this.#names(), dice)) ?? "");
      } else if (filled.json !== undefined && how < 8 && path.includes("/api/v1")) {
        const coded = isScheduler ? encoded(SchedulerCallCodec, filled.json) : encoded(OperatorCallCodec, filled.json);
        if (coded !== undefined) {
          headers["content-type"] = "application/x-protobuf";
          body = mutateProtobuf(coded, this.#names(), dice);
        }
      } else if (how === 8) {
        body = mutateBytes(body, dice.pick(this.#corpus.messages)!.body, dice);
      } else {
        path = dice.once(2) ? path : dice.pick(["/master/", "/api/v1/", "//"])! + path;
        method = dice.once(4) ? dice.pick(["GET", "PUT", "DELETE", "HEAD", "OPTIONS"])! : method;
        search = dice.once(2) ? search : `${search}&limit=-1&offset=9&order=x&jsonp=a&path=/&pid=%00`;
        headers = Object.fromEntries(Object.entries(headers).filter(() => !dice.once(3)));
        if (dice.once(3)) headers["accept"] = dice.pick(["", "text/html", "application/x-protobuf", "*/*;q=0", ";;,"])!;
      }
    }
    const query = Object.fromEntries(new URLSearchParams(search));
    return { kind: "request", method, path, query, headers, body };
  }

  #message(): Input {
    const dice = this.#dice;
    const { master } = this.#world.driven;
    const { name, body } = dice.pick(this.#corpus.messages)!;
    const known = [
      ...master.agentsByPid.keys(), ...master.frameworksByPid.keys(), "slave(1)@10.0.0.7:5051",
      "scheduler-1@10.0.0.5:6000",
    ];
    const observers = [...master.agentsByObserver.keys()];
    const to = name.endsWith("PongSlaveMessage") ? dice.pick(observers) ?? "master" : "master";
    const ours = this.#withIds(body);
    const said = dice.once(3) ? ours : mutateProtobuf(ours, this.#names(), dice);
    return { kind: "message", from: dice.pick(known)!, to, name, body: said };
  }

  /** The ids of the recording, replaced by ones of this world of the same kind. */
  #withIds(body: Uint8Array): Uint8Array {
    const { agents, frameworks, offers } = this.#world.driven.master;
    return mapTexts(body, (text) => {
      const [, kind] = /^[0-9a-f-]{36}-([OS]?)\d+$/.exec(text) ?? [];
      if (kind === undefined) return undefined;
      return this.#dice.pick([...(kind === "S" ? agents : kind === "O" ? offers : frameworks).keys()]);
    });
  }

  #bytes(): Input {
    const dice = this.#dice;
    const some = Array.from({ length: 1 + dice.below(4) }, () => dice.pick(this.#corpus.streams)!);
    const bytes = joined(...some);
    return { kind: "bytes", bytes: dice.once(5) ? bytes : mutateBytes(bytes, dice.pick(this.#corpus.streams)!, dice) };
  }

  /** The ids that a recording leaves open are this framework's, its offers', an agent's. */
  #filled(seed: RequestSeed, framework: Framework | undefined): RequestSeed {
    const dice = this.#dice;
    const { master } = this.#world.driven;
    const offer = dice.pick([...(framework?.offers.keys() ?? [])]) ?? dice.pick([...master.offers.keys()]) ?? "none";
    const agent = master.offers.get(offer as never)?.agentId ?? dice.pick([...master.agents.keys()]) ?? "none";
    const stream = framework?.connection?.kind === "http" ? framework.connection.stream : "none";
    const fill = (text: string): string => text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
      if (name.endsWith("framework_id")) return framework?.id ?? "none";
      if (name.endsWith("stream_id")) return stream;
      if (name.endsWith("agent_id")) return agent;
      if (name === "u") return "AAAAAAAAQACAAAAAAAAAAA==";
      return offer;
    });
    // Ids fit into JSON text as they are.
    return JSON.parse(fill(JSON.stringify(seed))) as RequestSeed;
  }
}

function isSubscribe(json: unknown): boolean {
  return (json as { type?: unknown } | undefined)?.type === "SUBSCRIBE";
}

function encoded<T>(codec: Codec<T>, json: unknown): Uint8Array | undefined {
  const parsed = parseJson(JSON.stringify(json));
  const call = parsed.ok ? codec.fromJson(parsed.value) : undefined;
  return call?.ok === true ? codec.encode(call.value) : undefined;
}
