import { expect, test } from "vitest";
import { decodeMessage, encodeMessage } from "../../../../src/wire/v0/messages.ts";
import type { Message } from "../../../../src/wire/v0/messages.ts";

test("a message comes back under its name", () => {
  const message: Message = { name: "mesos.internal.PingSlaveMessage", value: { connected: true } };
  expect(decodeMessage(message.name, encodeMessage(message))).toEqual({ ok: true, value: message });
});

test("a driver's call has force where the v1 call has none", () => {
  const subscribe = { framework_info: { user: "u", name: "n" }, force: true, suppressed_roles: ["r"] };
  const body = encodeMessage({ name: "mesos.scheduler.Call", value: { type: "SUBSCRIBE", subscribe } });
  expect(Buffer.from(body).toString("hex")).toBe("1001" + "1a0d" + "0a060a017512016e" + "1001" + "1a0172");
  expect(decodeMessage("mesos.scheduler.Call", body)).toMatchObject({ ok: true, value: { value: { subscribe } } });
});

test("a name nobody knows is nothing, a body that is wrong an error", () => {
  expect(decodeMessage("mesos.internal.NoSuchMessage", new Uint8Array())).toBeUndefined();
  expect(decodeMessage("constructor", new Uint8Array())).toBeUndefined();
  expect(decodeMessage("mesos.internal.PingSlaveMessage", new Uint8Array())).toEqual({
    ok: false,
    error: "Missing required fields: connected",
  });
});
