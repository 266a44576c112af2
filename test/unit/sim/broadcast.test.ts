/**
 * What is said to everybody is one thing to do, however many hear it: only those it concerns, and those it cannot come to at
 * once, are gone to one by one. Nobody may see a difference to saying it to each of them in turn: whom it concerns hears it in
 * its time, after what was said before it, and not at all where nothing passes.
 */
import { describe, expect, it } from "vitest";
import { Chance } from "../../../src/sim/chance.ts";
import type { Connection, Host } from "../../../src/sim/network.ts";
import { SimTransport } from "../../../src/sim/transport.ts";
import type { Parcel } from "../../../src/sim/parcel.ts";
import { subjectOf } from "../../../src/sim/workers.ts";
import { World } from "../../../src/sim/world.ts";
import type { Message } from "../../../src/wire/v0/messages.ts";
import { kernelModule } from "../../support/kernel-module.ts";

const AGENTS = 12;
const FRAMEWORKS = ["web", "batch", "night"];

class Somebody implements Host {
  readonly name: string;
  readonly address: string;
  number = 0;
  isUp = true;
  isDark = false;
  isReading = true;
  private readonly world: World;
  private readonly log: string[];

  constructor(world: World, log: string[], name: string, ip: string) {
    this.world = world;
    this.log = log;
    this.name = name;
    this.address = `${ip}:5051`;
  }

  receive(_: Connection, item: unknown): void {
    const { message } = item as Parcel;
    if (this.isConcernedBy(message)) this.log.push(`${this.world.nowMs} ${this.name} ${textOf(message)}`);
  }

  shrugs(_: Connection, item: unknown): boolean {
    return !this.isConcernedBy((item as Parcel).message);
  }

  onOver(): void {}

  private isConcernedBy(message: Message): boolean {
    const subject = subjectOf(message);
    return subject === undefined || this.world.workers.of(subject).has(this);
  }
}

function textOf(message: Message): string {
  return `${message.name} ${subjectOf(message) ?? ""}`;
}

const farewell = (framework: string): Message =>
  ({ name: "mesos.internal.ShutdownFrameworkMessage", value: { framework_id: { value: framework } } });
const ping: Message = { name: "mesos.internal.PingSlaveMessage", value: { connected: true } };

interface Scene {
  readonly world: World;
  readonly log: string[];
  readonly agents: readonly Somebody[];
  readonly transport: SimTransport;
  tell(framework: string): void;
  pass(ms: number): void;
}

/** A master with links to all agents. `isOne`: what it tells all of them it tells them in one. */
function scene(seed: number, isOne = true, agentCount = AGENTS): Scene {
  const world = new World({ seed, kernel: kernelModule, bytes: true, latencyMs: 0.5, keepLines: 10 });
  const log: string[] = [];
  const master = new Somebody(world, log, "master", "10.0.0.1");
  const agents = Array.from({ length: agentCount }, (_, i) => new Somebody(world, log, `agent-${i}`, `10.1.0.${i}`));
  for (const host of [master, ...agents]) world.network.join(host);
  const transport = new SimTransport(world, master, { host: "10.0.0.1", port: 5050 }, (peer) => {
    log.push(`${world.nowMs} exited ${peer.host}`);
  });
  const upids = agents.map((_, i) => upidOf(i));
  for (const upid of upids) transport.link(upid);
  return {
    world, log, agents, transport,
    tell(framework) {
      if (isOne) return transport.broadcast("master", upids, farewell(framework));
      const message = farewell(framework);
      for (const upid of upids) transport.send("master", upid, message);
    },
    pass: (ms) => world.agenda.runUntil(world.nowMs + ms, () => true),
  };
}

function upidOf(index: number) {
  return { id: "slave(1)", host: `10.1.0.${index}`, port: 5051 };
}

describe("what is said to everybody", () => {
  it("comes to those it concerns in its time, and has come to the others at once", () => {
    const { world, log, agents, tell, pass } = scene(1);
    pass(100);
    tell("web");
    world.workers.add("web", agents[3]!);
    const { steps } = world.agenda;
    const { count } = world.trace;
    tell("web");
    expect(world.agenda.steps).toBe(steps + AGENTS - 1);
    expect(world.trace.count).toBe(count + 1);
    expect(world.trace.tail().at(-1)).toContain("11 agents");
    expect(log).toEqual([]);
    pass(100);
    expect(log).toEqual([expect.stringMatching(/ agent-3 mesos.internal.ShutdownFrameworkMessage web$/)]);
  });

  it("does not overtake what was said before", () => {
    const { world, log, agents, transport, tell, pass } = scene(1);
    pass(100);
    tell("web");
    transport.send("master", upidOf(3), ping);
    world.workers.add("web", agents[3]!);
    tell("web");
    pass(100);
    expect(log.map((line) => line.split(" ").slice(1).join(" "))).toEqual([
      "agent-3 mesos.internal.PingSlaveMessage ", "agent-3 mesos.internal.ShutdownFrameworkMessage web",
    ]);
  });

  it("finds out that the other end of a connection is gone, as anything does that is said there", () => {
    const { log, world, tell, pass } = scene(1);
    pass(100);
    tell("web");
    world.network.cut(new Set(["agent-5"]));
    tell("web");
    pass(60_000);
    expect(log).toEqual([expect.stringMatching(/ exited 10.1.0.5$/)]);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))("is heard as if it were said to each in turn (%i)", (seed) => {
    const [one, many] = [true, false].map((isOne) => {
      const made = scene(seed, isOne);
      live(made, new Chance(seed), 150);
      return { log: made.log, steps: made.world.agenda.steps };
    });
    expect(one!.log.length).toBeGreaterThan(10);
    expect(one).toEqual(many);
  });
});

/** Whatever may happen to those agents and their connections, again and again. */
function live({ world, agents, transport, tell, pass }: Scene, chance: Chance, turns: number): void {
  const { network, workers } = world;
  let undo: () => void = () => {};
  for (let turn = 0; turn < turns; turn++) {
    const index = chance.below(AGENTS);
    const agent = agents[index]!;
    const framework = FRAMEWORKS[chance.below(FRAMEWORKS.length)]!;
    const acts = [
      () => tell(framework),
      () => tell(framework),
      () => tell(framework),
      () => transport.send("master", upidOf(index), ping),
      () => workers.add(framework, agent),
      () => workers.delete(framework, agent),
      () => pass(chance.exponential(2)),
      () => pass(chance.exponential(2_000)),
      () => pass(chance.exponential(20_000)),
      () => transport.link(upidOf(index)),
      () => transport.relink(upidOf(index)),
      () => transport.unlink(upidOf(index)),
      () => transport.cut(),
      () => network.goDown(agent, chance.happens(0.5)),
      () => network.comeUp(agent),
      () => network.comeUp(agent),
      () => network.setReading(agent, chance.happens(0.7)),
      () => {
        undo();
        undo = network.cut(new Set(agents.filter(() => chance.happens(0.3)).map(({ name }) => name)));
      },
      () => undo(),
    ];
    acts[chance.below(acts.length)]!();
  }
  undo();
  for (const agent of agents) {
    network.comeUp(agent);
    network.setReading(agent, true);
  }
  pass(100_000);
}
