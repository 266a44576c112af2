import { expect, test } from "vitest";
import { MAX_HEADER_BYTES } from "../../../../src/model/limits.ts";
import { acceptedResponse, classifyHead, encodeRequest, refusedResponse } from "../../../../src/wire/v0/libprocess.ts";

const text = (value: string) => new TextEncoder().encode(value);
const master = { id: "master", host: "10.0.0.1", port: 5050 };

test("a message without a receiver's id has a path of one part; an empty body has no length at all", () => {
  const bytes = encodeRequest(
    master,
    { id: "", host: "10.0.0.2", port: 5051 },
    "mesos.internal.PongSlaveMessage",
    new Uint8Array(),
  );
  expect(new TextDecoder().decode(bytes)).toBe(
    "POST /mesos.internal.PongSlaveMessage HTTP/1.1\r\nUser-Agent: libprocess/master@10.0.0.1:5050\r\n" +
      "Libprocess-From: master@10.0.0.1:5050\r\nConnection: Keep-Alive\r\nHost: 10.0.0.2:5051\r\n\r\n",
  );
});

test("answers carry date and length", () => {
  expect(acceptedResponse(0)).toBe(
    "HTTP/1.1 202 Accepted\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nContent-Length: 0\r\n\r\n",
  );
  expect(refusedResponse(0, 404, "404 Not Found.")).toBe(
    "HTTP/1.1 404 Not Found\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nContent-Type: text/plain; charset=utf-8\r\n" +
      "Content-Length: 14\r\n\r\n404 Not Found.",
  );
});

test("the head tells a message from a request, as soon as it can", () => {
  expect(classifyHead(text(""))).toBeUndefined();
  expect(classifyHead(text("PO"))).toBeUndefined();
  expect(classifyHead(text("GET"))).toBe("request");
  expect(classifyHead(text("POSTER"))).toBe("request");
  expect(classifyHead(text("POST /master/x HTTP/1.1\r\nHost: h\r\nLibprocess-From: a@"))).toBeUndefined();
  expect(classifyHead(text("POST /master/x HTTP/1.1\r\nHost: h\r\nlibprocess-from: a@b:1\r\n"))).toBe("message");
  expect(classifyHead(text("POST /master/x HTTP/1.1\r\nUser-Agent: libprocess/a@b:1\r\n"))).toBe("message");
  expect(classifyHead(text("POST /api/v1 HTTP/1.1\r\nUser-Agent: curl libprocess/\r\n\r\n"))).toBe("request");
  expect(classifyHead(text("POST /api/v1 HTTP/1.1\r\nHost: h\r\n\r\nlibprocess-from: a@b:1\r\n"))).toBe("request");
  expect(classifyHead(text(`POST /${"x".repeat(MAX_HEADER_BYTES)}`))).toBe("request");
});
