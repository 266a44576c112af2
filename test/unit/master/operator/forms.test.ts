/** What the endpoints with forms make of a body that is none. */
import { describe, expect, it } from "vitest";
import { cluster } from "../cluster.ts";

const encoder = new TextEncoder();

function post(path: string, body: string): string {
  const answer = cluster().driven.request({ method: "POST", path, body: encoder.encode(body) })!;
  return `${answer.status} ${String(answer.body ?? "")}`;
}

describe("a form", () => {
  it.each([
    ["slaveId=a+b%2", "a+b%2", "%2"],
    ["slaveId=%", "%", "%"],
    ["slave%zzId=%", "slave%zzId", "%zz"],
    ["slaveId=a;resources=%7B%4gx", "%7B%4gx", "%4g"],
  ])("%s is refused with the name or value that cannot be read, and the place in it", (body, token, escape) => {
    for (const path of ["/reserve", "/teardown"]) {
      expect(post(path, body)).toBe(`400 Unable to decode query string: Malformed % escape in '${token}': '${escape}'`);
    }
  });

  it("may have its fields in any order, with blanks and bytes escaped; of a repeated field the last counts", () => {
    expect(post("/teardown", "x=%20&frameworkId=one;frameworkId=tw%6F")).toBe("400 No framework found with specified ID");
    expect(post("/teardown", "framework+Id=one")).toBe("400 Missing 'frameworkId' query parameter in the request body");
    expect(post("/teardown", "frameworkId")).toBe("400 No framework found with specified ID");
  });
});
