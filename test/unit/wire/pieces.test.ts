/** Long answers in pieces: what comes out is the same, however it is cut. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Response } from "../../../src/model/gen/master.ts";
import { ResponseCodec, Response_GetTasksCodec } from "../../../src/wire/gen/master.ts";
import { TaskCodec } from "../../../src/wire/gen/mesos.ts";
import { Chunk } from "../../../src/shell/http/chunk.ts";
import { Message, Text } from "../../../src/wire/pieces.ts";
import type { Field, Piece, Series } from "../../../src/wire/pieces.ts";

const series = <T>(items: readonly T[]): Series<T> => ({ length: items.length, at: (i) => items[i]! });

/** Everything, at most so much at a time, and late after every so many pieces. */
function inSlices(pieces: readonly Piece[], length: number, late: number): string[] {
  const text = new Text(pieces);
  const slices: string[] = [];
  let asked = 0;
  while (!text.isDone) {
    const chunk = new Chunk();
    text.write(chunk, length, () => ++asked % late === 0);
    slices.push(chunk.bytes.toString());
    chunk.release();
  }
  return slices;
}

describe("a text", () => {
  it("has commas between the items of a series and nowhere else", () => {
    const list = (...items: string[]): string => inSlices(["[", series(items), "]"], 100, 1).join("");
    expect([list(), list("1"), list("1", "2", "3")]).toEqual(["[]", "[1]", "[1,2,3]"]);
  });

  it("is the same in however many slices it is made", () => {
    const word = fc.string({ maxLength: 3000 });
    const piece = fc.oneof(
      word,
      word.map((text) => () => text),
      fc.array(word, { maxLength: 5 }).map(series),
    ) as fc.Arbitrary<Piece>;
    const textOf = (one: Piece): string =>
      (typeof one === "string" ? one : typeof one === "function" ? one() : [...items(one)].join(","));
    const sizes = fc.record({ length: fc.integer({ min: 1, max: 5000 }), late: fc.integer({ min: 1, max: 3 }) });
    fc.assert(fc.property(fc.array(piece), sizes, (pieces, { length, late }) => {
      expect(inSlices(pieces, length, late).join("")).toBe(pieces.map(textOf).join(""));
    }));
  });

  it("makes no item before it is needed, and each once", () => {
    const made: number[] = [];
    const text = new Text([{ length: 100, at: (i) => (made.push(i), "x".repeat(1000)) }]);
    const first = new Chunk();
    text.write(first, 10_000, () => true);
    expect(first.length).toBeGreaterThan(4096); // less is not worth a slice
    expect(made.length).toBeLessThan(10);
    while (!text.isDone) text.write(new Chunk(), 10_000, () => false);
    expect(made).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });
});

function* items<T>({ length, at }: Series<T>): Generator<T> {
  for (let i = 0; i < length; i++) yield at(i);
}

describe("a message", () => {
  const task = (id: string): NonNullable<NonNullable<Response["get_tasks"]>["tasks"]>[number] => ({
    name: id, task_id: { value: id }, framework_id: { value: "f" }, agent_id: { value: "a" }, state: "TASK_RUNNING",
    resources: [],
  });
  const encoded = (ids: readonly string[]): Series<Uint8Array> => series(ids.map((id) => TaskCodec.encode(task(id))));

  function made(fields: readonly Field[], chunk: number, late: number): { bytes: Buffer; length: number } {
    const message = new Message(fields);
    let asked = 0;
    const isLate = (): boolean => ++asked % late === 0;
    while (message.length === undefined) message.measure(isLate);
    const chunks: Buffer[] = [];
    while (!message.isDone) {
      const some = new Chunk();
      message.write(some, chunk, isLate);
      chunks.push(some.bytes);
    }
    return { bytes: Buffer.concat(chunks), length: message.length };
  }

  it("is what the codec makes of the same, in however many slices", () => {
    const id = fc.string({ maxLength: 300 });
    const { fields } = Response_GetTasksCodec.shape;
    const numberOf = (name: string): number => fields.find((field) => field.name === name)!.number;
    const sizes = fc.record({ chunk: fc.integer({ min: 1, max: 500 }), late: fc.integer({ min: 1, max: 4 }) });
    fc.assert(fc.property(fc.array(id), fc.array(id), sizes, (live, over, { chunk, late }) => {
      const { number } = ResponseCodec.shape.fields.find(({ name }) => name === "get_tasks")!;
      const { bytes, length } = made([
        ResponseCodec.encode({ type: "GET_TASKS" }),
        { number, fields: [
          { number: numberOf("tasks"), items: encoded(live) },
          { number: numberOf("completed_tasks"), items: encoded(over) },
        ] },
      ], chunk, late);
      const whole = ResponseCodec.encode({
        type: "GET_TASKS", get_tasks: { tasks: live.map(task), completed_tasks: over.map(task) },
      });
      expect(length).toBe(whole.length);
      expect(bytes.equals(whole)).toBe(true);
    }), { numRuns: 50 });
  });

  it("says how long it is also when a submessage in a submessage is longer than 16 kB", () => {
    const item = new Uint8Array(20_000);
    const { bytes, length } = made([{ number: 1, fields: [{ number: 300, items: series([item]) }] }], 1 << 20, 1);
    expect(length).toBe(bytes.length);
    // 20,000 = 0xa0 0x9c 0x01; tag 300/2 = 0xe2 0x12; outer length 20,005 = 0xa5 0x9c 0x01.
    expect([...bytes.subarray(0, 9)]).toEqual([0x0a, 0xa5, 0x9c, 0x01, 0xe2, 0x12, 0xa0, 0x9c, 0x01]);
  });

  it("is not sent to its end when its items have become others since it was measured", () => {
    const sizes = [3, 4];
    const message = new Message([{ number: 1, items: { length: 1, at: () => new Uint8Array(sizes.shift()!) } }]);
    message.measure(() => false);
    expect(() => message.write(new Chunk(), 100, () => false)).toThrow("A message of 5 bytes was made of 6 bytes");
  });
});
