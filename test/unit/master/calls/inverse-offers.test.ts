/**
 * May this agent be taken away? What frameworks are asked before maintenance, and what becomes of their answers
 * (OFR-24, OFR-25).
 */
import { describe, expect, it } from "vitest";
import { cluster, eventJson, task } from "../cluster.ts";

/** A framework runs a task on one of two agents, which is to be taken away in an hour. */
const ready = () => {
  const story = cluster().agents(2, "cpus:4;mem:4096");
  const web = story.framework("web", { failover_timeout: 60 });
  const { allocator, agents } = story.driven.master;
  const [agent] = story.agentIds;
  const offer = web.offers.find(({ agent_id }) => agent_id.value === agent)!;
  web.launch([task("t", "cpus:1;mem:512", offer)], [offer], 0);
  const unavailability = { start: { nanoseconds: BigInt(story.driven.nowMs + 3_600_000) * 1_000_000n } };
  agents.get(agent!)!.unavailability = unavailability;
  expect(allocator.updateUnavailability(agent!, unavailability).ok).toBe(true);
  story.pass(1);
  const asked = () => web.events("INVERSE_OFFERS").flatMap(({ inverse_offers: event }) => event?.inverse_offers ?? []);
  const statuses = () => allocator.inverseOfferStatuses().map(({ status }) => status);
  return { story, web, agent: agent!, asked, statuses };
};

describe("a framework on an agent that is to be taken away", () => {
  it("is asked once, about that agent", () => {
    const { story, web, agent, asked } = ready();
    story.pass(5);
    expect(asked()).toHaveLength(1);
    expect(eventJson(web.events("INVERSE_OFFERS")[0]!)).toMatchObject({
      inverse_offers: { inverse_offers: [
        { agent_id: { value: agent }, framework_id: { value: web.id }, unavailability: { start: {} } },
      ] },
    });
    expect(story.driven.master.inverseOffers.size).toBe(1);
  });

  it("agrees: the answer is kept, and it is asked again only after the time of the filters", () => {
    const { story, web, asked, statuses } = ready();
    const inverse_offer_ids = [asked()[0]!.id];
    const answer = { inverse_offer_ids, filters: { refuse_seconds: 60 } };
    expect(web.call({ type: "ACCEPT_INVERSE_OFFERS", accept_inverse_offers: answer })).toBe("202");
    expect(statuses()).toEqual(["ACCEPT"]);
    story.pass(30);
    expect(asked()).toHaveLength(1);
    story.pass(40);
    expect(asked()).toHaveLength(2);
    web.call({ type: "DECLINE_INVERSE_OFFERS", decline_inverse_offers: { inverse_offer_ids: [asked()[1]!.id] } });
    expect(statuses()).toEqual(["DECLINE"]);
  });

  it("cannot answer twice, nor for another framework", () => {
    const { story, web, asked, statuses } = ready();
    const other = story.framework("other");
    const question = { inverse_offer_ids: [asked()[0]!.id] };
    other.call({ type: "ACCEPT_INVERSE_OFFERS", accept_inverse_offers: question });
    expect(statuses()).toEqual([]);
    web.call({ type: "DECLINE_INVERSE_OFFERS", decline_inverse_offers: question });
    web.call({ type: "ACCEPT_INVERSE_OFFERS", accept_inverse_offers: question });
    expect(statuses()).toEqual(["DECLINE"]);
  });

  it("is not asked any more when it is gone", () => {
    const { story, web } = ready();
    web.vanish();
    expect(story.driven.master.inverseOffers.size).toBe(0);
    web.subscribe();
    story.pass(1);
    expect(story.driven.master.inverseOffers.size).toBe(1);
    web.call({ type: "TEARDOWN" });
    expect(story.driven.master.inverseOffers.size).toBe(0);
  });
});
