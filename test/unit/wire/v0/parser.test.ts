import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_HEADER_BYTES, MAX_MESSAGE_BODY_BYTES } from "../../../../src/model/limits.ts";
import { LibprocessParser } from "../../../../src/wire/v0/parser.ts";

const FROM = "Libprocess-From: slave(1)@10.0.0.2:5051";
const agent = { id: "slave(1)", host: "10.0.0.2", port: 5051 };

/** A request from its lines; the body follows the empty line. */
function request(target: string, headers: readonly string[], body = ""): string {
  return [`POST ${target} HTTP/1.1`, ...headers, "", body].join("\r\n");
}

function push(...pieces: string[]) {
  const parser = new LibprocessParser();
  return pieces.flatMap((piece) => parser.push(new Uint8Array(Buffer.from(piece, "latin1"))));
}

function message(body: string, more: object = {}) {
  const bytes = new Uint8Array(Buffer.from(body));
  return { kind: "message", from: agent, to: "master", name: "mesos.internal.X", body: bytes, close: false, ...more };
}

function refused(status: number, text: string, close: boolean) {
  return { kind: "refused", status, text: expect.stringContaining(text) as string, close };
}

const X = "/master/mesos.internal.X";

describe("bodies", () => {
  test("come in one chunk, in several, with a length, or not at all", () => {
    for (const body of ["5\r\nhello\r\n0\r\n\r\n", "3;a=b\r\nhel\r\n02\r\nlo\r\n0\r\nTrailer: 1\r\n\r\n"]) {
      expect(push(request(X, [FROM, "Transfer-Encoding: Chunked"], body))).toEqual([message("hello")]);
    }
    expect(push(request(X, [FROM, "Content-Length: 5"], "hello"))).toEqual([message("hello")]);
    expect(push(request(X, [FROM]))).toEqual([message("")]);
    expect(push(request(X, [FROM, "Content-Length: 0"]))).toEqual([message("")]);
  });

  test("follow each other without pause, and empty lines between requests are nothing", () => {
    const one = request(X, [FROM, "Content-Length: 1"], "a");
    const two = request(X, [FROM, "Transfer-Encoding: chunked"], "1\r\nb\r\n0\r\n\r\n");
    expect(push(`${one}\r\n\r\n${two}${one}`)).toEqual([message("a"), message("b"), message("a")]);
  });
});

describe("addresses", () => {
  test("ids come raw or percent-encoded", () => {
    for (const target of ["/slave(1)/n", "/slave%281%29/n", "/slave%281)/n?query#fragment"]) {
      expect(push(request(target, [FROM]))).toEqual([message("", { to: "slave(1)", name: "n" })]);
    }
  });

  test("a path of one part is an id with an empty name, which no actor knows", () => {
    expect(push(request("/mesos.internal.X", [FROM]))).toEqual([message("", { to: "mesos.internal.X", name: "" })]);
  });

  test("the sender stands in Libprocess-From, else in User-Agent; header names in any case, values trimmed", () => {
    expect(push(request(X, ["LIBPROCESS-FROM:   slave(1)@10.0.0.2:5051  "]))).toEqual([message("")]);
    expect(push(request(X, ["User-Agent: libprocess/slave(1)@10.0.0.2:5051"]))).toEqual([message("")]);
    expect(push(request(X, ["User-Agent: libprocess/other@1.1.1.1:1", FROM]))).toEqual([message("")]);
  });

  test("what is wrong with one message does not end the connection: it is refused and the next is read", () => {
    const bad = [
      [request("/mast%zzer/n", [FROM, "Content-Length: 1"], "a"), refused(500, "Failed to decode URL path", false)],
      [request("master/n", [FROM]), refused(400, "Request URL path must start with '/'", false)],
      [request(X, ["Libprocess-From: nonsense"]), refused(400, "Invalid UPID 'nonsense'", false)],
      [request(X, ["Host: h"]), refused(400, "libprocess messages only", false)],
      ["GET /state HTTP/1.1\r\n\r\n", refused(400, "libprocess messages only", false)],
    ] as const;
    for (const [text, refusal] of bad) expect(push(text + request(X, [FROM]))).toEqual([refusal, message("")]);
  });
});

