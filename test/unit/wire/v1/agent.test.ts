import { describe, expect, test } from "vitest";
import { agentForms, decodeAgentCall, encodeAgentResponse, encodeProcessIo } from "../../../../src/wire/v1/agent.ts";

const JSON_TYPE = "application/json";
const PROTOBUF = "application/x-protobuf";
const RECORDIO = "application/recordio";
const EITHER = "application/json or application/x-protobuf";

describe("forms", () => {
  test("a plain call, answered plainly", () => {
    expect(agentForms({ "content-type": PROTOBUF, accept: "application/json;q=0,*/*" })).toEqual({
      ok: true,
      value: { request: { streaming: false, media: "protobuf" }, response: { streaming: false, media: "protobuf" } },
    });
  });

  test("streams name the form of their records", () => {
    const headers = {
      "content-type": RECORDIO, "message-content-type": PROTOBUF, accept: RECORDIO, "message-accept": PROTOBUF,
    };
    expect(agentForms(headers)).toEqual({
      ok: true,
      value: { request: { streaming: true, media: "protobuf" }, response: { streaming: true, media: "protobuf" } },
    });
    expect(agentForms({ "content-type": JSON_TYPE, accept: RECORDIO })).toMatchObject({
      ok: true,
      value: { response: { streaming: true, media: "json" } },
    });
  });

  test.each([
    [{}, 400, "Expecting 'Content-Type' to be present"],
    [{ "content-type": "text/plain" }, 415, `Expecting 'Content-Type' of ${EITHER} or ${RECORDIO}`],
    [{ "content-type": RECORDIO }, 400, "Expecting 'Message-Content-Type' to be set for streaming requests"],
    [
      { "content-type": RECORDIO, "message-content-type": RECORDIO },
      415,
      `Expecting 'Message-Content-Type' of ${EITHER}`,
    ],
    [
      { "content-type": JSON_TYPE, "message-content-type": JSON_TYPE },
      415,
      "Expecting 'Message-Content-Type' to be not set for non-streaming requests",
    ],
    [{ "content-type": JSON_TYPE, accept: "text/html" }, 406, `Expecting 'Accept' to allow ${EITHER} or ${RECORDIO}`],
    [
      { "content-type": JSON_TYPE, accept: RECORDIO, "message-accept": "text/html" },
      406,
      `Expecting 'Message-Accept' to allow ${EITHER}`,
    ],
    [
      { "content-type": JSON_TYPE, "message-accept": JSON_TYPE },
      406,
      "Expecting 'Message-Accept' to be not set for non-streaming responses",
    ],
  ])("%o is refused with %i", (headers, status, message) => {
    expect(agentForms(headers)).toMatchObject({ ok: false, error: { status, message } });
  });
});

test("calls in, responses and container output out", () => {
  expect(decodeAgentCall("protobuf", Uint8Array.of(8, 1))).toEqual({ ok: true, value: { type: "GET_HEALTH" } });
  expect(decodeAgentCall("protobuf", Uint8Array.of(255))).toEqual({
    ok: false,
    error: { status: 400, message: "Failed to parse body into a protobuf object" },
  });
  const waited = { type: "WAIT_NESTED_CONTAINER", wait_nested_container: { exit_status: 0 } } as const;
  expect(encodeAgentResponse(waited, "protobuf")).toEqual(
    Uint8Array.of(8, 13, 114, 2, 8, 0),
  );
  const output = { type: "DATA", data: { type: "STDOUT", data: Uint8Array.of(104, 105) } } as const;
  expect(new TextDecoder().decode(encodeProcessIo(output, "json"))).toBe(
    '{"type":"DATA","data":{"type":"STDOUT","data":"aGk="}}',
  );
});
