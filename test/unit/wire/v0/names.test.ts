import { expect, test } from "vitest";
import { ExecutorRegisteredMessageCodec, RegisterSlaveMessageCodec } from "../../../../src/wire/gen/internal.ts";
import { ResponseCodec } from "../../../../src/wire/gen/master.ts";
import { TaskStatusCodec } from "../../../../src/wire/gen/mesos.ts";
import { RegistryCodec } from "../../../../src/wire/gen/registry.ts";
import { toV0Json, v0EnumName } from "../../../../src/wire/v0/names.ts";

test("agents are slaves in v0: ids, sources, reasons", () => {
  const status = {
    task_id: { value: "t" }, state: "TASK_LOST", source: "SOURCE_AGENT", reason: "REASON_AGENT_REMOVED",
    agent_id: { value: "S0" },
  } as const;
  expect(JSON.parse(toV0Json(TaskStatusCodec, status))).toEqual({
    task_id: { value: "t" }, state: "TASK_LOST", source: "SOURCE_SLAVE", reason: "REASON_SLAVE_REMOVED",
    slave_id: { value: "S0" },
  });
  expect(v0EnumName("REASON_AGENT_REMOVED_BY_OPERATOR")).toBe("REASON_SLAVE_REMOVED_BY_OPERATOR");
  expect(v0EnumName("REASON_MASTER_DISCONNECTED")).toBe("REASON_MASTER_DISCONNECTED");
});

test("the internal messages say slave, but agent_capabilities; a SlaveInfo shows the default of checkpoint", () => {
  const message = { agent: { hostname: "h" }, agent_capabilities: [{ type: "MULTI_ROLE" as const }] };
  expect(toV0Json(RegisterSlaveMessageCodec, message)).toBe(
    '{"slave":{"hostname":"h","port":5051,"checkpoint":false},"agent_capabilities":[{"type":"MULTI_ROLE"}]}',
  );
  const registered = toV0Json(ExecutorRegisteredMessageCodec, {
    executor_info: { executor_id: { value: "e" } }, framework_id: { value: "f" }, framework_info: {
      user: "u", name: "n",
    },
    agent_id: { value: "S0" }, agent_info: { hostname: "h" },
  });
  expect(Object.keys(JSON.parse(registered) as object)).toEqual(
    ["executor_info", "framework_id", "framework_info", "slave_id", "slave_info"],
  );
});

test("the registry lists slaves", () => {
  const registry = { agents: { agents: [{ info: { hostname: "h" } }] } };
  expect(JSON.parse(toV0Json(RegistryCodec, registry))).toEqual({
    slaves: { slaves: [{ info: { hostname: "h", port: 5051, checkpoint: false }, deactivated: false }] },
  });
});

test("the operator API of the master says agent in v0, too", () => {
  const response = {
    type: "GET_AGENTS" as const,
    get_agents: { agents: [{ agent_info: { hostname: "h" }, active: true, version: "1" }] },
  };
  expect(toV0Json(ResponseCodec, response)).toContain('"get_agents":{"agents":[{"agent_info":');
});