describe("the end of a connection", () => {
  test("is asked for by the peer: Connection: close, or HTTP/1.0 without keep-alive", () => {
    const next = request(X, [FROM]);
    expect(push(request(X, [FROM, "Connection: close"]) + next)).toEqual([message("", { close: true })]);
    expect(push(`POST ${X} HTTP/1.0\r\n${FROM}\r\n\r\n${next}`)).toEqual([message("", { close: true })]);
    expect(push(`POST ${X} HTTP/1.0\r\n${FROM}\r\nConnection: Keep-Alive\r\n\r\n${next}`)).toEqual(
      [message(""), message("")],
    );
  });

  test("comes when the framing cannot be trusted: one refusal, then silence", () => {
    const chunked = [FROM, "Transfer-Encoding: chunked"];
    const bad = [
      ["\u0016\u0003\u0001 TLS\r\n\r\n", 400, "Invalid request line"],
      [`POST ${X} HTTP/2.0\r\n\r\n`, 400, "Invalid request line"],
      [request(X, [FROM, "no header"]), 400, "Invalid header 'no header'"],
      [request(X, [FROM, " folded: 1"]), 400, "Invalid header"],
      [request(X, [FROM, "Content-Length: -1"]), 400, "Invalid Content-Length '-1'"],
      [request(X, [FROM, "Content-Length: 1", "Content-Length: 2"]), 400, "Contradictory Content-Length"],
      [request(X, [...chunked, "Content-Length: 1"]), 400, "Both Transfer-Encoding and Content-Length"],
      [request(X, [FROM, "Transfer-Encoding: gzip"]), 400, "Transfer-Encoding 'gzip'"],
      [request(X, [FROM, "Content-Encoding: gzip"]), 415, "Content-Encoding 'gzip'"],
      [request(X, chunked, "zz\r\n"), 400, "Invalid size of a chunk 'zz'"],
      [request(X, chunked, "2\r\nabc\r\n"), 400, "A chunk is longer than its size"],
      [request(X, chunked, "0".repeat(300)), 400, "The size of a chunk is too long"],
      [request(X, [FROM, `Content-Length: ${MAX_MESSAGE_BODY_BYTES + 1}`]), 413, "longer than 67108864 bytes"],
      [request(X, chunked, "fffffff0\r\n"), 413, "longer than 67108864 bytes"],
      [`POST /${"x".repeat(MAX_HEADER_BYTES)}`, 431, "Headers are longer"],
      [request(X, chunked, `0\r\n${"t: 1\r\n".repeat(MAX_HEADER_BYTES / 4)}`), 431, "Trailers are longer"],
    ] as const;
    for (const [text, status, words] of bad) {
      expect(push(text, request(X, [FROM])), words).toEqual([refused(status, words, true)]);
    }
  });
});

test("a head that comes byte by byte costs no more than its length", () => {
  const parser = new LibprocessParser();
  const started = performance.now();
  let received = 0;
  for (let sent = 0; sent < MAX_HEADER_BYTES; sent++) {
    received += parser.push(Uint8Array.of(sent % 2 === 0 ? 65 : 13)).length;
  }
  expect(received).toBe(0);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("no bytes make it throw", () => {
  const pieces = fc.array(fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc.constantFrom(
      "POST ",
      X,
      " HTTP/1.1",
      "\r\n",
      "\r\n\r\n",
      FROM,
      "Transfer-Encoding: chunked",
      "Content-Length: 3",
      "5\r\nhello\r\n",
      "0\r\n\r\n",
    )
      .map((part) => new Uint8Array(Buffer.from(part))),
  ), { maxLength: 30 });
  fc.assert(fc.property(pieces, (parts) => {
    const parser = new LibprocessParser();
    const received = parts.flatMap((part) => parser.push(part));
    expect(received.every(({ kind }) => kind === "message" || kind === "refused")).toBe(true);
  }), { numRuns: 500 });
});
