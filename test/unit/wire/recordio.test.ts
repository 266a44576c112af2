import fc from "fast-check";
import { expect, test } from "vitest";
import { RecordDecoder, encodeRecord } from "../../../src/wire/recordio.ts";

const text = (value: string) => new TextEncoder().encode(value);

test("a record is its length, a line feed and itself", () => {
  expect(encodeRecord(text("hello"))).toEqual(text("5\nhello"));
  expect(encodeRecord(new Uint8Array())).toEqual(text("0\n"));
});

test("records come out whole, whatever pieces they come in", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 6 }), fc.array(fc.nat(99)), (records, cuts) => {
      const stream = new Uint8Array(Buffer.concat(records.map(encodeRecord)));
      const edges = [0, ...cuts.map((cut) => Math.min(cut, stream.length)).sort((a, b) => a - b), stream.length];
      const decoder = new RecordDecoder();
      const out = edges.slice(1).map((end, at) => decoder.push(stream.subarray(edges[at], end)));
      expect(out.flatMap((some) => (some.ok ? some.value : []))).toEqual(records);
      expect(decoder.atBoundary).toBe(true);
    }),
  );
});

test("a stream that ends inside a record does not end at a boundary", () => {
  for (const part of ["5", "5\n", "5\nhell"]) {
    const decoder = new RecordDecoder();
    expect(decoder.push(text(part))).toEqual({ ok: true, value: [] });
    expect(decoder.atBoundary).toBe(false);
  }
});

test("what is no length spoils the stream for good", () => {
  for (const bad of ["x\n", "-1\n", "\n", " 5\nhello", "1e3\n", "99999999999999999999"]) {
    const decoder = new RecordDecoder();
    expect(decoder.push(text(bad)), bad).toMatchObject(
      { ok: false, error: expect.stringContaining("Failed to decode length") },
    );
    expect(decoder.push(text("5\nhello")).ok).toBe(false);
  }
});

test("a record larger than the bound is refused before it comes", () => {
  expect(new RecordDecoder(10).push(text("11\n"))).toEqual(
    { ok: false, error: "Record of 11 bytes is larger than 10 bytes" },
  );
  expect(new RecordDecoder(10).push(text("10\n0123456789")).ok).toBe(true);
});

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => typeof new RecordDecoder(50).push(bytes).ok === "boolean"),
  );
});
