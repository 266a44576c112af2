/**
 * What means nothing to whoever it is sent to is heard at once instead of in its time. That may never be seen: it neither
 * overtakes what was said before, nor comes through where nothing passes, nor hides that the other end has gone.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { Agenda } from "../../../src/sim/agenda.ts";
import { Chance } from "../../../src/sim/chance.ts";
import { Network } from "../../../src/sim/network.ts";
import type { Connection, Host } from "../../../src/sim/network.ts";

class Somebody implements Host {
  readonly name: string;
  readonly address: string;
  number = 0;
  isUp = true;
  isDark = false;
  isReading = true;
  heard: unknown[] = [];

  constructor(name: string) {
    this.name = name;
    this.address = `${name}:1`;
  }

  receive(_: Connection, item: unknown): void {
    this.heard.push(item);
  }

  shrugs(_: Connection, item: unknown): boolean {
    if (item !== "nothing") return false;
    this.heard.push(item);
    return true;
  }

  onOver(): void {}
}

let agenda: Agenda;
let network: Network;
let here: Somebody;
let there: Somebody;
let isOver: boolean;
let connection: Connection;

const pass = (ms: number): void => agenda.runUntil(agenda.nowMs + ms, () => true);

beforeEach(() => {
  agenda = new Agenda(0);
  network = new Network(agenda, new Chance(1), { latencyMs: 0.5 });
  [here, there] = [new Somebody("here"), new Somebody("there")];
  network.join(here);
  network.join(there);
  isOver = false;
  connection = network.connect(here, there.address, { receive() {}, onOver: () => (isOver = true) });
});

describe("what means nothing to its receiver", () => {
  it("is heard at once, and counts as something that happened", () => {
    pass(100);
    const { steps } = agenda;
    connection.send(0, "nothing");
    expect(there.heard).toEqual(["nothing"]);
    expect(agenda.steps).toBe(steps + 1);
  });

  it("waits for what is on its way before it, the connection itself to begin with", () => {
    connection.send(0, "nothing");
    expect(there.heard).toEqual([]);
    pass(100);
    connection.send(0, "something");
    connection.send(0, "nothing");
    expect(there.heard).toEqual(["nothing"]);
    pass(100);
    expect(there.heard).toEqual(["nothing", "something", "nothing"]);
  });

  it("does not pass where nothing passes, and whoever sent it finds out", () => {
    pass(100);
    network.cut(new Set(["there"]));
    connection.send(0, "nothing");
    pass(60_000);
    expect(there.heard).toEqual([]);
    expect(isOver).toBe(true);
  });

  it("waits until its receiver reads again", () => {
    pass(100);
    network.setReading(there, false);
    connection.send(0, "nothing");
    pass(1_000);
    expect(there.heard).toEqual([]);
    network.setReading(there, true);
    pass(100);
    expect(there.heard).toEqual(["nothing"]);
  });

  it("is not heard by a program that has ended", () => {
    pass(100);
    network.goDown(there, true);
    connection.send(0, "nothing");
    pass(60_000);
    expect(there.heard).toEqual([]);
    expect(isOver).toBe(true);
  });
});
