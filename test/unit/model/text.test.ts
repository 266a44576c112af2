import { describe, expect, test } from "vitest";
import type { Attribute, Resource } from "../../../src/model/gen/mesos.ts";
import { equalAttributes, parseAttributes, printAttribute } from "../../../src/model/attribute.ts";
import { parseResourceText, parseResources } from "../../../src/model/parse.ts";
import type { DecodeResources } from "../../../src/model/parse.ts";
import { printResource, printResources } from "../../../src/model/print.ts";
import { ok } from "../../../src/model/result.ts";
import { resources } from "../../support/resources.ts";

/** Stands for the decoder of the wire, which this layer does not know. */
const trusting: DecodeResources = (json) => ok(json as readonly Resource[]);

describe("resources as the agent's flag", () => {
  test("text with roles, ports and sets", () => {
    const parsed = resources("cpus:4; mem:4096;ports:[31000-32000, 33000-33001];disk(eng):10.5;zones:{a,b};cpus(*):1");
    expect(printResources(parsed)).toBe(
      "cpus:5; mem:4096; ports:[31000-32000, 33000-33001]; disk(reservations: [(STATIC,eng)]):10.5; zones:{a, b}",
    );
  });

  test("what names no role is for the default role", () => {
    const parsed = parseResourceText("cpus:4;mem(*):1", "eng");
    expect(parsed.ok && printResources(parsed.value)).toBe("cpus(reservations: [(STATIC,eng)]):4; mem:1");
  });

  test("nothing is nothing, and zero is left out", () => {
    expect(resources("")).toEqual([]);
    expect(resources("cpus:0;ports:[];mem:1")).toEqual(resources("mem:1"));
  });

  test("a JSON array, in any format", () => {
    const list: Resource[] = [
      { name: "cpus", type: "SCALAR", scalar: { value: 2 } },
      { name: "cpus", type: "SCALAR", scalar: { value: 1 }, role: "ops" },
      { name: "mem", type: "SCALAR", scalar: { value: 64 }, reservations: [{ type: "STATIC", role: "web" }] },
    ];
    const parsed = parseResources(JSON.stringify(list), trusting, "eng");
    expect(parsed.ok && printResources(parsed.value)).toBe(
      "cpus(reservations: [(STATIC,eng)]):2; cpus(reservations: [(STATIC,ops)]):1; " +
        "mem(reservations: [(STATIC,web)]):64",
    );
    const text = parseResources("cpus:1", trusting);
    expect(text.ok && printResources(text.value)).toBe("cpus:1");
  });

  test.each([
    ["cpus", "Bad value for resources, missing or extra ':' in cpus"],
    ["cpus:1:2", "Bad value for resources, missing or extra ':' in cpus:1:2"],
    ["cpus)a(:1", "Bad value for resources, mismatched parentheses in cpus)a(:1"],
    ["cpus(a:1", "Bad value for resources, mismatched parentheses in cpus(a:1"],
    ["cpus:many", "Bad type for resource cpus value many type TEXT"],
    ["cpus:-1", "Bad type for resource cpus value -1 type TEXT"],
    ["ports:[1-", "Failed to parse resource ports value [1- error Mismatched brackets"],
    ["ports:[1]", 'Failed to parse resource ports value [1] error Expecting one or more "ranges"'],
    ["ports:[a-b]", "Failed to parse resource ports value [a-b] error Expecting non-negative integers in 'a'"],
    ["cpus: ", "Failed to parse resource cpus value   error Expecting non-empty string"],
    ["cpus:1e-320", "Failed to parse resource cpus value 1e-320 error Subnormal values not supported"],
    ["ports:[9-1]", "Invalid ranges resource: begin > end"],
    ["cpus(-x):1", "Role component '-x' is invalid because it starts with a dash"],
    ["x:1;x:[1-2]", "Resources with the same name ('x') but different types are not allowed"],
  ])("%j is refused", (text, error) => {
    expect(parseResourceText(text)).toEqual({ ok: false, error });
  });

  test("what only a running cluster can make is refused", () => {
    const cpus: Resource = { name: "cpus", type: "SCALAR", scalar: { value: 2 } };
    const parse = (resource: Resource): string => {
      const parsed = parseResources(JSON.stringify([resource]), trusting);
      return parsed.ok ? "" : parsed.error;
    };
    expect(parse({ ...cpus, revocable: {} })).toMatch(/^Revocable resources cannot be specified/);
    expect(parse({ ...cpus, reservations: [{ type: "DYNAMIC", role: "a" }] })).toMatch(/^Dynamic reservations cannot/);
    expect(parse({ ...cpus, name: "disk", disk: { persistence: { id: "v" } } })).toMatch(/^Persistent volumes cannot/);
    expect(parse({ ...cpus, scalar: { value: -2 } })).toBe("Invalid scalar resource: value <= 0");
    expect(parseResources("[1]", () => ({ ok: false, error: "not an object" }))).toEqual({
      ok: false,
      error: "Some JSON resources were not formatted properly: not an object",
    });
  });
});

