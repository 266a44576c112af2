import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteQueue } from "../../../src/wire/byte-queue.ts";

test("behaves as one long array of bytes, taken from the front", () => {
  // Few different bytes, so that patterns almost match often.
  const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength, max: 1 });
  const step = fc.record({ append: bytes(0, 400), isLent: fc.boolean(), take: fc.nat({ max: 500 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), bytes(1, 12), (steps, pattern) => {
      const queue = new ByteQueue();
      let model = Buffer.alloc(0);
      for (const { append, isLent, take } of steps) {
        model = Buffer.concat([model, append]);
        if (isLent) queue.lend(append);
        else queue.append(append);
        expect(queue.indexOf(pattern)).toBe(model.indexOf(pattern));
        const count = Math.min(take, model.length);
        expect(queue.take(count)).toEqual(new Uint8Array(model.subarray(0, count)));
        model = model.subarray(count);
        // Whose bytes they are may use them again.
        queue.keep();
        append.fill(2);
        expect([queue.length, queue.at(0), queue.at(model.length)]).toEqual([model.length, model[0], undefined]);
      }
    }),
  );
});
