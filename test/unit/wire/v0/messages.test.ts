import { expect, test } from "vitest";
import { decodeMessage, encodeMessage, encodeMessageRequest } from "../../../../src/wire/v0/messages.ts";
import type { Message } from "../../../../src/wire/v0/messages.ts";

test("a message comes back under its name", () => {
  const message: Message = { name: "mesos.internal.PingSlaveMessage", value: { connected: true } };
  expect(decodeMessage(message.name, encodeMessage(message))).toEqual({ ok: true, value: message });
});

test("a message is in one piece what head, body and end are together, for one receiver as for many", () => {
  const master = { id: "master", host: "10.0.0.1", port: 5050 };
  const receivers = ["slave(1)", "slave(2)", "", "s\u00e9\u20ac"].map((id) => ({ id, host: "10.0.0.2", port: 5051 }));
  const messages: readonly Message[] = [
    { name: "mesos.internal.PingSlaveMessage", value: { connected: true } },
    { name: "mesos.internal.PongSlaveMessage", value: {} },
  ];
  for (const message of messages) {
    const body = encodeMessage({ ...message, value: { ...message.value } } as Message);
    for (const to of receivers) {
      const bytes = encodeMessageRequest(master, to, message);
      const head = `POST ${to.id === "" ? "" : `/${to.id}`}/${message.name} HTTP/1.1\r\n` +
        "User-Agent: libprocess/master@10.0.0.1:5050\r\nLibprocess-From: master@10.0.0.1:5050\r\n" +
        "Connection: Keep-Alive\r\nHost: 10.0.0.2:5051\r\n";
      const around = body.length === 0 ? ["\r\n", ""] : ["Transfer-Encoding: chunked\r\n\r\n2\r\n", "\r\n0\r\n\r\n"];
      expect(Buffer.from(bytes)).toEqual(Buffer.concat([Buffer.from(head + around[0]), body, Buffer.from(around[1]!)]));
    }
  }
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
