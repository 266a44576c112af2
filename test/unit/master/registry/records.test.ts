/** What an operator wants of an agent is found in its record, whether or not the rest of it is read. */
import { describe, expect, it } from "vitest";
import type { AgentInfo } from "../../../../src/model/gen/mesos.ts";
import type { AgentId } from "../../../../src/model/id.ts";
import { agentKey, encodeAgent, readAgentOrders } from "../../../../src/master/registry/records.ts";

const ID = "A" as AgentId;
const orders = (bytes: Uint8Array): unknown => readAgentOrders(new Map([[agentKey(ID), bytes]]), ID);

/** With so long a name the length of its record takes one, two or three bytes. */
const info = (length: number): AgentInfo => ({ hostname: "h".repeat(length), id: { value: ID } });
const drain_info = { state: "DRAINING", config: { mark_gone: true } } as const;

describe("what an operator wants of an agent", () => {
  for (const length of [1, 300, 20_000]) {
    it(`is nothing where its record is its AgentInfo alone (a name of ${length})`, () => {
      expect(orders(encodeAgent({ info: info(length) }))).toEqual({});
    });

    it(`stands behind the AgentInfo (a name of ${length})`, () => {
      expect(orders(encodeAgent({ info: info(length), drain_info }))).toMatchObject({ drain_info });
      expect(orders(encodeAgent({ info: info(length), deactivated: true }))).toMatchObject({ deactivated: true });
    });
  }

  it("is nothing for an agent that is not admitted", () => {
    expect(readAgentOrders(new Map(), ID)).toEqual({});
  });
});
