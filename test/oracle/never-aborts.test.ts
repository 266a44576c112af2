/** The original aborts on calls a master never makes; the oracle must not, whatever it is told. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../src/model/gen/mesos.ts";
import type { AllocatorUnderTest } from "../golden/allocator/under-test.ts";
import { oracle } from "./allocator.ts";
import { STRICT } from "./quirks.ts";

const RESOURCES: readonly Resource[][] = [
  [],
  [{ name: "cpus", type: "SCALAR", scalar: { value: 2 } }],
  [{ name: "mem", type: "SCALAR", scalar: { value: 64 }, reservations: [{ type: "STATIC", role: "a" }] }],
  [{
    name: "disk", type: "SCALAR", scalar: { value: 10 }, reservations: [{ type: "DYNAMIC", role: "a/x" }], shared: {},
    disk: { persistence: { id: "v" } },
  }],
];

type Call = (allocator: AllocatorUnderTest) => void;

/** Any call about any of two agents, two frameworks and three roles, known or not. */
function anyCall(): fc.Arbitrary<Call> {
  const agent = fc.constantFrom("S0", "S1");
  const framework = fc.constantFrom("F0", "F1");
  const role = fc.constantFrom("a", "a/x", "*");
  const resources = fc.constantFrom(...RESOURCES);
  const refuse = fc.constantFrom(undefined, 0, 1, -1, Infinity, NaN);
  const call = <T extends unknown[]>(args: fc.Arbitrary<T>, make: (...args: T) => Call): fc.Arbitrary<Call> =>
    args.map((chosen) => make(...chosen));
  return fc.oneof(
    call(fc.tuple(agent, framework, role, resources), (id, user, in_, some) => (a) =>
      a.addAgent(
        { id, hostname: id, attributes: [], domain: { region: "r", zone: "z" } }, ["MULTI_ROLE"], undefined,
        RESOURCES.flat(), [{ framework: user, role: in_, resources: some }],
      )),
    call(fc.tuple(agent, resources), (id, total) => (a) =>
      a.updateAgent({ id, hostname: "h", attributes: [] }, total, [])),
    call(fc.tuple(agent), (id) => (a) => a.removeAgent(id)),
    call(fc.tuple(agent, fc.boolean()), (id, on) => (a) => (on ? a.activateAgent(id) : a.deactivateAgent(id))),
    call(fc.tuple(agent, framework, role, resources), (id, user, in_, some) => (a) =>
      a.addResourceProvider(id, some, [{ framework: user, role: in_, resources: some }])),
    call(fc.tuple(agent, resources), (id, some) => (a) =>
      void a.updateAvailable(id, [{ type: "UNRESERVE", unreserve: { resources: some } }])),
    call(fc.tuple(agent, fc.boolean()), (id, on) => (a) =>
      a.updateUnavailability(id, on ? { start: { nanoseconds: 0n } } : undefined)),
    call(fc.tuple(framework, role, fc.boolean()), (id, in_, active) => (a) =>
      a.addFramework({ id, roles: [in_], capabilities: ["SHARED_RESOURCES"], suppressedRoles: ["b"] }, [], active)),
    call(fc.tuple(framework, role), (id, in_) => (a) =>
      a.updateFramework({ id, roles: [in_], capabilities: [], suppressedRoles: [in_] })),
    call(fc.tuple(framework), (id) => (a) => a.removeFramework(id)),
    call(fc.tuple(framework, fc.boolean()), (id, on) => (a) =>
      on ? a.activateFramework(id) : a.deactivateFramework(id)),
    call(fc.tuple(framework, role, fc.boolean()), (id, in_, on) => (a) =>
      on ? a.reviveOffers(id, [in_]) : a.suppressOffers(id, [in_])),
    call(fc.tuple(framework, agent, role, resources, resources), (id, on, in_, before, after) => (a) =>
      a.updateAllocation(id, on, in_, before, [{ consumed: before, converted: after }])),
    call(fc.tuple(framework, agent, role, resources, refuse, fc.boolean()), (...args) => (a) =>
      a.recoverResources(...args)),
    call(fc.tuple(framework, agent, role, resources), (...args) => (a) => a.transitionOfferedToAllocated(...args)),
    call(fc.tuple(agent, framework, fc.constantFrom("ACCEPT", "DECLINE", undefined), refuse), (...args) => (a) =>
      a.updateInverseOffer(...args)),
    call(fc.tuple(role), (in_) => (a) => a.updateQuota(in_, { guarantees: { cpus: 1 }, limits: { cpus: 1, mem: 0 } })),
    call(fc.tuple(role, fc.constantFrom(1, 2)), (in_, weight) => (a) => a.updateWeights({ [in_]: weight })),
    call(fc.tuple(fc.nat(3)), (expected) => (a) => a.recover(expected, { a: {} })),
    fc.constant<Call>((a) => a.settle()),
  );
}

describe("the oracle never aborts", () => {
  it.each([["as recorded", oracle()], ["strict", oracle(STRICT)]])("%s", (_, factory) => {
    fc.assert(fc.property(fc.array(anyCall(), { maxLength: 40, size: "max" }), (calls) => {
      const allocator = factory({ domain: { region: "here", zone: "z" } });
      calls.forEach((call, i) => {
        call(allocator);
        if (i % 8 === 7) allocator.advanceTo(i * 125);
      });
      allocator.settle();
      expect(allocator.finalState().role_order).toBeDefined();
    }), { numRuns: 300 });
  });
});
