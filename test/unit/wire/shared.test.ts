/** Messages that come again with the same bytes are the same value; nobody may notice otherwise. */
import { describe, expect, it } from "vitest";
import type { Task } from "../../../src/model/gen/mesos.ts";
import { OfferCodec, ResourceCodec, TaskCodec } from "../../../src/wire/gen/mesos.ts";

const cpus = (value: number): NonNullable<Task["resources"]>[number] => ({ name: "cpus", type: "SCALAR", scalar: { value } });

function task(id: string, value: number): Task {
  return {
    name: id, task_id: { value: id }, framework_id: { value: "F" }, agent_id: { value: "S" }, state: "TASK_RUNNING",
    resources: [cpus(value)],
  };
}

function decoded(bytes: Uint8Array): Task {
  const result = TaskCodec.decode(bytes);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe("what comes again with the same bytes", () => {
  it("is the same value, from whatever message it comes", () => {
    const [one, two] = [decoded(TaskCodec.encode(task("a", 1))), decoded(TaskCodec.encode(task("b", 1)))];
    expect(two.resources![0]).toBe(one.resources![0]);
    expect(two.agent_id).toBe(one.agent_id);
    expect([one, two]).toEqual([task("a", 1), task("b", 1)]);
  });

  it("is the same value even if others come between whose ids differ at the end only, as those of a cluster do", () => {
    const ids = Array.from({ length: 100 }, (_, n) => `framework-${String(n).padStart(4, "0")}`);
    const frameworks = (): unknown[] => ids.map((value) => {
      return decoded(TaskCodec.encode({ ...task("a", 1), framework_id: { value } })).framework_id;
    });
    const [first, again] = [frameworks(), frameworks()];
    expect(again).toEqual(ids.map((value) => ({ value })));
    // A few may share a place and push each other out.
    expect(again.filter((id, n) => id === first[n]).length).toBeGreaterThan(80);
  });

  it("is another value when one byte differs", () => {
    const [one, two] = [1, 2].map((value) => decoded(TaskCodec.encode(task("a", value))));
    expect(two!.resources).toEqual([cpus(2)]);
    expect(one!.resources).toEqual([cpus(1)]);
  });

  it("stays as it is when a later message sends the field in two parts", () => {
    const whole = decoded(TaskCodec.encode(task("a", 1)));
    // agent_id is field 5: its bytes, and then field 5 again with another value, which wins.
    const parts = Uint8Array.from([...TaskCodec.encode(task("a", 1)), 42, 3, 10, 1, "X".charCodeAt(0)]);
    expect(decoded(parts).agent_id).toEqual({ value: "X" });
    expect(whole.agent_id).toEqual({ value: "S" });
    expect(decoded(TaskCodec.encode(task("a", 1))).agent_id).toEqual({ value: "S" });
  });

  it("is missed every time when a required field is missing", () => {
    const offer = { id: { value: "O" }, framework_id: { value: "F" }, agent_id: { value: "S" }, hostname: "h" };
    const nameless = Uint8Array.from([16, 0, 26, 9, 9, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
    const bytes = Uint8Array.from([...OfferCodec.encode(offer), 42, nameless.length, ...nameless]);
    for (let time = 0; time < 3; time++) {
      const result = OfferCodec.decode(bytes);
      expect(result.ok ? result.value : result.error).toBe("Missing required fields: resources[0].name");
    }
    expect(ResourceCodec.decode(nameless).ok).toBe(false);
  });
});

describe("what is the very same value again", () => {
  it("is written with the same bytes, however often and wherever it stands", () => {
    const shared = cpus(3);
    const first = ResourceCodec.encode(shared);
    const alone = [1, 2, 3, 4].map(() => TaskCodec.encode({ ...task("a", 0), resources: [shared] }));
    expect(new Set(alone.map((bytes) => Buffer.from(bytes).toString("hex"))).size).toBe(1);
    expect(decoded(alone[3]!)).toEqual({ ...task("a", 0), resources: [shared] });
    const twice = TaskCodec.encode({ ...task("a", 0), resources: [shared, cpus(4), shared] });
    expect(decoded(twice).resources).toEqual([shared, cpus(4), shared]);
    expect(ResourceCodec.encode(shared)).toEqual(first);
  });

  it("is written anew when it is an equal value, so that nobody gets what another one is", () => {
    for (let n = 1; n < 50; n++) expect(decoded(TaskCodec.encode(task("a", n))).resources).toEqual([cpus(n)]);
  });

  it("may be long", () => {
    const range = Array.from({ length: 300 }, (_, i) => ({ begin: 2 * i, end: 2 * i }));
    const ports = { name: "ports", type: "RANGES", ranges: { range } } as const;
    for (let time = 0; time < 3; time++) {
      expect(decoded(TaskCodec.encode({ ...task("a", 1), resources: [ports, cpus(1)] })).resources).toEqual([ports, cpus(1)]);
    }
  });
});

describe("a resource that comes again as the very same object", () => {
  it("has the same text every time, and an equal one with another value its own", () => {
    const shared = cpus(3);
    const shown = (resources: Task["resources"]): unknown => {
      return (JSON.parse(TaskCodec.toJson({ ...task("a", 0), resources })) as { resources: unknown }).resources;
    };
    const [three, four] = [3, 4].map((value) => ({ name: "cpus", type: "SCALAR", scalar: { value } }));
    for (let time = 0; time < 4; time++) {
      expect(shown([shared])).toEqual([three]);
      expect(shown([cpus(4), shared, cpus(3)])).toEqual([four, three, three]);
    }
  });
});

describe("what one message says several times", () => {
  const uuid = (last: number): Uint8Array => Uint8Array.from([...new Array<number>(15).fill(7), last]);
  const withStatus = (of: string, last: number): Task => ({
    ...task("a", 1),
    statuses: [{ task_id: { value: of }, state: "TASK_RUNNING", uuid: uuid(7) }],
    status_update_uuid: uuid(last),
  });

  it("is there once: the id of a task in its status, the UUID of an update in its status", () => {
    const { task_id, statuses, status_update_uuid } = decoded(TaskCodec.encode(withStatus("a", 7)));
    expect(statuses![0]!.task_id).toBe(task_id);
    expect(status_update_uuid).toBe(statuses![0]!.uuid);
    expect(decoded(TaskCodec.encode(withStatus("a", 7)))).toEqual(withStatus("a", 7));
  });

  it("is another value when a byte differs or one is missing", () => {
    for (const [id, last] of [["b", 8], ["ab", 8], ["", 8]] as const) {
      expect(decoded(TaskCodec.encode(withStatus(id, last)))).toEqual(withStatus(id, last));
    }
  });

  it("stays as it is when the field comes once more, which is merged", () => {
    const { statuses, task_id } = decoded(Uint8Array.from([...TaskCodec.encode(withStatus("a", 7)), 18, 3, 10, 1, "X".charCodeAt(0)]));
    expect(task_id).toEqual({ value: "X" });
    expect(statuses![0]!.task_id).toEqual({ value: "a" });
  });
});

describe("a decoded message", () => {
  it("is a plain object with what was said, and nothing else", () => {
    const said = decoded(TaskCodec.encode(task("a", 1)));
    expect(Object.getPrototypeOf(said)).toBe(Object.prototype);
    expect(Object.keys(said)).toEqual(["name", "task_id", "framework_id", "agent_id", "state", "resources"]);
    expect(said).toStrictEqual(task("a", 1));
  });
});

describe("several UUIDs in one message", () => {
  it("are each what they were, whatever is read after them, and lie by themselves", () => {
    const of = (seed: number): Uint8Array => Uint8Array.from({ length: 16 }, (_, i) => (seed * 31 + i * 7) & 255);
    const withMany = (from: number): Task => ({
      ...task("a", 1),
      statuses: Array.from({ length: 9 }, (_, n) => ({ task_id: { value: "a" }, state: "TASK_RUNNING", uuid: of(from + n) })),
    });
    const all = Array.from({ length: 100 }, (_, n) => decoded(TaskCodec.encode(withMany(9 * n))));
    all.forEach((one, n) => expect(one).toEqual(withMany(9 * n)));
    for (const { uuid } of all[50]!.statuses!) expect(uuid!.length).toBe(16);
  });
});

describe("texts", () => {
  it("are what was sent, although the same few are kept", () => {
    const names = ["web", "wep", "", "é", "\u00e9\u00e9", "Ã©", "日本", "x".repeat(48), "x".repeat(49)];
    for (let time = 0; time < 3; time++) {
      for (const name of names) expect(decoded(TaskCodec.encode({ ...task("a", 1), name })).name).toBe(name);
    }
    // The one byte that "é" is in Latin-1 is no text in UTF-8.
    const bytes = TaskCodec.encode({ ...task("a", 1), name: "a" });
    bytes[2] = 0xe9;
    expect(decoded(bytes).name).toBe("\ufffd");
  });

  it("are read right whatever is in them, and however long they are", () => {
    for (const text of ["", "a", "\u007f", "\u0080", "grüße", "日本語", "😀", "x".repeat(511), "x".repeat(512), "x".repeat(513), `${"x".repeat(600)}ß`]) {
      expect(decoded(TaskCodec.encode({ ...task("a", 1), name: text })).name).toBe(text);
    }
  });

  it("that are not UTF-8 have replacement characters where it breaks", () => {
    const bytes = TaskCodec.encode({ ...task("a", 1), name: "abc" });
    bytes[3] = 0xff;
    expect(bytes.subarray(0, 5)).toEqual(Uint8Array.from([10, 3, 97, 0xff, 99]));
    expect(decoded(bytes).name).toBe("a\ufffdc");
  });

  it("that are longer than their message are an error", () => {
    const result = TaskCodec.decode(Uint8Array.from([10, 9, 97]));
    expect(result.ok ? "" : result.error).toMatch(/^mesos\.v1\.Task of 3 bytes is broken: index out of range/);
  });
});
