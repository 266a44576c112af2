/** Chunks take whatever comes, and their memory is used again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHUNK_BYTES, Chunk } from "../../../../src/shell/http/chunk.ts";

describe("a chunk", () => {
  it("holds what was put into it in its order, texts in UTF-8, however long they are", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 3 * CHUNK_BYTES }).map((n) => "€".repeat(n)));
    const part = fc.oneof(text, fc.uint8Array({ maxLength: 1_000 }), fc.nat({ max: 255 }));
    fc.assert(fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const chunk = new Chunk();
      for (const one of parts) {
        if (typeof one === "string") chunk.putText(one);
        else if (typeof one === "number") chunk.putByte(one);
        else chunk.putBytes(one);
      }
      const whole = Buffer.concat(parts.map((one) =>
        (typeof one === "string" ? Buffer.from(one) : typeof one === "number" ? Buffer.of(one) : one)));
      expect(chunk.length).toBe(whole.length);
      expect(chunk.bytes.equals(whole)).toBe(true);
      chunk.release();
    }), { numRuns: 50 });
  });

  it("gets the memory of one that was released, and none that somebody still looks at", () => {
    const [first, second] = [new Chunk(), new Chunk()];
    first.putText("first");
    second.putText("second");
    const memory = first.bytes.buffer;
    first.release();
    const third = new Chunk();
    third.putText("third");
    expect(third.bytes.buffer).toBe(memory);
    expect(second.bytes.toString()).toBe("second");
  });
});
