import { describe, expect, test } from "vitest";
import type { SchedulerEvent } from "../../../../src/wire/v1/scheduler.ts";
import { encodeExecutorEvent, readExecutorCall } from "../../../../src/wire/v1/executor.ts";
import { acceptedMedia, accepts, mediaTypeName, requestMedia, responseMedia } from "../../../../src/wire/v1/media.ts";
import { encodeOperatorEvent, encodeOperatorResponse, readOperatorCall } from "../../../../src/wire/v1/operator.ts";
import { encodeSchedulerEvent, readSchedulerCall } from "../../../../src/wire/v1/scheduler.ts";

const text = (value: string) => new TextEncoder().encode(value);
const UNSUPPORTED = { status: 415, message: "Expecting 'Content-Type' of application/json or application/x-protobuf" };

describe("content types", () => {
  test("are compared to the letter", () => {
    expect(requestMedia("application/json")).toEqual({ ok: true, value: "json" });
    expect(requestMedia("application/x-protobuf")).toEqual({ ok: true, value: "protobuf" });
    for (const other of ["", "application/json; charset=utf-8", "APPLICATION/JSON", "application/recordio"]) {
      expect(requestMedia(other)).toMatchObject({ ok: false, error: UNSUPPORTED });
    }
    expect(requestMedia(undefined)).toMatchObject({
      ok: false,
      error: { status: 400, message: "Expecting 'Content-Type' to be present" },
    });
  });
});

describe("Accept", () => {
  test("JSON wins whenever it is acceptable", () => {
    for (const accept of [
      undefined, "*/*", "application/*", "application/json", "application/x-protobuf,application/json",
      "text/html, */*;q=0.1",
      "Application/JSON", " application / json ", "application/json;q=0.5",
    ]) {
      expect(acceptedMedia(accept), String(accept)).toBe("json");
    }
  });

  test("protobuf when JSON is not", () => {
    for (const accept of ["application/x-protobuf", "application/json;q=0,*/*", "text/html, application/x-protobuf"]) {
      expect(acceptedMedia(accept), accept).toBe("protobuf");
    }
  });

  test("406 when neither is", () => {
    for (const accept of ["", "text/html", "application/recordio", "*/*;q=0", "application/json;q=none"]) {
      expect(responseMedia(accept), accept).toMatchObject({
        ok: false,
        error: { status: 406, message: "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'" },
      });
    }
  });

  test("a weight that is given twice, or is none, counts as none", () => {
    for (const accept of ["application/json;q=0;q=0", "application/json;q=", "application/json;q", "application/json;q=0=1", "application/json;Q=0"]) {
      expect(accepts(accept, "application/json"), accept).toBe(true);
    }
    expect(accepts("application/json;q==0", "application/json")).toBe(false);
  });
});

describe("calls and events", () => {
  test("a call is read by its content type, garbage is refused in Mesos' words", () => {
    const teardown = { type: "TEARDOWN", framework_id: { value: "f" } };
    expect(readSchedulerCall("application/json", text(JSON.stringify(teardown)))).toEqual(
      { ok: true, value: teardown },
    );
    expect(readSchedulerCall("application/x-protobuf", Uint8Array.of(10, 3, 10, 1, 102, 16, 2))).toEqual(
      { ok: true, value: teardown },
    );
    expect(readOperatorCall("application/x-protobuf", Uint8Array.of(255, 255, 255, 255))).toEqual({
      ok: false,
      error: { status: 400, message: "Failed to parse body into Call protobuf" },
    });
    expect(readExecutorCall("text/plain", text("{}"))).toMatchObject({ ok: false, error: UNSUPPORTED });
  });

  test("an event is one text or one message", () => {
    const heartbeat: SchedulerEvent = { type: "HEARTBEAT" };
    expect(encodeSchedulerEvent(heartbeat, "json")).toEqual(text('{"type":"HEARTBEAT"}'));
    expect(encodeSchedulerEvent(heartbeat, "protobuf")).toEqual(Uint8Array.of(8, 8));
    expect(encodeExecutorEvent({ type: "SHUTDOWN" }, "protobuf")).toEqual(Uint8Array.of(8, 7));
    const subscribed = {
      executor_info: { executor_id: { value: "e" } }, framework_info: { user: "u", name: "f" },
      agent_info: { hostname: "h", checkpoint: true },
    };
    const told = new TextDecoder().decode(encodeExecutorEvent({ type: "SUBSCRIBED", subscribed }, "json"));
    expect(told, "v1 has no name for it").toContain('"agent_info":{"hostname":"h","port":5051}');
    expect(encodeOperatorEvent({ type: "HEARTBEAT" }, "protobuf")).toEqual(Uint8Array.of(8, 9));
    expect(encodeOperatorResponse({ type: "GET_HEALTH", get_health: { healthy: true } }, "json")).toEqual(
      text('{"type":"GET_HEALTH","get_health":{"healthy":true}}'),
    );
    expect([mediaTypeName("json"), mediaTypeName("protobuf")]).toEqual(["application/json", "application/x-protobuf"]);
  });
});
