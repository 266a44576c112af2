import { expect, it } from "vitest";
import { parseTarget } from "../../../../src/shell/http/target.ts";

const queryOf = (text: string) => parseTarget(`/state?${text}`, () => false)?.query;

it("a query is taken apart as by Mesos: two separators, the last value of a key, escapes of bytes", () => {
  expect(queryOf("a=1&b=2;c&a=3")).toEqual({ a: "3", b: "2", c: "" });
  expect(queryOf("a=b=c&&;x=+%41%c3%A9%20")).toEqual({ a: "b=c", x: " A\u00e9 " });
  expect(queryOf("")).toEqual({});
});

it("an escape that is none spoils the query", () => {
  for (const text of ["a=%zz", "%", "a=1&b=%4", "a=%4g"]) expect(queryOf(text), text).toBeUndefined();
});
