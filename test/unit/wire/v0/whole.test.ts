import { describe, expect, test } from "vitest";
import { LibprocessParser } from "../../../../src/wire/v0/parser.ts";
import type { Received } from "../../../../src/wire/v0/parser.ts";

const FROM = "Libprocess-From: slave(1)@10.0.0.2:5051";
const X = "/master/mesos.internal.X";

function request(headers: readonly string[], body = "", target = X): string {
  return [`POST ${target} HTTP/1.1`, ...headers, "", body].join("\r\n");
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const whole = (text: string): Received[] => new LibprocessParser().push(bytesOf(text));

/** Byte by byte nothing ever lies whole in one piece: the parser reads it, which the other tests are about. */
function inBytes(text: string): Received[] {
  const parser = new LibprocessParser();
  return Array.from(bytesOf(text)).flatMap((byte) => parser.push(Uint8Array.of(byte)));
}

const chunked = [FROM, "Transfer-Encoding: chunked"];
const usual = request(chunked, "5\r\nhello\r\n0\r\n\r\n");

describe("messages that come in one piece are the same as those that come in many", () => {
  test.each([
    ["several of one sender, whose head is known from the second on", usual.repeat(5)],
    ["of senders whose heads differ in one digit", [1, 2, 1, 2].map((n) => usual.replace("slave(1)", `slave(${n})`)).join("")],
    ["with a length", request([FROM, "Content-Length: 5"], "hello").repeat(2)],
    ["without a body", request([FROM]).repeat(2)],
    ["of an empty chunk", request(chunked, "0\r\n\r\n") + usual],
    ["in two chunks", request(chunked, "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n") + usual],
    ["with an extension of a chunk", request(chunked, "5;a=b\r\nhello\r\n0\r\n\r\n") + usual],
    ["with digits of either case", request(chunked, `0A\r\n${"x".repeat(10)}\r\n0\r\n\r\n`) + request(chunked, `a\r\n${"x".repeat(10)}\r\n0\r\n\r\n`)],
    ["with a trailer", request(chunked, "5\r\nhello\r\n0\r\nT: 1\r\n\r\n") + usual],
    ["with empty lines between them", `\r\n${usual}\r\n\r\n${usual}`],
    ["of which the last is not complete", usual + usual.slice(0, -3)],
    ["of which one cannot be delivered", request(["Libprocess-From: nonsense"]).repeat(2) + usual],
    ["of which one is the last", usual + request([FROM, "Connection: close"]) + usual],
    ["of which one has a chunk that is longer than its size", usual + request(chunked, "2\r\nabc\r\n0\r\n\r\n") + usual],
    ["of which one is too long", usual + request(chunked, "fffffff0\r\n") + usual],
    ["of which one has a long head", request([...chunked, `X: ${"x".repeat(2_000)}`], "1\r\na\r\n0\r\n\r\n") + usual],
    ["of which one is none", `${usual}GET / HTTP/1.1\r\nHost: h\r\n\r\n${usual}`],
  ])("%s", (_, text) => {
    for (const _time of [1, 2]) expect(whole(text)).toEqual(inBytes(text));
  });

  test("and what stands at the end of a piece goes on in the next one", () => {
    for (let cut = 0; cut <= usual.length; cut++) {
      const parser = new LibprocessParser();
      const text = usual.repeat(3);
      const at = usual.length + cut;
      expect([...parser.push(bytesOf(text.slice(0, at))), ...parser.push(bytesOf(text.slice(at)))]).toEqual(inBytes(text));
    }
  });
});
