/**
 * An allocator made from an image goes on like the one it was taken of, to the order in which resources are listed: what is
 * offered is compared as it stands, again and again. More lists are handled than are remembered, before the image is taken or
 * after it.
 */
import { describe, expect, it } from "vitest";
import type { Allocator, AllocatorOffer } from "../../../src/allocator/allocator.ts";
import { createAllocator, restoreAllocator } from "../../../src/allocator/hierarchical.ts";
import { AGENT_CAPABILITIES } from "../../../src/model/capability.ts";
import { agentId, frameworkId } from "../../../src/model/id.ts";
import type { Resources } from "../../../src/model/resources.ts";
import { runInline } from "../../../src/shell/pool/inline.ts";
import { kernelModule } from "../../support/kernel-module.ts";
import { amounts, must, OPTIONS } from "../../support/small-cluster.ts";

const run = runInline(kernelModule);
/** Those that are remembered, and a few more. */
const TOO_MANY = 66_000;
const ORDERS = ["cpus:4;mem:64;disk:9", "mem:64;disk:9;cpus:4", "disk:9;cpus:4;mem:64", "mem:64;cpus:4;disk:9"] as const;

/** What happens, always the same for the same numbers: agents come and go, offers are made, taken back and refused. */
class Story {
  readonly told: string[] = [];
  private readonly allocator: Allocator;
  private readonly open: AllocatorOffer[];
  private nowMs: number;
  private agents: number;

  constructor(allocator: Allocator, before?: Story) {
    this.allocator = allocator;
    // Nothing is the same object in the other one: what the master holds is made of bytes there, too.
    this.open = structuredClone(before?.open ?? []);
    this.nowMs = before?.nowMs ?? 0;
    this.agents = before?.agents ?? 0;
  }

  restored(): Story {
    const image = structuredClone(this.allocator.image());
    return new Story(restoreAllocator(image, OPTIONS, kernelModule), this);
  }

  comes(total: Resources): void {
    const name = `S${++this.agents}`;
    const info = { hostname: name, id: { value: name } };
    must(this.allocator.addAgent({ id: agentId(name), info, capabilities: AGENT_CAPABILITIES }, total, new Map()));
  }

  goes(): void {
    must(this.allocator.removeAgent(agentId(`S${this.agents}`)));
  }

  /** So many agents come and go at once, each with something nobody has seen before. */
  forgets(howMany: number, total: (i: number) => Resources): void {
    for (let i = 0; i < howMany; i++) {
      this.comes(total(i));
      this.goes();
    }
  }

  offers(): void {
    this.nowMs += 1_000;
    this.allocator.expire(this.nowMs);
    this.allocator.tick(this.nowMs);
    while (this.allocator.wantsCycle()) {
      const { offers } = this.allocator.finishCycle(run(this.allocator.beginCycle(this.nowMs)), this.nowMs);
      this.open.push(...offers);
      this.told.push(...offers.map((offer) => JSON.stringify(offer)));
    }
  }

  /** A part of each offer comes back first, the rest of every third one stays with its framework. */
  returns(): void {
    for (const [i, { frameworkId: framework, agentId: agent, resources }] of this.open.splice(0).entries()) {
      const [first, ...rest] = resources;
      must(this.allocator.recoverResources(framework, agent, [first!], undefined, "offered"));
      const refusal = i % 2 === 0 ? { seconds: 3, nowMs: this.nowMs } : undefined;
      if (i % 3 > 0) must(this.allocator.recoverResources(framework, agent, rest, refusal, "offered"));
    }
  }
}

function begun(): Story {
  const allocator = createAllocator(OPTIONS, kernelModule);
  for (const name of ["web", "ml"]) {
    const info = { user: "", name, id: { value: name }, roles: [name], capabilities: [{ type: "MULTI_ROLE" as const }] };
    must(allocator.addFramework(frameworkId(name), { info }, new Map(), true));
  }
  return new Story(allocator);
}

function goesOn(story: Story, orders: readonly string[]): void {
  for (let round = 0; round < 6; round++) {
    for (const order of orders.slice(round % 3)) story.comes(amounts(order));
    story.offers();
    story.returns();
  }
}

const unseen = (i: number): Resources => amounts(`cpus:${i + 10}`);

describe("an allocator made from an image", () => {
  it.each([
    ["of one that had forgotten what its agents have", TOO_MANY, 0],
    ["that forgets after it", 1_000, TOO_MANY - 500],
  ] as const)("goes on in the same order: %s", (_what, before, after) => {
    const story = begun();
    goesOn(story, ORDERS);
    story.forgets(before, unseen);
    story.offers();
    const other = story.restored();
    story.told.splice(0);
    for (const one of [story, other]) {
      goesOn(one, ORDERS.toReversed());
      one.forgets(after, (i) => unseen(i + before));
      goesOn(one, ORDERS);
    }
    expect(story.told.length).toBeGreaterThan(50);
    expect(other.told).toEqual(story.told);
  });
});
