import { describe, expect, test } from "vitest";
import { parseDouble, parseUnsigned, printDouble } from "../../../src/model/decimal.ts";
import { addScalars, fromMilli, subtractScalars, toMilli } from "../../../src/model/scalar.ts";

describe("thousandths", () => {
  test.each([
    [0.1, 100],
    [0.0005, 1],
    [-0.0005, -1],
    [0.0004, 0],
    [-0.0004, 0],
    [1.0015, 1002],
    [8192, 8_192_000],
    [-1, -1000],
  ])("%d is %d, halves rounded away from zero", (value, milli) => {
    expect(Object.is(toMilli(value), milli)).toBe(true);
  });

  test("what does not fit into 64 bits becomes the most negative number, as in the messages of Mesos", () => {
    for (const value of [1e300, -1e300, Infinity, -Infinity, NaN]) {
      expect(printDouble(fromMilli(toMilli(value)))).toBe("-9.22337203685478e+15");
    }
  });

  test("are written back to the nearest double", () => {
    expect(fromMilli(100)).toBe(0.1);
    expect(fromMilli(-1500)).toBe(-1.5);
    expect(fromMilli(33_250)).toBe(33.25);
    expect(addScalars(0.1, 0.2)).toBe(0.3);
    expect(subtractScalars(0.3, 0.1)).toBe(0.2);
    expect(subtractScalars(1 / 3, 0.1)).toBe(0.233);
  });
});

describe("numbers as text", () => {
  test.each([
    [0, "0"],
    [8, "8"],
    [0.1, "0.1"],
    [1 / 3, "0.333333333333333"],
    [100_000, "100000"],
    [1e15, "1e+15"],
    [999_999_999_999_999, "999999999999999"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [1.5e-7, "1.5e-07"],
    [-2.5e30, "-2.5e+30"],
    [NaN, "nan"],
    [Infinity, "inf"],
    [-Infinity, "-inf"],
  ])("%d prints with 15 digits as %s", (value, text) => {
    expect(printDouble(value)).toBe(text);
  });

  test.each([
    ["4", 4],
    ["0.5", 0.5],
    [".5", 0.5],
    ["1e3", 1000],
    ["0x1F", 31],
    ["-2", -2],
    ["-0x10", -16],
    ["", undefined],
    ["inf", undefined],
    ["1 2", undefined],
    ["0x1.8", undefined],
    ["four", undefined],
  ])("%j reads as %s", (text, value) => {
    expect(parseDouble(text)).toBe(value);
  });

  test("whole numbers have no sign, no fraction and at most 64 bits", () => {
    expect(parseUnsigned("31000")).toBe(31_000);
    expect(parseUnsigned("0xff")).toBe(255);
    for (const text of ["-1", "1.5", "18446744073709551616", ""]) expect(parseUnsigned(text)).toBeUndefined();
  });
});
