import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64, encodeBase64 } from "../../../src/wire/base64.ts";

test("agrees with Node, both ways", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect(encodeBase64(bytes)).toBe(text);
      expect(decodeBase64(text)).toEqual({ ok: true, value: bytes });
    }),
  );
});

test("white space is ignored, padding ends the text, missing padding is no error", () => {
  expect(decodeBase64(" AP\n+A\t")).toEqual({ ok: true, value: Uint8Array.of(0, 255, 128) });
  expect(decodeBase64("AA==ignored")).toEqual({ ok: true, value: Uint8Array.of(0) });
  expect(decodeBase64("AAA")).toEqual({ ok: true, value: Uint8Array.of(0, 0) });
  expect(decodeBase64("A")).toEqual({ ok: true, value: new Uint8Array() });
});

test("other characters are refused by name, those of the URL-safe alphabet, too", () => {
  expect(decodeBase64("AA-A")).toEqual({ ok: false, error: "Invalid character '-'" });
  expect(decodeBase64("AAé")).toEqual({ ok: false, error: "Invalid character 'é'" });
});
