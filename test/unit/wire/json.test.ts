import { describe, expect, test } from "vitest";
import type { Codec } from "../../../src/wire/codec.ts";
import { RunTaskMessageCodec } from "../../../src/wire/gen/internal.ts";
import { Call_DrainAgentCodec, Call_ReadFileCodec } from "../../../src/wire/gen/master.ts";
import {
  AgentInfoCodec, CommandInfoCodec, DurationInfoCodec, EnvironmentCodec, ExecutorInfoCodec, FiltersCodec,
  FrameworkInfoCodec, LabelsCodec, MachineIDCodec, MasterInfoCodec, MetricCodec, OfferFilters_ResourceQuantitiesCodec,
  RLimitInfo_RLimitCodec, ResourceCodec, Resource_AllocationInfoCodec, SecretCodec, TaskInfoCodec, TaskStatusCodec,
  Value_RangesCodec, VolumeCodec,
} from "../../../src/wire/gen/mesos.ts";
import { AttributeConstraint_SelectorCodec, Call_SubscribeCodec } from "../../../src/wire/gen/scheduler.ts";
import { printResource } from "../../../src/model/print.ts";
import { parseJson, writeDouble, writeString } from "../../../src/wire/json.ts";

/** Reads JSON text; an error is its text. */
function read<T>(codec: Codec<T>, text: string): T | string {
  const json = parseJson(text);
  if (!json.ok) return json.error;
  const value = codec.fromJson(json.value);
  return value.ok ? value.value : value.error;
}

describe("written", () => {
  test("unset fields are left out, except those with a default, unless deprecated", () => {
    expect(FrameworkInfoCodec.toJson({ user: "root", name: "web" })).toBe(
      '{"user":"root","name":"web","failover_timeout":0.0,"checkpoint":false}',
    );
    expect(FiltersCodec.toJson({})).toBe('{"refuse_seconds":5.0}');
    expect(EnvironmentCodec.toJson({ variables: [{ name: "A" }] })).toBe('{"variables":[{"name":"A","type":"VALUE"}]}');
    expect(CommandInfoCodec.toJson({ uris: [{ value: "u" }] })).toBe(
      '{"uris":[{"value":"u","extract":true}],"shell":true}',
    );
  });

  test("a deprecated field that is set is shown", () => {
    expect(FrameworkInfoCodec.toJson({ user: "u", name: "n", role: "*" })).toContain('"role":"*"');
  });

  test("a required field with a default is shown like any other", () => {
    expect(MasterInfoCodec.toJson({ id: "m", ip: 16777343, port: 5050 })).toBe('{"id":"m","ip":16777343,"port":5050}');
  });

  test("fields come in the order of their declaration, not of their numbers", () => {
    const text = FrameworkInfoCodec.toJson({ hostname: "h", roles: ["r"], user: "u", name: "n" });
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      "user", "name", "failover_timeout", "checkpoint", "roles", "hostname",
    ]);
  });

  test("doubles always look like doubles, infinities are strings", () => {
    const shown = [4, 0, -0, 0.5, 1795147231.23411, 1e-7, 1.5e300, 1e21, 123456789012345680000, Infinity, -Infinity];
    expect(shown.map(writeDouble)).toEqual([
      "4.0", "0.0", "-0.0", "0.5", "1795147231.23411", "1e-7", "1.5e300", "1e21", "123456789012345680000.0",
      '"Infinity"', '"-Infinity"',
    ]);
  });

  test("integers are plain however large, nanoseconds exact", () => {
    expect(DurationInfoCodec.toJson({ nanoseconds: 1795147218549272064n })).toBe('{"nanoseconds":1795147218549272064}');
    expect(RLimitInfo_RLimitCodec.toJson({ hard: 18446744073709551615, soft: 1e21 })).toBe(
      '{"hard":18446744073709551615,"soft":18446744073709551615}',
    );
    expect(Value_RangesCodec.toJson({ range: [{ begin: 31000, end: 2 ** 60 }] })).toBe(
      '{"range":[{"begin":31000,"end":1152921504606846976}]}',
    );
  });

  test("bytes are base64, enums names, maps objects, empty lists nothing", () => {
    expect(SecretCodec.toJson({ type: "VALUE", value: { data: Uint8Array.of(0, 255, 128) } })).toBe(
      '{"type":"VALUE","value":{"data":"AP+A"}}',
    );
    const quantities = { cpus: { value: 1 }, 'a"b': { value: 2 } };
    expect(OfferFilters_ResourceQuantitiesCodec.toJson({ quantities })).toBe(
      '{"quantities":{"cpus":{"value":1.0},"a\\"b":{"value":2.0}}}',
    );
    expect(LabelsCodec.toJson({ labels: [] })).toBe("{}");
  });

  test("strings escape what must be, with upper-case digits, and no slash", () => {
    expect(writeString('a/b"c\\d\n\u001f\u007fé🦊')).toBe('"a/b\\"c\\\\d\\n\\u001F\u007fé🦊"');
    expect(writeString("\\u001f\u0002")).toBe('"\\\\u001f\\u0002"');
  });

  test("checkpoint, declared in v0 only, is shown where it is set and never its default", () => {
    expect(AgentInfoCodec.toJson({ hostname: "h" })).toBe('{"hostname":"h","port":5051}');
    expect(AgentInfoCodec.toJson({ hostname: "h", checkpoint: true })).toBe(
      '{"hostname":"h","port":5051,"checkpoint":true}',
    );
  });
});

