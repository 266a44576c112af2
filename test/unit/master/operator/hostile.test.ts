/**
 * Whatever operators and frameworks ask for, in any order: every call is answered, the master stands, its sums are
 * right (the driven master looks after every step), and another one can take over what it has left behind.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { printUpid } from "../../../../src/model/upid.ts";
import { anyCall } from "../../../support/any-call.ts";
import type { AnyCall } from "../../../support/any-call.ts";
import { anyOperatorCall } from "../../../support/any-operator-call.ts";
import type { AnyOperatorCall } from "../../../support/any-operator-call.ts";
import { comesBack, joins } from "../../../support/cast.ts";
import { willingAgent } from "../../../support/willing-agent.ts";
import type { WillingAgent } from "../../../support/willing-agent.ts";
import { cluster } from "../cluster.ts";
import type { CallJson } from "../cluster.ts";

const HAS = "cpus:4;mem:4096;disk:1000;ports:[31000-31999]";
const CAPABILITIES = (["MULTI_ROLE", "RESERVATION_REFINEMENT", "SHARED_RESOURCES", "PARTITION_AWARE"] as const).map((type) => ({ type }));

type Happening =
  | { readonly kind: "framework"; readonly call: AnyCall }
  | { readonly kind: "operator"; readonly call: AnyOperatorCall }
  | { readonly kind: "pass"; readonly seconds: number }
  | { readonly kind: "agent-back" | "agent-exits" | "agent-joins" | "store-slow" | "store-done" };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("operator" as const), call: anyOperatorCall }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("framework" as const), call: anyCall }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("pass" as const), seconds: fc.constantFrom(0.5, 1, 6) }) },
  { weight: 3, arbitrary: fc.record({
    kind: fc.constantFrom("agent-back", "agent-exits", "agent-joins", "store-slow", "store-done"),
  }) },
);

function play(happenings: readonly Happening[]): void {
  const told: string[] = [];
  try {
    playOut(happenings, told);
  } catch (error) {
    throw new Error(`${told.join("\n")}\n${String(error)}`, { cause: error });
  }
}

function playOut(happenings: readonly Happening[], told: string[]): void {
  const story = cluster({ agentPingTimeoutMs: 1e9 }).agents(2, HAS);
  const { driven } = story;
  const { master } = driven;
  const web = story.framework("w", { roles: ["a", "a/b"], capabilities: CAPABILITIES, failover_timeout: 20, checkpoint: true });
  const agents = new Map<string, WillingAgent>();
  for (const [i, id] of story.agentIds.entries()) agents.set(story.addressOf(i + 1), willingAgent(driven, story.addressOf(i + 1), id));
  const first = story.agentIds[0]!;
  const { info } = master.agents.get(first)!;
  let heard = driven.said.length;

  const happen = (what: Happening): void => {
    switch (what.kind) {
      case "operator": {
        const call = what.call({
          agents: [...master.agents.keys()], frameworks: [...master.frameworks.keys()],
          resources: [...master.agents.keys()].flatMap((agent) =>
            (master.allocator.available(agent) ?? []).map((resource) => ({ agent, resource: { ...resource } }))),
        });
        told.push(JSON.stringify(call));
        const answer = story.operator(call as CallJson);
        told.push(`    ${answer?.slice(0, 200)}`);
        const isLate = call.type === "SUBSCRIBE" || driven.isStoreSlow;
        expect(isLate || answer !== undefined, "every call is answered").toBe(true);
        return;
      }
      case "framework": {
        const call = what.call({
          agents: [...master.agents.keys()],
          own: [...(master.frameworks.get(web.id)?.offers.keys() ?? [])],
          offers: [...master.offers.keys()],
          tasks: [...master.frameworks.values()].flatMap(({ tasks }) => [...tasks.keys()]),
          open: (id) => {
            const offer = master.offers.get(id as never);
            return offer && { agent: offer.agentId, holds: offer.resources };
          },
        });
        told.push(`framework: ${JSON.stringify(call)}`);
        return void web.call(call as CallJson);
      }
      case "pass":
        return void story.pass(what.seconds);
      case "agent-exits": {
        const pid = master.agents.get(first)?.pid;
        return pid && driven.event({ type: "exited", peer: pid });
      }
      case "agent-back":
        return comesBack(driven, first, { agent: info }, story.addressOf(1));
      case "agent-joins": {
        const address = story.addressOf(2);
        const isThere = [...master.agents.values()].some(({ pid }) => printUpid(pid) === address);
        if (isThere || driven.isStoreSlow || master.machines.get("node2/10.0.0.2")?.mode === "DOWN") return;
        agents.set(address, willingAgent(driven, address, joins(driven, address, { agent: { ...info, id: undefined, hostname: "node2" } })));
        return;
      }
      case "store-slow":
        driven.isStoreSlow = true;
        return;
      case "store-done":
        driven.isStoreSlow = false;
        return driven.persist();
    }
  };

  for (const what of happenings) {
    if (what.kind !== "operator" && what.kind !== "framework") told.push(JSON.stringify(what));
    happen(what);
    for (; heard < driven.said.length; heard++) {
      const said = driven.said[heard]!;
      if (said.kind === "send") agents.get(printUpid(said.to))?.hears(said.message);
    }
  }
  driven.isStoreSlow = false;
  driven.persist();
  story.pass(30);
  expect(driven.resigned).toBeUndefined();

  const next = story.failover();
  expect(next.driven.resigned).toBeUndefined();
  const shown = (of: typeof story, type: string): unknown => of.ask(type);
  for (const type of ["GET_WEIGHTS", "GET_MAINTENANCE_SCHEDULE"]) expect(shown(next, type), type).toEqual(shown(story, type));
  const quotas = (of: typeof story) => [...of.driven.master.quotas].filter(([, { guarantees, limits }]) => guarantees.size + limits.size > 0);
  expect(new Map(quotas(next))).toEqual(new Map(quotas(story)));
}

it("every call is answered, and the sums are right, whatever operators ask for", () => {
  fc.assert(fc.property(fc.array(happening, { minLength: 5, maxLength: 50, size: "max" }), play), { numRuns: 50, includeErrorInReport: true });
}, 30_000);
