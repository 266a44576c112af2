/** A checker that cannot fail is worth nothing: each of these masters, stores and agents has one fault, and is caught for it. */
import { describe, expect, it } from "vitest";
import { step } from "../../src/master/master.ts";
import type { Master } from "../../src/master/master.ts";
import { Outbox } from "../../src/master/outbox.ts";
import type { Effect } from "../../src/master/outbox.ts";
import { afterBatch } from "../../src/master/schedule.ts";
import type { Role } from "../../src/model/id.ts";
import { ok } from "../../src/model/result.ts";
import { CHECKS } from "../../src/sim/checkers/names.ts";
import type { Check } from "../../src/sim/checkers/names.ts";
import { ALL_FAULTS } from "../../src/sim/faults.ts";
import type { FaultPlan } from "../../src/sim/faults.ts";
import { LightAgent } from "../../src/sim/light-agent.ts";
import { LightTask } from "../../src/sim/light-task.ts";
import type { Core, MasterSettings } from "../../src/sim/master-host.ts";
import { scenario } from "../../src/sim/scenario.ts";
import type { Scenario } from "../../src/sim/scenario.ts";
import { kernelModule } from "../support/kernel-module.ts";
import { simulated } from "../support/simulated.ts";

const { master: healthy } = scenario({ kernel: kernelModule, seed: 0 });

/** Which checkers find something, in any of a few seeds. */
function findings(broken: Partial<MasterSettings>, faults: FaultPlan, wishes: Partial<Scenario> = {}, seeds = 6): string[] {
  const found = new Set<string>();
  for (let seed = 1; seed <= seeds && found.size === 0; seed++) {
    const master = { ...healthy, ...broken };
    const { violations } = simulated(seed, { agents: 6, frameworks: 3, hours: 0.5, busy: 20, faults, master, ...wishes });
    for (const { checker } of violations) found.add(checker);
  }
  return [...found];
}

/** A core whose effects are changed before anybody sees them. */
function withEffects(change: (effect: Effect, n: number) => readonly Effect[]): Partial<MasterSettings> {
  let n = 0;
  const core: Core = {
    step: (master, event, nowMs, out) => {
      const inner = new Outbox();
      step(master, event, nowMs, inner);
      out.effects.push(...inner.effects.flatMap((effect) => change(effect, n++)));
      out.persists.push(...inner.persists);
    },
    afterBatch,
  };
  return { core };
}

/** A core that does something to the master before every step. */
function meddling(meddle: (master: Master) => void): Partial<MasterSettings> {
  return {
    core: {
      step: (master, event, nowMs, out) => {
        meddle(master);
        step(master, event, nowMs, out);
      },
      afterBatch,
    },
  };
}

/** Is it nothing but these? */
const oneOf = (...checks: readonly Check[]) => (found: readonly string[]): boolean =>
  found.length > 0 && found.every((check) => (checks as readonly string[]).includes(check));

const none: FaultPlan = new Map();
const isEvent = (effect: Effect, type: string): boolean => effect.kind === "write" && effect.event.type === type;