describe("read", () => {
  test("unknown keys, null and camelCase are no fields", () => {
    const text = '{"hostname":"h","ip":null,"colour":{"a":[1]},"machineId":"x"}';
    expect(read(MachineIDCodec, text)).toEqual({ hostname: "h" });
  });

  test("numbers may be strings, integers lose their fraction and wrap to their width", () => {
    expect(read(FiltersCodec, '{"refuse_seconds":"2.5"}')).toEqual({ refuse_seconds: 2.5 });
    expect(read(FiltersCodec, '{"refuse_seconds":"-Infinity"}')).toEqual({ refuse_seconds: -Infinity });
    expect(read(DurationInfoCodec, '{"nanoseconds":"9007199254740993"}')).toEqual({ nanoseconds: 9007199254740993n });
    expect(read(DurationInfoCodec, '{"nanoseconds":15e8}')).toEqual({ nanoseconds: 1_500_000_000n });
    expect(read(DurationInfoCodec, '{"nanoseconds":1.9}')).toEqual({ nanoseconds: 1n });
    expect(read(DurationInfoCodec, '{"nanoseconds":1e300}')).toEqual({ nanoseconds: 2n ** 63n - 1n });
    expect(read(AgentInfoCodec, '{"hostname":"h","port":4294972347}')).toEqual({ hostname: "h", port: 5051 });
    expect(read(MasterInfoCodec, '{"id":"m","ip":-1,"port":5050}')).toMatchObject({ ip: 4294967295 });
    expect(read(Call_ReadFileCodec, '{"path":"p","offset":-1}')).toEqual({ path: "p", offset: 18446744073709551616 });
  });

  test("booleans may be strings", () => {
    const text = '{"agent_id":{"value":"a"},"mark_gone":"true"}';
    expect(read(Call_DrainAgentCodec, text)).toMatchObject({ mark_gone: true });
    expect(read(Call_DrainAgentCodec, '{"agent_id":{"value":"a"},"mark_gone":"1"}')).toBe(
      "Failed to parse '1' as a JSON boolean for field 'mark_gone': Unexpected JSON type parsed",
    );
  });

  test("a single value stands for a list of one; lists in lists are one list; nulls in them are nothing", () => {
    expect(read(LabelsCodec, '{"labels":{"key":"k"}}')).toEqual({ labels: [{ key: "k" }] });
    expect(read(LabelsCodec, '{"labels":[[{"key":"a"}],null,{"key":"b"}]}')).toEqual(
      { labels: [{ key: "a" }, { key: "b" }] },
    );
    expect(read(LabelsCodec, '{"labels":null}')).toEqual({});
  });

  test("an unknown enum name is nothing where optional, an error where required", () => {
    expect(read(ExecutorInfoCodec, '{"executor_id":{"value":"e"},"type":"FANCY"}')).toEqual(
      { executor_id: { value: "e" } },
    );
    expect(read(ExecutorInfoCodec, '{"executor_id":{"value":"e"},"type":"constructor"}')).toEqual(
      { executor_id: { value: "e" } },
    );
    expect(read(ResourceCodec, '{"name":"cpus","type":"SCALARS"}')).toBe("Failed to find enum for 'SCALARS'");
    expect(read(ResourceCodec, '{"name":"cpus","type":0}')).toBe("Not expecting a JSON number for field 'type'");
    expect(read(VolumeCodec, '{"container_path":"p","mode":"ro"}')).toBe("Failed to find enum for 'ro'");
  });

  test("bytes are base64 and nothing else", () => {
    expect(read(TaskStatusCodec, '{"task_id":{"value":"t"},"state":"TASK_RUNNING","data":"AP+A"}')).toMatchObject({
      data: Uint8Array.of(0, 255, 128),
    });
    expect(read(TaskStatusCodec, '{"data":"a$b"}')).toBe(
      "Failed to base64 decode bytes field 'data': Invalid character '$'",
    );
  });

  test("values of the wrong kind are told by kind and field", () => {
    const framework = (more: string) => read(FrameworkInfoCodec, `{"user":"u","name":"n",${more}}`);
    expect(framework('"roles":[3]')).toBe("Not expecting a JSON number for field 'roles'");
    expect(framework('"roles":true')).toBe("Not expecting a JSON boolean for field 'roles'");
    expect(framework('"id":"x"')).toBe("Not expecting a JSON string for field 'id'");
    expect(framework('"id":["x"]')).toBe("Not expecting a JSON array for field 'id'");
    expect(framework('"hostname":{}')).toBe("Not expecting a JSON object for field 'hostname'");
    expect(framework('"checkpoint":1')).toBe("Not expecting a JSON number for field 'checkpoint'");
    expect(framework('"offer_filters":"r"')).toBe("Not expecting a JSON string for field 'offer_filters'");
    expect(framework('"failover_timeout":"soon"')).toBe(
      "Failed to parse 'soon' as a JSON number for field 'failover_timeout': syntax error at line 1 near: soon",
    );
    expect(MetricCodec.fromJson([])).toEqual({ ok: false, error: "Expecting a JSON object" });
  });

  test("maps are objects; a list of objects is one map; what lacks a value is told by its place", () => {
    expect(read(OfferFilters_ResourceQuantitiesCodec, '{"quantities":[{"b":{"value":2}},{"a":{"value":1}}]}')).toEqual({
      quantities: { a: { value: 1 }, b: { value: 2 } },
    });
    const task = '"name":"n","task_id":{"value":"t"},"agent_id":{"value":"a"}';
    expect(read(TaskInfoCodec, `{${task},"limits":{"cpus":{"value":1},"mem":{}}}`)).toBe(
      "Missing required fields: limits[1].value.value",
    );
    const proto = read(TaskInfoCodec, `{${task},"limits":{"__proto__":{"value":1}}}`);
    expect(typeof proto !== "string" && Object.keys(proto.limits ?? {})).toEqual(["__proto__"]);
  });

  test("of a oneof the last member by name wins, as in Mesos, which reads keys in that order", () => {
    const both = '{"pseudoattribute_type":"ZONE","attribute_name":"rack"}';
    expect(read(AttributeConstraint_SelectorCodec, both)).toEqual({ pseudoattribute_type: "ZONE" });
  });

  test("of several errors the first by field name is told", () => {
    expect(read(Resource_AllocationInfoCodec, '{"role":1}')).toBe("Not expecting a JSON number for field 'role'");
    expect(read(FrameworkInfoCodec, '{"user":1,"name":2,"id":3}')).toBe("Not expecting a JSON number for field 'id'");
  });

  test("digits beyond 2^53 are kept for the text that refuses them (recorded: sched_task_resources)", () => {
    const ports = (begin: string): string => {
      const json = `{"name":"ports","type":"RANGES","ranges":{"range":[{"begin":${begin},"end":10}]}}`;
      const resource = read(ResourceCodec, json);
      return typeof resource === "string" ? resource : printResource(resource);
    };
    expect(ports("-5")).toBe("ports:[18446744073709551611-10]");
    expect(ports('"-5"')).toBe("ports:[18446744073709551611-10]");
    expect(ports("9007199254740993")).toBe("ports:[9007199254740993-10]");
    expect(ports("3")).toBe("ports:[3-10]");
  });

  test("missing fields are told with their paths", () => {
    expect(read(Call_SubscribeCodec, '{"framework_info":{"roles":["r"]}}')).toBe(
      "Missing required fields: framework_info.user, framework_info.name",
    );
    expect(read(RunTaskMessageCodec, '{"task":{"name":"n"},"framework":{"name":"f","user":"u"}}')).toBe(
      "Missing required fields: task.task_id, task.agent_id",
    );
  });
});