describe("resources in messages", () => {
  const disk = (info: Resource["disk"], more: Partial<Resource> = {}): string =>
    printResource({ name: "disk", type: "SCALAR", scalar: { value: 10 }, disk: info, ...more });

  test("words of a Mesos master", () => {
    const task: Resource[] = [
      { name: "cpus", type: "SCALAR", scalar: { value: 0.1 }, allocation_info: { role: "eng" }, revocable: {} },
      { name: "mem", type: "SCALAR", scalar: { value: 32 }, allocation_info: { role: "eng" } },
    ];
    expect(printResources(task)).toBe("cpus(allocated: eng){REV}:0.1; mem(allocated: eng):32");
    expect(disk({ source: { type: "MOUNT" } }, { allocation_info: { role: "eng" } })).toBe(
      "disk(allocated: eng)[MOUNT]:10",
    );
    expect(disk({ persistence: { id: "v" }, volume: { container_path: "p", mode: "RW" } })).toBe("disk[v:p]:10");
    expect(printResources([])).toBe("{}");
  });

  test("disks", () => {
    expect(disk({ source: { type: "MOUNT", mount: { root: "/m" } } })).toBe("disk[MOUNT:/m]:10");
    expect(disk({ source: { type: "PATH", path: { root: "/p" } }, persistence: { id: "v" } })).toBe(
      "disk[PATH:/p,v]:10",
    );
    expect(disk({ source: { type: "RAW", vendor: "x", profile: "fast" } })).toBe("disk[RAW(x,,fast)]:10");
    expect(disk({ source: { type: "BLOCK" } })).toBe("disk[BLOCK]:10");
    expect(
      disk({ persistence: { id: "v" }, volume: { host_path: "/h", container_path: "c", mode: "RO" } }, { shared: {} }),
    ).toBe("disk[v:/h:c:ro]<SHARED>:10");
  });

  test("reservers and their labels", () => {
    const labels = { labels: [{ key: "k", value: "v" }, { key: "flag" }] };
    const reservations = [{ type: "DYNAMIC", role: "eng", principal: "p", labels } as const];
    expect(printResource({ name: "cpus", type: "SCALAR", scalar: { value: 1 }, reservations })).toBe(
      "cpus(reservations: [(DYNAMIC,eng,p,{k: v, flag})]):1",
    );
  });
});

describe("attributes as the agent's flag", () => {
  test("text, numbers and ranges", () => {
    const parsed = parseAttributes("rack:abc;level:10;x:[1-5];url:http://a:1/b\nrack:def");
    expect(parsed.ok && parsed.value.map(printAttribute)).toEqual([
      "rack=abc",
      "level=10",
      "x=[1-5]",
      "url=http://a:1/b",
      "rack=def",
    ]);
  });

  test.each([
    ["rack", "Invalid attribute key:value pair 'rack'"],
    [":abc", "Invalid attribute key:value pair ':abc'"],
    ["rack:", "Invalid attribute key:value pair 'rack:'"],
    ["rack:{a,b}", "Bad type for attribute rack text {a,b} type SET"],
    ["rack:[1-", "Failed to parse attribute rack text [1- error Mismatched brackets"],
  ])("%j is refused", (text, error) => {
    expect(parseAttributes(text)).toEqual({ ok: false, error });
  });

  test("order is no difference, values are", () => {
    const attributes = (text: string): readonly Attribute[] => {
      const parsed = parseAttributes(text);
      return parsed.ok ? parsed.value : [];
    };
    expect(equalAttributes(attributes("a:1;b:x"), attributes("b:x;a:1.0"))).toBe(true);
    expect(equalAttributes(attributes("a:[1-2,3-4]"), attributes("a:[1-4]"))).toBe(true);
    expect(equalAttributes(attributes("a:1"), attributes("a:2"))).toBe(false);
    expect(equalAttributes(attributes("a:1;a:1"), attributes("a:1"))).toBe(false);
    expect(equalAttributes(attributes("a:one"), attributes("a:1"))).toBe(false);
  });
});