describe("caught is a master that", () => {
  it("answers before the registry has it", () => {
    expect(findings({ sendsBeforePersist: true }, none)).toContain(CHECKS.persisted);
  });

  it("does not tell that an offer is taken back", () => {
    const broken = withEffects((effect) => (isEvent(effect, "RESCIND") ? [] : [effect]));
    expect(findings(broken, ALL_FAULTS)).toSatisfy(oneOf(CHECKS.twice, CHECKS.offersEnd));
  });

  it("offers the same resources to two schedulers", () => {
    const broken = withEffects((effect, n) => {
      if (effect.kind !== "write" || effect.event.offers === undefined) return [effect];
      const offers = effect.event.offers.offers?.map((offer) => ({ ...offer, id: { value: `${offer.id.value}-again-${n}` } }));
      return [effect, { ...effect, event: { ...effect.event, offers: { offers } } }];
    });
    expect(findings(broken, none)).toContain(CHECKS.twice);
  });

  it("forgets to give back what was declined", () => {
    let n = 0;
    const broken = meddling(({ allocator }) => {
      if (n++ > 0) return;
      Object.assign(allocator, { recoverResources: () => ok(undefined) });
    });
    expect(findings(broken, none)).toContain(CHECKS.invariants);
  });

  it("gives back twice what a task had", () => {
    const done = new WeakSet<object>();
    const broken = meddling(({ allocator }) => {
      if (done.has(allocator)) return;
      done.add(allocator);
      const { recoverResources } = allocator;
      Object.assign(allocator, {
        recoverResources: (...args: Parameters<typeof recoverResources>) => {
          recoverResources(...args);
          return recoverResources(...args);
        },
      });
    });
    expect(findings(broken, none)).toSatisfy(oneOf(CHECKS.assertion, CHECKS.invariants));
  });

  it("passes updates on in another order", () => {
    let held: Effect | undefined;
    const broken = withEffects((effect, n) => {
      if (!isEvent(effect, "UPDATE")) return [effect];
      const late = held === undefined ? [] : [held];
      held = n % 3 === 0 ? effect : undefined;
      return [effect, ...late];
    });
    expect(findings(broken, none)).toContain(CHECKS.order);
  });

  it("does not pass acknowledgements on", () => {
    const broken = withEffects((effect) =>
      effect.kind === "send" && effect.message.name === "mesos.internal.StatusUpdateAcknowledgementMessage" ? [] : [effect]);
    expect(findings(broken, none)).toSatisfy(oneOf(CHECKS.converges, CHECKS.nothingLeft, CHECKS.noTaskLost));
  });

  it("does not let an agent back", () => {
    const broken = withEffects((effect) =>
      effect.kind === "send" && effect.message.name === "mesos.internal.SlaveReregisteredMessage" ? [] : [effect]);
    expect(findings(broken, new Map([["agent-restart", 20]]))).toContain(CHECKS.converges);
  });

  it("leaves timers behind", () => {
    const broken = withEffects((effect) => (effect.kind === "disarm" ? [] : [effect]));
    expect(findings(broken, ALL_FAULTS)).toContain(CHECKS.timers);
  });

  it.each(["TASK_ADDED", "TASK_UPDATED", "AGENT_ADDED", "FRAMEWORK_REMOVED"])("does not tell operators of %s", (type) => {
    const broken = withEffects((effect) => (effect.kind === "publish" && effect.event.type === type ? [] : [effect]));
    expect(findings(broken, new Map([["framework-crash", 10]]))).toContain(CHECKS.streams);
  });

  it("believes something that it has not written down", () => {
    const broken = meddling(({ weights, electedAtMs }) => {
      if (electedAtMs !== undefined) weights.set("web" as Role, 3);
    });
    expect(findings(broken, none)).toContain(CHECKS.restart);
  });

  it.each(["roleSorter", "frameworkSorter"] as const)("offers to anybody instead of to the poorest: %s", (sorter) => {
    const { allocator } = healthy.options;
    const options = { ...healthy.options, allocator: { ...allocator, [sorter]: "random" } };
    expect(findings({ options }, none, { frameworks: 6, busy: 60, operations: 0 })).toContain(CHECKS.fair);
  });

  it("does so in a cluster too large to look at all of it, among the frameworks of one role", () => {
    const { allocator } = healthy.options;
    const options = { ...healthy.options, allocator: { ...allocator, frameworkSorter: "random" as const } };
    const large = { agents: 220, frameworks: 12, busy: 60, operations: 0, hours: 0.05 };
    expect(findings({ options }, none, large)).toContain(CHECKS.fair);
    expect(findings({}, none, large, 1), "a master that is fair").toEqual([]);
  });

  it("throws", () => {
    const broken = meddling(({ frameworks }) => {
      if (frameworks.size > 2) throw new Error("three is too many");
    });
    expect(findings(broken, none)).toEqual([CHECKS.assertion]);
  });
});

describe("caught is a store that", () => {
  const often: FaultPlan = new Map([["master-power-loss", 20], ["agent-wipe", 60]]);
  const stale: FaultPlan = new Map([["stale-leader", 60], ["agent-wipe", 120]]);

  it("says that a write is durable before it is, and loses it with the power", () => {
    const store = { isFenced: true, losesFsync: true };
    expect(findings({}, often, { store, hours: 0.25 })).toContain(CHECKS.restart);
    expect(findings({}, often, { hours: 0.25 }, 2), "a store that does not").toEqual([]);
  });

  it("lets one write who has been replaced", () => {
    const store = { isFenced: false, losesFsync: false };
    expect(findings({}, stale, { store, masters: 2 })).toContain(CHECKS.fenced);
    expect(findings({}, stale, { masters: 2, hours: 0.25 }, 2), "a store that does not").toEqual([]);
  });
});

describe("caught is an agent that", () => {
  /** Which checkers find something while this method of all agents is another one. */
  function agentFindings(prototype: object, method: string, broken: unknown, faults: FaultPlan): string[] {
    const healthyMethod = Object.getOwnPropertyDescriptor(prototype, method)!;
    Object.defineProperty(prototype, method, { ...healthyMethod, value: broken });
    try {
      return findings({}, faults);
    } finally {
      Object.defineProperty(prototype, method, healthyMethod);
    }
  }

  it("says nothing of its tasks to a new master", () => {
    const silent = (): object => ({ frameworks: [], tasks: [] });
    const found = agentFindings(LightAgent.prototype, "inventory", silent, new Map([["master-crash", 20]]));
    expect(found).toSatisfy(oneOf(CHECKS.twice, CHECKS.noTaskLost));
  });

  it("tells nobody what becomes of its tasks", () => {
    expect(agentFindings(LightTask.prototype, "sendHead", () => {}, none)).toContain(CHECKS.noTaskLost);
  });

  it("is another one each time it comes back", () => {
    const nobody = function (this: { becomeNew(): void }): void {
      this.becomeNew();
    };
    const found = agentFindings(LightAgent.prototype, "connectAgain", nobody, new Map([["connection-drop", 60]]));
    expect(found.length).toBeGreaterThan(0);
  });
});
