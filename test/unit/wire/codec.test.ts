import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import protobuf from "protobufjs";
import { describe, expect, test } from "vitest";
import { MAX_MESSAGE_NESTING } from "../../../src/model/limits.ts";
import type { ContainerID } from "../../../src/model/gen/mesos.ts";
import {
  AgentIDCodec, ContainerIDCodec, ContainerInfoCodec, DurationInfoCodec, FrameworkInfoCodec,
  HealthCheck_HTTPCheckInfoCodec, LinuxInfoCodec, OfferCodec, RLimitInfo_RLimitCodec, TaskInfoCodec, TaskStatusCodec,
  Value_RangeCodec,
} from "../../../src/wire/gen/mesos.ts";
import { AttributeConstraint_SelectorCodec } from "../../../src/wire/gen/scheduler.ts";
import { RegisterSlaveMessageCodec } from "../../../src/wire/gen/internal.ts";
import { parseJson } from "../../../src/wire/json.ts";
import { CODECS, valuesOf } from "../../support/wire-values.ts";

/** Bytes from hex, spaces allowed. */
function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll(" ", ""), "hex"));
}

describe("bytes", () => {
  test("an agent's id is one length-delimited field, as everywhere in protobuf", () => {
    expect(AgentIDCodec.encode({ value: "S0" })).toEqual(hex("0a 02 53 30"));
    expect(AgentIDCodec.decode(hex("0a 02 53 30"))).toEqual({ ok: true, value: { value: "S0" } });
  });

  test("fields are written in the order of their numbers, however the value was built", () => {
    const bytes = FrameworkInfoCodec.encode({ roles: ["r"], name: "n", checkpoint: true, user: "u" });
    expect(bytes).toEqual(hex("0a 01 75  12 01 6e  28 01  62 01 72"));
  });

  test("an unset field is absent, not undefined", () => {
    const decoded = AgentIDCodec.decode(hex("0a 00"));
    expect(decoded.ok && Object.keys(decoded.value)).toEqual(["value"]);
  });

  test("a value set to its default is written: presence is information in proto2", () => {
    expect(LinuxInfoCodec.encode({ share_cgroups: true })).toEqual(hex("40 01"));
    expect(LinuxInfoCodec.encode({})).toEqual(hex(""));
  });

  test("fields that nobody knows are skipped: varint, fixed, bytes, groups in groups", () => {
    const unknown = "f8 06 96 01  f9 06 0102030405060708  fd 06 01020304  fa 06 02 ffff  fb 06 08 01 0b 10 01 0c fc 06";
    expect(AgentIDCodec.decode(hex(`${unknown} 0a 02 53 30`))).toEqual({ ok: true, value: { value: "S0" } });
  });

  test("an enum value that nobody knows leaves an optional field unset and a required one missing", () => {
    const status = TaskStatusCodec.encode({ task_id: { value: "t" }, state: "TASK_RUNNING", source: "SOURCE_AGENT" });
    const at = (from: string, to: string) => hex(Buffer.from(status).toString("hex").replace(from, to));
    const unknownSource = TaskStatusCodec.decode(at("4801", "4863"));
    expect(unknownSource).toEqual({ ok: true, value: { task_id: { value: "t" }, state: "TASK_RUNNING" } });
    expect(TaskStatusCodec.decode(at("1001", "1063"))).toEqual({ ok: false, error: "Missing required fields: state" });
  });

  test("numbers of a list may come packed, though nobody writes them so", () => {
    const check = { port: 80, statuses: [200, 404] };
    expect(HealthCheck_HTTPCheckInfoCodec.encode(check)).toEqual(hex("08 50  20 c801  20 9403"));
    expect(HealthCheck_HTTPCheckInfoCodec.decode(hex("08 50  22 04 c801 9403"))).toEqual({ ok: true, value: check });
  });

  test("a submessage that comes twice is merged, a scalar that comes twice is the last", () => {
    const twice = hex("0a 01 61  0a 01 62  12 03 0a 01 70  12 06 12 04 0a 02 7070");
    expect(ContainerIDCodec.decode(twice)).toEqual(
      { ok: true, value: { value: "b", parent: { value: "p", parent: { value: "pp" } } } },
    );
  });

  test("a required field may come with the second half of its message", () => {
    const halves = hex("0a 01 61  12 00  12 03 0a 01 70");
    expect(ContainerIDCodec.decode(halves)).toEqual({ ok: true, value: { value: "a", parent: { value: "p" } } });
  });

  test("of a oneof the last member on the wire stays", () => {
    expect(AttributeConstraint_SelectorCodec.decode(hex("08 01 12 01 61"))).toEqual(
      { ok: true, value: { attribute_name: "a" } },
    );
    expect(AttributeConstraint_SelectorCodec.decode(hex("12 01 61 08 01"))).toEqual(
      { ok: true, value: { pseudoattribute_type: "HOSTNAME" } },
    );
    // An unknown member of the enum is an unknown field: it takes nothing away.
    expect(AttributeConstraint_SelectorCodec.decode(hex("12 01 61 08 63"))).toEqual(
      { ok: true, value: { attribute_name: "a" } },
    );
  });

  test("64-bit integers: exact nanoseconds, numbers up to 2^53, and the largest ones survive as numbers", () => {
    const ranges = [{ begin: 31000, end: 32000 }, { begin: 0, end: Number.MAX_SAFE_INTEGER }];
    for (const range of ranges) expect(Value_RangeCodec.decode(Value_RangeCodec.encode(range))).toEqual(
      { ok: true, value: range },
    );
    const unlimited = hex("10 ffffffffffffffffff01");
    const limit = RLimitInfo_RLimitCodec.decode(unlimited);
    expect(limit.ok && RLimitInfo_RLimitCodec.encode(limit.value)).toEqual(unlimited);
    for (const nanoseconds of [0n, -1n, 1795147218549272064n, 2n ** 63n - 1n, -(2n ** 63n)]) {
      expect(DurationInfoCodec.decode(DurationInfoCodec.encode({ nanoseconds }))).toEqual(
        { ok: true, value: { nanoseconds } },
      );
    }
  });

  test("a map keeps a key named __proto__ as a key", () => {
    const entry = "7a 14 0a 09 5f5f70726f746f5f5f 12 09 09 0000000000000840".replaceAll(" ", "");
    const task = TaskInfoCodec.encode({ name: "n", task_id: { value: "t" }, agent_id: { value: "a" } });
    const bytes = hex(Buffer.from(task).toString("hex") + entry.replace("7a14", "7a16"));
    const decoded = TaskInfoCodec.decode(bytes);
    expect(decoded.ok && Object.keys(decoded.value.limits ?? {})).toEqual(["__proto__"]);
    expect(decoded.ok && TaskInfoCodec.encode(decoded.value)).toEqual(bytes);
  });

  test("bytes are copies: what arrives later in the same buffer does not change them", () => {
    const network = hex("0a 01 61 10 01 1a 02 0102");
    const status = TaskStatusCodec.decode(Uint8Array.from([10, 3, ...network.subarray(0, 3), ...network.subarray(3)]));
    network.fill(0);
    expect(status.ok && status.value.data).toEqual(hex("0102"));
  });
});

