import { describe, expect, it } from "vitest";
import { readWhole } from "../../../src/model/whole.ts";

describe("a whole number in a query", () => {
  it.each([
    ["0", 0n], ["+5", 5n], ["-05", -5n], ["0x1F", 31n], ["0X10", 16n], ["-0x10", -16n],
    ["2147483647", 2_147_483_647n], ["-2147483648", -2_147_483_648n],
  ])("%s is read", (text, value) => {
    expect(readWhole(text, 32)).toEqual({ ok: true, value });
  });

  it.each(["", " 1", "1.5", "1e3", "+0x1", "0x", "0xg", "--1", "2147483648", "0x80000000", "٣"])("'%s' is none", (text) => {
    expect(readWhole(text, 32)).toEqual({ ok: false, error: `Failed to convert '${text}' to number` });
  });

  it("has as many bits as it may", () => {
    expect(readWhole("9223372036854775807", 64)).toEqual({ ok: true, value: 2n ** 63n - 1n });
    expect(readWhole("9223372036854775808", 64).ok).toBe(false);
  });
});
