/** What a writer concludes from the head of the store when its connection broke while a packet was under way. */
import { describe, expect, it } from "vitest";
import { afterConnectionLoss } from "../../../../src/master/registry/fence.ts";

const sent = { writer: "a", packet: 7, version: 20 };
const head = (writer: string, packet: number) => ({ format: "f", writer, packet });

describe("after a connection was lost", () => {
  it("a packet is written when the head is the one that was sent with it", () => {
    expect(afterConnectionLoss({ head: head("a", 7), version: 21 }, sent)).toBe("done");
  });

  it("it may be sent again when the head is still the one before", () => {
    expect(afterConnectionLoss({ head: head("a", 6), version: 20 }, sent)).toBe("again");
  });

  it("nothing may be written any more when somebody else has taken over, even if he has written as many packets", () => {
    expect(afterConnectionLoss({ head: head("b", 7), version: 21 }, sent)).toBe("deposed");
    expect(afterConnectionLoss({ head: undefined, version: 21 }, sent)).toBe("deposed");
  });

  it("nor when the head is ours of an earlier term: others have written in between", () => {
    expect(afterConnectionLoss({ head: head("a", 7), version: 25 }, sent)).toBe("deposed");
  });
});
