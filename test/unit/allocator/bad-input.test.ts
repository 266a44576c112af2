import { describe, expect, it } from "vitest";
import type { Allocator } from "../../../src/allocator/allocator.ts";
import { agentId, frameworkId, roleName } from "../../../src/model/id.ts";
import type { Result } from "../../../src/model/result.ts";
import { amounts, SmallCluster } from "../../support/small-cluster.ts";

const AGENT = agentId("S1");
const WEB = frameworkId("web");
const NOBODY = frameworkId("nobody");
const NOWHERE = agentId("S99");
const INFO = { hostname: "x", id: { value: "x" } };
const STRANGER = { id: NOWHERE, info: INFO, capabilities: new Set<never>() };
const SETTINGS = { info: { user: "", name: "x", role: "a" } };
const A = roleName("a");
const TOO_COMPLEX = { role_constraints: { a: { groups: [{ attribute_constraints: [
  { selector: { attribute_name: "x" }, predicate: { text_matches: { regex: "(a{1,50}){1,50}" } } },
] }] } } };

/** Everything that can be wrong with a call, and what it is called. */
const WRONG: Record<string, (allocator: Allocator) => Result<unknown>> = {
  "an agent twice": (allocator) =>
    allocator.addAgent({ id: AGENT, info: INFO, capabilities: new Set() }, amounts("cpus:1"), new Map()),
  "an agent with use in no role": (allocator) =>
    allocator.addAgent(STRANGER, amounts("cpus:1"), new Map([[WEB, amounts("cpus:1")]])),
  "update of an unknown agent": (allocator) => allocator.updateAgent(NOWHERE, INFO),
  "removal of an unknown agent": (allocator) => allocator.removeAgent(NOWHERE),
  "activation of an unknown agent": (allocator) => allocator.activateAgent(NOWHERE),
  "a provider on an unknown agent": (allocator) => allocator.addResourceProvider(NOWHERE, amounts("cpus:1"), new Map()),
  "operations on resources that are not there": (allocator) =>
    allocator.updateAvailable(AGENT, [{ type: "UNRESERVE", unreserve: { resources: amounts("cpus(a):100") } }]),
  "an unknown operation": (allocator) => allocator.updateAvailable(AGENT, [{ type: "UNKNOWN" }]),
  "maintenance of an unknown agent": (allocator) => allocator.updateUnavailability(NOWHERE, undefined),
  "a framework twice": (allocator) => allocator.addFramework(WEB, SETTINGS, new Map(), true),
  "a framework with an empty constraint group": (allocator) =>
    allocator.addFramework(NOBODY, { ...SETTINGS, offerConstraints: { role_constraints: { a: {} } } }, new Map(), true),
  "a framework with a pattern beyond the limits": (allocator) =>
    allocator.addFramework(NOBODY, { ...SETTINGS, offerConstraints: TOO_COMPLEX }, new Map(), true),
  "update of an unknown framework": (allocator) => allocator.updateFramework(NOBODY, SETTINGS),
  "update to constraints that cannot be": (allocator) =>
    allocator.updateFramework(WEB, { ...SETTINGS, offerConstraints: TOO_COMPLEX }),
  "removal of an unknown framework": (allocator) => allocator.removeFramework(NOBODY),
  "activation of an unknown framework": (allocator) => allocator.activateFramework(NOBODY),
  "suppression of a role it is not in": (allocator) => allocator.suppressRoles(WEB, new Set([roleName("b")])),
  "revival of a role it is not in": (allocator) => allocator.reviveRoles(WEB, new Set([roleName("b")])),
  "recovery of what it does not hold": (allocator) =>
    allocator.recoverResources(WEB, AGENT, amounts("cpus:100", "a"), undefined, "offered"),
  "recovery of resources in no role": (allocator) =>
    allocator.recoverResources(WEB, AGENT, amounts("cpus:1"), undefined, "offered"),
  "use of an unknown agent": (allocator) => allocator.transitionOfferedToAllocated(NOWHERE, amounts("cpus:1", "a")),
  "conversion of what it does not hold": (allocator) =>
    allocator.updateAllocation(WEB, AGENT, amounts("cpus:100", "a"), []),
  "conversion of what is not in the offer": (allocator) =>
    allocator.updateAllocation(WEB, AGENT, amounts("cpus:4", "a"), [
      { consumed: amounts("mem:999", "a"), converted: [] },
    ]),
  "an answer to no inverse offer": (allocator) => allocator.updateInverseOffer(AGENT, WEB, "ACCEPT", undefined, 0),
  "a negative quota": (allocator) =>
    allocator.updateQuota(A, { guarantees: new Map([["cpus", -1]]), limits: new Map() }),
  "a weight of zero": (allocator) => allocator.updateWeights(new Map([[A, 0]])),
  "a good and a bad weight": (allocator) => allocator.updateWeights(new Map([[A, 2], [roleName("b"), NaN]])),
  "recovery when agents are there already": (allocator) =>
    allocator.recover(3, new Map([[A, { guarantees: new Map([["cpus", 1000]]), limits: new Map() }]]), 0),
  "a question about an unknown framework": (allocator) => allocator.explain(NOBODY, A),
  "a question about an unknown agent": (allocator) => allocator.explain(WEB, A, [NOWHERE]),
};

describe("bad input is an error that names what is wrong and changes nothing", () => {
  for (const [what, call] of Object.entries(WRONG)) {
    it(what, () => {
      const cluster = new SmallCluster().framework("web", "a").agent("S1", "cpus:4;mem:100");
      cluster.offers();
      const before = cluster.allocator.checksum();
      const result = call(cluster.allocator);
      expect(result.ok).toBe(false);
      expect(cluster.allocator.checksum()).toBe(before);
      expect(cluster.offers()).toEqual([]);
    });
  }
});

it("late news of those that are gone is no error: they went with what they had", () => {
  const { allocator } = new SmallCluster().framework("web", "a").agent("S1", "cpus:4");
  for (const [framework, agent] of [[WEB, NOWHERE], [NOBODY, AGENT]] as const) {
    expect(allocator.recoverResources(framework, agent, amounts("cpus:1", "a"), undefined, "offered").ok).toBe(true);
  }
});
