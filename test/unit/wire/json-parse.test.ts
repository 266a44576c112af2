import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_JSON_DEPTH } from "../../../src/model/limits.ts";
import { parseJson } from "../../../src/wire/json.ts";

function value(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : new Error(parsed.error);
}

function error(text: string): string {
  const parsed = parseJson(text);
  return parsed.ok ? `no error: ${JSON.stringify(parsed.value)}` : parsed.error;
}

describe("values", () => {
  test("are those of any JSON parser", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        fc.pre(!/^-?\d/.test(text) && !text.includes("e+") && !/\d{16}/.test(text));
        expect(value(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("the careful parser reads the same as the fast one", () => {
    // Sixteen digits anywhere send a text down the careful path.
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        fc.pre(!/\d{16}|[eE][+]?\d{3}|-0/.test(text));
        const careful = value(`[${text},"1234567890123456"]`);
        expect(careful).toEqual([JSON.parse(text), "1234567890123456"]);
      }),
    );
  });

  test("integers are exact within 64 bits, beyond them doubles", () => {
    expect(value("[9007199254740991,9007199254740993,-9223372036854775808,9223372036854775807]")).toEqual([
      9007199254740991, 9007199254740993n, -9223372036854775808n, 9223372036854775807n,
    ]);
    expect(value("[9223372036854775808, 18446744073709551615]")).toEqual([9223372036854775808, 18446744073709551616]);
  });

  test("numbers are taken as C takes them: leading zeros, a bare point; minus zero is zero", () => {
    expect(value("[007, 1., -.5, 00.50, 1E+2, 1e-2]")).toEqual([7, 1, -0.5, 0.5, 100, 0.01]);
    expect(value("[-0, 01]")).toEqual([0, 1]);
  });

  test("an own __proto__ key is a key and no prototype", () => {
    for (const text of ['{"__proto__":{"admin":true}}', '{"__proto__":{"admin":true},"n":12345678901234567}']) {
      const parsed = value(text) as { admin?: boolean };
      expect(parsed.admin).toBeUndefined();
      expect(Object.keys(parsed)[0]).toBe("__proto__");
    }
  });

  test("of a repeated key the last one counts", () => {
    expect(value('{"a":1,"a":{"b":2}}')).toEqual({ a: { b: 2 } });
    expect(value('{"a":12345678901234567,"a":2}')).toEqual({ a: 2 });
  });

  test("escapes, also of pairs of surrogates", () => {
    expect(value('"\\u0041\\/\\b\\f\\n\\r\\t\\"\\\\\\ud83e\\udd8a"')).toBe('A/\b\f\n\r\t"\\🦊');
  });
});

describe("refusals", () => {
  test("tell the line and what is left of it, without control characters", () => {
    expect(error("")).toBe("syntax error at line 1 near: ");
    expect(error("{")).toBe("syntax error at line 1 near: ");
    expect(error('{"type":')).toBe("syntax error at line 1 near: ");
    expect(error("yes")).toBe("syntax error at line 1 near: yes");
    expect(error("nul}")).toBe("syntax error at line 1 near: }");
    expect(error('{\n"a": 1,\n"b": oops,\n"c": 2}')).toBe("syntax error at line 3 near: oops,");
    expect(error("\u0008\u0002")).toBe("syntax error at line 1 near: ");
    expect(error('{"a":1,}')).toBe("syntax error at line 1 near: }");
    expect(error("[1 2]")).toBe("syntax error at line 1 near: 2]");
    expect(error("[1-2]")).toBe("syntax error at line 1 near: ]");
    expect(error('"a\nb"')).toBe("syntax error at line 1 near: ");
    expect(error("{a:1}")).toBe("syntax error at line 1 near: a:1}");
  });

  test("lone surrogates are wrong", () => {
    expect(error('"\\udc00"')).toContain("syntax error");
    expect(error('"\\ud800x"')).toContain("syntax error");
    expect(error('"\\ud800\\u0041"')).toContain("syntax error");
  });

  test("numbers that no double holds are out of range", () => {
    expect(error("[1e999]")).toBe("Value out of range");
  });

  test("text behind the value is told", () => {
    expect(error("{} x ")).toBe("Parsed JSON included non-whitespace trailing characters:  x");
    expect(error("true false")).toBe("Parsed JSON included non-whitespace trailing characters:  false");
    expect(value(" {} \n\t")).toEqual({});
    // Mesos looks one character past a number, so that white space behind a bare number is already too much.
    expect(value(" 17")).toBe(17);
    expect(error("17 ")).toBe("Parsed JSON included non-whitespace trailing characters: ");
    expect(error("17 8")).toBe("Parsed JSON included non-whitespace trailing characters: 8");
  });

  test("nesting is bounded, on both paths", () => {
    const nest = (depth: number, inner = "") => "[".repeat(depth) + inner + "]".repeat(depth);
    expect(parseJson(nest(MAX_JSON_DEPTH)).ok).toBe(true);
    expect(parseJson(nest(MAX_JSON_DEPTH, "12345678901234567")).ok).toBe(true);
    for (const depth of [MAX_JSON_DEPTH + 1, 100_000]) {
      expect(error(nest(depth))).toContain("syntax error");
      expect(error(nest(depth, "12345678901234567"))).toContain("syntax error");
    }
    expect(error('{"a":'.repeat(100_000))).toContain("syntax error");
  });

  test("a long hostile text takes no longer than it is", () => {
    const started = performance.now();
    const many = (text: string) => text.repeat(400_000);
    for (const text of [`${many("1")}+`, `${many(" ")}x`, `"${many("\\")}`, `{}${many(" ")}x`]) {
      expect(parseJson(text).ok).toBe(false);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("no text makes it throw", () => {
    const soup = fc.stringMatching(/^[[\]{}",:0-9eE+\-.\\utrfn \n]{0,30}$/);
    fc.assert(fc.property(soup, (text) => typeof parseJson(text).ok === "boolean"), { numRuns: 2000 });
  });
});