describe("errors", () => {
  test("missing required fields are told with their paths, own ones first, lists with their index", () => {
    expect(OfferCodec.decode(hex("0a 03 0a 01 6f  12 00  1a 03 0a 01 61  22 01 68"))).toEqual({
      ok: false,
      error: "Missing required fields: framework_id.value",
    });
    expect(OfferCodec.decode(hex("0a 00 2a 00"))).toEqual({
      ok: false,
      error:
        "Missing required fields: framework_id, agent_id, hostname, id.value, resources[0].name, resources[0].type",
    });
    expect(RegisterSlaveMessageCodec.decode(hex(""))).toEqual({ ok: false, error: "Missing required fields: agent" });
  });

  test("a message that is cut short, or a field that leaves its message, is an error that names the message", () => {
    for (const broken of ["0a", "0a 05 53", "08", "0a ff ff ff ff ff ff", "12 01 0a 00", "07", "0c", "00 00"]) {
      const decoded = ContainerIDCodec.decode(hex(broken));
      expect(decoded, broken).toMatchObject({ ok: false, error: expect.stringContaining("mesos.v1.ContainerID") });
    }
  });

  test("nesting is bounded", () => {
    const nest = (depth: number): ContainerID => {
      let id: ContainerID = { value: "c" };
      for (let level = 1; level < depth; level++) id = { value: "c", parent: id };
      return id;
    };
    expect(ContainerIDCodec.decode(ContainerIDCodec.encode(nest(MAX_MESSAGE_NESTING))).ok).toBe(true);
    expect(ContainerIDCodec.decode(ContainerIDCodec.encode(nest(MAX_MESSAGE_NESTING + 1))).ok).toBe(false);
  });
});

describe("properties", () => {
  const root = new protobuf.Root();
  for (const file of readdirSync("src/wire/proto")) {
    protobuf.parse(readFileSync(`src/wire/proto/${file}`, "utf8"), root, { keepCase: true });
  }
  root.resolveAll();

  /** Our values in the form protobufjs' reflection takes: longs as strings of decimal digits. */
  function forReflection(value: unknown): unknown {
    if (typeof value === "bigint") return String(value);
    if (Array.isArray(value)) return value.map(forReflection);
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, forReflection(item)]));
  }

  test("another implementation reads what we write, and we read what it writes (protobufjs by reflection)", () => {
    for (const codec of CODECS) {
      const type = root.lookupType(codec.name);
      fc.assert(
        fc.property(valuesOf(codec.shape), (value) => {
          const message = type.fromObject(forReflection(value) as Record<string, unknown>);
          const theirs = new Uint8Array(type.encode(message).finish());
          expect(codec.decode(theirs)).toEqual({ ok: true, value });
          const ours = type.decode(codec.encode(value));
          expect(type.toObject(ours, { longs: String })).toEqual(type.toObject(message, { longs: String }));
        }),
        { numRuns: 5 },
      );
    }
  });

  test("JSON and back is the same value, with the defaults that JSON shows", () => {
    for (const codec of CODECS) {
      fc.assert(
        fc.property(valuesOf(codec.shape), (value) => {
          const shown = parseJson(codec.toJson(value));
          const again = codec.fromJson(shown.ok && shown.value);
          expect(again).toMatchObject({ ok: true, value });
          expect(again.ok && parseJson(codec.toJson(again.value))).toEqual(shown);
        }),
        { numRuns: 3 },
      );
    }
  });

  test("no bytes make a decoder throw", () => {
    for (const codec of CODECS) {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
          expect(typeof codec.decode(bytes).ok).toBe("boolean");
        }),
        { numRuns: 20 },
      );
    }
  });

  test("no damage to a good message makes its decoder throw", () => {
    const good = ContainerInfoCodec.encode({ type: "MESOS", linux_info: { share_cgroups: false }, hostname: "h" });
    const damage = fc.record({
      at: fc.nat({ max: good.length - 1 }),
      byte: fc.nat({ max: 255 }),
      length: fc.nat({ max: good.length }),
    });
    fc.assert(
      fc.property(damage, ({ at, byte, length }) => {
        const damaged = good.slice(0, length);
        damaged[at] = byte;
        expect(typeof ContainerInfoCodec.decode(damaged).ok).toBe("boolean");
      }),
    );
  });
});
