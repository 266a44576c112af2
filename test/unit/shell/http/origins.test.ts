/** Which origins --cors_allow_origins may name. */
import { describe, expect, it } from "vitest";
import { readOrigins } from "../../../../src/shell/http/origins.ts";

describe("a list of origins", () => {
  it("names scheme, host and, where it is not the usual one, port", () => {
    const read = readOrigins("https://page.example.com, http://10.0.0.1:5050,HTTPS://Upper.example/,http://plain:8080");
    expect(read.ok && [...read.value]).toEqual(["https://page.example.com", "http://10.0.0.1:5050", "https://upper.example", "http://plain:8080"]);
    expect(readOrigins("")).toEqual({ ok: true, value: new Set() });
  });

  it.each(["*", "page.example.com", "null", "https://a/path", "https://user@a", "file:///etc", "https://a?x", "javascript:1"])("cannot name %j", (text) => {
    expect(readOrigins(text)).toEqual({ ok: false, error: expect.stringContaining(`'${text}' is no origin`) });
  });
});
