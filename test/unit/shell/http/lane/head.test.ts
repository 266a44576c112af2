import { describe, expect, it } from "vitest";
import { MAX_LANE_HEAD_BYTES, MAX_REQUEST_BODY_BYTES } from "../../../../../src/model/limits.ts";
import { readHead } from "../../../../../src/shell/http/lane/head.ts";
import { KnownHead } from "../../../../../src/shell/http/lane/known-head.ts";

const LINES = ["POST /api/v1/scheduler HTTP/1.1", "Host: h", "Mesos-Stream-Id: 1-2", "Content-Length: 12", "Accept: application/json"];
const head = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
/** The head of a call with this line instead of the one at `at`, or besides. */
const withLine = (line: string, at = LINES.length): Buffer => head(...LINES.slice(0, at), line, ...LINES.slice(at + 1));

describe("the lane", () => {
  it("reads the head of a call, and keeps the names of its headers in their order", () => {
    const bytes = Buffer.concat([Buffer.from("??"), head(...LINES), Buffer.from("body")]);
    expect(readHead(bytes, 2)).toEqual({
      path: "/api/v1/scheduler", size: head(...LINES).length, length: 12,
      digitsAt: LINES.slice(0, 3).join("\r\n").length + "\r\nContent-Length: ".length,
      headers: { host: "h", "mesos-stream-id": "1-2", "content-length": "12", accept: "application/json" },
    });
  });

  it.each([
    "GET /api/v1/scheduler HTTP/1.1", "POST /api/v1/scheduler HTTP/1.0", "POST /api/v1 HTTP/1.1", "POST /api/v1/scheduler?x HTTP/1.1",
    "POST /api/v1/scheduler/ HTTP/1.1", "POST  /api/v1/scheduler HTTP/1.1", "POST http://h/api/v1/scheduler HTTP/1.1", "POST /api/v1/scheduler HTTP/1.1 ",
  ])("leaves the first line %j to others", (line) => {
    expect(readHead(withLine(line, 0), 0)).toBe("other");
  });

  it.each([
    "Transfer-Encoding: chunked", "Content-Encoding: gzip", "Expect: 100-continue", "Upgrade: h2c", "Connection: close", "Origin: http://h",
    "Connection: keep-alive, upgrade", "Libprocess-From: a@1.2.3.4:5", "User-Agent: Libprocess/a@1.2.3.4:5", "Content-Type: application/recordio",
    "Content-Length: 12", "Host: again", "X-Unknown: 1", "constructor: 1", "__proto__: 1", "User-Agent : x", "User-Agent", "User-Agent:", "User-Agent: ",
    "User-Agent:  x", "User-Agent: x ", "User-Agent: x\ty", "User-Agent: x\ny", "User-Agent: \xe9", "User-Agent: x\0", " User-Agent: x", ": x",
  ])("leaves a head with %j to others", (line) => {
    expect(readHead(withLine(line), 0)).toBe("other");
  });

  it.each(["012", "+12", "-1", "1e3", "0x1", "1 2", "12,12", `${MAX_REQUEST_BODY_BYTES + 1}`, "99999999999"])("leaves the length %s to others", (length) => {
    expect(readHead(withLine(`Content-Length: ${length}`, 3), 0)).toBe("other");
  });

  it("leaves a head without a length, or without a stream, to others: it may be a SUBSCRIBE", () => {
    expect(readHead(head(...LINES.slice(0, 3)), 0)).toBe("other");
    expect(readHead(head(LINES[0]!, ...LINES.slice(3)), 0)).toBe("other");
  });

  it("waits for the rest of what may be a call, so much at most", () => {
    const whole = head(...LINES);
    for (let length = 0; length < whole.length; length++) expect(readHead(whole.subarray(0, length), 0)).toBe("incomplete");
    expect(readHead(Buffer.from("GET /"), 0)).toBe("other");
    expect(readHead(Buffer.from(`${LINES[0]}\r\nAccept: ${"x".repeat(MAX_LANE_HEAD_BYTES)}`), 0)).toBe("other");
  });
});

describe("a head that is known", () => {
  const first = head(...LINES);
  const known = (): KnownHead => {
    const read = readHead(first, 0);
    if (typeof read === "string") throw new Error(read);
    return new KnownHead(first, 0, read);
  };

  it.each([0, 1, 12, 99, 12_345_678])("is read like any other with the length %i", (length) => {
    const bytes = Buffer.concat([Buffer.from("??"), withLine(`Content-Length: ${length}`, 3), Buffer.from("body")]);
    const read = known().read(bytes, 2);
    expect(read).toEqual(readHead(bytes, 2));
    expect(Object.keys(read!.headers)).toEqual(["host", "mesos-stream-id", "content-length", "accept"]);
  });

  it("is not that of one who says anything else, or has not said all yet", () => {
    for (const line of ["012", "00", "", "+1", "12 ", `${MAX_REQUEST_BODY_BYTES + 1}`]) {
      expect(known().read(withLine(`Content-Length: ${line}`, 3), 0), line).toBeUndefined();
    }
    for (let at = 0; at < first.length; at++) {
      const other = Buffer.from(first);
      other[at]! ^= 0x20;
      expect(known().read(other, 0), `changed at ${at}`).toBeUndefined();
      expect(known().read(first.subarray(0, at), 0), `cut at ${at}`).toBeUndefined();
    }
  });

  it("does not lend one client's headers to a body of another length", () => {
    const one = known();
    const before = one.read(first, 0)!.headers;
    one.read(withLine("Content-Length: 7", 3), 0);
    expect(before["content-length"]).toBe("12");
  });
});
